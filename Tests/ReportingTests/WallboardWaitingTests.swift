import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What a screen on the wall says of all that waits, not only of the day's.
struct WallboardWaitingTests {
    private let window = SampleNews.window

    /// - Parameter minutes: when it is due, after the day's end.
    private func ticket(
        _ post: Entry.ID, due minutes: Double?, to destination: TicketDestination.ID = "desk",
        isAnswered: Bool = false
    ) -> TrackedTicket {
        let key = "\(destination) \(post)"
        var ticket = TrackedTicket(
            destination: destination, key: key, team: "support", severity: .high,
            heardAt: window.through.addingTimeInterval(-5 * 86_400),
            answerBy: minutes.map { window.through.addingTimeInterval($0 * 60) },
            ticket: RemoteTicket(id: key), isOnItsWay: false, phase: .open,
            firstResponseAt: isAnswered ? window.after : nil, closedAt: nil, reopenings: 0)
        ticket.post = TicketStanding.Post(
            feed: "forum", entry: post, date: window.after, link: nil, title: "Zefirnet leży")
        return ticket
    }

    /// A day with one complaint, of which there is no ticket, and what was left of the days before.
    private func digest(_ tickets: [TrackedTicket]?, isQuiet: Bool = false) -> Digest {
        let entry = HeardEntry.sample(
            1, "Zefirnet leży od rana.",
            saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
            at: window.through.addingTimeInterval(-60), categories: [.sample("complaint")],
            severity: .critical)
        return DigestMaker(context: .sample).digest(
            window, heard: HeardEntries(isQuiet ? [] : [entry]), health: FeedHealth.sample,
            tickets: tickets.map { TicketStandingMaker.standing(of: $0, at: window.through) })
    }

    private var backlog: [TrackedTicket] {
        [
            ticket("old", due: -3_000), ticket("older", due: -6_000),
            ticket("older", due: -6_000, to: "mail"), ticket("next week", due: 9_000),
            ticket("no time", due: nil), ticket("answered", due: -10, isAnswered: true),
        ]
    }

    @Test func `all that waits is counted, whenever it was heard, each story once`() throws {
        let digest = digest(backlog)
        let oldest = window.through.addingTimeInterval(-6_000 * 60)
        #expect(
            digest.tickets?.unanswered
                == TicketStanding.Unanswered(stories: 4, overdue: 2, firstDue: oldest))
        let waiting = Wallboard(digest).needsAnswer
        #expect(waiting.stories == 1)
        #expect(waiting.overdue == 0)
        #expect(
            waiting.inAll
                == TicketStanding.Unanswered(stories: 5, overdue: 2, firstDue: oldest))
        let json = try ContractJSON.encode(Wallboard(digest))
        #expect(try JSONSchema(ContractSchema.wallboard.bytes).problems(in: json) == [])
        let whole = try ContractJSON.encode(digest)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: whole) == [])
        #expect(try ContractJSON.decode(Digest.self, from: whole) == digest)
        let page = try WallboardPage.html(of: digest)
        #expect(page.contains("<p class=\"figure\">5 <small>2 late</small></p>"))
        #expect(page.contains("<p>Answer by Thu 19 Nov, 02:00</p>"))
        #expect(page.contains("<p>Heard in this period: 1</p>"))
    }

    @Test(
        arguments: [
            (9_000, "Answer by Sun 29 Nov, 12:00"), (nil, "Answer by: no time set"),
        ] as [(Double?, String)])
    func `of what is left alone the first is told, however late it is due`(
        minutes: Double?, said: String
    ) throws {
        let page = try WallboardPage.html(
            of: digest([ticket("left", due: minutes)], isQuiet: true))
        #expect(page.contains("<p class=\"figure\">1 <small></small></p>"))
        #expect(page.contains("<p>\(said)</p>"))
        #expect(page.contains("<p>Heard in this period: 0</p>"))
    }

    @Test func `what was answered is not due any more`() throws {
        let told = digest([ticket("1", due: 30, isAnswered: true)])
        let mention = try #require(told.needsAnswer.items.first?.mention)
        let digest = told.noting(tickets: [
            mention: Digest.AnswerTicket(
                destination: "desk", key: "1", state: .answered, address: nil)
        ])
        #expect(
            Wallboard(digest).needsAnswer.inAll
                == TicketStanding.Unanswered(stories: 0, overdue: 0, firstDue: nil))
        let page = try WallboardPage.html(of: digest)
        #expect(page.contains("<p>Nothing waits for an answer.</p>"))
    }

    @Test func `where no tickets are made only the day's own is known`() throws {
        let digest = digest(nil)
        #expect(Wallboard(digest).needsAnswer.inAll == nil)
        let page = try WallboardPage.html(of: digest)
        #expect(page.contains("<p class=\"figure\">1 <small></small></p>"))
        #expect(!page.contains("Heard in this period"))
    }
}
