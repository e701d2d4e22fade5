import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What is usual for a brand where what named none is not kept for as long as anybody listens.
struct AddedBrandTests {
    /// On the last four of twelve weeks, in which Kawka was named so often each day.
    ///
    /// - Parameters:
    ///   - day: from which on what named no brand is kept; `nil` where all is.
    ///   - other: days on which a post names another brand as well.
    private func events(
        _ counts: [Int], allKeptSince day: Int?, withAnotherOn other: Set<Int> = []
    ) -> [Trends.Event] {
        let noon = Date.at("2026-08-31T10:00:00Z")
        func date(_ day: Int) -> Date { noon.addingTimeInterval(Double(day) * 86_400) }
        func names(on day: Int) -> [HeardEntry.Saying] {
            let kawka = HeardEntry.Saying(of: "kawka", as: "Kawka")
            return other.contains(day) ? [kawka, .init(of: "zefirnet", as: "Zefirnet")] : [kawka]
        }
        let heard = counts.enumerated().flatMap { day, count in
            (0..<count).map { number -> HeardEntry in
                .sample(
                    Int64(day * 1_000 + number + 1), "Kawka, Zefirnet", saying: names(on: day),
                    at: date(day).addingTimeInterval(Double(number)))
            }
        }
        return TrendsMaker(context: .sample).trends(
            from: .at("2026-10-25T23:00:00Z"), to: .at("2026-11-22T23:00:00Z"),
            heard: HeardEntries(heard), health: [],
            heardIn: ListeningTime(since: Date.at("2026-08-29T22:00:00Z")),
            allKeptSince: day.map(date)
        ).events
    }

    /// Found on the day it was added in all that was kept by then, and later as well.
    @Test(arguments: [54, 70])
    func
        `days of which nothing is left do not count as days without mentions of a brand added later`(
            keptSince day: Int
        )
    {
        let counts = Array(repeating: 0, count: 54) + Array(repeating: 8, count: 30)
        #expect(events(counts, allKeptSince: day) == [])
        #expect(events(counts, allKeptSince: nil) != [])
    }

    @Test func `entries kept because of another brand do not show that this one was followed`() {
        var counts = Array(repeating: 0, count: 54) + Array(repeating: 8, count: 30)
        for day in stride(from: 0, to: 54, by: 6) { counts[day] = 1 }
        let others = Set(0..<54)
        #expect(events(counts, allKeptSince: 54, withAnotherOn: others) == [])
        #expect(events(counts, allKeptSince: 54) != [])
    }

    @Test func `a brand that was followed before has its usual from eight weeks`() throws {
        var counts = Array(repeating: 3, count: 84)
        counts[80] = 30
        let events = events(counts, allKeptSince: 54)
        #expect(events.map(\.day) == ["2026-11-19"])
        #expect(try #require(events.first).baseline.days == 8)
    }

    @Test func `a brand of which nothing was heard before is compared with what is kept`() throws {
        var counts = Array(repeating: 0, count: 84)
        counts[80] = 30
        let events = events(counts, allKeptSince: 54)
        #expect(events.map(\.day) == ["2026-11-19"])
        #expect(try #require(events.first).baseline.basis == .previousDays)
    }
}
