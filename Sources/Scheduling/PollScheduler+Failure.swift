import Foundation
package import Model

extension PollScheduler {
    /// Counts a poll that failed, and plans the next.
    ///
    /// Failures weigh by what they say of the feed, and the wait grows with their sum up to a day.
    /// At 30 the feed is parked: asked once in 30 days, as many come back from what looks like the
    /// end. An owner who says no is asked daily, one who says "gone" twice never again. The same run
    /// once more, as far as its time tells, counts once.
    package func plan(after failure: FetchFailure, for feed: Feed, _ state: inout FeedState) {
        if failure.isWithoutRequest {
            guard case .url = feed.address, let rest = failure.retryAfterSeconds else { return }
            state.nextCheckAt = max(state.nextCheckAt ?? now, now + Double(rest))
            return
        }
        count(failure, of: feed, &state)
        forgetWhatIsToCome(&state.polling)
        // The secret may be there with the next run, and nobody's server was troubled.
        guard case .url = feed.address, failure.kind != .secret else { return }
        if state.polling.movedTo != nil, failure.speaksAgainstAddress || state.failuresInARow >= 3 {
            // The move was a mistake: the operator's own address is asked again.
            state.polling.movedTo = nil
        }
        let least = Self.unforgiven(Double(failure.retryAfterSeconds ?? 0))
        let own = feed.terms.pollEvery.map { $0 / .seconds(1) } ?? 0
        state.nextCheckAt = now + max(wait(after: failure, for: feed, &state), least, own)
    }

    /// From this sum of weights on a feed is asked once in 30 days only.
    package static let parkingScore = 30.0

    // MARK: - Private

    private func count(_ failure: FetchFailure, of feed: Feed, _ state: inout FeedState) {
        let isRepeat = state.lastPolledAt == now && state.failuresInARow > 0
        if !isRepeat {
            // A damaged archive may have the largest number there is.
            if state.failuresInARow < .max { state.failuresInARow += 1 }
            // The operator's own files are read in every run, whatever became of them.
            if case .url = feed.address { state.polling.failureScore += failure.weight }
        }
        state.lastPolledAt = now
        state.lastFailure = failure
    }

    /// A clock that was ahead took the feed for gone: it is asked on, and has a day from now.
    private func forgetWhatIsToCome(_ polling: inout PollingState) {
        if let gone = polling.goneSince, gone > now { polling.goneSince = nil }
        if let retired = polling.retiredAt, retired > now { polling.retiredAt = nil }
    }

    private func wait(after failure: FetchFailure, for feed: Feed, _ state: inout FeedState)
        -> TimeInterval
    {
        if failure.status == 410 {
            let since = state.polling.goneSince ?? now
            state.polling.goneSince = since
            if now.timeIntervalSince(since) >= Self.day { state.polling.retiredAt = now }
            // Not within a day, however early the next run begins.
            return Self.day + Self.hour
        }
        state.polling.goneSince = nil
        if state.polling.failureScore >= Self.parkingScore { return 30 * Self.day }
        switch failure.answer {
        case .refusal:
            return state.failuresInARow > 1 ? Self.day : 4 * Self.hour
        case .overload:
            return max(Self.unforgiven(4 * Self.hour), spread(backOff(for: feed, state), feed))
        case .badRequest:
            // 1, 2, 4 days, a week.
            let days = Double(1 << min(max(state.failuresInARow - 1, 0), 3))
            return min(days, 7) * Self.day
        case .other:
            return spread(backOff(for: feed, state), feed)
        }
    }

    private func backOff(for feed: Feed, _ state: FeedState) -> TimeInterval {
        let interval =
            feed.terms.pollEvery.map { $0 / .seconds(1) }
            ?? Self.unforgiven(
                state.polling.intervalSeconds.map(Double.init) ?? Self.intervals.lowerBound)
        return interval * max(1, state.polling.failureScore)
    }

    private func spread(_ wait: TimeInterval, _ feed: Feed) -> TimeInterval {
        min(wait * (1 + Jitter.tenth(of: feed.id.value, at: now)), Self.day)
    }
}

extension FetchFailure {
    /// How an owner's answer is to be taken.
    fileprivate enum Answer {
        /// We are not wanted.
        case refusal
        /// Too much for the host.
        case overload
        /// There is something wrong with what we ask.
        case badRequest
        case other
    }

    fileprivate var answer: Answer {
        if status == 429 || status == 503 { return .overload }
        if kind == .robots || kind == .botWall { return .refusal }
        return switch status {
        case 401, 402, 403, 451: .refusal
        // 404 has been seen to pass, and 408 is a time-out on the server's side.
        case .some(400..<500) where status != 404 && status != 408: .badRequest
        default: .other
        }
    }

    /// How much it says of the feed: 1 for what will hardly pass by itself, ½ for what may, ¼ for
    /// what is more likely our own network's fault.
    fileprivate var weight: Double {
        switch kind {
        case .nameServers: 0.25
        case .dns, .connect, .tls, .timeout, .interrupted, .robots, .robotsUnavailable: 0.5
        case .status: (status.map { [404, 408, 429].contains($0) || $0 >= 500 } ?? false) ? 0.5 : 1
        case .badAddress, .refusedAddress, .tooLarge, .redirects, .botWall, .file, .unreadable: 1
        // Says nothing of the feed.
        case .secret: 0
        case .postponed, .cancelled: 0
        }
    }

    fileprivate var speaksAgainstAddress: Bool {
        kind == .dns || kind == .unreadable || status == 404 || status == 410
    }
}
