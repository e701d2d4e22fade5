import Foundation
import Model
import Pipeline
import Storing
import Synchronization
import TestSupport
import Testing

/// Documents that cannot be read are kept for whoever looks after the feeds.
@Suite(.timeLimit(.minutes(5)))
struct UnreadDocumentsTests {
    private let site: CrawlSite
    private let folder: TestWorkspace
    private let page = "<!DOCTYPE html><html><body>zażółć</body></html>"

    init() throws {
        site = try CrawlSite(hosts: 5)
        folder = try TestWorkspace()
        site.at("/fine", document: numberedRSS(1...3))
        site.at("/lost", document: page, type: "text/html; charset=utf-8")
        try listen(to: ["fine", "lost"])
    }

    private func listen(to ids: [String], _ settings: String = "") throws {
        try folder.listen(
            to: ids.enumerated().map { number, id in
                "id: \(id), name: \(id.capitalized), url: '\(site.url("/\(id)", host: number + 1))'"
                    + settings
            })
    }

    private var files: [String] {
        get throws {
            let path = folder.workspace.path + "/unreadable"
            guard FileManager.default.fileExists(atPath: path) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        }
    }

    /// A run that asks one feed alone, which cannot be read.
    private func crawlInVain(_ id: String, at day: Double) async throws {
        await #expect(throws: RunError.self) {
            _ = try await folder.crawl(at: .crawlDay(day)) { $0.sources = [id] }
        }
    }

    private func forget(_ text: String, at day: Double) throws -> Erasure {
        try Forgetting(.text(text), in: folder.workspace, now: .crawlDay(day)).execute()
    }

    private func note(of id: String, at day: Double) throws -> String? {
        try folder.check(at: .crawlDay(day)).first { $0.health.feed.value == id }?.notes.first
    }

    @Test func `what cannot be read is kept as it came, with what is known of it`() async throws {
        let report = try await folder.crawl()
        #expect(report.feeds.map(\.keptAs) == [nil, "unreadable/lost.document"])
        #expect(try files == ["lost.document", "lost.json"])
        #expect(try folder.read("unreadable/lost.document") == Data(page.utf8))
        let note = String(decoding: try folder.read("unreadable/lost.json"), as: UTF8.self)
        #expect(
            note.replacing(site.url("", host: 2), with: "http://host") == """
                {
                  "address" : "http://host/lost",
                  "content_type" : "text/html; charset=utf-8",
                  "feed" : "lost",
                  "fetched_at" : "2026-11-22T06:00:00Z",
                  "message" : "this is an HTML page, not a feed, and it offers none; listen to it as a page",
                  "reason" : "unreadable",
                  "size_in_bytes" : \(page.utf8.count),
                  "status" : 200
                }

                """)
        #expect(
            try self.note(of: "lost", at: 0.1)
                == "what came at 2026-11-22T06:00:00Z is kept as unreadable/lost.document in the "
                + "workspace; look into it, and see what `earshot parse unreadable/lost.document` "
                + "makes of it")
        #expect(
            RunSummary(report, style: TerminalStyle(isOn: false)).text
                .contains("listen to it as a page (kept as unreadable/lost.document)\n"))
    }

    @Test func `what is said of it conforms to the schemas`() async throws {
        let report = try await folder.crawl().json()
        #expect(try JSONSchema(ContractSchema.run.bytes).problems(in: report) == [])
        let note = try folder.read("unreadable/lost.json")
        #expect(try JSONSchema(ContractSchema.unreadable.bytes).problems(in: note) == [])
        let checks = try ContractJSON.encode(try folder.check(at: .crawlDay(0.1)))
        #expect(String(decoding: checks, as: UTF8.self).contains(#""kept":{"file":"unreadable/"#))
        #expect(try JSONSchema(ContractSchema.feedsCheck.bytes).problems(in: checks) == [])
    }

    @Test func `a document that is kept is known with the workspace that it lies in`() async throws
    {
        _ = try await folder.crawl()
        let kept = try #require(
            StandaloneParsing.kept(folder.workspace.path + "/unreadable/lost.document"))
        #expect(kept.document.feed == "lost")
        #expect(kept.workspace.path == folder.workspace.path)
        #expect(StandaloneParsing.kept(folder.workspace.path + "/feeds/list.yaml") == nil)
        #expect(StandaloneParsing.kept(folder.workspace.path + "/unreadable/lost.json") == nil)
    }

    @Test func `what another machine has is told with its name`() async throws {
        _ = try await folder.crawl()
        let store = try Store(folder.workspace.archive)
        var state = try #require(try store.feedStates()["lost"])
        let file = "unreadable/lost.document"
        #expect(
            state.lastFailure?.kept
                == KeptPlace(file: file, machine: ProcessInfo.processInfo.hostName))
        state.lastFailure?.kept = KeptPlace(file: file, machine: "crawler-2")
        try await store.commit([
            FeedCommit(feed: "lost", at: .crawlDay(0), state: state, outcome: "unreadable")
        ])
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/unreadable")
        let check = try #require(try folder.check(at: .crawlDay(0.1)).last)
        #expect(check.kept?.file == file)
        #expect(check.kept?.machine == "crawler-2")
        #expect(
            check.notes == ["what came is kept on crawler-2, as \(file) in the workspace there"])
    }

    @Test func `the newest takes the place of the one before, until the feed can be read`()
        async throws
    {
        _ = try await folder.crawl()
        site.at("/lost", document: "%PDF-1.7", type: "application/pdf")
        try await crawlInVain("lost", at: 1)
        #expect(try files == ["lost.document", "lost.json"])
        #expect(try folder.read("unreadable/lost.document") == Data("%PDF-1.7".utf8))
        site.at("/lost", document: numberedRSS(4...5))
        let report = try await folder.crawl(at: .crawlDay(2)) { $0.sources = ["lost"] }
        #expect(report.feeds.map(\.keptAs) == [nil, nil])
        #expect(try files == [])
        #expect(try note(of: "lost", at: 2) == nil)
    }

    @Test func `where there is no more room the oldest go first`() async throws {
        let ids = ["first", "second", "third", "fourth", "last"]
        try listen(to: ids)
        // Four of them are below 20 MB, all five are not.
        let bytes = "%PDF-1.7" + String(repeating: " ", count: 4_500_000)
        for (number, id) in ids.enumerated() {
            site.at("/\(id)", document: bytes, type: "application/pdf")
            try await crawlInVain(id, at: Double(number) / 10)
        }
        let kept = ["fourth", "last", "second", "third"]
        #expect(try files == kept.flatMap { ["\($0).document", "\($0).json"] })
    }

    @Test func `what a feed listed that lists nothing now is kept, too`() async throws {
        _ = try await folder.crawl()
        let empty = numberedRSS([])
        site.at("/fine", document: empty)
        let report = try await folder.crawl(at: .crawlDay(1)) { $0.sources = ["fine"] }
        #expect(report.feeds.map(\.outcome) == ["updated", "left_out"])
        #expect(report.feeds.first?.keptAs == "unreadable/fine.document")
        #expect(try folder.read("unreadable/fine.document") == Data(empty.utf8))
        let check = try #require(try folder.check(at: .crawlDay(1)).first)
        #expect(check.health.status == .ok)
        #expect(
            check.notes.first?.hasPrefix(
                "what came at 2026-11-23T06:00:00Z lists no entry, where earlier documents did; it is "
                    + "kept as unreadable/fine.document in the workspace") == true)
    }

    @Test func `a feed that never listed anything may have nothing to say`() async throws {
        site.at("/fine", document: numberedRSS([]))
        _ = try await folder.crawl()
        #expect(try files == ["lost.document", "lost.json"])
    }

    @Test func `after a week it goes, as does what is of no feed any more`() async throws {
        _ = try await folder.crawl()
        _ = try await folder.crawl(at: .crawlDay(7)) { $0.sources = ["fine"] }
        #expect(try files == ["lost.document", "lost.json"])
        _ = try await folder.crawl(at: .crawlDay(7.1)) { $0.sources = ["fine"] }
        #expect(try files == [])
        try await crawlInVain("lost", at: 8)
        #expect(try files == ["lost.document", "lost.json"])
        try listen(to: ["fine"])
        _ = try await folder.crawl(at: .crawlDay(8.1))
        #expect(try files == [])
    }

    @Test func `of what it is made half by a run that was killed nothing stays`() async throws {
        try folder.write("half", to: "unreadable/lost.document")
        try folder.write("{", to: "unreadable/other.json")
        _ = try await folder.crawl { $0.sources = ["fine"] }
        #expect(try files == [])
    }

    @Test func `nothing is kept where authors are not, nor of files of one's own`() async throws {
        try folder.write(page, to: "feeds/own.xml")
        try folder.listen(to: [
            "id: fine, name: Fine, url: '\(site.url("/fine"))'",
            "id: lost, name: Lost, url: '\(site.url("/lost", host: 2))', authors: none",
            "id: own, name: Own, path: feeds/own.xml",
        ])
        let report = try await folder.crawl()
        #expect(report.feeds.map(\.outcome) == ["updated", "unreadable", "unreadable"])
        #expect(try files == [])
    }

    @Test func `forget takes all of it, and a feed that somebody was erased from keeps no more`()
        async throws
    {
        site.at(
            "/lost",
            document: rss([("1", "Zefirnet u Jana Nowaka", "Sat, 21 Nov 2026 18:00:00 +0100")]))
        site.at("/third", document: page, type: "text/html")
        try listen(to: ["fine", "lost", "third"])
        _ = try await folder.crawl()
        #expect(try files == ["third.document", "third.json"])
        let erasure = try forget("\"Jana Nowaka\"", at: 0.5)
        #expect(erasure.entries == 1)
        #expect(try files == [])
        site.at("/lost", document: page, type: "text/html")
        _ = try await folder.crawl(at: .crawlDay(1)) { $0.sources = ["fine", "lost", "third"] }
        #expect(try files == ["third.document", "third.json"])
    }

    @Test func `what comes after somebody was erased meanwhile is not kept`() async throws {
        let (folder, page) = (folder, page)
        // As `forget` does while a worker is at work, before it empties the folder.
        site.at("/lost") { _ in
            do {
                try folder.write("{}", to: "erasures/20261122T060000Z-author.json")
                return .init(headers: [("Content-Type", "text/html")], body: page.utf8)
            } catch {
                return .init(500)
            }
        }
        let report = try await folder.crawl { $0.isFetchOnly = true }
        #expect(report.feeds.map(\.outcome) == ["updated", "unreadable"])
        #expect(report.feeds.map(\.keptAs) == [nil, nil])
        #expect(try files == [])
    }

    @Test func `a folder or a file in its way keeps nobody from being erased`() async throws {
        _ = try await folder.crawl()
        try folder.write(page, to: "unreadable/mine/copy.html")
        _ = try await folder.crawl(at: .crawlDay(1))
        #expect(try files == ["lost.document", "lost.json", "mine"])
        _ = try forget("Zefirnet", at: 1.5)
        #expect(try files == [])
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/unreadable")
        try folder.write("in the way", to: "unreadable")
        _ = try forget("Zefirnet", at: 1.6)
        #expect(try folder.read("unreadable") == Data("in the way".utf8))
    }

    @Test func `where it cannot be written the run goes on, and says why`() async throws {
        try folder.write("in the way", to: "unreadable")
        let told = Mutex<[String]>([])
        let run = Run(workspace: folder.workspace, options: Run.Options(now: .crawlDay(0))) {
            if case .unreadNotKept(let reason) = $0 { told.withLock { $0.append(reason) } }
        }
        let report = try await run.execute()
        #expect(report.feeds.map(\.outcome) == ["updated", "unreadable"])
        #expect(report.feeds.map(\.keptAs) == [nil, nil])
        #expect(report.newEntries == 3)
        let reasons = told.withLock(\.self)
        #expect(reasons.count == 1)
        #expect(reasons[0].hasPrefix("\(folder.workspace.path)/unreadable: cannot be read ("))
        #expect(try folder.check().map(\.kept?.file) == [nil, nil])
    }
}
