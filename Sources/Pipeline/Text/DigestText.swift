package import Model

/// A digest in a terminal: the headlines, what needs an answer, and each brand in a line.
package struct DigestText: Sendable {
    private let digest: Digest
    private let style: TerminalStyle
    private let mentions: [ListedMention.ID: ListedMention]

    /// More is on the page.
    private static let answersShown = 15

    package init(_ digest: Digest, style: TerminalStyle) {
        self.digest = digest
        self.style = style
        mentions = Dictionary(
            digest.mentions.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var text: String {
        var lines = [
            style.bold(
                "\(ContractJSON.timestamp(digest.window.after)) to "
                    + ContractJSON.timestamp(digest.window.through)),
            "",
        ]
        lines += digest.headlines
        if !digest.alerts.isEmpty { lines.append("") }
        lines += digest.alerts.map { style.bad("! ") + $0.sentence }
        lines += answers
        if let tickets = digest.tickets {
            lines += ["", style.bold("Tickets"), StandingText(tickets, style: style).text]
        }
        lines += ["", style.bold("Brands")] + brandTable
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private var answers: [String] {
        let items = digest.needsAnswer.items
        guard !items.isEmpty else { return [] }
        var lines = ["", style.bold("Needs an answer")]
        for item in items.prefix(Self.answersShown) {
            guard let mention = mentions[item.mention] else { continue }
            let due = item.answerBy.map { "by \(ContractJSON.timestamp($0))" } ?? "no time set"
            lines.append(
                "#\(mention.sequence)  \(item.severity.rawValue), \(item.teamName), "
                    + (item.isOverdue ? style.bad(due) : due))
            lines.append("    " + mention.snippet.text.withoutControls.shortened(to: 160))
            if let link = mention.link {
                lines.append("    " + style.faint(link.withoutControls))
            }
        }
        if items.count > Self.answersShown {
            lines.append("and \(items.count - Self.answersShown) more")
        }
        return lines
    }

    private var brandTable: [String] {
        var table = TextTable([
            ("brand", .left), ("mentions", .right), ("stories", .right), ("before", .right),
            ("positive", .right), ("negative", .right), ("net tone", .right),
        ])
        for brand in digest.brands {
            table.add(
                [brand.name.withoutControls]
                    + [
                        brand.counts.mentions, brand.counts.stories, brand.previous.before.mentions,
                        brand.tone.positive.mentions, brand.tone.negative.mentions,
                    ].map(String.init)
                    + [brand.netSentiment.mentions.map { "\($0)" } ?? "–"])
        }
        return table.lines()
    }
}
