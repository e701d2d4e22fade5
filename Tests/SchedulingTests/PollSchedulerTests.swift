import Foundation
import Model
import Scheduling
import TestSupport
import Testing

struct PollSchedulerTests {
    @Test func `a file has its turn in every run`() {
        let feed = Feed(
            id: "file", source: Source(id: "file", name: "File"), address: .file(path: "a.xml"))
        var course = Course(feed)
        course.poll(at: start, .updated(new: 1, known: 0))
        #expect(course.isDue(at: start))
        for number in 1...40 { course.poll(at: start + Double(number), .kind(.file)) }
        #expect(course.isDue(at: start + 41))
        #expect(course.state.failuresInARow == 40)
        #expect(course.state.polling.failureScore == 0)
    }

    @Test func `a feed that was never polled has its turn`() {
        #expect(PollScheduler(now: start).isDue(.at(), nil))
        #expect(PollScheduler(now: start).isDue(.at(), FeedState()))
    }

    @Test func `starting five times in a minute asks once`() {
        var course = Course()
        for second in 0..<5 {
            let now = start + Double(second) * 12
            if course.isDue(at: now) { course.poll(at: now, .updated(new: 1, known: 0)) }
        }
        #expect(course.polls == [start])
    }

    @Test func `a run each day asks each day, though none begins at quite the same minute`() {
        var generator = SeededGenerator(seed: 1)
        for news in [PollNews.unmodified(), .updated(new: 1, known: 9, validators: nil)] {
            var course = Course()
            for number in 0..<30 {
                let wobble = Double.random(in: -300...300, using: &generator)
                let now = start + Double(number) * day + wobble
                if course.isDue(at: now) { course.poll(at: now, news) }
            }
            #expect(course.polls.count == 30)
        }
    }

    @Test func `news shortens the interval by a fifth, none lengthens it by two fifths`() {
        var course = Course()
        course.poll(at: start, .updated(new: 20, known: 0))
        #expect(course.state.polling.intervalSeconds == 4 * 3_600)
        course.poll(at: start + day, .updated(new: 2, known: 18))
        #expect(course.state.polling.intervalSeconds == 11_520)
        course.poll(at: start + 2 * day, .updated(new: 0, known: 20))
        #expect(course.state.polling.intervalSeconds == 16_128)
        course.poll(at: start + 3 * day, .unmodified())
        #expect(course.state.polling.intervalSeconds == 22_579)
    }

    @Test func `the first interval is the gap between a feed's entries`() {
        var course = Course()
        course.poll(
            at: start,
            .updated(new: 20, known: 0, wishes: FeedWishes(usualGapSeconds: 7_200)))
        #expect(course.state.polling.intervalSeconds == 7_200)
        course.poll(at: start + day, .unmodified())
        #expect(course.state.polling.intervalSeconds == 10_080)
    }

    @Test func `a list without anything known halves the interval and is remembered as a gap`() {
        var course = Course()
        course.poll(at: start, .updated(new: 20, known: 0))
        #expect(!course.state.polling.isGapSuspected)
        course.poll(at: start + day, .updated(new: 20, known: 0))
        #expect(course.state.polling.isGapSuspected)
        #expect(course.state.polling.intervalSeconds == 2 * 3_600)
        course.poll(at: start + 2 * day, .updated(new: 3, known: 17))
        #expect(!course.state.polling.isGapSuspected)
    }

    @Test func `an empty list and a part of one are no gap`() {
        var course = Course()
        course.poll(at: start, .updated(new: 20, known: 0))
        course.poll(at: start + day, .updated(new: 0, known: 0))
        #expect(!course.state.polling.isGapSuspected)
        course.poll(at: start + 2 * day, .updated(new: 2, known: 0, AnswerHints(isDelta: true)))
        #expect(!course.state.polling.isGapSuspected)
    }

    @Test(
        arguments: [
            (21_600, nil, 6), (nil, 28_800, 8), (21_600, 28_800, 8), (0, 60, 4),
            (31_536_000, nil, 24),
        ] as [(Int?, Int?, Double)])
    func `a server's and a feed's own wishes are followed up to a day`(
        fresh: Int?, ttl: Int?, hours: Double
    ) {
        var course = Course()
        course.poll(
            at: start,
            .updated(
                new: 9, known: 0, AnswerHints(freshForSeconds: fresh),
                wishes: FeedWishes(ttlSeconds: ttl)))
        let wait = course.next.timeIntervalSince(start)
        #expect((hours * hour...min(hours * hour * 1.1, day)).contains(wait))
    }

