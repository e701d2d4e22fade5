import Foundation
import Pipeline
import TestSupport
import Testing

/// Leads that a feed gives beside its contents.
@Suite(.timeLimit(.minutes(5)))
struct CrawlLeadTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: paper, name: Paper, url: '\(site.url("/paper"))'",
            "id: reprint, name: Reprint, url: '\(site.url("/reprint"))'",
        ])
        serve(lead: "", content: "Zupełnie co innego.", at: "/reprint")
    }

    private func serve(
        lead: String, content: String = "W tym tygodniu piszemy o cenach.",
        at path: String = "/paper"
    ) {
        site.at(
            path,
            document: """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Paper</title><item><guid>1</guid><title>Handel</title>
                <link>\(site.url(path + "/1"))</link>
                <description>\(lead)</description>
                <content:encoded>\(content)</content:encoded></item>
                </channel></rss>
                """)
    }

    private func forget(_ words: String, day: Double = 1) throws -> Erasure {
        try Forgetting(.text(words), in: folder.workspace, now: .crawlDay(day)).execute()
    }

    @Test func `a lead is part of what an entry says, and does not make it another one`()
        async throws
    {
        serve(lead: "Sieć sklepów zapowiada zmiany")
        _ = try await folder.crawl()
        let texts = [
            "Sieć sklepów zapowiada zmiany\nW tym tygodniu piszemy o cenach.",
            "Zupełnie co innego.",
        ]
        #expect(try folder.texts().sorted() == texts)
        // As for what was stored before leads were read.
        serve(lead: "")
        let report = try await folder.crawl(at: .crawlDay(2))
        // The other feed is as it was, and is not read.
        #expect(report.feeds.map(\.changedEntries) == [0, nil])
        #expect(try folder.texts().sorted() == texts)
    }

    @Test func `what goes with its lead goes where it was heard without one`() async throws {
        serve(lead: "Sieć sklepów zapowiada zmiany")
        serve(lead: "", at: "/reprint")
        _ = try await folder.crawl()
        #expect(try forget("sieć sklepów").entries == 2)
        #expect(try folder.texts().isEmpty)
    }

    @Test func `what goes with its lead goes where it was heard without one and edited since`()
        async throws
    {
        serve(lead: "Sieć sklepów zapowiada zmiany")
        serve(lead: "", at: "/reprint")
        _ = try await folder.crawl()
        serve(lead: "", content: "O cenach już nie piszemy.", at: "/reprint")
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try forget("sieć sklepów", day: 2).entries == 2)
        #expect(try folder.texts().isEmpty)
    }

    @Test(arguments: ["Sieć sklepów zapowiada zmiany", ""], ["Ceny w sklepach znów w górę", ""])
    func `what was erased does not come back with another lead, nor without one`(
        lead: String, other: String
    ) async throws {
        serve(lead: lead)
        _ = try await folder.crawl()
        #expect(try forget("tym tygodniu piszemy").entries == 1)
        serve(lead: other, at: "/reprint")
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try folder.texts() == ["Zupełnie co innego."])
    }

    @Test func `what a feed said behind its lead before an edit does not come back alone`()
        async throws
    {
        let lead = "Sieć sklepów zapowiada zmiany"
        serve(lead: lead)
        _ = try await folder.crawl()
        serve(lead: lead, content: "O cenach już nie piszemy.")
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try forget("tym tygodniu", day: 2).entries == 1)
        serve(lead: "", at: "/reprint")
        _ = try await folder.crawl(at: .crawlDay(4))
        #expect(try folder.texts() == ["Zupełnie co innego."])
    }

    @Test func `what was erased does not come back from an archive that has it with a lead`()
        async throws
    {
        serve(lead: "")
        _ = try await folder.crawl()
        #expect(try forget("tym tygodniu piszemy").entries == 1)
        serve(lead: "Sieć sklepów zapowiada zmiany")
        let elsewhere = try TestWorkspace(listeningTo: [
            "id: paper-abroad, name: Paper, url: '\(site.url("/paper"))'"
        ])
        _ = try await elsewhere.crawl()
        let path = folder.workspace.path + "/other.jsonl"
        var lines = Data()
        try ArchiveExport(workspace: elsewhere.workspace).lines(of: nil) { lines += $0 }
        try lines.write(to: URL(filePath: path))
        let report = try await Import(
            workspace: folder.workspace, options: Import.Options(now: .crawlDay(1))
        ).execute(path)
        #expect((report.newEntries, report.unwantedEntries) == (0, 1))
    }
}
