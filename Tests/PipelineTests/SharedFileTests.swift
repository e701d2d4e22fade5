import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Sources that are files, where crawlers on several machines share an archive.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct SharedFileTests {
    private static let list = ["id: own, name: Own, path: feeds/own.xml"]
    private let here: TestWorkspace
    private let there: TestWorkspace

    init() throws {
        let store = try #require(PostgreSQLCluster.shared).emptySchema()
        here = try TestWorkspace(store: store)
        there = try TestWorkspace(store: store)
        try here.listen(to: Self.list)
        try there.listen(to: Self.list)
        try here.write(numberedRSS(1...3), to: "feeds/own.xml")
    }

    /// Gives the other machine the key of this one, which the first run here makes.
    private func shareKey() throws {
        try here.read(".earshot-key")
            .write(to: URL(filePath: there.workspace.path + "/.earshot-key"))
        try there.protect(".earshot-key")
    }

    @Test(arguments: [false, true])
    func `a file that another machine reads is not missed here`(isWorker: Bool) async throws {
        _ = try await here.crawl()
        try shareKey()
        let report = try await there.crawl(at: .crawlDay(0.2)) {
            $0.isFetchOnly = isWorker
            $0.isWorker = isWorker
        }
        #expect(report.feeds.map(\.outcome) == ["not_due"])
        #expect(try here.check(at: .crawlDay(0.3)).map(\.health.status) == [.ok])
        guard !isWorker else { return }
        let digest = try ContractJSON.decode(
            Digest.self, from: there.read("out/digests/2026-11-22.json"))
        #expect((digest.health.ok, digest.health.failing, digest.health.unheard) == (1, 0, 0))
    }

    @Test func `one that nobody has read for two days is missed`() async throws {
        _ = try await here.crawl()
        try shareKey()
        var options = Run.Options(now: .crawlDay(2), isFetchOnly: true)
        options.isWorker = true
        let report = try await Run(workspace: there.workspace, options: options).report()
        #expect(report.feeds.map(\.outcome) == ["file"])
        #expect(try here.check(at: .crawlDay(2)).map(\.health.status) == [.failing])
        _ = try await here.crawl(at: .crawlDay(2.1))
        #expect(try here.check(at: .crawlDay(2.1)).map(\.health.status) == [.ok])
    }
}
