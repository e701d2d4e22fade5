import Foundation
import TestSupport
import Testing

/// A month of simulated time over real HTTP, judged by what publishers see of us.
///
/// Every two hours is as often as a month can be run in a few seconds; what an hour more or less
/// decides is in a test of its own with fewer days and feeds.
struct ScoreTests {
    @Test func `a month of runs every two hours breaks no rule`() async throws {
        let course = try ScoreRuns(ScoreSite.month)
        for number in 0..<(12 * 30) {
            try await course.run(at: ScoreRuns.start + Double(number) * 7_200)
        }
        #expect(course.violations(spacing: 7_200).isEmpty)
        expectAllOfTheCourse(course)
    }

    @Test func `a run a day hears every healthy feed each day, and breaks no rule`() async throws {
        let course = try ScoreRuns(ScoreSite.month)
        var generator = SeededGenerator(seed: 1)
        for day in 0..<30 {
            let wobble = Double(Int.random(in: -300...300, using: &generator))
            try await course.run(at: ScoreRuns.start + Double(day) * 86_400 + wobble)
        }
        // One feed wants just the hour of these runs skipped, so it is asked in it, if seldom.
        let noNights = course.server.requests(of: "no-nights")
        #expect((8...15).contains(Set(noNights.map(\.run)).count))
        let violations = course.violations(spacing: 86_400)
        #expect(
            violations.allSatisfy {
                $0.rule == .skippedTime && $0.event.place == noNights.first?.place
            }, "\(violations)")
        for feed in course.server.sites.flatMap(\.feeds) where feed.isHealthy {
            let runs = Set(course.server.requests(of: feed.id).map(\.run))
            #expect(runs.count == 30, "\(feed.id)")
        }
    }

    @Test func `runs that begin a little early or late break no rule`() async throws {
        let course = try ScoreRuns(ScoreSite.punctual)
        var generator = SeededGenerator(seed: 2)
        for number in 0..<(24 * 4) {
            let wobble = Double(Int.random(in: -120...120, using: &generator))
            try await course.run(at: ScoreRuns.start + Double(number) * 3_600 + wobble)
        }
        let violations = course.violations(spacing: 3_840)
        #expect(violations.isEmpty)
    }

    // MARK: - Private

    /// That the course has put every question it was made for.
    private func expectAllOfTheCourse(_ course: ScoreRuns) {
        func statuses(_ id: String) -> Set<Int> {
            Set(course.server.requests(of: id).map(\.answer.status))
        }
        #expect(statuses("lively") == [200, 304])
        #expect(statuses("slow-down") == [200, 304, 429])
        #expect(statuses("sixth-1") == [200, 304, 429, 503])
        #expect(statuses("serviced").contains(503))
        #expect(statuses("lost").contains(404))
        #expect(statuses("gone-once").contains(410))
        #expect(statuses("gone").contains(410))
        #expect(statuses("closed").contains(0))
        #expect(statuses("moved").contains(301))
        #expect(statuses("portal").contains(301))
        #expect(statuses("never").isEmpty)
        func last(_ id: String) -> ScoreEvent? { course.server.requests(of: id).last }
        // What had a bad time has come back.
        for id in ["slow-down", "serviced", "lost", "gone-once", "closed", "portal", "forbidden"] {
            let at = last(id)?.at ?? .distantPast
            #expect(at > ScoreRuns.start + 28 * 86_400, "\(id)")
            #expect([200, 304].contains(last(id)?.answer.status ?? 0), "\(id)")
        }
        #expect(last("moved")?.place.path == "/new.xml")
        // The check after two weeks, and daily from there on.
        #expect(course.server.requests(of: "liar").count { !$0.isConditional } > 10)
        let pages = course.server.events.filter { $0.place.path.hasPrefix("/pages/") }
        #expect(!pages.isEmpty)
        #expect(pages.allSatisfy { !$0.place.path.contains("private") })
        #expect(pages.contains { $0.answer.status == 429 })
        #expect(course.server.events.contains { $0.isOfRobots && $0.answer.status == 304 })
    }
}
