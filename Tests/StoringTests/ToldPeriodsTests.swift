import Foundation
import Storing
import Testing

struct ToldPeriodsTests {
    private let end = Date(timeIntervalSince1970: 1_762_758_000)

    @Test(arguments: [(-60, 1), (-0.5, 1), (0, 0), (0.5, 0.5), (60, 60)])
    func `who makes the digest anew that ends at a moment tells what is heard then`(
        seconds: TimeInterval, expected: TimeInterval
    ) {
        let told = ToldPeriods(lastDigestEnd: end)
        #expect(told.momentAfter(end + seconds) == end + expected)
    }

    @Test(arguments: [(-60, 1.0), (0, 1), (0.5, 1), (1, 1), (60, 60)])
    func `of who makes none, what is heard within the last second of a digest is in the next`(
        seconds: TimeInterval, expected: TimeInterval
    ) {
        let told = ToldPeriods(lastDigestEnd: end)
        #expect(told.momentAfter(end + seconds, makesDigest: false) == end + expected)
    }

    @Test(arguments: [(-60, 1.0), (0, 1), (0.5, 1), (1, 1), (60, 60)])
    func `what is heard within the last second of notices is in the next`(
        seconds: TimeInterval, expected: TimeInterval
    ) {
        let told = ToldPeriods(lastNoticeEnd: end)
        #expect(told.momentAfter(end + seconds) == end + expected)
    }

    @Test func `what nothing has told counts when it is heard`() {
        #expect(ToldPeriods().momentAfter(end) == end)
    }
}
