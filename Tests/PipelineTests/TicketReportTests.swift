import Foundation
import Model
import Pipeline
import Testing

struct TicketReportTests {
    private func text(_ change: (inout DeliveryCounts) -> Void) -> String {
        var counts = DeliveryCounts(destination: "desk")
        change(&counts)
        return TicketReport(planned: 0, destinations: [counts], dead: [])
            .text(style: TerminalStyle(isOn: false))
    }

    @Test func `a destination is told in a line`() {
        #expect(text { _ in } == "desk: nothing to do\n")
        let line = text { counts in
            counts.created = 2
            counts.waiting = 1
            counts.stopped = "access is refused"
        }
        #expect(line == "desk: 2 created, 1 waiting – stopped: access is refused\n")
        #expect(
            text { $0.waiting = 4 }
                == "desk: 4 waiting (`earshot tickets show` says for what)\n")
    }

    @Test func `what is left to the next run is told with the reason`() {
        let line = text { counts in
            counts.waiting = 2
            counts.waitingFor = "500: out of order"
        }
        #expect(line == "desk: 2 waiting for the next run (500: out of order)\n")
        var later = DeliveryCounts(destination: "desk")
        later.waiting = 1
        var earlier = DeliveryCounts(destination: "desk")
        earlier.waitingFor = "500"
        #expect(later.behind(earlier).waitingFor == "500")
        later.waiting = 0
        #expect(later.behind(earlier).waitingFor == nil)
    }

    @Test func `messages are sent, and an address that was refused is told`() {
        var counts = DeliveryCounts(destination: "marketing")
        counts.created = 1
        counts.refusedAddresses = ["left@our.example: 550 no such user"]
        let text = TicketReport(planned: 0, destinations: [counts], dead: [])
            .text(style: TerminalStyle(isOn: false), command: "send")
        #expect(text == "marketing: 1 sent, refused for left@our.example: 550 no such user\n")
    }

    @Test func `closed tickets that were told of something new are told of`() {
        let line = text { counts in
            counts.commented = 3
            counts.reopened = 2
            counts.stillClosed = ["https://t/5 (403: no)"]
        }
        #expect(
            line == "desk: 3 commented, 2 opened again, told of something new but still closed: "
                + "https://t/5 (403: no)\n")
    }

    @Test func `what is dead and not listed is counted`() throws {
        let dead = try ContractJSON.decode(
            TicketReport.Dead.self,
            from: Data(#"{"id":49,"destination":"desk","key":"earshot-1","reason":"no"}"#.utf8))
        func text(_ total: Int) -> String {
            TicketReport(planned: 0, destinations: [], dead: [dead], deadTotal: total)
                .text(style: TerminalStyle(isOn: false))
        }
        let hint = "`earshot tickets retry ID` once it is mended, or `earshot tickets drop ID`\n"
        #expect(text(1) == "✗ 49 desk earshot-1: no\n" + hint)
        #expect(
            text(88) == "✗ 49 desk earshot-1: no\n"
                + "… and 87 more; `earshot tickets show --state dead` lists them\n" + hint)
    }

    @Test func `a comment that is dead is told of with its ticket`() throws {
        let dead = try ContractJSON.decode(
            TicketReport.Dead.self,
            from: Data(
                """
                {"id":49,"destination":"desk","key":"earshot-1","reason":"no",
                    "address":"https://t.example/issues/3"}
                """.utf8))
        let text = TicketReport(planned: 0, destinations: [], dead: [dead])
            .text(style: TerminalStyle(isOn: false))
        #expect(text.hasPrefix("✗ 49 desk https://t.example/issues/3: no\n"))
    }

    @Test func `why the state of tickets could not be read is told`() {
        let line = text { $0.unread = "the answer is no JSON" }
        #expect(line == "desk: their state could not be read: the answer is no JSON\n")
    }
}
