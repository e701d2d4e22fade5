import Foundation
import Model
import Scheduling
import Testing

struct FailurePlanTests {
    @Test(arguments: [
        (401, 4), (402, 4), (403, 4), (451, 4), (404, 1), (408, 1), (410, 25), (400, 24),
        (418, 24), (429, 4), (500, 1), (502, 1), (503, 4),
    ])
    func `each answer has its wait`(status: Int, hours: Int) {
        var course = Course()
        course.fail(.status(status), times: 1)
        let planned = course.next.timeIntervalSince(start) / hour
        #expect((Double(hours)...Double(hours) * 1.1).contains(planned))
    }

    @Test func `an owner who says no is asked again after four hours, then daily`() {
        for failure in [FetchFailure.status(403), .kind(.robots), .kind(.botWall)] {
            var course = Course()
            course.fail(failure, times: 4)
            let gaps = zip(course.polls, course.polls.dropFirst()).map { $1.timeIntervalSince($0) }
            #expect(gaps == [4 * hour, day, day])
        }
    }

    @Test func `a request that a server does not take is repeated ever more seldom`() {
        var course = Course()
        course.fail(.status(400), times: 6)
        let gaps = zip(course.polls, course.polls.dropFirst()).map { $1.timeIntervalSince($0) }
        #expect(gaps == [day, 2 * day, 4 * day, 7 * day, 7 * day])
    }

    /// As a damaged archive may hold it.
    @Test func `the largest count of failures stays what it is`() {
        var course = Course()
        course.fail(.status(500), times: 1)
        course.state.failuresInARow = .max
        course.fail(.status(500), times: 1)
        #expect(course.state.failuresInARow == .max)
    }

    @Test func `gone twice is gone for good`() {
        var course = Course()
        course.poll(at: start, .status(410))
        #expect(!course.isDue(at: start + day))
        #expect(course.isDue(at: start + 25 * hour))
        course.poll(at: start + 25 * hour, .status(410))
        #expect(course.state.polling.retiredAt == start + 25 * hour)
        #expect(!course.isDue(at: start + 300 * day))
    }

    @Test func `gone twice by a clock that was far ahead is not gone for good`() {
        var course = Course()
        course.poll(at: start, .status(410))
        course.poll(at: start + 300 * day, .status(410))
        #expect(course.state.polling.retiredAt != nil)
        #expect(!course.isDue(at: start + 300 * day))
        #expect(course.isDue(at: start + 2 * hour))
        course.poll(at: start + 2 * hour, .status(410))
        #expect(course.state.polling.retiredAt == nil)
        course.poll(at: start + 27 * hour, .status(410))
        #expect(course.state.polling.retiredAt == start + 27 * hour)
    }

    @Test(arguments: [FetchFailure.status(410), .kind(.timeout)])
    func `what a wrong clock took for gone is asked on, whatever it answers next`(
        failure: FetchFailure
    ) {
        var course = Course()
        course.poll(at: start + 300 * day, .status(410))
        course.poll(at: start + 302 * day, .status(410))
        #expect(course.state.polling.retiredAt != nil)
        course.poll(at: start, failure)
        #expect(course.state.polling.retiredAt == nil)
        #expect(course.isDue(at: start + 2 * day))
        course.poll(at: start + hour, .status(410))
        #expect(course.state.polling.retiredAt == nil)
    }

    @Test func `gone, back, and gone again is not gone for good`() {
        var course = Course()
        course.poll(at: start, .status(410))
        course.poll(at: start + 2 * day, .unmodified())
        course.poll(at: start + 4 * day, .status(410))
        #expect(course.state.polling.retiredAt == nil)
    }

    @Test func `a server's own Retry-After is kept to`() {
        for failure in [
            FetchFailure.status(503, retryAfter: 259_200), .status(429, retryAfter: 259_200),
        ] {
            var course = Course()
            course.poll(at: start, failure)
            #expect(course.next == start + 3 * day)
        }
    }

