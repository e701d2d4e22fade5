import Model
import Testing

@testable import Ticketing

/// What is to be done about each fault, and about many in a row.
struct SetbacksTests {
    private func setbacks() -> Setbacks {
        Setbacks(settleTime: .seconds(60), isHeldWhenUnsure: false, jitter: { 1 })
    }

    /// What is to be done about faults one after the other, in words.
    private func verdicts(
        on faults: [DeliveryFault], attempts: Int = 1, _ setbacks: inout Setbacks
    ) -> [String] {
        faults.map { setbacks.verdict(on: $0, of: .create, attempts: attempts).text }
    }

    @Test func `three in a row that were not sent end the run, each later than the last`() {
        var setbacks = setbacks()
        let faults = [DeliveryFault](repeating: .unsent("no way"), count: 3)
        #expect(verdicts(on: faults, &setbacks) == ["later 2 s", "later 4 s", "later 8 s stop"])
    }

    @Test func `an answer, or what was taken, between them begins the count again`() {
        var setbacks = setbacks()
        let unsent = DeliveryFault.unsent("no way")
        #expect(
            verdicts(on: [unsent, unsent, .refused("no"), unsent], &setbacks)
                == ["later 2 s", "later 4 s", "dead", "later 2 s"])
        setbacks.noteSuccess(of: .create)
        #expect(verdicts(on: [unsent, unsent], &setbacks) == ["later 2 s", "later 4 s"])
    }

    @Test(
        arguments: [
            (.unclear("500"), 1, "unclear 60 s"), (.unclear("500"), 4, "unclear 480 s"),
            (.unclear("500"), 11, "unclear 21600 s"), (.unclear("500"), 12, "dead"),
            (.unclear("503", after: .seconds(90)), 1, "unclear 90 s rest 90 s"),
            (.partly(left: ["a@b.example"], "4.2.2"), 11, "later 2048 s"),
            (.partly(left: ["a@b.example"], "4.2.2"), 12, "dead"),
        ] as [(DeliveryFault, Int, String)])
    func `what has been tried twelve times is given up`(
        fault: DeliveryFault, attempts: Int, expected: String
    ) {
        var setbacks = setbacks()
        #expect(verdicts(on: [fault], attempts: attempts, &setbacks) == [expected])
    }

    @Test(
        arguments: [
            (.unsent("no way"), 3, false), (.unclear("502"), 3, false),
            (.shut("access is refused: 401"), 1, false), (.refused("422"), 3, true),
            (.misfit("no such field"), 1, true), (.barred("403"), 1, true),
            (.strayed("made without its key"), 1, true),
        ] as [(DeliveryFault, Int, Bool)])
    func `how tickets stand is asked where the system answers`(
        fault: DeliveryFault, count: Int, isAnswering: Bool
    ) {
        var setbacks = setbacks()
        let stops = (0..<count).map { _ in
            setbacks.verdict(on: fault, of: .create, attempts: 1).stop?.isAnswering
        }
        #expect(stops.last == isAnswering)
        #expect(stops.dropLast().allSatisfy { $0 == nil })
    }

    @Test func `what is given up after many attempts says so`() {
        var setbacks = setbacks()
        let reasons = [11, 12].map {
            setbacks.verdict(on: .unclear("502: Bad Gateway"), of: .create, attempts: $0).reason
        }
        #expect(reasons == ["502: Bad Gateway", "given up after 12 attempts: 502: Bad Gateway"])
    }

    @Test func `three in a row that were not answered end the run`() {
        var setbacks = setbacks()
        let faults = [DeliveryFault](repeating: .unclear("502"), count: 3)
        #expect(
            verdicts(on: faults, &setbacks)
                == ["unclear 60 s", "unclear 60 s", "unclear 60 s stop"])
        setbacks.noteSuccess(of: .create)
        #expect(verdicts(on: [.unclear("502")], &setbacks) == ["unclear 60 s"])
    }

    /// It may be their tickets alone that are not answered for.
    @Test(arguments: [DeliveryFault.unsent("500"), .unclear("500")])
    func `three comments in a row without an answer leave the others, and new tickets are tried`(
        fault: DeliveryFault
    ) {
        var setbacks = setbacks()
        let stops = (0..<3).map { _ in
            setbacks.verdict(on: fault, of: .comment, attempts: 1).stop
        }
        #expect(stops == [nil, nil, nil])
        #expect(setbacks.leavesComments)
        // How tickets stand is asked all the same.
        #expect(setbacks.stop?.isAnswering == true)
        setbacks.noteSuccess(of: .create)
        #expect(!setbacks.leavesComments)
        for _ in 0..<3 { _ = setbacks.verdict(on: fault, of: .comment, attempts: 1) }
        #expect(setbacks.leavesComments)
        #expect(setbacks.stop == nil)
        setbacks.noteSuccess(of: .create)
        #expect(setbacks.leavesComments)
    }

    @Test func `new tickets between comments without an answer do not hide that there is none`() {
        var setbacks = setbacks()
        for _ in 0..<3 {
            #expect(!setbacks.leavesComments)
            _ = setbacks.verdict(on: .unclear("500"), of: .comment, attempts: 1)
            if !setbacks.leavesComments { setbacks.noteSuccess(of: .create) }
        }
        #expect(setbacks.leavesComments)
    }

    @Test func `where each would be left to a person, three in a row of any kind end the run`() {
        var setbacks = Setbacks(
            settleTime: .seconds(60), isHeldWhenUnsure: true, jitter: { 1 })
        let operations: [TicketDelivery.Operation] = [.comment, .create, .comment]
        let texts = operations.map {
            setbacks.verdict(on: .unclear("no answer"), of: $0, attempts: 1).text
        }
        #expect(texts == ["dead", "dead", "dead stop"])
    }

    @Test func `a pause that names no time grows from a minute to an hour`() {
        var setbacks = setbacks()
        let minutes = [1, 2, 4, 8, 16, 32, 60, 60]
        let faults = [DeliveryFault](repeating: .wait(nil, "429"), count: minutes.count)
        #expect(
            verdicts(on: faults, &setbacks)
                == minutes.map { "later \($0 * 60) s rest \($0 * 60) s" })
        #expect(
            verdicts(on: [.wait(.seconds(30), "429"), .wait(nil, "429")], &setbacks)
                == ["later 30 s rest 30 s", "later 60 s rest 60 s"])
    }

    @Test func `three refusals in a row for one reason end the run, whatever their numbers`() {
        var setbacks = setbacks()
        #expect(
            verdicts(on: [.refused("422: 1"), .refused("422: 2"), .refused("422: 3")], &setbacks)
                == ["dead", "dead", "dead stop"])
        // As Intercom names each request.
        let requests = ["f93ecfa8-d08a", "603ce1da-f2bf", "28b71de1-b451"]
            .map { DeliveryFault.refused("400: No such list item; request_id: \($0)") }
        #expect(verdicts(on: requests, &setbacks) == ["dead", "dead", "dead stop"])
        let others = ["a", "b", "a", "b"].map { DeliveryFault.refused($0) }
        #expect(verdicts(on: others, &setbacks) == ["dead", "dead", "dead", "dead"])
        let words = ["title 12 is empty", "title 13 is long", "title 14 is empty"]
            .map { DeliveryFault.refused($0) }
        #expect(verdicts(on: words, &setbacks) == ["dead", "dead", "dead"])
    }

    @Test func `once a ticket was made, refusals are the fault of what is refused`() {
        var setbacks = setbacks()
        setbacks.noteTicket()
        let faults = [DeliveryFault](repeating: .refused("422"), count: 4)
        #expect(verdicts(on: faults, &setbacks) == ["dead", "dead", "dead", "dead"])
    }
}

