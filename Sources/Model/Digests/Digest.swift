package import Foundation

/// A period's mentions, summed up: what `out/digests/*.json` holds and its page shows.
///
/// Entries marked as spam are in no count but `totals.spamLeftOut`. Every count is told twice, in
/// mentions and in stories. Lists refer to `mentions` by id.
package struct Digest: Hashable, Sendable, Codable {
    /// Raised when the shape changes; `digest.schema.json` describes this one.
    package static let schemaVersion = 1

    package let schemaVersion: Int
    package let window: Window
    package let origin: ReportOrigin
    /// Three sentences of plain numbers: volume, tone, what to do and what was not heard.
    package let headlines: [String]
    package let totals: Totals
    package var alerts: [Alert]
    package var needsAnswer: NeedsAnswer
    /// Own brands first, in the order of the rules.
    package let brands: [BrandSummary]
    package let categories: [NamedCounts]
    package let sources: [NamedCounts]
    package let languages: [NamedCounts]
    package let teams: [NamedCounts]
    package var mentions: MentionList
    package let health: ListeningHealth
    /// How the tickets stand, by the last word of their systems; absent where none are made.
    package let tickets: TicketStanding?
    /// What people asked, or wished for, more than once.
    package let recurring: RecurringTopics
    /// What reviewers corrected in the window, the most often corrected first; the figures here count
    /// by it.
    package let reviewed: [ReviewedTag]
    /// Which period it is of, and whose; absent in digests of earlier versions, which are of a day.
    package var scope: Scope?
    /// Who was heard for the first time; absent in digests of earlier versions.
    package var newcomers: Newcomers?
    /// What each channel, and each region, brings of own brands; absent in digests of earlier versions.
    package var channels: [SourceGroup]?
    package var regions: [SourceGroup]?
    /// Every category of the rules, in their order: what a mention may be said to be.
    package var categoryNames: [Named]?
    /// Every team of the rules, in their order: whose tickets there may be; absent where none are made.
    package var teamNames: [Named]?
    /// In the order of the rules, places last; absent where the rules have neither.
    package var facets: [FacetSummary]?

    package init(
        window: Window, origin: ReportOrigin, headlines: [String], totals: Totals,
        alerts: [Alert], needsAnswer: NeedsAnswer, brands: [BrandSummary],
        categories: [NamedCounts], sources: [NamedCounts], languages: [NamedCounts],
        teams: [NamedCounts], mentions: MentionList, health: ListeningHealth,
        tickets: TicketStanding? = nil, recurring: RecurringTopics, reviewed: [ReviewedTag]
    ) {
        schemaVersion = Self.schemaVersion
        self.window = window
        self.origin = origin
        self.headlines = headlines
        self.totals = totals
        self.alerts = alerts
        self.needsAnswer = needsAnswer
        self.brands = brands
        self.categories = categories
        self.sources = sources
        self.languages = languages
        self.teams = teams
        self.mentions = mentions
        self.health = health
        self.tickets = tickets
        self.recurring = recurring
        self.reviewed = reviewed
    }
}

extension Digest {
    /// The period of a digest.
    ///
    /// A day's digest has what was reported later than `after`, up to and including `through`; any
    /// other has what was said from `after` until before `through`.
    package struct Window: Hashable, Sendable, Codable {
        package let after: Date
        package let through: Date
        /// IANA name of the zone in which times are told.
        package let timeZone: String

        package init(after: Date, through: Date, timeZone: String) {
            self.after = after
            self.through = through
            self.timeZone = timeZone
        }
    }

    package struct Totals: Hashable, Sendable, Codable {
        /// Entries that name one brand or more, each counted once.
        package let counts: Counts
        package let previous: Change
        package let sameWeekday: Change
        /// Entries kept and counted nowhere.
        package let spamLeftOut: Int
        /// Those of the entries that name a brand that the digest was asked for, each counted once; absent
        /// where it was asked for no brand, and in digests of earlier versions.
        package var ofBrandsAskedFor: Counts?

        package init(counts: Counts, previous: Change, sameWeekday: Change, spamLeftOut: Int) {
            self.counts = counts
            self.previous = previous
            self.sameWeekday = sameWeekday
            self.spamLeftOut = spamLeftOut
        }
    }

    /// Mentions of one kind that came much more often than before.
    package struct Alert: Hashable, Sendable, Codable {
        package enum Kind: String, Codable, Sendable, CaseIterable {
            case negative, incident
        }

        package let kind: Kind
        package let brand: Brand.ID
        package let counts: Counts
        package let previous: Counts
        package let sameWeekday: Counts
        /// The number of mentions from which the alert is given.
        package let threshold: Int
        package let sentence: String
        /// The gravest behind it, from different sources and of different stories.
        package let mentions: [ListedMention.ID]
        /// Absent in digests of earlier versions.
        package var burst: Burst?
        /// Whether nobody listened a week earlier, so that `sameWeekday` is nothing to compare with;
        /// absent where somebody did.
        package var sameWeekdayUnheard: Bool?
        /// Whether nobody listened just before, so that `previous` is nothing to compare with; absent
        /// where somebody did.
        package var previousUnheard: Bool?

        package init(
            kind: Kind, brand: Brand.ID, counts: Counts, previous: Counts, sameWeekday: Counts,
            threshold: Int, sentence: String, mentions: [ListedMention.ID]
        ) {
            self.kind = kind
            self.brand = brand
            self.counts = counts
            self.previous = previous
            self.sameWeekday = sameWeekday
            self.threshold = threshold
            self.sentence = sentence
            self.mentions = mentions
        }
    }

    package struct NeedsAnswer: Hashable, Sendable, Codable {
        package let counts: Counts
        /// One for each story, most urgent first.
        package var items: [AnswerItem]

        package init(counts: Counts, items: [AnswerItem]) {
            self.counts = counts
            self.items = items
        }
    }

    /// A mention of an own brand that somebody should answer.
    package struct AnswerItem: Hashable, Sendable, Codable {
        package let mention: ListedMention.ID
        /// Every own brand the entry names.
        package let brands: [Brand.ID]
        package let severity: Severity
        /// The categories that ask for an answer; empty when the severity alone does.
        package let categories: [Category.ID]
        package let team: Team.ID
        package let teamName: String
        /// In the team's business hours, from when it was heard; `nil` where no time is set.
        package let answerBy: Date?
        /// Whether that was over at the end of the window.
        package let isOverdue: Bool
        /// Further entries here that tell the same story.
        package let copies: Int
        /// `nil` where the rules make no ticket of it, and in digests of earlier versions.
        package var ticket: AnswerTicket?

        package init(
            mention: ListedMention.ID, brands: [Brand.ID], severity: Severity,
            categories: [Category.ID], team: Team.ID, teamName: String, answerBy: Date?,
            isOverdue: Bool, copies: Int
        ) {
            self.mention = mention
            self.brands = brands
            self.severity = severity
            self.categories = categories
            self.team = team
            self.teamName = teamName
            self.answerBy = answerBy
            self.isOverdue = isOverdue
            self.copies = copies
        }
    }

    /// Mentions in full, newest first.
    package struct MentionList: Hashable, Sendable, Codable {
        package let items: [ListedMention]
        /// How many more there were.
        package let unlisted: Int

        package init(items: [ListedMention], unlisted: Int) {
            self.items = items
            self.unlisted = unlisted
        }
    }
}
