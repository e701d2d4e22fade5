import Foundation
import Model
import Scheduling

let hour: TimeInterval = 3_600
let day: TimeInterval = 86_400
/// Sunday, 22 November 2026, 06:00 UTC.
let start = Date(timeIntervalSince1970: 1_795_327_200)

extension Feed {
    static func at(
        _ url: String = "http://example.org/feed", id: Feed.ID = "sample",
        terms: Terms = .standard
    ) -> Feed {
        Feed(
            id: id, source: Source(id: "sample", name: "Sample"), address: .url(url), terms: terms)
    }
}

extension Validators {
    static let sample = Validators(
        url: "http://example.org/feed", etag: "\"1\"", lastModified: nil)
}

extension PollNews {
    static func unmodified(_ hints: AnswerHints = AnswerHints()) -> PollNews {
        PollNews(entries: nil, hints: hints, wishes: nil, validators: .sample)
    }

    static func updated(
        new: Int, known: Int, _ hints: AnswerHints = AnswerHints(),
        wishes: FeedWishes = FeedWishes(), validators: Validators? = .sample
    ) -> PollNews {
        PollNews(
            entries: (new: new, known: known), hints: hints, wishes: wishes,
            validators: validators)
    }
}

extension FetchFailure {
    static func status(_ status: Int, retryAfter: Int? = nil) -> FetchFailure {
        FetchFailure(
            kind: .status, message: "no", status: status, retryAfterSeconds: retryAfter)
    }

    static func kind(_ kind: Kind) -> FetchFailure { FetchFailure(kind: kind, message: "no") }
}

/// A feed as the runs of a simulated time treat it.
struct Course {
    let feed: Feed
    var state = FeedState()
    /// When it was polled.
    private(set) var polls: [Date] = []

    init(_ feed: Feed = .at()) {
        self.feed = feed
    }

    var next: Date { state.nextCheckAt ?? .distantPast }

    func isDue(at now: Date) -> Bool { PollScheduler(now: now).isDue(feed, state) }

    mutating func poll(at now: Date, _ news: PollNews) {
        let scheduler = PollScheduler(now: now)
        state = scheduler.current(state, of: feed)
        scheduler.plan(after: news, for: feed, &state)
        state.validators = news.validators ?? state.validators
        state.firstFetchedAt = state.firstFetchedAt ?? now
        polls.append(now)
    }

    mutating func poll(at now: Date, _ failure: FetchFailure) {
        let scheduler = PollScheduler(now: now)
        state = scheduler.current(state, of: feed)
        scheduler.plan(after: failure, for: feed, &state)
        if !failure.isWithoutRequest { polls.append(now) }
    }

    /// Fails again and again, each time as soon as it is its turn.
    mutating func fail(_ failure: FetchFailure, times: Int, from now: Date = start) {
        for _ in 0..<times { poll(at: max(next, now), failure) }
    }
}
