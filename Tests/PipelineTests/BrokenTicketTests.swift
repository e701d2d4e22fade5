import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing
import Ticketing

/// A ticket that its system cannot show, among others that it can.
@Suite(.timeLimit(.minutes(5)))
struct BrokenTicketTests {
    private static let now = Date.crawlDay(0)

    /// As much of Redmine as an export asks of it, which fails at some of its issues.
    private final class Desk: Sendable {
        private let count = Mutex(0)
        private let broken: Set<Int>

        init(failingAt broken: Set<Int>) { self.broken = broken }

        func start() throws -> LoopbackServer {
            try LoopbackServer { [self] request in
                let parts = URLComponents(string: request.path)
                let isOfChanges =
                    parts?.queryItems?.contains { $0.name == "updated_on" } ?? false
                switch (request.method, parts?.path ?? "") {
                case ("POST", _): return made(request)
                case (_, "/issues.json"):
                    let last = isOfChanges ? count.withLock { $0 } : 0
                    return Self.json(["issues": (0..<last).map { Self.issue($0 + 1) }])
                case (_, "/users/current.json"): return Self.json(["user": ["id": 5]])
                case (_, let path):
                    let digits = path.dropFirst("/issues/".count).prefix { $0.isNumber }
                    let number = Int(digits) ?? 0
                    return broken.contains(number)
                        ? .init(500) : Self.json(["issue": Self.issue(number)])
                }
            }
        }

        /// The issue as it was sent, and its number.
        private func made(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
            let json = try? JSONSerialization.jsonObject(with: Data(request.body))
            // What is no JSON comes back without its key, which an export tells of.
            var issue = (json as? [String: Any])?["issue"] as? [String: Any] ?? [:]
            issue["id"] = count.withLock { count in
                count += 1
                return count
            }
            return Self.json(["issue": issue])
        }

        private static func issue(_ number: Int) -> [String: Any] {
            [
                "id": number, "updated_on": "2026-11-22T06:00:00Z",
                "status": ["name": "New", "is_closed": false],
            ]
        }

        private static func json(_ value: [String: Any]) -> LoopbackServer.Response {
            let bytes = try? JSONSerialization.data(withJSONObject: value)
            return .init(body: Array(bytes ?? Data()))
        }
    }

    /// Where three stories were heard, and nothing was handed over.
    private func workspace(sendingTo server: LoopbackServer) async throws -> TestWorkspace {
        let texts = ["Zefirnet nie działa", "Oferta Zefirnet jest droga", "Zefirnet w Łodzi"]
        let date = "Sat, 21 Nov 2026 18:00:00 +0100"
        let folder = try TestWorkspace([
            "feeds/mine.yaml": "sources:\n  - {id: news, name: News, path: news.xml}\n",
            "news.xml": rss(texts.enumerated().map { ("\($0)", $1, date) }),
            "key": "secret",
            "rules/routing.yaml": """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            tickets:
              installation: test
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

    private func export(_ folder: TestWorkspace, at moment: Date) async throws -> DeliveryCounts {
        let clock = DeliveryClock(now: { moment }, sleep: { _ in }, jitter: { 0 })
        let report = try await TicketExport(
            workspace: folder.workspace,
            options: TicketExport.Options(now: moment, clock: clock)
        ).execute()
        return try #require(report.destinations.first)
    }

    /// Those that are known to be open.
    private func open(in folder: TestWorkspace) throws -> Int {
        try Archive(workspace: folder.workspace).ticketStanding(days: 28, now: Self.now).open
    }

    @Test func `a ticket that cannot be read keeps no other from being read`() async throws {
        let server = try Desk(failingAt: [2]).start()
        let folder = try await workspace(sendingTo: server)
        let counts = try await export(folder, at: Self.now)
        #expect(counts.created == 3)
        #expect(counts.unread == "ticket 2: 500")
        #expect(try open(in: folder) == 2)
    }

    @Test func `two of them come behind the others in the next run`() async throws {
        let server = try Desk(failingAt: [1, 2]).start()
        let folder = try await workspace(sendingTo: server)
        #expect(try await export(folder, at: Self.now).unread == "ticket 1: 500")
        #expect(try open(in: folder) == 0)
        #expect(try await export(folder, at: Self.now + 7_200).unread == "ticket 1: 500")
        #expect(try open(in: folder) == 1)
    }
}
