package import Model

/// The health of the feeds, in columns.
package struct HealthTable: Sendable {
    private let health: [FeedHealth]
    private let style: TerminalStyle

    package init(_ health: [FeedHealth], style: TerminalStyle) {
        self.health = health
        self.style = style
    }

    package var text: String {
        var table = TextTable([
            ("feed", .left), ("status", .left), ("entries", .right), ("last read", .left),
            ("last new", .left),
        ])
        for feed in health {
            table.add([
                feed.feed.value, feed.status.rawValue, String(feed.entries),
                feed.lastSuccessAt.map(ContractJSON.timestamp) ?? "never",
                feed.lastNewEntryAt.map(ContractJSON.timestamp) ?? "never",
            ])
        }
        var lines = table.lines()
        lines[0] = style.bold(lines[0])
        let ailing = health.filter { $0.message != nil }
        if !ailing.isEmpty { lines.append("") }
        for feed in ailing {
            let failures =
                feed.failuresInARow > 1 ? " (failed \(feed.failuresInARow) times in a row)" : ""
            lines.append(
                style.bad("✗ ") + "\(feed.feed): " + (feed.message ?? "").withoutControls
                    + failures)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
