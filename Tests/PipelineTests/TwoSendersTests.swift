import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing
import Ticketing

/// Two processes that send from one archive on a server, as the server has forgotten that the first
/// one holds the lock.
@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct TwoSendersTests {
    private static let now = Date.crawlDay(0)
    private let cluster: PostgreSQLCluster
    private let address: String
    private let places = [
        "w Gdańsku od rana", "u mojej siostry", "na działce i nad jeziorem", "po burzy w Sopocie",
        "na trzecim piętrze biurowca",
    ]

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
        address = try cluster.emptySchema()
    }

    /// What a network that goes away for a while comes to.
    private func endLockSession() throws {
        let schema = try #require(address.split(separator: "%3D").last)
        let ended = try cluster.run(
            """
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory'
                AND objid::bigint = hashtext('\(schema)')::bigint & 4294967295
            """)
        #expect(ended == "t\n")
    }

    private func workspace(sendingTo server: LoopbackServer) throws -> TestWorkspace {
        let posts = places.map { place in
            (
                id: place, text: "Zefirnet nie działa \(place)",
                date: "Sat, 21 Nov 2026 18:00:00 +0100"
            )
        }
        let folder = try TestWorkspace(
            [
                "feeds/mine.yaml": "sources:\n  - {id: news, name: News, path: news.xml}\n",
                "news.xml": rss(posts), "hook": "signing-secret",
                "rules/routing.yaml": """
                time_zone: Europe/Warsaw
                teams: [{id: support, name: Support}]
                default_team: support
                severity: [{when: {category: technical_issue}, severity: high}]
                tickets:
                  installation: test
                  destinations:
                    - {id: desk, system: webhook, url: "\(server.url("/in"))", token: "secret:file:hook"}
                  routes: [{when: {severity_at_least: high}, to: desk}]
                """,
            ], store: address)
        try folder.protect("hook")
        return folder
    }

    private func export(_ folder: TestWorkspace) async throws -> TicketReport {
        try await TicketExport(
            workspace: folder.workspace, options: TicketExport.Options(now: Self.now)
        ).execute()
    }

    @Test func `each ticket is sent by one of them, and the one that slept stops`() async throws {
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let isFirst = Mutex(true)
        let mayAnswer = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { _ in
            let sleeps = isFirst.withLock { first in
                defer { first = false }
                return first
            }
            if sleeps {
                begin.yield()
                // A thread of the server's own, which nobody else waits for.
                mayAnswer.wait()
            }
            return .init(201, body: "{}".utf8)
        }
        let one = try workspace(sendingTo: server)
        let other = try workspace(sendingTo: server)
        _ = try await Run(
            workspace: one.workspace, options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
        try FileManager.default.copyItem(
            atPath: one.workspace.path + "/.earshot-key",
            toPath: other.workspace.path + "/.earshot-key")

        async let asleep = export(one)
        for await _ in begun { break }
        try endLockSession()
        let awake = try await export(other)
        mayAnswer.signal()
        let slept = try await asleep

        let keys = server.requests.map { $0.header("idempotency-key") ?? "" }
        #expect(keys.count == 5)
        #expect(Set(keys).count == 5)
        #expect(awake.destinations.map(\.created) == [4])
        #expect(slept.destinations.map(\.created) == [1])
        #expect(
            slept.destinations.first?.stopped?.hasPrefix("another process has begun to send")
                == true)
        let lines = try DeliveryQueue.tickets(of: one.workspace).list(nil, limit: 9)
        #expect(lines.map(\.state) == Array(repeating: .delivered, count: 5))
    }
}
