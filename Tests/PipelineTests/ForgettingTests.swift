import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ForgettingTests {
    let site: CrawlSite
    let folder: TestWorkspace
    let author = "Zqxvit Kanarek"
    let word = "qwzykanarek"
    let link = "https://forum.example/t/qvxlink"

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace()
        site.at("/feed", document: postRSS(posts))
        try folder.listen(to: [
            "id: forum, name: Forum, url: '\(site.url("/feed"))', authors: name"
        ])
    }

    var posts: [Post] {
        [
            Post(
                id: "qpxguidmark1", author: author, title: "Zefirnet nie działa \(word)",
                text: "Zefirnet nie działa, fatalny dzień \(word)", link: link),
            Post(id: "qpxguidmark2", author: author, text: "Pogoda \(word)", day: -3),
            Post(id: "3", author: "Ktoś", text: "Zefirnet jest świetny", day: 0.1),
            Post(id: "4", author: "Ktoś", text: "Zefirnet dawno temu", day: -9),
        ]
    }

    func removeArchive() throws {
        for ending in ["", "-wal", "-shm"] {
            let path = folder.workspace.archivePath + ending
            if FileManager.default.fileExists(atPath: path) {
                try FileManager.default.removeItem(atPath: path)
            }
        }
    }

    func finds(_ canaries: String...) throws -> [String] {
        try canaries.flatMap { try ByteSearch(for: $0).finds(below: folder.workspace.path) }
    }

    func forget(_ request: Forgetting.Request, day: Double = 0.1) throws -> Erasure {
        try Forgetting(request, in: folder.workspace, now: .crawlDay(day)).execute()
    }

    var digest: Digest {
        get throws {
            try ContractJSON.decode(Digest.self, from: folder.read("out/digests/2026-11-22.json"))
        }
    }

    @Test func `of an author no byte stays, and the feed does not bring them back`() async throws {
        _ = try await folder.crawl()
        #expect(try !finds(word, author, "qpxguidmark1", link).isEmpty)
        let erasure = try forget(.author(author, sources: ["forum"]))
        #expect(erasure.entries == 2 && erasure.mentions == 2 && erasure.storiesEnded == 2)
        #expect(erasure.feeds.map(\.feed) == ["forum"])
        #expect(try finds(word, author, "qpxguidmark1", "qpxguidmark2", "qvxlink").isEmpty)
        #expect(try folder.texts() == ["Zefirnet dawno temu", "Zefirnet jest świetny"])

        // A further post of the same author, and one of another.
        let more = [
            Post(id: "qpxguidmark5", author: author, text: "Zefirnet znowu \(word)", day: 1),
            Post(id: "6", author: "Ktoś", text: "Zefirnet dziś", day: 1),
        ]
        site.at("/feed", document: postRSS(posts + more))
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(report.newEntries == 1)
        #expect(try finds(word, author, "qpxguidmark").isEmpty)
    }

    @Test func `a digest that counts what was erased since says so when it is verified`()
        async throws
    {
        _ = try await folder.crawl()
        let path = folder.workspace.path + "/out/digests/2026-11-22.json"
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.verify(digestAt: path).isReproduced)
        let erasure = try forget(.author(author, sources: ["forum"]))
        let again = try Archive(workspace: folder.workspace).verify(digestAt: path)
        #expect(!again.isReproduced)
        #expect(
            again.reasons == [
                "2 entries were erased on request since (\(erasure.id)); the digest still counts what it "
                    + "had of them"
            ])
    }

    @Test func `reports that are there already are rewritten, and the manifest with them`()
        async throws
    {
        _ = try await folder.crawl()
        let before = try digest
        #expect(before.mentions.items.map(\.entry).contains("qpxguidmark1"))
        let erasure = try forget(.url(link + "?utm_source=x"))
        #expect(
            erasure.filesRewritten == ["digests/2026-11-22.html", "digests/2026-11-22.json"])
        let after = try digest
        #expect(!after.mentions.items.map(\.entry).contains("qpxguidmark1"))
        #expect(after.needsAnswer.items.isEmpty)
        #expect(after.totals == before.totals)
        #expect(after.headlines.last?.hasPrefix("1 mention was erased from this report") == true)
        let page = String(
            decoding: try folder.read("out/digests/2026-11-22.html"), as: UTF8.self)
        #expect(page.contains("1 mention was erased from this report"))
        let manifest = String(decoding: try folder.read("out/manifest.json"), as: UTF8.self)
        for name in erasure.filesRewritten {
            #expect(manifest.contains(try folder.sha256(of: "out/" + name)))
        }
    }

    @Test func `a post that quotes the page stays in the report, as in the archive`() async throws {
        let quote = Post(id: "5", text: "Zefirnet nie działa, jak w \(link) od rana", day: 0.2)
        site.at("/feed", document: postRSS(posts + [quote]))
        _ = try await folder.crawl()
        let before = try digest
        _ = try forget(.url(link))
        let after = try digest
        #expect(
            after.mentions.items.map(\.entry)
                == before.mentions.items.map(\.entry).filter { $0 != "qpxguidmark1" })
        let listed = Set(after.mentions.items.map(\.id))
        #expect(after.needsAnswer.items.map(\.mention).allSatisfy(listed.contains))
        #expect(try !folder.texts().filter { $0.contains(link) }.isEmpty)
    }

    @Test func `a mention of the page that only the report still has goes from it`() async throws {
        _ = try await folder.crawl()
        try removeArchive()
        site.at("/feed", document: postRSS([]))
        _ = try await folder.crawl(at: .crawlDay(1))
        #expect(try digest.mentions.items.contains { $0.link == link })
        _ = try forget(.url(link), day: 1.1)
        #expect(try !digest.mentions.items.contains { $0.link == link })
        #expect(try digest.needsAnswer.items.isEmpty)
    }

    @Test func `the same page and the same text do not come back by another feed`() async throws {
        site.at("/other", document: postRSS([]))
        _ = try await folder.crawl()
        _ = try forget(.url(link))
        _ = try forget(.text("pogoda"))
        site.at(
            "/other",
            document: postRSS([
                Post(id: "a", author: "Bot", text: "Zefirnet cytat", link: link),
                Post(id: "b", author: "Bot", text: "  Pogoda  \(word.uppercased())"),
                Post(id: "c", author: "Bot", text: "Zefirnet inaczej"),
            ]))
        try folder.listen(to: ["id: other, name: Other, url: '\(site.url("/other"))'"])
        let report = try await folder.crawl(at: .crawlDay(2))
        #expect(report.newEntries == 1)
        #expect(try folder.texts().contains("Zefirnet inaczej"))
    }

    @Test func `what was said before a time goes, with the reports of that time`() async throws {
        _ = try await folder.crawl()
        site.at("/feed", document: postRSS([Post(id: "9", text: "Zefirnet nowy", day: 5)]))
        _ = try await folder.crawl(at: .crawlDay(6))
        let erasure = try forget(.before(.crawlDay(1)), day: 7)
        #expect(erasure.entries == 4)
        #expect(erasure.filesRemoved.contains("digests/2026-11-22.json"))
        #expect(erasure.filesRemoved.contains("runs/2026-11-22T060000Z.json"))
        #expect(try folder.texts() == ["Zefirnet nowy"])
        #expect(try finds(word, author).isEmpty)
        site.at("/feed", document: postRSS(posts))
        #expect(try await folder.crawl(at: .crawlDay(8)).newEntries == 0)
    }

    @Test func `nothing is erased before a time that has not come, as all would be lost`()
        async throws
    {
        _ = try await folder.crawl()
        let kept = try folder.texts()
        let error = #expect(throws: RunError.self) { try forget(.before(.crawlDay(1)), day: 0.1) }
        #expect(error?.description.contains("has not come yet") == true)
        #expect(try folder.texts() == kept)
    }

    @Test(arguments: [false, true])
    func `a page is not said to be kept away by half an address`(isDryRun: Bool) async throws {
        _ = try await folder.crawl()
        let half = String(link.dropFirst("https://".count))
        let error = #expect(throws: RunError.self) {
            try Forgetting(
                .url(half), in: folder.workspace, now: .crawlDay(0.1), isDryRun: isDryRun)
        }
        #expect(
            error?.description.hasPrefix("'\(half)' is no web address, and nothing that was heard")
                == true)
        #expect(try folder.texts().count == 4)
    }

    @Test func `a dry run says what would be erased and erases nothing`() async throws {
        _ = try await folder.crawl()
        let outputs = try folder.outputs()
        let plan = try Forgetting(
            .author(author, sources: []), in: folder.workspace, now: .crawlDay(0.1),
            isDryRun: true
        ).plan
        #expect(plan.entries == 2)
        #expect(try folder.texts().count == 4)
        #expect(try folder.outputs() == outputs)
        #expect(try !folder.writtenFiles().contains { $0.hasPrefix("erasures/") })
    }

    @Test func `a receipt tells what was asked for by hashes alone`() async throws {
        _ = try await folder.crawl()
        let erasure = try forget(.text("Pogoda"))
        let path = "erasures/\(erasure.id).json"
        #expect(try ContractJSON.decode(Erasure.self, from: folder.read(path)) == erasure)
        #expect(erasure.id == "20261122T082400Z-text")
        #expect(erasure.finishedAt == .crawlDay(0.1))
        #expect(ByteSearch(for: "pogoda").finds(in: try folder.read(path)).isEmpty)
        #expect(try forget(.text("Pogoda")).id == "20261122T082400Z-text-2")
    }

    @Test(arguments: ErasureStep.allCases)
    func `ended after any step, the next run finishes it`(step: ErasureStep) async throws {
        _ = try await folder.crawl()
        do {
            let forgetting = try Forgetting(
                .author(author, sources: []), in: folder.workspace, now: .crawlDay(0.1))
            #expect(throws: RunError.self) {
                try forgetting.execute { done throws(RunError) in
                    if done == step { throw RunError.badInput("ended") }
                }
            }
        }
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try finds(word, author, "qpxguidmark", "qvxlink").isEmpty)
        #expect(try folder.texts() == ["Zefirnet dawno temu", "Zefirnet jest świetny"])
        let receipts = try folder.writtenFiles().filter { $0.hasPrefix("erasures/") }
        let erasure = try ContractJSON.decode(
            Erasure.self, from: folder.read(try #require(receipts.first)))
        #expect(receipts.count == 1 && erasure.finishedAt != nil && erasure.entries == 2)
        #expect(erasure.storiesEnded == 2)
        #expect(erasure.filesRewritten.contains("digests/2026-11-22.json"))
    }

    @Test func `an archive from a backup is taken through what it has missed`() async throws {
        _ = try await folder.crawl()
        let backup = try Data(contentsOf: URL(filePath: folder.workspace.archivePath))
        let receipt = "erasures/\(try forget(.author(author, sources: [])).id).json"
        let before = try folder.read(receipt)
        for ending in ["-wal", "-shm"] {
            let path = folder.workspace.archivePath + ending
            if FileManager.default.fileExists(atPath: path) {
                try FileManager.default.removeItem(atPath: path)
            }
        }
        try backup.write(to: URL(filePath: folder.workspace.archivePath))
        #expect(try !finds(word).isEmpty)
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try finds(word, author, "qpxguidmark").isEmpty)
        #expect(try folder.read(receipt) == before)
    }

    @Test func `a new archive does not take in again what the old one forgot`() async throws {
        _ = try await folder.crawl()
        _ = try forget(.author(author, sources: []))
        try removeArchive()
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 2)
        #expect(try finds(word, author, "qpxguidmark").isEmpty)
    }

    @Test func `what an entry said before it was edited is found, and goes with it`() async throws {
        _ = try await folder.crawl()
        var edited = posts
        edited[0] = Post(
            id: "qpxguidmark1", author: author, text: "Zefirnet nie działa", link: link)
        site.at("/feed", document: postRSS(edited + [Post(id: "7", text: "Zefirnet nie działa")]))
        _ = try await folder.crawl(at: .crawlDay(2))
        let erasure = try forget(.text("dzień \(word)"), day: 2)
        #expect(erasure.entries == 1)
        #expect(try finds("fatalny dzień").isEmpty)
        #expect(try finds("qpxguidmark1").isEmpty)
        // What it says now is said by others too, of whom nobody asked.
        #expect(try folder.texts().contains("Zefirnet nie działa"))
        site.at("/feed", document: postRSS([Post(id: "8", text: "Zefirnet nie działa", day: 3)]))
        #expect(try await folder.crawl(at: .crawlDay(4)).newEntries == 1)
    }

    @Test func `an entry goes with the page that it leads to now`() async throws {
        _ = try await folder.crawl()
        var moved = posts
        moved[0].link = "https://forum.example/t/moved"
        site.at("/feed", document: postRSS(moved))
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try forget(.url(link), day: 2).entries == 0)
        #expect(try forget(.url("https://forum.example/t/moved?utm_source=x"), day: 2).entries == 1)
    }
}
