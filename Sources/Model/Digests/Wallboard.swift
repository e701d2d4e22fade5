package import Foundation

/// What a screen on the wall shows of a digest: what `out/wallboard.json` holds, for screens that draw
/// their own page.
package struct Wallboard: Hashable, Sendable, Codable {
    package static let schemaVersion = 1

    package let schemaVersion: Int
    package let window: Digest.Window
    package let origin: ReportOrigin
    /// Of own brands, in the order of the rules.
    package let brands: [Tile]
    /// Sentences.
    package let alerts: [String]
    package let needsAnswer: Waiting
    /// Absent where no tickets are made.
    package let tickets: Tickets?
    package let health: Hearing

    package init(
        window: Digest.Window, origin: ReportOrigin, brands: [Tile], alerts: [String],
        needsAnswer: Waiting, tickets: Tickets?, health: Hearing
    ) {
        schemaVersion = Self.schemaVersion
        self.window = window
        self.origin = origin
        self.brands = brands
        self.alerts = alerts
        self.needsAnswer = needsAnswer
        self.tickets = tickets
        self.health = health
    }
}

extension Wallboard {
    /// A brand in large figures.
    package struct Tile: Hashable, Sendable, Codable {
        package let id: Brand.ID
        package let name: String
        package let counts: Counts
        package let previous: Change
        package let tone: ToneCounts
        package let netSentiment: Ratios

        package init(_ brand: Digest.BrandSummary) {
            id = brand.id
            name = brand.name
            counts = brand.counts
            previous = brand.previous
            tone = brand.tone
            netSentiment = brand.netSentiment
        }
    }

    /// What was heard in the digest's period and needs an answer.
    package struct Waiting: Hashable, Sendable, Codable {
        package let stories: Int
        package let overdue: Int
        /// `nil` where nothing has a time.
        package let firstDue: Date?
        /// Most urgent first.
        package let next: [Next]
        /// All that still waits, whenever it was heard; absent where no tickets are made, as nobody says
        /// then what was answered.
        package let inAll: TicketStanding.Unanswered?

        package init(
            stories: Int, overdue: Int, firstDue: Date?, next: [Next],
            inAll: TicketStanding.Unanswered? = nil
        ) {
            self.inAll = inAll
            self.stories = stories
            self.overdue = overdue
            self.firstDue = firstDue
            self.next = next
        }
    }

    package struct Next: Hashable, Sendable, Codable {
        package let mention: ListedMention.ID
        package let brand: Brand.ID
        /// The title, and what was said around the brand.
        package let said: String
        package let severity: Severity
        package let team: String
        package let answerBy: Date?
        package let isOverdue: Bool

        package init(_ item: Digest.AnswerItem, of mention: ListedMention, said: String) {
            self.mention = item.mention
            brand = mention.brand
            self.said = said
            severity = item.severity
            team = item.teamName
            answerBy = item.answerBy
            isOverdue = item.isOverdue
        }
    }

    package struct Tickets: Hashable, Sendable, Codable {
        package let open: Int
        package let overdue: Int

        package init(open: Int, overdue: Int) {
            self.open = open
            self.overdue = overdue
        }
    }

    package struct Hearing: Hashable, Sendable, Codable {
        /// Those that are still asked.
        package let feeds: Int
        package let ok: Int
        package let sentence: String

        package init(_ health: ListeningHealth) {
            feeds = health.asked
            ok = health.ok
            sentence = health.sentence
        }
    }
}
