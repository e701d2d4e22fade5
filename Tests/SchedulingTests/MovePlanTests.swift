import Foundation
import Model
import Scheduling
import Testing

struct MovePlanTests {
    private let there = AnswerHints(movedTo: "https://new.example.org/feed")

    private func address(of course: Course, at now: Date = start + 60 * day) -> Feed.Address {
        PollScheduler(now: now).request(for: course.feed, course.state, credentials: nil).address
    }

    @Test func `a permanent redirect is believed after three sightings over a week`() {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0, there))
        course.poll(at: start + 3 * day, .updated(new: 1, known: 8, there))
        course.poll(at: start + 6 * day, .updated(new: 1, known: 8, there))
        #expect(address(of: course) == .url("http://example.org/feed"))
        course.poll(at: start + 8 * day, .updated(new: 1, known: 8, there))
        #expect(address(of: course) == .url("https://new.example.org/feed"))
    }

    /// As a damaged archive may hold it.
    @Test func `the largest count of sightings stays what it is`() {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0, there))
        course.state.polling.move?.sightings = .max
        course.poll(at: start + 3 * day, .updated(new: 1, known: 8, there))
        #expect(course.state.polling.move?.sightings == .max)
    }

    @Test func `unchanged documents at its end speak for it too`() {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0, there))
        for number in 1...3 {
            course.poll(at: start + Double(number) * 4 * day, .unmodified(there))
        }
        #expect(address(of: course) == .url("https://new.example.org/feed"))
    }

    @Test func `a place with other entries is never believed`() {
        var course = Course()
        for number in 0..<10 {
            course.poll(at: start + Double(number) * 2 * day, .updated(new: 9, known: 0, there))
        }
        #expect(address(of: course) == .url("http://example.org/feed"))
    }

    /// From when on the next poll would find news.
    private func newsBegins(
        in course: Course, at url: String = "http://example.org/feed", new: Int, known: Int,
        _ hints: AnswerHints = AnswerHints()
    ) -> Date? {
        let scheduler = PollScheduler(now: start + 9 * day)
        let feed = Feed.at(url)
        return scheduler.newsBegins(
            in: feed, scheduler.current(course.state, of: feed), entries: (new: new, known: known),
            hints)
    }

    @Test func `at another address what was said until a day before the last poll is no news`() {
        var course = Course()
        #expect(newsBegins(in: course, new: 9, known: 0) == nil)
        course.poll(at: start, .updated(new: 9, known: 0))
        course.poll(at: start + 4 * day, .unmodified())
        course.poll(at: start + 5 * day, .status(404))
        let other = "http://example.org/blog/feed"
        #expect(newsBegins(in: course, at: other, new: 30, known: 0) == start + 3 * day)
        #expect(newsBegins(in: course, at: other, new: 40, known: 10) == start + 3 * day)
        // It is the same list.
        #expect(newsBegins(in: course, at: other, new: 1, known: 8) == nil)
        #expect(newsBegins(in: course, new: 30, known: 0) == nil)
        #expect(newsBegins(in: course, new: 30, known: 0, there) == start + 3 * day)
        #expect(newsBegins(in: course, new: 30, known: 1, there) == nil)
    }

    @Test func `another target, or none, begins the count again`() {
        var course = Course()
        course.poll(at: start, .unmodified(there))
        course.poll(at: start + 4 * day, .unmodified(there))
        course.poll(at: start + 8 * day, .unmodified())
        course.poll(at: start + 12 * day, .unmodified(there))
        #expect(course.state.polling.move?.sightings == 1)
        course.poll(at: start + 16 * day, .unmodified(AnswerHints(movedTo: "https://b.example/")))
        #expect(course.state.polling.move?.sightings == 1)
        #expect(address(of: course) == .url("http://example.org/feed"))
    }

    @Test func `the same place over https is believed at once`() {
        var course = Course()
        course.poll(
            at: start,
            .updated(new: 9, known: 0, AnswerHints(movedTo: "https://example.org/feed")))
        #expect(address(of: course) == .url("https://example.org/feed"))
    }

    @Test(arguments: [
        "https://wifi.example.net/login?to=feed", "https://sso.example.org/feed",
        "https://example.org/captive/portal", "https://example.org/consent",
    ])
    func `a place to log in at is never believed`(target: String) {
        var course = Course()
        for number in 0..<9 {
            course.poll(
                at: start + Double(number) * 2 * day, .unmodified(AnswerHints(movedTo: target)))
        }
        #expect(address(of: course) == .url("http://example.org/feed"))
        #expect(course.state.polling.move == nil)
    }

    /// A feed that was seen at its new address three times within some days.
    private func moved(within days: Double = 8) -> Course {
        var course = Course()
        for number in 0..<3 {
            course.poll(at: start + Double(number) * days / 2 * day, .unmodified(there))
        }
        return course
    }

    @Test(arguments: [
        FetchFailure.status(404), .status(410), .kind(.dns), .kind(.unreadable),
    ])
    func `a move that leads nowhere later is taken back`(failure: FetchFailure) {
        var course = moved()
        #expect(address(of: course) == .url("https://new.example.org/feed"))
        course.poll(at: start + 20 * day, failure)
        #expect(address(of: course) == .url("http://example.org/feed"))
    }

    @Test func `a move is taken back after three failures that say nothing of the address`() {
        var course = moved()
        for number in 0..<2 {
            course.poll(at: start + Double(20 + number) * day, .status(500))
        }
        #expect(address(of: course) == .url("https://new.example.org/feed"))
        course.poll(at: start + 22 * day, .status(500))
        #expect(address(of: course) == .url("http://example.org/feed"))
    }

    @Test(arguments: [(6.9, "http://example.org/feed"), (7, "https://new.example.org/feed")])
    func `a week is seven days`(days: Double, expected: String) {
        #expect(address(of: moved(within: days)) == .url(expected))
    }

    @Test func `a place to log in at between two sightings begins the count again`() {
        var course = Course()
        course.poll(at: start, .unmodified(there))
        course.poll(
            at: start + 4 * day, .unmodified(AnswerHints(movedTo: "https://example.net/login")))
        course.poll(at: start + 8 * day, .unmodified(there))
        #expect(course.state.polling.move?.sightings == 1)
    }

    @Test func `another host over http is not the same place`() {
        var course = Course()
        let hints = AnswerHints(movedTo: "http://wexample.org/feed")
        course.poll(at: start, .updated(new: 9, known: 0, hints))
        #expect(address(of: course) == .url("http://example.org/feed"))
    }
}