    @Test(arguments: [
        (FetchFailure.Kind.nameServers, 0.25), (.dns, 0.5), (.connect, 0.5), (.tls, 0.5),
        (.timeout, 0.5), (.interrupted, 0.5), (.robotsUnavailable, 0.5), (.unreadable, 1),
        (.tooLarge, 1), (.refusedAddress, 1), (.redirects, 1),
    ])
    func `what may pass by itself weighs less`(kind: FetchFailure.Kind, weight: Double) {
        var course = Course()
        course.fail(.kind(kind), times: 3)
        #expect(course.state.polling.failureScore == 3 * weight)
    }

    @Test func `a missing secret says nothing of the feed, which keeps its turn`() {
        var course = Course()
        course.poll(at: start, .unmodified())
        let next = course.next
        course.fail(.kind(.secret), times: 40)
        #expect(course.next == next && course.isDue(at: next))
        #expect(course.state.polling.failureScore == 0)
        #expect(course.state.failuresInARow == 1 && course.state.lastFailure?.kind == .secret)
    }

    @Test func `waits grow with each failure, up to a day`() {
        var course = Course()
        course.fail(.kind(.timeout), times: 25)
        let gaps = zip(course.polls, course.polls.dropFirst()).map { $1.timeIntervalSince($0) }
        #expect((hour...1.1 * hour).contains(gaps[0]))
        #expect((5 * hour...5.5 * hour).contains(gaps[9]))
        #expect(gaps.allSatisfy { $0 <= day })
    }

    @Test func `a feed that fails for long is parked, and comes back at once when it answers`() {
        var course = Course()
        course.fail(.status(404), times: 60)
        #expect(course.state.polling.failureScore == PollScheduler.parkingScore)
        let last = course.polls[59]
        #expect(course.next == last + 30 * day)
        course.poll(at: course.next, .updated(new: 3, known: 1))
        #expect(course.state.polling.failureScore == 0)
        #expect(course.next < last + 32 * day)
    }

    @Test func `what was not asked counts as nothing`() {
        var course = Course()
        course.poll(at: start, .unmodified())
        let before = course.state
        course.poll(at: start + day, .kind(.postponed))
        course.poll(at: start + day, .kind(.cancelled))
        #expect(course.state == before)
    }

    @Test(arguments: [
        (400, 1), (403, 1), (404, 0.5), (408, 0.5), (410, 1), (429, 0.5), (500, 0.5),
        (503, 0.5),
    ])
    func `of statuses those weigh less that may pass`(status: Int, weight: Double) {
        var course = Course()
        course.poll(at: start, .status(status))
        #expect(course.state.polling.failureScore == weight)
    }

    @Test func `gone, and something else before it is gone again, is not gone for good`() {
        var course = Course()
        course.poll(at: start, .status(410))
        course.poll(at: start + 2 * day, .status(500))
        course.poll(at: start + 4 * day, .status(410))
        #expect(course.state.polling.retiredAt == nil)
        course.poll(at: start + 6 * day, .status(410))
        #expect(course.state.polling.retiredAt == start + 6 * day)
    }

    @Test func `a short rest of its host brings no turn forward`() {
        var course = Course()
        course.poll(at: start, .updated(new: 9, known: 0, validators: nil))
        let rest = FetchFailure(kind: .postponed, message: "rests", retryAfterSeconds: 60)
        course.poll(at: start + hour, rest)
        #expect(course.next == start + day)
    }

    @Test func `a parked feed is asked no more than half an hour before its time`() {
        var course = Course()
        course.fail(.status(404), times: 60)
        #expect(!course.isDue(at: course.next - 0.6 * hour))
        #expect(course.isDue(at: course.next - 0.4 * hour))
    }

    @Test func `a resting host puts its feeds off until its rest is over`() {
        var course = Course()
        course.poll(
            at: start,
            FetchFailure(kind: .postponed, message: "rests", retryAfterSeconds: 7_200))
        #expect(!course.isDue(at: start + hour))
        #expect(course.isDue(at: start + 2 * hour))
        #expect(course.state.failuresInARow == 0)
    }
}
