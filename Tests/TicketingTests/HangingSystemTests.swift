import Model
import TestSupport
import Testing

@testable import Ticketing

/// A system that takes requests and does not answer them.
struct HangingSystemTests {
    private let clock = TestClock()

    enum Reply {
        case answered, failed, waited, gateway
    }

    /// - Parameter replies: what becomes of its requests, one after the other, and of all after these.
    private func session(_ replies: [Reply]) -> TicketSession {
        var left = replies[...]
        return TicketSession(destination: .redmine, secret: "s3", clock: clock.clock) {
            [clock] _, _ throws(WebFault) in
            let reply = left.popFirst() ?? replies.last
            switch reply {
            case .answered, nil: return WebAnswer(status: 200, body: Array("{}".utf8))
            case .failed: throw .unsent("Could not connect to server")
            case .waited:
                clock.advance(by: .seconds(30))
                throw .unanswered("Timeout was reached")
            case .gateway:
                clock.advance(by: .seconds(29))
                return WebAnswer(status: 504)
            }
        }
    }

    @Test func `a system that lets two requests wait in vain is left alone, and nothing is lost`()
        throws
    {
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 10), destination: "desk")
        let deliverer = Deliverer(
            to: .redmine, system: TicketDestination.redmine.makeSystem(folder: ""),
            session: session([.waited]), outbox: outbox.outbox)
        let counts = try deliverer.deliver()
        #expect(counts.requests == 2)
        #expect(counts.stopped == "2 in a row were waited for in vain: Timeout was reached")
        #expect(!deliverer.isAnswering)
        #expect(outbox.deliveries.allSatisfy { $0.state == .pending && $0.attempts == 0 })
    }

    @Test(
        arguments: [
            ([.waited], nil),
            ([.waited, .answered, .waited], nil),
            ([.waited, .failed, .waited], nil),
            ([.failed, .failed, .failed], nil),
            (
                [.answered, .waited, .waited],
                "2 in a row were waited for in vain: Timeout was reached"
            ),
            ([.waited, .gateway], "2 in a row were waited for in vain: 504"),
        ] as [([Reply], String?)])
    func `only requests in a row that take their time say that all would`(
        replies: [Reply], silence: String?
    ) {
        let session = session(replies)
        for reply in replies {
            do throws(DeliveryFault) {
                _ = try session.look(.get("/issues.json"))
                #expect(reply == .answered)
            } catch {
                #expect(reply != .answered)
            }
        }
        #expect(session.silence == silence)
    }
}

extension TicketDestination {
    fileprivate static let redmine = TicketDestination(
        id: "desk", system: .redmine, address: "https://tickets.example", place: .sample)
}
