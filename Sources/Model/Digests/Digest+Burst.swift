package import Foundation

extension Digest {
    /// What there is to know at once of the burst behind an alert.
    package struct Burst: Hashable, Sendable, Codable {
        /// When it was first spoken of, in the window or the ones before it, and where.
        package let beganAt: Date
        package let beganIn: String
        package let lastAt: Date
        /// Who noticed: those that told most of it.
        package let sources: [NamedCounts]
        package let sourcesInAll: Int
        /// Pseudonymous authors; those of posts that name none are not counted.
        package let authorsInAll: Int
        /// Why: words and phrases that came more often than in the windows before, strongest first.
        package let terms: [String]
        /// All that was said of the brand in the window before, and in this one.
        package let toneBefore: ToneCounts
        package let tone: ToneCounts
        /// When a ticket of its stories was first answered; `nil` for not yet.
        package var answeredAt: Date?
        /// The last time before that people used the same words; `nil` for never.
        package let echo: Echo?

        package init(
            beganAt: Date, beganIn: String, lastAt: Date, sources: [NamedCounts],
            sourcesInAll: Int, authorsInAll: Int, terms: [String], toneBefore: ToneCounts,
            tone: ToneCounts, answeredAt: Date?, echo: Echo?
        ) {
            self.beganAt = beganAt
            self.beganIn = beganIn
            self.lastAt = lastAt
            self.sources = sources
            self.sourcesInAll = sourcesInAll
            self.authorsInAll = authorsInAll
            self.terms = terms
            self.toneBefore = toneBefore
            self.tone = tone
            self.answeredAt = answeredAt
            self.echo = echo
        }
    }
}

/// An earlier burst in the same words, long over when they came back.
package struct Echo: Hashable, Sendable, Codable {
    package let beganAt: Date
    package let endedAt: Date
    package let stories: Int

    package init(beganAt: Date, endedAt: Date, stories: Int) {
        self.beganAt = beganAt
        self.endedAt = endedAt
        self.stories = stories
    }
}

/// An entry of the past, as far as a search for what comes back asks.
package struct PastEntry: Hashable, Sendable {
    package let date: Date
    package let story: Int64

    package init(date: Date, story: Int64) {
        self.date = date
        self.story = story
    }
}
