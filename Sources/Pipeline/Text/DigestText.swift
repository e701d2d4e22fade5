import Foundation
package import Model
import Reporting

/// A digest in a terminal: the headlines, what needs an answer, and each brand in a line.
package struct DigestText: Sendable {
    private let digest: Digest
    private let style: TerminalStyle
    private let words: PageWords
    private let mentions: [ListedMention.ID: ListedMention]

    /// More is on the page.
    private static let answersShown = 15
    private static let valuesShown = 5

    package init(_ digest: Digest, style: TerminalStyle) {
        self.digest = digest
        self.style = style
        words = PageWords(digest.origin.language)
        mentions = Dictionary(
            digest.mentions.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var text: String {
        var lines = [
            style.bold("\(time(digest.window.after)) – \(time(digest.window.through))"),
            "",
        ]
        lines += digest.headlines
        if !digest.alerts.isEmpty { lines.append("") }
        lines += digest.alerts.map { style.bad("! ") + $0.sentence }
        lines += answers
        if let tickets = digest.tickets {
            lines += ["", style.bold(words.tickets)]
            lines.append(
                StandingText(
                    tickets, of: digest, words: words, mostListed: Self.answersShown, style: style
                ).text)
        }
        lines += ["", style.bold(words.mentions)] + brandTable + about
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private func time(_ date: Date) -> String {
        words.dateAndTime(date, timeZone: digest.window.timeZone)
    }

    private var answers: [String] {
        let items = digest.needsAnswer.items
        guard !items.isEmpty else { return [] }
        var lines = ["", style.bold(words.needsAnswer)]
        for item in items.prefix(Self.answersShown) {
            guard let mention = mentions[item.mention] else { continue }
            let due =
                item.answerBy.map { "\(words.answerBy) \(time($0))" } ?? words.noDeadline
            lines.append(
                "#\(mention.sequence)  \(words.severity(item.severity)) · \(item.teamName) · "
                    + (item.isOverdue ? style.bad(due) : due))
            lines.append("    " + mention.snippet.text.withoutControls.shortened(to: 160))
            if let link = mention.link {
                lines.append("    " + style.faint(link.withoutControls))
            }
        }
        if items.count > Self.answersShown {
            lines.append("… + \(items.count - Self.answersShown)")
        }
        return lines
    }

    /// The values of each facet most met; nothing where the rules have none.
    private var about: [String] {
        let facets = (digest.facets ?? []).map { facet in
            (facet.name, facet.values.filter { $0.counts != .zero }.prefix(Self.valuesShown))
        }.filter { !$0.1.isEmpty }
        guard !facets.isEmpty else { return [] }
        let own = FacetWords(digest.origin.language)
        var table = TextTable([
            (own.value, .left), (words.posts, .right), (words.stories, .right),
            (words.before, .right), (own.negative, .right),
        ])
        for (name, values) in facets {
            for value in values {
                table.add([
                    "\(name): \(value.name)".withoutControls, "\(value.counts.mentions)",
                    "\(value.counts.stories)", before(value.previous),
                    words.negativeShare(value.tone),
                ])
            }
        }
        return ["", style.bold(own.about)] + table.lines()
    }

    private var brandTable: [String] {
        let tones = words.tonesCounted
        let isRated = digest.brands.contains { $0.rating != nil }
        let isAsked = digest.brands.contains { $0.nps != nil }
        let isOfEffort = digest.brands.contains { $0.ces != nil }
        let rating = RatingWords(digest.origin.language).rating
        var columns: [(title: String, alignment: TextTable.Alignment)] = [
            (words.brand, .left), (words.mentions, .right), (words.stories, .right),
            (words.before, .right), (tones.positive, .right), (tones.negative, .right),
            (words.netTone, .right),
        ]
        if isRated { columns += [(rating, .right), ("CSAT", .right)] }
        if isAsked { columns.append(("NPS", .right)) }
        if isOfEffort { columns.append(("CES", .right)) }
        var table = TextTable(columns)
        for brand in digest.brands {
            table.add(
                [brand.name.withoutControls]
                    + [
                        "\(brand.counts.mentions)", "\(brand.counts.stories)",
                        before(brand.previous), "\(brand.tone.positive.mentions)",
                        "\(brand.tone.negative.mentions)",
                    ]
                    + [words.net(brand.tone.exactNetSentiment.mentions)]
                    + (isRated
                        ? [words.ratingOfPosts(brand.rating), words.csat(brand.rating)] : [])
                    + (isAsked ? [words.npsOfAnswers(brand.nps)] : [])
                    + (isOfEffort ? [words.cesOfAnswers(brand.ces)] : []))
        }
        return table.lines()
    }

    private func before(_ change: Change) -> String {
        change.heardBefore.map { "\($0.mentions)" } ?? "–"
    }
}
