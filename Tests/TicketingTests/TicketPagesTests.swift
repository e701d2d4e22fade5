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

    /// What a list gives that goes on by cursors: of each page how many items, and the next cursor.
    private func list(_ pages: [String?: (count: Int, next: String?)]) throws -> [JSON] {
        try TicketPages.byCursor { cursor throws(DeliveryFault) in
            guard let page = pages[cursor] else { throw .unsent("no such page") }
            return (items(page.count), page.next)
        }
    }

    @Test func `a list by cursors is read to its end, over pages with nothing in them`() throws {
        #expect(try list([nil: (0, nil)]).isEmpty)
        #expect(
            try list([nil: (2, "a"), "a": (0, "b"), "b": (0, "c"), "c": (1, nil)]).count == 3)
    }

    @Test func `a list by cursors that does not end is no list`() {
        #expect(
            throws: DeliveryFault.unsent(
                "a page leads back to an earlier one: the list goes in a circle")
        ) { try list([nil: (1, "a"), "a": (1, "b"), "b": (1, "a")]) }
        var asked = 0
        func endless(_ count: Int) throws -> [JSON] {
            asked = 0
            return try TicketPages.byCursor(where: { _ in false }) { _ throws(DeliveryFault) in
                asked += 1
                return (items(count), "\(asked)")
            }
        }
        #expect(
            throws: DeliveryFault.unsent("the list goes on after 10 pages with nothing in them")
        ) { try endless(0) }
        #expect(asked == 10)
        #expect(throws: DeliveryFault.unsent("the list has more than 1000 pages")) {
            try endless(1)
        }
        #expect(asked == 1_000)
    }

    @Test(arguments: [
        // Fewer a page than were asked for; all at once; an end that is nowhere said; a wrong count.
        (pages: [50, 50, 20], total: 120, count: 120), ([250], 250, 250), ([100, 30], nil, 130),
        ([20, 0], 25, 20),
    ])
    func `a list by places is read to its count`(pages: [Int], total: Int?, count: Int) throws {
        var left = pages[...]
        var starts: [Int] = []
        let found = try TicketPages.byPlace { start throws(DeliveryFault) in
            starts.append(start)
            guard let page = left.popFirst() else { throw .unsent("asked for too much") }
            return (items(page), total)
        }
        #expect(found.count == count)
        #expect(starts == pages.indices.map { pages[..<$0].reduce(0, +) })
        #expect(left.isEmpty)
    }

    /// Wherever a page says that the list goes on, the secret is sent to the system's own address.
    @Test(arguments: [TicketSystemName.zendesk, .jira, .intercom])
    func `a list goes on at the system's own address alone, and not in a circle`(
        system: TicketSystemName
    ) throws {
        let elsewhere = "https://others.example/x?a=b&c"
        let destination = TicketDestination(
            id: "desk", system: system, address: "https://tickets.example", place: .sample)
        var asked: [String] = []
        let session = TicketSession(
            destination: destination, secret: "s3", clock: TestClock().clock
        ) { request, _ throws(WebFault) in
            asked.append(request.path)
            let page: JSON = [
                "tickets": [["id": 1]], "issues": [["id": 1]], "end_of_stream": false,
                "after_cursor": .string(elsewhere), "after_url": .string(elsewhere),
                "next_page": .string(elsewhere), "nextPageToken": .string(elsewhere),
                "pages": ["next": ["starting_after": .string(elsewhere)]],
            ]
            return WebAnswer(status: 200, body: Array(page.bytes))
        }
        let fault = #expect(throws: DeliveryFault.self) {
            try destination.makeSystem(folder: "")
                .changes(since: .start, isOurs: { _ in true }, session)
        }
        #expect(fault?.reason.contains("circle") == true)
        #expect(!asked.contains { $0.contains("others.example/") })
        let own = ["/api/v2/incremental/", "/rest/", "/tickets/search"]
        #expect(asked.allSatisfy { path in own.contains { path.hasPrefix($0) } })
        #expect(asked.count <= 3)
    }

    /// Zendesk tells ten pages a minute, and a big desk has more changes in a day.
    @Test(arguments: [
        (pages: 35, headers: ["retry-after": "40"], slept: [40, 40, 40]),
        (35, [:], [60, 60, 60]), (12, ["retry-after": "1"], [1]),
    ])
    func `changes are read to the end of their list, whatever pauses are asked for`(
        pages: Int, headers: [String: String], slept: [Int]
    ) throws {
        let (session, clock) = exporting(pages, refusingWith: headers)
        let statuses = try StatusReader(
            system: session.destination.makeSystem(folder: ""), session: session
        ).changes(after: .start, of: Set((1...pages).map(String.init)))
        #expect(statuses.count == pages)
        #expect(clock.slept == slept.map { .seconds($0) })
        #expect(!session.isPatient)
    }

    @Test func `a pause that is too long for a run is left to the next`() throws {
        let (session, clock) = exporting(35, refusingWith: ["retry-after": "601"])
        let reader = StatusReader(
            system: session.destination.makeSystem(folder: ""), session: session)
        #expect(throws: DeliveryFault.wait(.seconds(601), "429")) {
            try reader.changes(after: .start, of: ["1"])
        }
        #expect(clock.slept == [])
    }

    /// A run reads before it delivers, and after it.
    @Test func `all that a run reads waits for ten minutes, and not each part of it`() throws {
        let (session, clock) = exporting(35, refusingWith: ["retry-after": "300"])
        let reader = StatusReader(
            system: session.destination.makeSystem(folder: ""), session: session)
        for _ in 0..<2 {
            #expect(throws: DeliveryFault.wait(.seconds(300), "429")) {
                try reader.changes(after: .start, of: ["1"])
            }
        }
        #expect(clock.slept == [.seconds(300), .seconds(300)])
    }

    /// A Zendesk of a ticket a page that refuses each eleventh request for one.
    private func exporting(_ pages: Int, refusingWith headers: [String: String]) -> (
        TicketSession, TestClock
    ) {
        let clock = TestClock()
        var asked = 0
        let session = TicketSession(
            destination: TicketDestination(
                id: "desk", system: .zendesk, address: "https://tickets.example", place: .sample),
            secret: "s3", clock: clock.clock
        ) { request, _ throws(WebFault) in
            guard request.path.contains("/incremental/") else { return WebAnswer(status: 404) }
            asked += 1
            guard asked % 11 != 0 else { return WebAnswer(status: 429, headers: headers) }
            let query = URLComponents(string: request.path)?.queryItems ?? []
            let cursor = query.first { $0.name == "cursor" }?.value.flatMap { Int($0) } ?? 1
            let page: JSON = [
                "tickets": [
                    ["id": .number(Decimal(cursor)), "updated_at": "2026-11-22T07:00:00Z"]
                ], "after_cursor": .string(String(cursor + 1)),
                "end_of_stream": .bool(cursor == pages),
            ]
            return WebAnswer(status: 200, body: Array(page.bytes))
        }
        return (session, clock)
    }

    @Test(arguments: [50, 250])
    func `a comment is found in a data center that hands over so many at once`(
        most: Int
    ) throws {
        let destination = TicketDestination(
            id: "desk", system: .jiraDataCenter, address: "https://tickets.example",
            fields: .init(queue: "SOC"), place: .sample)
        let draft = TicketDraft.sample(
            TicketDelivery(
                id: 7, ticket: 1, destination: "desk", key: "earshot-0123", entry: 7,
                createdAt: .start), subject: "Subject")
        var comments = Array(repeating: JSON.object(["body": "of others"]), count: 119)
        comments.append(["body": .string(draft.mark)])
        var asked = 0
        let session = TicketSession(
            destination: destination, secret: "", clock: TestClock().clock
        ) { request, _ throws(WebFault) in
            asked += 1
            let query = URLComponents(string: request.path)?.queryItems ?? []
            // One that knows no places hands over everything, whatever it is asked for.
            let place = query.first { $0.name == "startAt" }?.value.flatMap { Int($0) } ?? 0
            let start = most < comments.count ? place : 0
            let page: JSON = [
                "startAt": .number(Decimal(start)), "total": .number(Decimal(comments.count)),
                "comments": .array(Array(comments[start...].prefix(most))),
            ]
            return WebAnswer(status: 200, body: Array(page.bytes))
        }
        let found = try destination.makeSystem(folder: "")
            .hasComment(draft, on: RemoteTicket(id: "3"), session)
        #expect(found == true)
        #expect(asked == (most == 50 ? 3 : 1))
    }

    @Test(arguments: [TicketSystemName.github, .gitlab, .jira, .zendesk, .requestTracker])
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
                case .jira, .zendesk: ["comments": page]
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
