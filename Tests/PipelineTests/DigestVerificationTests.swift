import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What is said of a digest that comes out different from what it was.
@Suite(.timeLimit(.minutes(5)))
struct DigestVerificationTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace()
        try listen(to: "/feed")
        serve("Zefirnet jest szybki")
    }

    private func listen(to paths: String...) throws {
        try folder.listen(
            to: paths.map {
                "id: \($0.dropFirst()), name: \($0.dropFirst()), url: '\(site.url($0))'"
            })
    }

    private func serve(_ text: String, at path: String = "/feed") {
        site.at(
            path, document: postRSS([Post(id: path, author: "Ola", text: text, day: 0.5)]))
    }

    /// Why the digest of the first day comes out different.
    private func reasons() throws -> [String] {
        let verified = try Archive(workspace: folder.workspace).verify(
            digestAt: folder.workspace.path + "/out/digests/2026-11-22.json")
        #expect(!verified.isReproduced)
        return verified.reasons
    }

    @Test func `what was edited since is a reason, and what is kept longer is none`() async throws {
        try folder.write(
            "privacy: {retention: {mentions: 20d, authors: 20d}}\n", to: "feeds/privacy.yaml")
        _ = try await folder.crawl(at: .crawlDay(0))
        serve("Zefirnet jest znowu bardzo wolny")
        _ = try await folder.crawl(at: .crawlDay(1))
        #expect(try reasons() == ["1 entry that had been heard by then was edited since"])
    }

    @Test func `what a new feed brings of that time is a reason`() async throws {
        _ = try await folder.crawl(at: .crawlDay(0))
        try listen(to: "/feed", "/other")
        serve("Zefirnet milczy", at: "/other")
        _ = try await folder.crawl(at: .crawlDay(1))
        #expect(
            try reasons() == [
                "1 mention that is dated by then was only heard since, as a new feed or an import "
                    + "brings them"
            ])
    }

    @Test(arguments: [
        (
            "authors: 5d", 6.0,
            "authors are kept for a time only (retention): who is new, who wrote before, and how many "
                + "voices there are is told by those that are left"
        ),
        (
            "mentions: 20d", 25.0,
            "mentions are kept for a time only (retention), and those of the digest's are gone, or some "
                + "of them, or of those that it compares them with"
        ),
    ])
    func `what was kept for long enough is a reason`(kept: String, day: Double, reason: String)
        async throws
    {
        try folder.write("privacy: {retention: {\(kept)}}\n", to: "feeds/privacy.yaml")
        _ = try await folder.crawl(at: .crawlDay(0))
        _ = try await folder.crawl(at: .crawlDay(day))
        #expect(try reasons() == [reason])
    }
}
