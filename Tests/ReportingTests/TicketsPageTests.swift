import Foundation
import Model
import Reporting
import Testing

/// What a digest's page tells of tickets.
struct TicketsPageTests {
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
