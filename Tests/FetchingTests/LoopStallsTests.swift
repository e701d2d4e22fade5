import Fetching
import Testing

struct LoopStallsTests {
    @Test func `without a stall there is nothing to tell`() {
        let stalls = LoopStalls()
        #expect(stalls.count == 0)
        #expect(stalls.longest == .zero)
        #expect(stalls.quantile(0.99) == .zero)
    }

    @Test(arguments: [0, 1, 7, 8, 9, 15, 16, 100, 1_000, 99_999, 3_000_000, 7_200_000_000])
    func `a stall is told up to an eighth too long, and never too short`(microseconds: Int) {
        var stalls = LoopStalls()
        stalls.note(.microseconds(microseconds))
        // Which the answer would otherwise be cut to.
        stalls.note(.seconds(100_000))
        let told = stalls.quantile(0.5) / .microseconds(1)
        #expect(told >= Double(microseconds))
        #expect(told <= max(Double(microseconds) * 1.125, Double(microseconds) + 1))
    }

    @Test func `quantiles are counted from the shortest`() {
        var stalls = LoopStalls()
        for number in 1...100 { stalls.note(.milliseconds(number)) }
        #expect(stalls.count == 100)
        #expect(stalls.longest == .milliseconds(100))
        #expect(stalls.quantile(1) == .milliseconds(100))
        for share in [0.01, 0.5, 0.9, 0.99] {
            let told = stalls.quantile(share) / .milliseconds(1)
            #expect(told >= share * 100 && told <= share * 112.5)
        }
    }
}
