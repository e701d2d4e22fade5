import Foundation
import Model
import Reporting
import Testing

/// What a digest's page tells of tickets.
struct TicketsPageTests {
    @Test func `a ticket that is late is told by what it is about, on one line`() throws {
        let window = SampleNews.window
        func ticket(_ title: String?) -> TrackedTicket {
            var ticket = TrackedTicket(
                destination: "desk", key: "earshot-1", team: "support", severity: .high,
                heardAt: window.after, answerBy: window.after.addingTimeInterval(60),
                ticket: RemoteTicket(id: "1"), isOnItsWay: false, phase: .open,
                firstResponseAt: nil, closedAt: nil, reopenings: 0)
            ticket.post = title.map {
                TicketStanding.Post(
                    feed: "news", entry: "1", date: window.after, link: nil, title: $0)
            }
            return ticket
        }
        func told(_ title: String?) throws -> (page: String, notice: [String]) {
            let digest = DigestMaker(context: .sample).digest(
                window, heard: HeardEntries([]), health: [],
                tickets: TicketStandingMaker.standing(of: [ticket(title)], at: window.through))
            let notice = NoticeWriter(language: .english, timeZone: "Europe/Warsaw")
                .digest(digest, minimumPosts: 0)
            return (
                try DigestPage.html(of: digest), notice?.sections.flatMap(\.items).map(\.text) ?? []
            )
        }
        let (page, notice) = try told("Zefirnet <leży>\nod rana")
        #expect(page.contains("Zefirnet &lt;leży&gt; od rana</bdi></li>"))
        #expect(!page.contains("earshot-1"))
        #expect(notice == ["Zefirnet <leży> od rana"])
        let (bare, bareNotice) = try told(nil)
        #expect(bare.contains("earshot-1</bdi></li>"))
        #expect(bareNotice == ["earshot-1"])
        #expect(try told(String(repeating: "a", count: 300)).notice[0].count < 180)
    }

    @Test func `a team has its name though nobody wrote what it answers`() throws {
        let window = SampleNews.window
        let ticket = TrackedTicket(
            destination: "desk", key: "earshot-1", team: "support", severity: .high,
            heardAt: window.after, answerBy: window.after.addingTimeInterval(60),
            ticket: RemoteTicket(id: "1"), isOnItsWay: false, phase: .open, firstResponseAt: nil,
            closedAt: nil, reopenings: 0)
        let digest = DigestMaker(context: .sample).digest(
            window, heard: HeardEntries([]), health: [],
            tickets: TicketStandingMaker.standing(of: [ticket], at: window.through))
        let page = try DigestPage.html(of: digest)
        #expect(page.contains("<b class=\"high\">High</b> Customer support, Answer by"))
        #expect(page.contains("<tr><th scope=\"row\"><bdi>Customer support</bdi></th>"))
    }
}