struct HonestyPlanTests {
    private func request(_ course: Course, at now: Date) -> FetchRequest {
        PollScheduler(now: now).request(for: course.feed, course.state, credentials: nil)
    }

    private func unmodifiedForDays(_ count: Int) -> Course {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0))
        for number in 1...count { course.poll(at: start + Double(number) * day, .unmodified()) }
        return course
    }

    @Test func `two weeks of 304 and nothing else are checked by asking for the whole document`() {
        #expect(request(unmodifiedForDays(10), at: start + 11 * day).validators == .sample)
        #expect(request(unmodifiedForDays(15), at: start + 16 * day).validators == nil)
    }

    @Test func `a feed that is usually quiet for longer is given longer`() {
        var course = Course()
        course.poll(
            at: start,
            .updated(new: 9, known: 0, wishes: FeedWishes(usualGapSeconds: 30 * 86_400)))
        for number in 1...60 { course.poll(at: start + Double(number) * day, .unmodified()) }
        #expect(request(course, at: start + 61 * day).validators == .sample)
        #expect(request(course, at: start + 92 * day).validators == nil)
    }

    @Test func `304s that were true are trusted again`() {
        var course = unmodifiedForDays(15)
        course.poll(at: start + 16 * day, .unmodified())
        #expect(request(course, at: start + 17 * day).validators == .sample)
    }

    @Test func `a document that changed behind the same validators ends the trust`() {
        var course = unmodifiedForDays(15)
        course.poll(at: start + 16 * day, .updated(new: 3, known: 6))
        #expect(course.state.polling.saysUnmodifiedWrongly)
        #expect(request(course, at: start + 17 * day).validators == nil)
        #expect(course.next == start + 17 * day)
    }

    @Test func `a document that changed behind the same validators before that keeps the trust`() {
        var course = unmodifiedForDays(3)
        course.poll(at: start + 4 * day, .updated(new: 3, known: 6))
        #expect(!course.state.polling.saysUnmodifiedWrongly)
    }

    @Test func `a whole document without news was honest`() {
        var course = unmodifiedForDays(15)
        course.poll(at: start + 16 * day, .updated(new: 0, known: 9))
        #expect(!course.state.polling.saysUnmodifiedWrongly)
    }

    @Test func `a document that changed with its validators was honest`() {
        var course = unmodifiedForDays(15)
        let other = Validators(url: "http://example.org/feed", etag: "\"2\"", lastModified: nil)
        course.poll(at: start + 16 * day, .updated(new: 3, known: 6, validators: other))
        #expect(!course.state.polling.saysUnmodifiedWrongly)
        #expect(request(course, at: start + 17 * day).validators == other)
    }
}
