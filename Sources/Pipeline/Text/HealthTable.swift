package import Foundation
import Model

/// The health of the feeds and what is planned for them, in columns.
package struct HealthTable: Sendable {
    private let checks: [FeedCheck]
    private let now: Date
    private let style: TerminalStyle

    package init(_ checks: [FeedCheck], now: Date, style: TerminalStyle) {
        self.checks = checks
        self.now = now
        self.style = style
    }

    package var text: String {
        var table = TextTable([
            ("feed", .left), ("status", .left), ("entries", .right), ("last read", .left),
            ("last new", .left), ("next check", .left),
        ])
        for check in checks {
            table.add([
                check.health.feed.value, status(of: check), String(check.health.entries),
                check.health.lastSuccessAt.map(ContractJSON.timestamp) ?? "never",
                check.health.lastNewEntryAt.map(ContractJSON.timestamp) ?? "never",
                next(of: check),
            ])
        }
        var lines = table.lines()
        lines[0] = style.bold(lines[0])
        let remarks = checks.flatMap(remarks)
        return (lines + (remarks.isEmpty ? [] : [""]) + remarks).joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private func status(of check: FeedCheck) -> String {
        check.plan == .polled ? check.health.status.rawValue : check.plan.rawValue
    }

    private func next(of check: FeedCheck) -> String {
        guard let next = check.nextCheckAt else {
            return check.plan == .retired ? "never" : "each run"
        }
        return next <= now ? "next run" : ContractJSON.timestamp(next)
    }

    private func remarks(on check: FeedCheck) -> [String] {
        let health = check.health
        let failures =
            health.failuresInARow > 1 ? " (failed \(health.failuresInARow) times in a row)" : ""
        let ailment = health.message.map {
            style.bad("✗ ") + "\(health.feed): " + $0.withoutControls + failures
        }
        return [ailment].compactMap { $0 }
            + check.notes.map { "· \(health.feed): " + $0.withoutControls }
    }
}
