import Foundation
import Model
import Pipeline
import Reporting
import Testing

struct RunTests {
    static let now = Date(timeIntervalSince1970: 1_795_327_200)
    let feeds = """
        sources:
          - {id: news, name: News, path: news.xml}
        """
    let outage = rss([
        ("1", "Zefirnet nie działa od rana, fatalny dzień", "Sat, 21 Nov 2026 18:00:00 +0100"),
        ("2", "Dziś wieje zefirek", "Sat, 21 Nov 2026 19:00:00 +0100"),
    ])

    func run(_ workspace: TestWorkspace, now: Date = Self.now) async throws(RunError)
        -> RunReport
    {
        try await Run(workspace: workspace.workspace, options: Run.Options(now: now)).execute()
    }

    @Test func `feeds become a digest, a trend report and a page of each`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        let report = try await run(folder)
        #expect(report.newEntries == 2)
        #expect(report.feeds.map(\.outcome) == ["updated"])
        #expect(report.brands.map(\.mentions) == [1])
        #expect(report.brands.map(\.negative) == [1])

        let digest = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-22.json"))
        let mention = try #require(digest.mentions.items.first)
        #expect(mention.form == "Zefirnet")
        #expect(mention.severity == .high)
        #expect(mention.team == "support")
        let page = String(
            decoding: try folder.read("out/digests/2026-11-22.html"), as: UTF8.self)
        #expect(page.contains("fatalny dzień"))
        let trends = try ContractJSON.decode(
            Trends.self, from: folder.read("out/trends/2026-11-22.json"))
        #expect(trends.totals.counts.mentions == 1)
    }

    @Test func `an index that was lost is made again of the digests`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(folder)
        _ = try await run(folder, now: Self.now.addingTimeInterval(86_400))
        let index = folder.workspace.outputPath + "/index.json"
        let before = try folder.read("out/index.json")
        let days = try ContractJSON.decode(ReportIndex.self, from: before).days.map(\.day)
        #expect(days == ["2026-11-23", "2026-11-22"])
        for broken in [nil, Data("{".utf8)] {
            try FileManager.default.removeItem(atPath: index)
            if let broken { try broken.write(to: URL(filePath: index)) }
            _ = try await run(folder, now: Self.now.addingTimeInterval(86_400))
            #expect(try folder.read("out/index.json") == before)
        }
    }

    @Test func `the manifest names each file with its hash`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        let report = try await run(folder)
        #expect(
            report.files.map(\.path) == [
                "digests/2026-11-22.json", "digests/2026-11-22.html", "trends/2026-11-22.json",
                "trends/2026-11-22.html", "index.json", "index.html", "news.atom",
                "wallboard.json", "wallboard.html",
            ])
        let manifest = String(decoding: try folder.read("out/manifest.json"), as: UTF8.self)
        for file in report.files {
            #expect(manifest.contains(file.sha256))
            #expect(try folder.read("out/" + file.path).count == file.sizeInBytes)
        }
        let left = try FileManager.default.subpathsOfDirectory(
            atPath: folder.workspace.outputPath)
        #expect(left.filter { $0.hasSuffix(".tmp") } == [])
    }

    @Test func `a second run finds nothing new and writes the same bytes`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(folder)
        let first = try folder.outputs()
        let report = try await run(folder)
        #expect(report.feeds.map(\.outcome) == ["not_modified"])
        #expect(report.newEntries == 0)
        #expect(try folder.outputs() == first)
    }

    @Test func `two archives of the same feeds give the same bytes`() async throws {
        let one = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        let other = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(one)
        _ = try await run(other)
        #expect(try one.outputs() == other.outputs())
    }

    @Test func `changed rules tag the archive again`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(folder)
        try folder.write(
            """
            brands:
              - {id: zefirek, name: Zefirek, inflect: pl}
            """, to: "rules/brands.yaml")
        let report = try await run(folder)
        #expect(report.retaggedEntries == 2)
        #expect(report.brands.map(\.name) == ["Zefirek"])
        #expect(report.brands.map(\.mentions) == [1])
    }

    @Test func `one bad feed does not stop the others and says what to do`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": """
            sources:
              - {id: news, name: News, path: news.xml}
              - {id: gone, name: Gone, path: gone.xml}
              - {id: page, name: Page, path: page.xml}
            """,
            "news.xml": outage,
            "page.xml": "<!DOCTYPE html><html><body><h1>Account suspended</h1></body></html>",
        ])
        let report = try await run(folder)
        #expect(report.feeds.map(\.feed) == ["gone", "news", "page"])
        #expect(report.feeds.map(\.outcome) == ["file", "updated", "unreadable"])
        let message = try #require(report.feeds[0].message)
        #expect(message.contains("gone.xml"))
    }

    @Test func `when nothing can be fetched the run says so`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds])
        let error = await #expect(throws: RunError.self) { try await run(folder) }
        #expect(error?.exitCode == 69)
        let message = error?.description ?? ""
        #expect(message.hasPrefix("the feed could not be fetched: news: "))
        #expect(message.contains("news.xml"))
    }

    @Test func `wrong files are refused before any work, all mistakes together`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": "sources:\n  - {id: news, nmae: News, path: news.xml}\n",
            "rules/routing.yaml": "time_zone: Europe/Warszawa\n",
        ])
        let error = await #expect(throws: RunError.self) { try await run(folder) }
        #expect(error?.exitCode == 65)
        let message = error?.description ?? ""
        #expect(message.contains("feeds/mine.yaml:2"))
        #expect(message.contains("did you mean 'name'?"))
        #expect(message.contains("rules/routing.yaml:1"))
        #expect(!FileManager.default.fileExists(atPath: folder.workspace.archivePath))
    }

    @Test func `rules that break their own examples are refused`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage,
            "rules/brands.yaml": """
            brands:
              - id: zefirnet
                name: Zefirnet
                examples:
                  match: ["Byłem w Zefirnecie"]
            """,
        ])
        let error = await #expect(throws: RunError.self) { try await run(folder) }
        #expect(error?.exitCode == 65)
        #expect(
            error?.description.hasPrefix(
                "rules/brands.yaml:5:15: brand 'zefirnet' should match and does not: "
                    + "\"Byłem w Zefirnecie\"; see `earshot explain`") == true)
    }

    @Test func `a second run at the same time is turned away`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        let lock = try RunLock(path: folder.workspace.path + "/run.lock")
        let error = await #expect(throws: RunError.self) { try await run(folder) }
        #expect(error?.exitCode == 75)
        withExtendedLifetime(lock) {}
    }

    @Test func `authors are stored under pseudonyms only`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds,
            "news.xml": """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>News</title><item><guid>1</guid><title>Zefirnet</title>
            <dc:creator>Krzysztofina Kanarek</dc:creator></item></channel></rss>
            """,
        ])
        _ = try await run(folder)
        for path in [
            "earshot.sqlite", "out/digests/2026-11-22.json", "out/digests/2026-11-22.html",
        ] {
            #expect(try folder.read(path).range(of: Data("Kanarek".utf8)) == nil)
        }
    }

    @Test func `tagging again gives what tagging gave`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds,
            "news.xml": """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>News</title><language>lv</language>
            <item><guid>1</guid><title>Zefirnet</title><description>Zefirnet ir slikts
            </description><dc:creator>Jānis</dc:creator></item></channel></rss>
            """,
        ])
        _ = try await run(folder)
        let before = try Archive(workspace: folder.workspace).search(EntrySearch())
        try folder.write(
            String(decoding: try folder.read("rules/brands.yaml"), as: UTF8.self) + "\n# more\n",
            to: "rules/brands.yaml")
        #expect(try await run(folder).retaggedEntries == 1)
        let after = try Archive(workspace: folder.workspace).search(EntrySearch())
        #expect(before.map(\.tags) == after.map(\.tags))
    }

    @Test func `a report is not made by rules that did not make the tags`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(folder)
        try folder.write("brands: [{id: x, name: Xyz}]\n", to: "rules/brands.yaml")
        let archive = try Archive(workspace: folder.workspace)
        let error = #expect(throws: RunError.self) {
            try archive.digest(DigestRequest(), now: Self.now)
        }
        #expect(
            error?.description
                == "the rules have changed since the last run; `earshot run` tags the archive again"
        )
    }

    @Test func `without its key an archive with pseudonyms is not continued`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(folder)
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/.earshot-key")
        let error = await #expect(throws: RunError.self) { try await run(folder) }
        #expect(error?.description.contains("the key of the authors' pseudonyms is gone") == true)
    }
}
