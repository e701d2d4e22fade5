import Model

extension ReportWords {
    func volume(of brands: [Digest.BrandSummary], span: Span) -> String {
        let parts = brands.enumerated().map { index, brand in
            let name = index == 0 ? "\(brand.name) was mentioned" : brand.name
            guard brand.counts != .zero else {
                return index == 0 ? "\(brand.name) was not mentioned" : "\(brand.name) not at all"
            }
            let change = change(brand.previous, before(span))
            return "\(name) \(times(brand.counts)), \(change)"
        }
        return parts.joined(separator: "; ") + "."
    }

    func nothingHeard(of brands: [Digest.BrandSummary], until: String, span: Span) -> String {
        guard !brands.isEmpty else { return "No brands are followed, so nothing was counted." }
        let before = brands.map(\.previous.before).reduce(.zero, +)
        let period =
            switch span {
            case .day: "In the day up to \(until)"
            case .week: "In the week up to \(until)"
            case .other: "In the period up to \(until)"
            }
        let names = list(brands.map(\.name), and: "or")
        return "\(period) nobody mentioned \(names); \(self.before(span)) there were "
            + (before == .zero ? "no mentions either." : "\(mentions(before.mentions)).")
    }

    func tone(of brands: [Digest.BrandSummary]) -> String {
        let heard = brands.filter { $0.counts != .zero }
        guard !heard.isEmpty else { return "With nothing said, there is no tone to report." }
        let parts = heard.map { brand in
            let negative = brand.tone.negative.mentions
            let positive = brand.tone.positive.mentions
            let other = brand.counts.mentions - negative - positive
            let net = brand.netSentiment.mentions.map { ", net tone \(signed($0))" } ?? ""
            return
                "of the \(mentions(brand.counts.mentions)) of \(brand.name), \(number(negative)) "
                + (negative == 1 ? "was" : "were")
                + " negative, \(number(positive)) positive, \(number(other)) neutral or other\(net)"
        }
        return capitalized(parts.joined(separator: "; ")) + "."
    }

    func toDo(
        _ counts: Counts, firstBy: String?, overdue: Int, listening: ListeningHealth
    ) -> String {
        var sentence =
            counts == .zero
            ? "Nothing needs an answer"
            : "\(posts(counts.mentions)) (\(stories(counts.stories))) "
                + (counts.mentions == 1 ? "needs an answer" : "need an answer")
        if let firstBy, counts != .zero {
            sentence += ", the first by \(firstBy)"
        }
        if overdue > 0 {
            sentence += ", \(number(overdue)) already late"
        }
        return sentence + "; " + inShort(listening) + "."
    }

    func alert(
        _ kind: Digest.Alert.Kind, brand: String, counts: Counts, previous: Counts,
        sameWeekday: Counts, span: Span
    ) -> String {
        let what =
            switch kind {
            case .negative: "negative mentions of \(brand)"
            case .incident: "reports of an incident at \(brand)"
            }
        return "\(number(counts.mentions)) \(what) (\(stories(counts.stories))), against "
            + "\(number(previous.mentions)) \(before(span)) and "
            + "\(number(sameWeekday.mentions)) a week earlier."
    }

    /// One sentence on the feeds, and how they bend the figures.
    func listening(_ feeds: Int, troubled: [FeedHealth]) -> String {
        guard feeds > 0 else { return "No feeds are set up, so every figure here is zero." }
        guard !troubled.isEmpty else {
            return "All \(self.feeds(feeds)) were heard; no figure here is bent by a missing one."
        }
        func part(_ status: FeedHealth.Status, _ words: String) -> String? {
            let names = Set(troubled.filter { $0.status == status }.map(\.sourceName)).sorted()
            let count = troubled.count { $0.status == status }
            guard count > 0 else { return nil }
            let shown = names.prefix(3) + (names.count > 3 ? ["others"] : [])
            return "\(number(count)) \(words) (\(list(Array(shown))))"
        }
        let parts = [
            part(.failing, "could not be fetched"), part(.silent, "silent for longer than usual"),
            part(.unheard, "not polled yet"),
        ].compactMap { $0 }
        return "Of \(self.feeds(feeds)), \(list(parts)): what was said there is missing from "
            + "every figure here, so true counts may be higher."
    }

    /// The end of a sentence on how many feeds were heard.
    func inShort(_ listening: ListeningHealth) -> String {
        if listening.feeds == 0 { return "no feeds are set up" }
        let missing = listening.feeds - listening.ok
        return missing == 0
            ? "all \(feeds(listening.feeds)) were heard"
            : "\(number(missing)) of \(feeds(listening.feeds)) could not be heard properly, "
                + "so true counts may be higher"
    }

    func capitalized(_ sentence: String) -> String {
        sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
}
