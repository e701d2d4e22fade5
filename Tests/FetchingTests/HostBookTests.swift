import Foundation
import Model
import Testing

@testable import Fetching

struct HostBookTests {
    private let start = Date(timeIntervalSince1970: 1_795_327_200)
    private let line = HostSchedule.Line.host("busy.example")
    private let origin = "https://busy.example"

    private func book(_ memory: HostMemory = HostMemory()) -> HostBook {
        HostBook(
            terms: HostTerms(.loopback), memory: memory, journal: HostJournal(),
            clock: RunClock(start: start))
    }

    private func copy(_ rules: String, checkedAt hours: Double) -> RobotsCopy {
        RobotsCopy(
            rules: rules, fetchedAt: start, checkedAt: start + hours * 3_600, pauseSeconds: 86_400,
            isUnavailable: false)
    }

    @Test func `a shorter rest cuts no longer one short`() throws {
        var book = book()
        book.rest(line, for: .seconds(3_600))
        book.rest(line, for: .seconds(60))
        #expect(try #require(book.reasonToWait(line)?.retryAfterSeconds) > 60)
    }

    @Test(arguments: [(1.0, "/new"), (-1, "/old")])
    func `of two copies of a robots.txt the one checked later holds`(
        hours: Double, expected: String
    ) {
        var book = book(HostMemory(robots: [origin: copy("disallow /old\n", checkedAt: 0)]))
        book.learn(HostMemory(robots: [origin: copy("disallow /new\n", checkedAt: hours)]))
        #expect(
            book.robotsRecord(of: origin)?.decision(for: expected + "/feed", at: start)
                == .disallowed(rule: "Disallow: " + expected))
    }
}
