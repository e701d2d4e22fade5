import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TicketCheckTests {
    struct Case: Sendable {
        /// How a list of issues is answered.
        let issues: (status: Int, body: String)
        /// How one is whose issues have changed since a moment.
        let changes: (status: Int, body: String)
        let isGood: Bool
        let text: String
    }

    static let cases = [
        Case(
            issues: (200, "[]"), changes: (200, "[]"), isGood: true,
            text: "desk: tickets can be looked for, and their changes listed\n"),
        Case(
            issues: (401, #"{"message":"Bad credentials"}"#), changes: (200, "[]"), isGood: false,
            text: "desk: ✗ access is refused: 401: Bad credentials\n"),
        Case(
            issues: (403, #"{"message":"Not for you"}"#), changes: (200, "[]"), isGood: false,
            text: "desk: ✗ access is refused: 403: Not for you\n"),
        Case(
            issues: (200, "[]"), changes: (403, #"{"message":"Not for you"}"#), isGood: true,
            text: "desk: tickets can be looked for, but their changes cannot be listed: access is "
                + "refused: 403: Not for you\n"),
        Case(
            issues: (200, "<title>Sign in</title>"), changes: (200, "[]"), isGood: false,
            text: "desk: ✗ the answer is no JSON: Sign in\n"),
    ]

    @Test(arguments: cases)
    func `a system is asked, before anything is heard, what an export would ask it`(
        item: Case
    ) async throws {
        let server = try LoopbackServer { request in
            guard request.method == "GET" else { return .init(500) }
            let answer = request.path.contains("since=") ? item.changes : item.issues
            return .init(
                answer.status, headers: [("Content-Type", "application/json")],
                body: Array(answer.body.utf8))
        }
        let check = try await check(
            """
            {id: desk, system: github, url: "\(server.url(""))", queue: our/mentions,
                   token: "secret:file:key"}
            """)
        #expect(check.isGood == item.isGood)
        #expect(check.text(style: TerminalStyle(isOn: false)) == item.text)
    }

    @Test func `a ticket type that Intercom does not have is named before there is a ticket`()
        async throws
    {
        let server = try LoopbackServer { request in
            .init(
                request.path == "/ticket_types" ? 200 : 500,
                headers: [("Content-Type", "application/json")],
                body: Array(#"{"data":[{"id":"67","name":"Bug"}]}"#.utf8))
        }
        let check = try await check(
            """
            {id: desk, system: intercom, url: "\(server.url(""))", user: 991, type: 88,
                   key_field: Earshot key, requester: listening, token: "secret:file:key"}
            """)
        #expect(!check.isGood)
        #expect(
            check.text(style: TerminalStyle(isOn: false))
                == "desk: ✗ there is no ticket type '88'; correct type: there is 67 (Bug)\n")
    }

    @Test func `what cannot be asked, or has nobody who answers, says so`() async throws {
        let check = try await check(
            "{id: desk, system: jsonl, path: out/tickets}",
            """
            {id: hook, system: webhook, url: "https://hook.example", token: "secret:file:key"}
            """)
        #expect(check.isGood)
        #expect(
            check.text(style: TerminalStyle(isOn: false))
                == "desk: tickets can be looked for; nobody answers in files\n"
                + "hook: not asked, since it cannot tell what it holds\n")
    }

    /// - Parameter destinations: As the rules list them.
    private func check(_ destinations: String...) async throws -> TicketCheck {
        let folder = try TestWorkspace([
            "key": "secret",
            "feeds/none.yaml": "fetching: {pause_per_host: 0s}\n",
            "rules/routing.yaml": """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            tickets:
              installation: test
              destinations:
            \(destinations.map { "    - " + $0 }.joined(separator: "\n"))
              routes: [{to: desk}]
            """,
        ])
        try folder.protect("key")
        return try await TicketExport(
            workspace: folder.workspace, options: TicketExport.Options(now: .crawlDay(0))
        ).check()
    }
}
