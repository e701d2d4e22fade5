import Foundation
package import Model

extension Counts {
    init(of entries: some Collection<CountedEntry>) {
        self.init(mentions: entries.count, stories: Set(entries.map(\.story.id)).count)
    }

    init(of mentions: some Collection<BrandMention>) {
        self.init(mentions: mentions.count, stories: Set(mentions.map(\.entry.story.id)).count)
    }

    /// Two decimals; `nil` where there was none before.
    func change(since before: Counts) -> Change {
        Change(before: before, ratio: divided(by: before, decimals: 2))
    }

    /// - Parameter isHeard: whether we listened then.
    func change(since before: Counts, isHeard: Bool) -> Change {
        guard !isHeard else { return change(since: before) }
        var change = Change(before: before, ratio: Ratios(mentions: nil, stories: nil))
        change.unheard = true
        return change
    }

    func divided(by other: Counts, decimals: Int) -> Ratios {
        let exact = divided(by: other)
        return Ratios(
            mentions: exact.mentions?.rounded(decimals: decimals),
            stories: exact.stories?.rounded(decimals: decimals))
    }

    /// Not rounded; `nil` where there was none.
    func divided(by other: Counts) -> Ratios {
        Ratios(
            mentions: quotient(mentions, other.mentions), stories: quotient(stories, other.stories))
    }

    static func + (one: Self, other: Self) -> Self {
        Counts(mentions: one.mentions + other.mentions, stories: one.stories + other.stories)
    }

    static func - (one: Self, other: Self) -> (mentions: Int, stories: Int) {
        (one.mentions - other.mentions, one.stories - other.stories)
    }
}

extension ToneCounts {
    /// - Parameter mentions: of one brand, by sequence; a story has the tone of its first.
    init(of mentions: [BrandMention]) {
        let stories = mentions.firstOfEachStory
        func counts(_ label: Sentiment.Label) -> Counts {
            Counts(
                mentions: mentions.count { $0.tone.label == label },
                stories: stories.count { $0.tone.label == label })
        }
        self.init(
            positive: counts(.positive), neutral: counts(.neutral), negative: counts(.negative),
            mixed: counts(.mixed), undecided: counts(.undecided))
    }

    /// (positive − negative) / (positive + negative + neutral + mixed), four decimals.
    ///
    /// Undecided says nothing either way and is left out.
    var netSentiment: Ratios {
        let exact = exactNetSentiment
        return Ratios(
            mentions: exact.mentions?.rounded(decimals: 4),
            stories: exact.stories?.rounded(decimals: 4))
    }

    /// The same, not rounded, for who tells it with fewer decimals: rounded twice, 55 of 193 would be 0.29.
    package var exactNetSentiment: Ratios {
        let difference = positive - negative
        let decided = positive + negative + neutral + mixed
        return Ratios(
            mentions: quotient(difference.mentions, decided.mentions),
            stories: quotient(difference.stories, decided.stories))
    }
}

extension [Int] {
    var total: Int { reduce(0, +) }
}

// MARK: - Private

private func quotient(_ dividend: Int, _ divisor: Int) -> Double? {
    divisor == 0 ? nil : Double(dividend) / Double(divisor)
}
