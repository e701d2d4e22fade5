import Foundation
import Model
import Scheduling
import Testing

/// A run that is made for the same moment again leaves what the first one left.
struct RepeatedPlanTests {
    /// A course of earlier polls, so that there is something to change.
    private var course: Course {
        var course = Course()
        course.poll(at: start, .updated(new: 20, known: 0))
        course.poll(at: start + day, .updated(new: 2, known: 18))
        return course
    }

    @Test(arguments: [
        FetchFailure.kind(.timeout), .status(404), .status(403), .status(400), .status(410),
        .status(429, retryAfter: 3_600),
    ])
    func `a failure counts once`(failure: FetchFailure) {
        var course = course
        course.poll(at: start + 2 * day, failure)
        let once = course.state
        #expect(once.failuresInARow == 1)
        for _ in 0..<3 { course.poll(at: start + 2 * day, failure) }
        #expect(course.state == once)
        course.poll(at: start + 4 * day, failure)
        #expect(course.state.failuresInARow == 2)
        #expect(course.state.polling.failureScore == 2 * once.polling.failureScore)
    }

    @Test func `what has not changed since the first time changes no plan`() {
        let moved = AnswerHints(movedTo: "https://example.org/other")
        for first in [PollNews.updated(new: 3, known: 17, moved), .unmodified(moved)] {
            var course = course
            course.poll(at: start + 2 * day, first)
            let once = course.state
            #expect(once.polling.move?.sightings == 1)
            course.poll(at: start + 2 * day, .unmodified(moved))
            course.poll(at: start + 2 * day, .updated(new: 0, known: 20, moved))
            #expect(course.state == once)
        }
    }

    @Test func `what has come meanwhile is planned for`() {
        var course = course
        course.poll(at: start + 2 * day, .unmodified())
        let slow = course.state.polling.intervalSeconds ?? 0
        course.poll(at: start + 2 * day, .updated(new: 1, known: 19))
        #expect(course.state.polling.intervalSeconds ?? 0 < slow)
    }

    @Test func `a feed that comes back in the second run is forgiven its failure in the first`() {
        var course = course
        course.poll(at: start + 2 * day, .unmodified())
        course.poll(at: start + 2 * day, .status(500))
        course.poll(at: start + 2 * day, .unmodified())
        #expect(course.state.failuresInARow == 0)
        #expect(course.state.polling.failureScore == 0)
    }
}
