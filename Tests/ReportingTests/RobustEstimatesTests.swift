import Testing

@testable import Reporting

/// The figures are those of `Tests/Checks/reporting_statistics.py`.
struct RobustEstimatesTests {
    private let counts: [Double] = [
        12, 9, 14, 11, 10, 5, 3, 15, 8, 13, 16, 9, 4, 6, 10, 12, 11, 18, 7, 6, 2, 13, 9, 17,
        12, 11, 5, 4, 30, 21, 26, 24, 22, 11, 9,
    ]

    @Test func `the place is the median of the means of all pairs`() {
        #expect(RobustEstimates.location(of: [3, 1, 4, 1, 5]) == 3)
        #expect(RobustEstimates.location(of: [7]) == 7)
    }

    @Test func `the deviation is Qn with the factor for the number of values`() {
        #expect(abs(RobustEstimates.deviation(of: counts) - 6.401_378_267_264_65) < 1e-12)
        let some = Array(counts.prefix(14))
        #expect(abs(RobustEstimates.deviation(of: some) - 5.236_183_571_425_46) < 1e-12)
    }

    @Test func `a quarter of wild values moves neither far`() {
        let calm = (0..<24).map { Double($0 % 5) }
        let wild = calm + Array(repeating: 1_000, count: 8)
        #expect(abs(RobustEstimates.location(of: wild) - 2) < 1.5)
        #expect(RobustEstimates.deviation(of: wild) < 3 * RobustEstimates.deviation(of: calm))
    }
}
