import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct UnpolledSourceTests {
    /// Of a blog that brought three mentions a day until the end of September, and none since.
    private func change(_ health: [FeedHealth]) throws -> Trends.SourceChange {
        let noon = Date.at("2026-08-31T10:00:00Z")
        let heard = (0..<90).map { number -> HeardEntry in
            let seconds = Double(number / 3 * 86_400 + number % 3)
            return .sample(
                Int64(number + 1), "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                feed: "blog", at: noon.addingTimeInterval(seconds))
        }
        var context = ReportingContext.sample
        context.unpolledNames = ["blog": "Blog"]
        let trends = TrendsMaker(context: context).trends(
            from: .at("2026-08-30T22:00:00Z"), to: .at("2026-10-11T22:00:00Z"),
            heard: HeardEntries(heard), health: health)
        return try #require(trends.sourceChanges.first)
    }

    @Test func `a source that nobody asks is not told as silent`() throws {
        let words = ReportWords(.english)
        let silent = try change([
            FeedHealth(feed: "blog", sourceName: "Blog", status: .ok, entries: 90)
        ])
        #expect(silent.unpolled == nil)
        #expect(
            words.change(silent, on: "30 Sep", until: nil)
                == "Blog: silent since 30 Sep, before 3.0 a day.")
        let switchedOff = try change([])
        #expect(switchedOff.day == "2026-09-30")
        #expect(switchedOff.unpolled == true)
        #expect(
            words.change(switchedOff, on: "30 Sep", until: nil)
                == "Blog: nothing since 30 Sep, before 3.0 a day; it is not polled.")
    }
}
