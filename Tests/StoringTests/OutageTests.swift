import Testing

@testable import Storing

/// Since when a server has been away, for all that ask it.
struct OutageTests {
    private let outage = Outage(longestAttempt: .seconds(10))
    private let start = ContinuousClock.now

    @Test func `who finds a server away later counts from when the first one did`() {
        #expect(outage.noteFailure(at: start) == start)
        #expect(outage.noteFailure(at: start + .seconds(20)) == start)
        #expect(outage.noteFailure(at: start + .seconds(45)) == start)
    }

    @Test func `a server that has answered meanwhile is away anew`() {
        #expect(outage.noteFailure(at: start) == start)
        outage.end()
        #expect(outage.noteFailure(at: start + .seconds(1)) == start + .seconds(1))
    }

    @Test func `a server that nobody has asked for long is away anew`() {
        #expect(outage.noteFailure(at: start) == start)
        #expect(outage.noteFailure(at: start + .seconds(31)) == start + .seconds(31))
    }

    @Test func `a server whose hosts are silent for long is not away anew with each attempt`() {
        let outage = Outage(longestAttempt: .seconds(40))
        #expect(outage.noteFailure(at: start) == start)
        #expect(outage.noteFailure(at: start + .seconds(42)) == start)
    }

    @Test func `what has failed for long enough is not tried again`() {
        var known = Retry(for: .seconds(60))
        let isKnownTried = known.wait(since: .now - .seconds(60))
        #expect(!isKnownTried)
        var new = Retry(for: .seconds(60))
        let isNewTried = new.wait(since: .now - .seconds(1))
        #expect(isNewTried)
    }
}
