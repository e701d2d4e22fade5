import Foundation
import Model
import TestSupport
import Testing

@testable import Ticketing

struct TicketPagesTests {
    private func items(_ count: Int) -> [JSON] { Array(repeating: .null, count: count) }

    @Test(arguments: [0, 1, 99, 100, 101, 250])
    func `a list is read to its last page`(count: Int) throws {
        let found = try TicketPages.all { page throws(DeliveryFault) in
            items(min(100, max(0, count - (page - 1) * 100)))
        }
        #expect(found.count == count)
    }

    @Test func `a list without an end is not taken for a whole one`() {
        #expect(throws: DeliveryFault.unsent("the list has more than 1000 pages of 100")) {
            try TicketPages.all(where: { _ in false }) { _ throws(DeliveryFault) in items(100) }
        }
    }

    @Test(arguments: [TicketSystemName.github, .gitlab, .jira, .requestTracker])
    func `a comment is found behind a hundred others`(system: TicketSystemName) throws {
        var fields = TicketDestination.Fields()
        fields.queue = "our/mentions"
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://tickets.example", fields: fields,
            place: .sample)
        let draft = TicketDraft.sample(
            TicketDelivery(
                id: 7, ticket: 1, destination: "desk", key: "earshot-0123", entry: 7,
                createdAt: .start), subject: "Subject")
        let session = TicketSession(
            destination: destination, secret: "", clock: TestClock().clock
        ) { request, _ throws(WebFault) in
            let isSecond = request.path.contains("&page=2") || request.path.contains("startAt=100")
            let text = isSecond ? draft.mark : "of others"
            let comment: JSON = ["body": .string(text), "Content": .string(text)]
            let page = JSON.array(Array(repeating: comment, count: isSecond ? 1 : 100))
            let body: JSON =
                switch system {
                case .jira: ["comments": page]
                case .requestTracker: ["items": page]
                default: page
                }
            return WebAnswer(status: 200, body: Array(body.bytes))
        }
        let found = try destination.makeSystem(folder: "")
            .hasComment(draft, on: RemoteTicket(id: "3"), session)
        #expect(found == true)
    }
}
