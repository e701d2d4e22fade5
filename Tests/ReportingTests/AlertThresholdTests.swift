import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// From how many mentions on an alert is given.
struct AlertThresholdTests {
    private static let start = SampleNews.window.after

    private func threshold(near: [Int], before: [Int] = []) -> Int? {
        AlertThreshold(near: near, before: before)?.mentions
    }

    @Test(arguments: [(0, 5), (1, 6), (2, 8), (4, 13), (25, 47), (100, 143)])
    func `against one window alone, that one is in doubt too`(usual: Int, mentions: Int) {
        #expect(threshold(near: [usual]) == mentions)
    }

    @Test(arguments: [(0, 5), (1, 5), (2, 7), (4, 11), (25, 41), (100, 131)])
    func `with four weeks it is three standard deviations more than is usual`(
        usual: Int, mentions: Int
    ) {
        #expect(
            threshold(near: [usual], before: Array(repeating: usual, count: 28)) == mentions)
    }

    @Test func `an average of the weeks above both windows is what is usual`() {
        let weeks = Array(repeating: 9, count: 28)
        #expect(threshold(near: [2, 1], before: weeks) == threshold(near: [9], before: weeks))
        #expect(threshold(near: [20, 1], before: weeks) == 34)
    }

    @Test func `talk that wavers needs more, and one burst among the weeks does not`() throws {
        let calm = (0..<28).map { [8, 10, 12, 10][$0 % 4] }
        let wavering = (0..<28).map { $0 * 5 % 23 }
        let limit = try #require(threshold(near: [10], before: calm))
        #expect(limit == 20)
        #expect(try #require(threshold(near: [10], before: wavering)) > limit + 10)
        #expect(try #require(threshold(near: [10], before: [90] + calm.dropFirst())) < limit + 5)
    }

    @Test func `nothing known is no measure`() {
        #expect(threshold(near: []) == nil)
    }

    @Test func `the least is no more than any weeks give`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let near = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                Int.random(in: 0...60, using: &random)
            }
            let before = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Int.random(in: 0...60, using: &random)
            }
            let mentions = try #require(threshold(near: near, before: before))
            #expect(AlertThreshold.least(near: near) <= mentions)
        }
    }

    /// Bad posts about Zefirnet, so many on each day before the window, the latest first.
    private func posts(_ days: [Int], now: Int, feed: Feed.ID = "forum") -> [HeardEntry] {
        var sequence: Int64 = 0
        func post(at date: Date) -> HeardEntry {
            sequence += 1
            return .sample(
                sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                feed: feed, at: date)
        }
        let before = days.enumerated().flatMap { day, count in
            (0..<count).map { number in
                post(at: Self.start.addingTimeInterval(-Double(day) * 86_400 - Double(number) - 1))
            }
        }
        return before + (1...now).map { post(at: Self.start.addingTimeInterval(Double($0))) }
    }

    private func alerts(
        _ posts: [HeardEntry], heardIn time: ListeningTime = ListeningTime(since: nil),
        context: ReportingContext = .sample
    ) -> [Digest.Alert] {
        DigestMaker(context: context).digest(
            SampleNews.window, heard: HeardEntries(posts), health: FeedHealth.sample, heardIn: time
        ).alerts
    }

    @Test(arguments: [(4, 0), (5, 1)])
    func `bad mentions from the threshold on give an alert`(count: Int, alerts: Int) {
        let given = self.alerts(posts([0], now: count))
        #expect(given.count == alerts)
        #expect(given.allSatisfy { $0.threshold == 5 && $0.brand == "zefirnet" })
    }

    @Test func `two quiet days do not make the usual an alert`() {
        let busy = posts([1, 9, 9, 9, 9, 9, 1] + Array(repeating: 9, count: 21), now: 12)
        #expect(alerts(busy).isEmpty)
        let quiet = posts([1, 1, 1, 1, 1, 1, 1] + Array(repeating: 1, count: 21), now: 12)
        #expect(alerts(quiet).map(\.threshold) == [5])
    }

    @Test
    func `weeks before anybody listened, and days on which nothing was heard, are no measure`() {
        let days = [9, 9, 9] + Array(repeating: 0, count: 25)
        let posts = posts(days, now: 19)
        #expect(alerts(posts).map(\.threshold) == [19])
        let young = ListeningTime(since: Self.start.addingTimeInterval(-3 * 86_400))
        #expect(alerts(posts, heardIn: young).isEmpty)
        let gap = Self.start.addingTimeInterval(-28 * 86_400)..<Self.start - 3 * 86_400
        #expect(alerts(posts, heardIn: ListeningTime(since: nil, gaps: [gap])).isEmpty)
        #expect(alerts(self.posts(days, now: 20), heardIn: young).map(\.threshold) == [20])
    }

    @Test(arguments: [(46, [Int]()), (47, [47])])
    func `the only week before is one window, not two`(count: Int, thresholds: [Int]) {
        let window = Digest.Window(
            after: .at("2026-11-15T23:00:00Z"), through: .at("2026-11-22T23:00:00Z"),
            timeZone: "Europe/Warsaw")
        let posts = (1...25 + count).map { number in
            HeardEntry.sample(
                Int64(number), "Zefirnet",
                saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                at: window.after.addingTimeInterval(number > 25 ? 3_600 : -3_600))
        }
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .week)
        let digest = DigestMaker(context: context).digest(
            window, heard: HeardEntries(posts), health: [],
            heardIn: ListeningTime(since: .at("2026-11-08T23:00:00Z")))
        #expect(digest.alerts.map(\.threshold) == thresholds)
    }

    @Test func `what an own brand says of itself alarms nobody`() {
        let posts = posts([0], now: 9, feed: "office")
        #expect(alerts(posts).count == 1)
        var context = ReportingContext.sample
        context.sources = ["office": Source(id: "office", name: "Press office", isOwn: true)]
        #expect(alerts(posts, context: context).isEmpty)
    }

    /// Measured by the larger of the two windows alone, some 17, 98 and 196 of 2,000 would be.
    @Test(arguments: [(0, 8), (0.1, 25), (0.3, 45)])
    func `a day like the others is seldom an alert`(wavering: Double, most: Int) {
        var random = SeededGenerator(seed: 3)
        var alarms = 0
        for _ in 0..<2_000 {
            let mean = Double.random(in: 1...30, using: &random)
            let days = (0..<29).map { _ in
                random.poisson(mean * random.wavering(variance: wavering))
            }
            let (today, before) = (days[0], Array(days.dropFirst()))
            if let limit = threshold(near: [before[0], before[6]], before: before), today >= limit {
                alarms += 1
            }
        }
        #expect(alarms <= most)
    }
}

extension SeededGenerator {
    /// A factor with mean 1, log-normal.
    fileprivate mutating func wavering(variance: Double) -> Double {
        let deviation = log(1 + variance).squareRoot()
        let steps = (0..<12).map { _ in Double.random(in: 0...1, using: &self) }
        return exp(deviation * (steps.reduce(0, +) - 6) - deviation * deviation / 2)
    }
}
