import Foundation
import Hashing
import Model
import Pipeline
import TestSupport
import Testing

/// That what is shown of an archive in a folder holds on a server, too: the same is done to both, and
/// the same comes of it.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerArchiveTests {
    /// What came of something, as far as it may be compared.
    private struct Results: Equatable {
        var counts: [String] = []
        var texts: [String] = []
        var files: [String: Data] = [:]
    }

    /// Done to either, by people with the same key.
    private func results(
        _ files: [String: String], of body: (TestWorkspace) async throws -> [String]
    ) async throws -> [Results] {
        var all: [Results] = []
        var key: Data?
        for place in ArchivePlace.available {
            let folder = try TestWorkspace(files, archiveIn: place)
            if let key {
                try key.write(to: URL(filePath: folder.workspace.path + "/.earshot-key"))
                try folder.protect(".earshot-key")
            }
            let counts = try await body(folder)
            key = try folder.read(".earshot-key")
            all.append(
                Results(counts: counts, texts: try folder.texts(), files: try folder.outputs()))
        }
        return all
    }

    @Test func `retention leaves the same in a file and on a server`() async throws {
        let site = try CrawlSite()
        site.at(
            "/feed",
            document: postRSS([
                Post(id: "1", author: "Ola", text: "Zefirnet nie działa"),
                Post(id: "2", author: "Ola", text: "Pogoda"),
            ]))
        let results = try await results([
            "feeds/privacy.yaml":
                "privacy: {retention: {entries: 10d, mentions: 20d, authors: 5d}}\n"
        ]) { folder in
            try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'"])
            var counts: [String] = []
            for day in [0.0, 6, 11, 38] {
                let report = try await folder.crawl(at: .crawlDay(day))
                counts.append("\(report.newEntries) \(String(describing: report.expired))")
                counts += try folder.texts()
            }
            return counts
        }
        #expect(results.count == 2)
        #expect(results.first?.texts == [])
        #expect(results.first?.counts.contains("Pogoda") == true)
        #expect(results.first == results.last)
    }

    @Test func `no worker without its receipt takes in what is erased and not yet overwritten`()
        async throws
    {
        let site = try CrawlSite()
        site.at(
            "/feed",
            document: postRSS([Post(id: "1", author: "Ola", text: "Zefirnet nie działa")]))
        let folder = try TestWorkspace(archiveIn: .server)
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'"])
        _ = try await folder.crawl()
        do {
            let forgetting = try Forgetting(
                .text("nie działa"), in: folder.workspace, now: .crawlDay(0.1))
            #expect(throws: RunError.self) {
                try forgetting.execute { done throws(RunError) in
                    if done == .erased { throw RunError.badInput("ended") }
                }
            }
        }
        // As on another machine, which has kept what it could not read.
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/erasures")
        try folder.write("Zefirnet nie działa", to: "unreadable/forum.document")
        let error = await #expect(throws: RunError.self) {
            try await folder.crawl(at: .crawlDay(1)) {
                $0.isFetchOnly = true
                $0.isWorker = true
            }
        }
        #expect(error?.description.contains("the receipt") == true)
        #expect(
            try FileManager.default.contentsOfDirectory(
                atPath: folder.workspace.path + "/unreadable") == [])
    }

    @Test(arguments: [false, true])
    func `a crawl is not ended early where a host rests`(isWorker: Bool) async throws {
        let site = try CrawlSite()
        site.at("/fine", document: numberedRSS(1...3))
        let folder = try TestWorkspace(archiveIn: .server)
        try folder.listen(to: ["id: fine, name: Fine, url: '\(site.url("/fine"))'"])
        _ = try await folder.crawl()
        site.at("/resting") { _ in .init(429, headers: [("Retry-After", "7200")]) }
        try folder.listen(
            to: ["resting", "waiting"].map { id in
                "id: \(id), name: \(id), url: '\(site.url("/resting?\(id)"))'"
            })
        let report = try await folder.crawl(at: .crawlDay(1)) {
            $0.isFetchOnly = true
            $0.isWorker = isWorker
        }
        #expect(report.feeds.contains { $0.outcome == "postponed" })
        #expect(!report.isPartial)
    }

    @Test
    func
        `rows with longer ids and addresses than feeds may have are the same in a file and on a server`()
        async throws
    {
        // No page of an index takes it, however it is packed.
        let long = (0..<160).map { ContentHash.hex(of: ["\($0)"]) }.joined()
        let results = try await results([
            "feeds/none.yaml": "fetching: {pause_per_host: 0s}\n",
            "posts.jsonl": """
            {"id": "\(long)", "text": "Zefirnet nie działa"}
            {"id": "2", "text": "Zefirnet jest świetny", "url": "https://shop.example/\(long)"}

            """,
        ]) { folder in
            var counts: [String] = []
            for _ in 0..<2 {
                var options = Import.Options(now: .crawlDay(0))
                options.source = "reviews"
                let report = try await Import(workspace: folder.workspace, options: options)
                    .execute(folder.workspace.path + "/posts.jsonl")
                counts.append("\(report.newEntries) new, \(report.knownEntries) known")
            }
            _ = try await folder.crawl(at: .crawlDay(0.1))
            return counts
        }
        #expect(results.count == 2)
        #expect(results.first?.counts == ["2 new, 0 known", "0 new, 2 known"])
        #expect(results.first?.texts == ["Zefirnet jest świetny", "Zefirnet nie działa"])
        #expect(results.first == results.last)
    }

    @Test func `an import and its tickets are the same from a file and from a server`() async throws
    {
        let csv = """
            Id;Autor;Treść;Data dodania
            1;Ania;"Zefirnet nie działa; od rana";21.11.2026 18:00
            2;Bolek;Zefirnet jest świetny;22.11.2026 06:30
            3;;"Dziś ""zefirek"" wieje";22.11.2026

            """
        let routing = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            severity: [{when: {category: technical_issue}, severity: high}]
            tickets:
              installation: test
              destinations: [{id: lines, system: jsonl, path: out/tickets}]
              routes: [{when: {severity_at_least: high}, to: lines}]
            """
        let results = try await results([
            "feeds/none.yaml": "fetching: {pause_per_host: 0s}\n", "rules/routing.yaml": routing,
            "posts.csv": csv,
        ]) { folder in
            var counts: [String] = []
            for _ in 0..<2 {
                var options = Import.Options(now: .crawlDay(0))
                options.source = "reviews"
                let report = try await Import(workspace: folder.workspace, options: options)
                    .execute(folder.workspace.path + "/posts.csv")
                counts.append("new \(report.newEntries)")
                let run = try await folder.crawl(at: .crawlDay(0.1))
                counts.append("created \(run.tickets?.destinations.map(\.created) ?? [])")
            }
            var lines = Data()
            try ArchiveExport(workspace: folder.workspace).lines(of: nil) { lines += $0 }
            counts.append(String(decoding: lines, as: UTF8.self))
            let erasure = try Forgetting(
                .text("działa od rana"), in: folder.workspace, now: .crawlDay(0.2)
            ).execute()
            counts.append("erased \(erasure.entries) \(erasure.filesRewritten)")
            return counts
        }
        #expect(results.count == 2)
        #expect(results.first?.texts.count == 2)
        #expect(
            results.first?.counts.prefix(4) == ["new 3", "created [1]", "new 0", "created [0]"])
        #expect(results.first == results.last)
    }
}
