package import Foundation

/// How the tickets that mentions became stand with those who answer them.
///
/// A figure that cannot be had is absent, not zero: a file or webhook never tells of an answer.
package struct TicketStanding: Hashable, Sendable, Codable {
    /// Handed over and not closed; one that lists many stories once.
    package let open: Int
    /// Not in their system yet.
    package let waiting: Int
    /// Open, unanswered and past their time, the longest overdue first.
    package let overdue: [Item]
    /// Open, unanswered and due within the next four hours, the soonest first.
    package let dueSoon: [Item]
    package let teams: [TeamAnswers]
    /// All that are open and unanswered, whenever they are due; absent in reports of earlier versions.
    package let unanswered: Unanswered?

    package init(
        open: Int, waiting: Int, overdue: [Item], dueSoon: [Item], teams: [TeamAnswers],
        unanswered: Unanswered? = nil
    ) {
        self.open = open
        self.waiting = waiting
        self.overdue = overdue
        self.dueSoon = dueSoon
        self.teams = teams
        self.unanswered = unanswered
    }

    /// Stories that wait for an answer, each once however many tickets it has.
    package struct Unanswered: Hashable, Sendable, Codable {
        package let stories: Int
        package let overdue: Int
        /// When the first of them is or was due; absent where none has a time.
        package let firstDue: Date?

        package init(stories: Int, overdue: Int, firstDue: Date?) {
            self.stories = stories
            self.overdue = overdue
            self.firstDue = firstDue
        }
    }

    package struct Item: Hashable, Sendable, Codable {
        package let destination: TicketDestination.ID
        package let key: String
        /// Where an agent opens it; absent while it is waiting.
        package let address: String?
        package let team: Team.ID
        package let severity: Severity
        /// The first of its stories'.
        package let answerBy: Date
        /// Unanswered stories that it lists; absent for one.
        package let stories: Int?
        /// Of the first of its stories; absent where nothing is left of that, and in reports of earlier
        /// versions.
        package let post: Post?

        package init(
            destination: TicketDestination.ID, key: String, address: String?, team: Team.ID,
            severity: Severity, answerBy: Date, stories: Int? = nil, post: Post? = nil
        ) {
            self.destination = destination
            self.key = key
            self.address = address
            self.team = team
            self.severity = severity
            self.answerBy = answerBy
            self.stories = stories
            self.post = post
        }
    }

    /// The post that a ticket began with or, where that is forgotten, the next one that it was told of.
    ///
    /// It names its entry, by which it is taken out of reports when that is erased.
    package struct Post: Hashable, Sendable, Codable {
        package let feed: Feed.ID
        package let entry: Entry.ID
        package let date: Date
        package let link: String?
        /// One line: the title, or the beginning of the text where there is none.
        package let title: String

        package init(feed: Feed.ID, entry: Entry.ID, date: Date, link: String?, title: String) {
            self.feed = feed
            self.entry = entry
            self.date = date
            self.link = link
            self.title = title
        }
    }

    /// How a team answers the tickets of a period.
    package struct TeamAnswers: Hashable, Sendable, Codable {
        package let team: Team.ID
        package let tickets: Int
        package let answered: Int
        /// Of those whose system tells: answered after their time, or not at all by then.
        package let late: Int
        /// Those whose system has not told anything.
        package let unknown: Int
        package let reopened: Int
        /// From when it was heard to the first answer; absent where nothing was answered.
        package let medianMinutes: Int?
        /// Nine in ten were answered within this.
        package let ninthDecileMinutes: Int?
        /// Answered, or closed, by their time; absent in reports of earlier versions.
        package let inTime: Int?

        package init(
            team: Team.ID, tickets: Int, answered: Int, late: Int, unknown: Int, reopened: Int,
            medianMinutes: Int?, ninthDecileMinutes: Int?, inTime: Int? = nil
        ) {
            self.inTime = inTime
            self.team = team
            self.tickets = tickets
            self.answered = answered
            self.late = late
            self.unknown = unknown
            self.reopened = reopened
            self.medianMinutes = medianMinutes
            self.ninthDecileMinutes = ninthDecileMinutes
        }
    }
}
