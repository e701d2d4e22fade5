import Foundation
import Model
import Testing

@testable import Ticketing

/// What Roundup itself refuses: a second ticket of one key (409), a change to what somebody else has
/// changed meanwhile (412), too many requests (429).
///
/// Started as the guide says; skipped without it.
@Suite(.serialized)
struct RealRoundupTests {
    private let key = "earshot-\(UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(26))"

    @Test(.enabled(if: RealSystem.isThere("ROUNDUP_STRICT")))
    func `a second ticket of one key is refused, and the first is taken`() throws {
        let real = RealSystem.strictRoundup
        var statuses: [Int] = []
        let session = try real.session(after: { statuses.append($0.status) })
        let first = try real.system.create(real.draft(key), session)
        let second = try real.system.create(real.draft(key), session)
        #expect(statuses == [201, 201, 201, 409, 200])
        #expect(second.id == first.id)
        #expect(second.wasFound)
    }

    @Test(.enabled(if: RealSystem.isThere("ROUNDUP_STRICT")))
    func `a comment on what somebody changes at that moment is added all the same, once`() throws {
        let real = RealSystem.strictRoundup
        let agent = RealSystem.agentOfStrictRoundup
        let ticket = try real.system.create(real.draft(key), try real.session())
        let agentSession = try agent.session()
        var patches = 0
        var statuses: [Int] = []
        let session = try real.session(
            before: { request in
                guard request.method == .patch else { return }
                patches += 1
                guard patches == 1 else { return }
                do {
                    try agent.system.comment(agent.draft(key, number: 7), on: ticket, agentSession)
                } catch {
                    Issue.record(error)
                }
            }, after: { statuses.append($0.status) })
        let comment = real.draft(key, number: 8)
        try real.system.comment(comment, on: ticket, session)
        // A message, the issue, refused, the issue as it is now, taken.
        #expect(statuses == [201, 200, 412, 200, 200])
        let issue = try session.look(.get("/rest/data/issue/\(ticket.id)"))
        #expect(try issue.list("data", "attributes", "messages").count == 3)
        #expect(try real.system.hasComment(comment, on: ticket, session) == true)
    }

    /// The pauses are real ones: half a minute in all.
    @Test(.enabled(if: RealSystem.isThere("ROUNDUP_SLOW")))
    func `a limit is kept to by the server's own measure, and everything arrives once`() throws {
        let real = RealSystem.slowRoundup
        var pauses = 0
        var end = Date.distantPast
        var early = 0
        let session = try real.session(
            time: .system, before: { _ in if Date() < end { early += 1 } },
            after: { answer in
                guard answer.status == 429 else { return }
                pauses += 1
                end = Date().addingTimeInterval(
                    answer.headers["retry-after"].flatMap(Double.init) ?? 3_600)
            })
        let outbox = MemoryOutbox(
            stories: Array(repeating: 1, count: 6), destination: "real", prefix: key)
        let counts = try real.deliver(outbox, through: session)
        #expect(pauses > 0)
        #expect(early == 0)
        #expect(counts.created == 6)
        #expect(outbox.deliveries.allSatisfy { $0.state == .delivered })
        // Run after run: delivered anew from an outbox that was lost, all are found.
        let again = try real.deliver(
            MemoryOutbox(
                stories: Array(repeating: 1, count: 6), destination: "real", prefix: key),
            through: session)
        #expect(again.created == 0)
        #expect(again.found == 6)
        #expect(early == 0)
    }
}
