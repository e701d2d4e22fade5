import Foundation
import Pipeline
import Testing

extension TicketExportTests {
    @Test func `a destination that is new says how it gets what was heard before`() async throws {
        let folder = try folder()
        let withoutTickets = tickets.components(separatedBy: "tickets:").first ?? ""
        try folder.write(withoutTickets, to: "rules/routing.yaml")
        func run() async throws -> String? {
            try await Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
                .execute().tickets?.text(style: TerminalStyle(isOn: false))
        }
        #expect(try await run() == nil)
        try folder.write(tickets, to: "rules/routing.yaml")
        func export(since: Date? = nil) async throws -> String {
            let options = TicketExport.Options(now: Self.now, since: since)
            let export = TicketExport(workspace: folder.workspace, options: options)
            return try await export.execute().text(style: TerminalStyle(isOn: false))
        }
        let hint = "`earshot export --since DAY` considers what was heard before it was in"
        #expect(try await export() == "lines: nothing yet; \(hint) the rules\n")
        #expect(try await run() == "lines: nothing to do\n")
        #expect(try await export(since: Self.now + 86_400) == "lines: nothing to do\n")
        #expect(try await export(since: Self.now - 86_400) == "lines: 1 created\n")
        #expect(try await export() == "lines: nothing to do\n")
    }
}
