import Pipeline
import Testing

@Suite(.timeLimit(.minutes(1)))
struct PatienceTests {
    @Test func `what takes too long is not waited for, and its result is there in the end`() async {
        let (isToldOn, telling) = AsyncStream.makeStream(of: Void.self)
        let results = await Patience.results(
            of: {
                for await _ in isToldOn {}
                return "tickets"
            }, waitingFor: .zero
        ) { first in
            telling.finish()
            return first ?? "not yet"
        }
        #expect(results == ("tickets", "not yet"))
    }

    @Test func `what is over in time hands its result to what comes after it`() async {
        let results = await Patience.results(of: { "tickets" }, waitingFor: .seconds(3_600)) {
            first in first ?? "not yet"
        }
        #expect(results == ("tickets", "tickets"))
    }
}
