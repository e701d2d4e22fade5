import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing
import Ticketing

/// What a ticket system is asked of the changes there.
@Suite(.timeLimit(.minutes(5)))
struct TicketReadBackTests {
    private static let now = Date.crawlDay(0)

    /// As much of Redmine as an export asks of it; keeps since when changes were asked for.
    private final class Desk: Sendable {
        private let asked = Mutex<[String]>([])

        var sinces: [String] { asked.withLock { $0 } }

        func start() throws -> LoopbackServer {
            try LoopbackServer { [self] request in
                let parts = URLComponents(string: request.path)
                let since = parts?.queryItems?.first { $0.name == "updated_on" }?.value
                if let since { asked.withLock { $0.append(since) } }
                switch (request.method, parts?.path) {
                case ("POST", _): return Self.made(request)
                case (_, "/issues.json"):
                    return .init(body: Array(#"{"issues": [], "total_count": 0}"#.utf8))
                case (_, "/users/current.json"): return .init(body: Array(#"{"user": {}}"#.utf8))
                // Asked for by its number, it is in no list.
                case (_, "/issues/1.json"): return .init(404)
                default: return .init(body: Array("{}".utf8))
                }
            }
        }

        /// The issue as it was sent, and its number.
        private static func made(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
            let json = try? JSONSerialization.jsonObject(with: Data(request.body))
            // What is no JSON comes back without its key, which an export tells of.
            var issue = (json as? [String: Any])?["issue"] as? [String: Any] ?? [:]
            issue["id"] = 1
            let answer = try? JSONSerialization.data(withJSONObject: ["issue": issue])
            return .init(201, body: Array(answer ?? Data()))
        }
    }

    private func workspace(sendingTo server: LoopbackServer) async throws -> TestWorkspace {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": "sources:\n  - {id: news, name: News, path: news.xml}\n",
            "news.xml": rss([("1", "Zefirnet nie działa", "Sat, 21 Nov 2026 18:00:00 +0100")]),
            "key": "secret",
            "rules/routing.yaml": """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            tickets:
              installation: test
              max_age: 7d
              destinations:
                - {id: desk, system: redmine, url: "\(server.url(""))", token: "secret:file:key",
                   queue: mentions, type: 3, key_field: 7}
              routes: [{to: desk}]
            """,
        ])
        try folder.protect("key")
        _ = try await Run(
            workspace: folder.workspace,
            options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
        return folder
    }

    @Test func `what changed after a clock had been far ahead is read all the same`() async throws {
        let desk = Desk()
        let server = try desk.start()
        let folder = try await workspace(sendingTo: server)
        for hours in [0, 365 * 24, 1, 2] as [Double] {
            let moment = Self.now + hours * 3_600
            let clock = DeliveryClock(now: { moment }, sleep: { _ in }, jitter: { 0 })
            let report = try await TicketExport(
                workspace: folder.workspace,
                options: TicketExport.Options(now: Self.now, clock: clock)
            ).execute()
            #expect(report.destinations.map(\.unread) == [nil])
            #expect(report.destinations.map(\.stopped) == [nil])
        }
        // Each but the one that comes back goes on five minutes before the last.
        #expect(
            desk.sinces == [
                ">=2026-11-15T05:55:00Z", ">=2026-11-22T05:55:00Z", ">=2026-11-15T05:55:00Z",
                ">=2026-11-22T06:55:00Z",
            ])
    }
}