extension Setbacks.Verdict {
    /// What becomes of the delivery, for how long the destination rests, and whether the run ends.
    fileprivate var text: String {
        func seconds(_ duration: Duration) -> String { "\(duration.components.seconds) s" }
        let fate =
            switch fate {
            case .later(let delay): "later" + (delay.map { " " + seconds($0) } ?? "")
            case .unclear(let delay): "unclear " + seconds(delay)
            case .dead: "dead"
            case .anew: "anew"
            }
        return fate + (rest.map { " rest " + seconds($0) } ?? "") + (stop == nil ? "" : " stop")
    }
}

struct AnswerFaultTests {
    @Test(
        arguments: [
            (403, ["retry-after": "60"], "", DeliveryFault.wait(.seconds(60), "403")),
            (
                403, [:], "You have exceeded a secondary rate limit",
                .wait(nil, "403: You have exceeded a secondary rate limit")
            ),
            (403, [:], "", .barred("access is refused: 403")),
            (429, [:], "", .wait(nil, "429")),
            (
                429, ["retry-after": "60", "ratelimit-remaining": "0", "ratelimit-reset": "90"], "",
                .wait(.seconds(90), "429")
            ),
            (408, [:], "", .unclear("408")), (409, [:], "", .unclear("409")),
            (503, ["retry-after": "60"], "", .unclear("503", after: .seconds(60))),
            (422, [:], "", .refused("422")),
            (404, [:], "", .misfit("there is no such project, queue or address: 404")),
            (402, [:], "", .shut("the account does not allow it: 402")),
            (
                302, ["location": "https://other.example:8443/a"], "",
                .shut(
                    "it answers from elsewhere (302, https://other.example:8443); write that address"
                )
            ),
        ] as [(Int, [String: String], String, DeliveryFault)])
    func `what a status means for a ticket`(
        status: Int, headers: [String: String], body: String, fault: DeliveryFault
    ) {
        let answer = WebAnswer(status: status, headers: headers, body: Array(body.utf8))
        #expect(answer.fault(now: .start) == fault)
    }
}

struct RequestPaceTests {
    @Test func `the minute is counted from the end of a request`() throws {
        let clock = TestClock()
        var pace = RequestPace(limit: 1, clock: clock.clock)
        try pace.awaitTurn()
        clock.advance(by: .seconds(30))
        pace.end()
        try pace.awaitTurn()
        #expect(clock.slept == [.seconds(60)])
    }

    @Test func `nothing is sent when the run is ended while it waits`() throws {
        let clock = TestClock()
        var pace = RequestPace(limit: 1, clock: clock.clock.stopping { !clock.slept.isEmpty })
        try pace.awaitTurn()
        #expect(throws: DeliveryFault.unsent("the run was ended")) { try pace.awaitTurn() }
        #expect(clock.slept == [.seconds(1)])
    }
}
