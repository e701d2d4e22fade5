package import Foundation

extension Trends {
    /// What made a day stand out, as far as the counts themselves tell.
    package enum Cause: String, Codable, Sendable, CaseIterable {
        /// People: neither of the others explains it.
        case talk
        /// One text, printed often: counted by story, the day is as usual.
        case oneStory = "one_story"
        /// A source that we began to hear lately: without it, the day is as usual.
        case newSource = "new_source"
        /// Sources that fell silent: had they gone on, the day would be as usual.
        case lostSource = "lost_source"
    }

    /// A burst of mentions of one brand, as one card: spikes with at most two quiet days between.
    package struct Incident: Hashable, Sendable, Codable {
        package typealias ID = Identifier<Incident>

        /// The brand and the first day: `acme-2026-11-17`.
        package let id: ID
        package let brand: Brand.ID
        package let cause: Cause
        package let sentence: String
        /// Days of spikes, first and last.
        package let firstDay: String
        package let lastDay: String
        /// Whether the last day is so near the end of the period that it may go on.
        package let isOpen: Bool
        /// When its first mention was said, and where.
        package let beganAt: Date
        package let endedAt: Date
        package let beganIn: String
        package let counts: Counts
        /// What was usual for as many such days, in mentions.
        package let usual: Double
        /// Who else noticed: those that told most of it.
        package let sources: [NamedCounts]
        package let sourcesInAll: Int
        /// Pseudonymous authors; those of posts that name none are not counted.
        package let authorsInAll: Int
        /// Why: words and phrases that came more often than in the four weeks before, earlier bursts left
        /// out; strongest first.
        package let terms: [String]
        /// What happened, in the words of those who said it; the first is the one it began with.
        package let mentions: [ListedMention.ID]
        /// Sentences of `mentions` with the terms in them, of each that has any.
        ///
        /// Absent in reports of earlier versions.
        package var quotes: [Quote]?
        /// In the seven days before, while it went on, and in up to seven days since.
        package let tone: ToneCourse
        /// `nil` where no ticket of its stories has been answered.
        package let answer: Answer?
        /// The earlier burst whose terms came back, once that was over; it may have been long before
        /// the period.
        package let returnOf: ID?

        package init(
            id: ID, brand: Brand.ID, cause: Cause, sentence: String, firstDay: String,
            lastDay: String, isOpen: Bool, beganAt: Date, endedAt: Date, beganIn: String,
            counts: Counts, usual: Double, sources: [NamedCounts], sourcesInAll: Int,
            authorsInAll: Int, terms: [String], mentions: [ListedMention.ID], tone: ToneCourse,
            answer: Answer?, returnOf: ID?
        ) {
            self.id = id
            self.brand = brand
            self.cause = cause
            self.sentence = sentence
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.isOpen = isOpen
            self.beganAt = beganAt
            self.endedAt = endedAt
            self.beganIn = beganIn
            self.counts = counts
            self.usual = usual
            self.sources = sources
            self.sourcesInAll = sourcesInAll
            self.authorsInAll = authorsInAll
            self.terms = terms
            self.mentions = mentions
            self.tone = tone
            self.answer = answer
            self.returnOf = returnOf
        }
    }

    package struct ToneCourse: Hashable, Sendable, Codable {
        package let before: ToneCounts
        package let during: ToneCounts
        package let after: ToneCounts

        package init(before: ToneCounts, during: ToneCounts, after: ToneCounts) {
            self.before = before
            self.during = during
            self.after = after
        }
    }

    /// What changed once a ticket of a burst was first answered.
    package struct Answer: Hashable, Sendable, Codable {
        package let at: Date
        /// From the beginning of the burst until the answer, or as long before it as the period goes
        /// on behind it.
        package let before: ToneCounts
        /// In the same length of time after it.
        package let after: ToneCounts

        package init(at: Date, before: ToneCounts, after: ToneCounts) {
            self.at = at
            self.before = before
            self.after = after
        }
    }

    /// A source that began or ceased to be heard of within the period.
    package struct SourceChange: Hashable, Sendable, Codable {
        package enum Kind: String, Codable, Sendable, CaseIterable {
            case appeared, vanished
        }

        package let kind: Kind
        package let feed: Feed.ID
        package let name: String
        /// The first day it was, or was not, heard of.
        package let day: String
        /// The day it was heard of again; `nil` where it has not been, and for one that appeared.
        package let until: String?
        /// Mentions a day while it is heard of, two decimals.
        package let usual: Double
        /// `true` for one that is silent as it is switched off, or out of the feeds files, or was imported;
        /// `nil` otherwise.
        package var unpolled: Bool?

        package init(
            kind: Kind, feed: Feed.ID, name: String, day: String, until: String?, usual: Double
        ) {
            self.kind = kind
            self.feed = feed
            self.name = name
            self.day = day
            self.until = until
            self.usual = usual
        }
    }
}