    @Test func `a server without validators is asked once a day`() {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0, validators: nil))
        #expect(course.next == start + day)
    }

    @Test func `a server that gives no validators any more is asked once a day`() {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0))
        course.poll(at: start + day, .updated(new: 1, known: 9, validators: nil))
        #expect(course.next == start + 2 * day)
    }

    @Test func `the same body again has the validators of the last answer`() {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0, validators: nil))
        course.poll(
            at: start + day,
            PollNews(entries: nil, hints: AnswerHints(), wishes: nil, validators: nil))
        #expect(course.next == start + 2 * day)
    }

    @Test func `the operator's own interval goes before all others`() {
        var course = Course(.at(terms: Feed.Terms(pollEvery: .seconds(600))))
        course.poll(
            at: start, .updated(new: 1, known: 0, AnswerHints(freshForSeconds: 86_400)))
        #expect(course.next == start + 600)
    }

    @Test func `the operator's own interval goes before skipped hours too`() {
        var course = Course(.at(terms: Feed.Terms(pollEvery: .seconds(600))))
        let wishes = FeedWishes(skipHours: Set(0...23), skipDays: Set(1...7))
        course.poll(at: start, .updated(new: 1, known: 0, wishes: wishes))
        #expect(course.isDue(at: start + 600))
    }

    /// When a poll planned for four hours after Sunday, 06:00, is made.
    struct PassedOver: Sendable {
        let hours: Set<Int>
        let days: Set<Int>
        let first: TimeInterval

        init(hours: Set<Int> = [], days: Set<Int> = [], first: TimeInterval) {
            self.hours = hours
            self.days = days
            self.first = first
        }
    }

    @Test(arguments: [
        PassedOver(hours: [10, 11, 12, 13], first: 14 * hour),
        PassedOver(days: [7], first: 24 * hour),
        PassedOver(hours: [0], days: [7], first: 25 * hour),
        PassedOver(days: [7, 1, 2], first: 72 * hour),
        PassedOver(hours: Set(0...23), days: Set(1...7), first: 10 * hour),
    ])
    func `hours and days without news are passed over`(passed: PassedOver) {
        let midnight = start - 6 * hour
        let wishes = FeedWishes(skipHours: passed.hours, skipDays: passed.days)
        var course = Course()
        course.poll(at: start, .updated(new: 1, known: 0, wishes: wishes))
        let planned = course.next.timeIntervalSince(midnight)
        #expect((passed.first...passed.first + hour).contains(planned))
    }

    @Test func `a turn that comes in a skipped hour waits for its end, but not for ever`() {
        var course = Course()
        let wishes = FeedWishes(skipHours: [11, 12], skipDays: [1])
        course.poll(at: start, .updated(new: 1, known: 0, wishes: wishes))
        let midnight = start - 6 * hour
        #expect(course.isDue(at: midnight + 10.9 * hour))
        #expect(!course.isDue(at: midnight + 11 * hour))
        #expect(course.isDue(at: midnight + 13 * hour))
        #expect(!course.isDue(at: midnight + 1.9 * day))
        #expect(course.isDue(at: midnight + 2.48 * day))
    }

    @Test func `a time further ahead than any plan reaches is that of a wrong clock`() {
        var course = Course()
        course.poll(at: start + 400 * day, .unmodified())
        #expect(course.isDue(at: start))
        course.poll(at: start, .unmodified())
        #expect(!course.isDue(at: start - hour))
    }

    @Test func `a feed whose last poll is still to come was polled by a wrong clock`() {
        for days in [2.1, 20] {
            var course = Course()
            course.poll(at: start + days * day, .unmodified())
            #expect(course.isDue(at: start))
            // Set right, it is asked once, and no more.
            course.poll(at: start, .unmodified())
            #expect(!course.isDue(at: start + 60))
        }
        var course = Course()
        course.poll(at: start + 25 * hour, .unmodified())
        #expect(!course.isDue(at: start))
    }

    @Test func `another address in the feeds file starts afresh`() {
        var course = Course()
        course.fail(.status(410), times: 2)
        #expect(!course.isDue(at: start + 1_000 * day))
        let moved = Feed.at("http://example.org/other")
        let scheduler = PollScheduler(now: start + 2 * day)
        #expect(scheduler.isDue(moved, course.state))
        #expect(scheduler.current(course.state, of: moved).polling.retiredAt == nil)
    }

    @Test func `plans are the same each time and differ between feeds`() {
        let plans = ["a", "b", "c"].map { id in
            var course = Course(.at(id: Feed.ID(id)))
            course.poll(at: start, .updated(new: 1, known: 0))
            return course.next
        }
        var again = Course(.at(id: "a"))
        again.poll(at: start, .updated(new: 1, known: 0))
        #expect(again.next == plans[0])
        #expect(Set(plans).count == 3)
    }

    @Test func `over 90 days no feed is asked twice in an hour, nor left alone beyond a day`() {
        var generator = SeededGenerator(seed: 7)
        for number in 0..<50 {
            var course = Course(.at(id: Feed.ID("feed-\(number)")))
            let liveliness = Double.random(in: 0...1, using: &generator)
            for minutes in stride(from: 0, to: 90 * 1_440, by: 15) {
                let now = start + Double(minutes) * 60
                guard course.isDue(at: now) else { continue }
                let hasNews = Double.random(in: 0...1, using: &generator) < liveliness
                let fresh = [nil, 0, 60, 7_200, 999_999].randomElement(using: &generator) ?? nil
                let hints = AnswerHints(freshForSeconds: fresh)
                course.poll(
                    at: now, hasNews ? .updated(new: 1, known: 9, hints) : .unmodified(hints))
            }
            let gaps = zip(course.polls, course.polls.dropFirst()).map { $1.timeIntervalSince($0) }
            #expect(gaps.allSatisfy { $0 >= hour })
            #expect(gaps.allSatisfy { $0 <= day + 15 * 60 })
        }
    }
}
