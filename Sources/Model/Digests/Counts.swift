/// A figure in two ways: with every reprint and repost, and with each story once.
package struct Counts: Hashable, Sendable, Codable {
    /// Entries; one that names a brand three times is one mention of it.
    package let mentions: Int
    /// Different stories among them.
    package let stories: Int

    package init(mentions: Int, stories: Int) {
        self.mentions = mentions
        self.stories = stories
    }

    package static let zero = Counts(mentions: 0, stories: 0)
}

/// A quotient in two ways, of mentions and of stories; `nil` where there was nothing to divide by.
package struct Ratios: Hashable, Sendable, Codable {
    package let mentions: Double?
    package let stories: Double?

    package init(mentions: Double?, stories: Double?) {
        self.mentions = mentions
        self.stories = stories
    }
}

/// How often each tone was met.
///
/// A story has the tone of its first mention here.
package struct ToneCounts: Hashable, Sendable, Codable {
    package let positive: Counts
    package let neutral: Counts
    package let negative: Counts
    package let mixed: Counts
    package let undecided: Counts

    package init(
        positive: Counts, neutral: Counts, negative: Counts, mixed: Counts, undecided: Counts
    ) {
        self.positive = positive
        self.neutral = neutral
        self.negative = negative
        self.mixed = mixed
        self.undecided = undecided
    }

    package subscript(label: Sentiment.Label) -> Counts {
        switch label {
        case .positive: positive
        case .neutral: neutral
        case .negative: negative
        case .mixed: mixed
        case .undecided: undecided
        }
    }
}

/// How often something with a name was met: a category, a source, a language, a team.
package struct NamedCounts: Hashable, Sendable, Codable {
    package let id: String
    /// What people call it.
    package let name: String
    package let counts: Counts

    package init(id: String, name: String, counts: Counts) {
        self.id = id
        self.name = name
        self.counts = counts
    }
}

/// A count beside the same count of an earlier period of equal length.
package struct Change: Hashable, Sendable, Codable {
    package let before: Counts
    /// Now divided by before, two decimals.
    package let ratio: Ratios
    /// Whether a part of that period lay before anybody listened, or nothing was heard in much of it;
    /// absent where neither is so.
    ///
    /// Then `before` is nothing to compare with, and there is no quotient.
    package var unheard: Bool?

    package init(before: Counts, ratio: Ratios) {
        self.before = before
        self.ratio = ratio
    }

    /// `nil` where nobody listened.
    package var heardBefore: Counts? { unheard == true ? nil : before }
}
