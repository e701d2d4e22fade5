import Model
import Testing

@testable import Reporting

/// Against published worked examples and SciPy and statsmodels; `Tests/Checks/reporting_statistics.py`
/// prints the latter.
struct PublishedFiguresTests {
    static let counts = [
        12, 9, 14, 11, 10, 5, 3, 15, 8, 13, 16, 9, 4, 6, 10, 12, 11, 18, 7, 6, 2, 13, 9, 17, 12, 11,
        5, 4, 30, 21, 26, 24, 22, 11, 9,
    ]

    @Test(arguments: [
        (10, 100, 5, 400, 0.648_695_417_989, 2.162_318_059_964),
        (7, 700, 7, 700, 0, 0),
        (3, 50, 0, 1_000, 2.141_835_925_656, 2.226_004_804_674),
        (0, 10, 4, 90, -0.038_132_869_695, -0.125_948_723_385),
    ])
    func `log-odds are those of Monroe, Colaresi and Quinn`(
        recent: Int, recentTotal: Int, before: Int, beforeTotal: Int, logOdds: Double, z: Double
    ) throws {
        let odds = LogOdds(recentTotal: recentTotal, beforeTotal: beforeTotal)
        let result = try #require(odds.compare(recent: recent, before: before))
        #expect(abs(result.logOdds - logOdds) < 1e-11)
        #expect(abs(result.zScore - z) < 1e-11)
    }

    @Test(arguments: [
        (10.0, 14, 0.174_131_933_595_050), (0.5, 1, 0.5), (2.0, 3, 4.0 / 9),
        (45.0, 50, 0.363_864_467_206_989), (180.0, 200, 0.094_471_218_177_597),
    ])
    func `the probability of waiting is Erlang's`(
        load: Double, operators: Int, probability: Double
    ) {
        let erlang = ErlangC(load: load)
        #expect(abs(erlang.probabilityOfWaiting(operators: operators) - probability) < 1e-13)
    }

    /// 200 calls an hour of 3 minutes are 10 operators' work; 14 take up 88.8% within 20 seconds:
    /// the example with which textbooks teach the formula.
    @Test(arguments: [
        (10.0, 14, 1.0 / 9, 0.888_350_019_179_467), (5.0, 7, 0.2, 0.782_715_791_147_712),
        (45.0, 50, 0.5, 0.970_132_185_710_029),
    ])
    func `the share taken up in time is Erlang's`(
        load: Double, operators: Int, wait: Double, share: Double
    ) {
        let erlang = ErlangC(load: load)
        #expect(abs(erlang.share(within: wait, operators: operators) - share) < 1e-13)
        #expect(erlang.operators(share: share - 1e-9, within: wait) == operators)
        #expect(erlang.operators(share: share + 1e-9, within: wait) == operators + 1)
    }

    @Test func `no work takes nobody, and too much is never taken up`() {
        #expect(ErlangC(load: 0).operators(share: 0.8, within: 0.1) == 0)
        #expect(ErlangC(load: 3).share(within: 100, operators: 3) == 0)
        #expect(ErlangC(load: 3).probabilityOfWaiting(operators: 2) == 1)
    }

    /// statsmodels expects 10.977 of the last day: it overwrites the last update of the season by the
    /// value before (`holtwinters/model.py`, 0.14), which the equations do not.
    @Test func `Holt-Winters smoothing is that of statsmodels, but for the last season`() {
        let expected = [
            21.657_989_447_318, 17.731_755_019_815, 22.346_968_675_777, 20.406_588_829_560,
            17.803_255_272_312, 12.427_789_687_507, 10.730_011_237_425,
        ]
        let week = HoltWinters(Self.counts.map(Double.init)).week
        #expect(week.count == 7)
        #expect(zip(week, expected).allSatisfy { abs($0 - $1) < 1e-11 })
    }

    @Test(arguments: [(0.1, 4.4), (0.5, 11.0), (0.9, 21.6)])
    func `quantiles are those of NumPy`(share: Double, value: Double) {
        #expect(abs(quantile(Self.counts.map(Double.init), share) - value) < 1e-12)
    }
}
