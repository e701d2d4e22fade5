import Foundation
package import Model

/// What a poll that did not fail brought.
package struct PollNews: Sendable {
    /// Entries in the document that were new to us, and that were known; `nil` when the document was
    /// the same as before.
    package var entries: (new: Int, known: Int)?
    package var hints: AnswerHints
    /// `nil` when the document was not read again.
    package var wishes: FeedWishes?
    /// What the answer can be recognised by next time.
    package var validators: Validators?

    package init(
        entries: (new: Int, known: Int)?, hints: AnswerHints, wishes: FeedWishes?,
        validators: Validators?
    ) {
        self.entries = entries
        self.hints = hints
        self.wishes = wishes
        self.validators = validators
    }
}

extension PollScheduler {
    /// Notes a poll that did not fail, and plans the next.
    ///
    /// The interval shrinks by a fifth when there was news and grows by two fifths when there was
    /// none, between an hour and a day; it is at least what the server and the feed ask for, and a
    /// day where the whole document has to be sent each time. An operator's own `poll_every` goes
    /// before all of these. The same run once more, as far as its time tells, changes nothing unless
    /// it brings something.
    ///
    /// - Parameter state: with the validators that were sent, not yet those that came.
    package func plan(after news: PollNews, for feed: Feed, _ state: inout FeedState) {
        let isRepeat =
            state.lastSuccessAt == now && state.failuresInARow == 0
            && (news.entries?.new ?? 0) == 0
        state.lastPolledAt = now
        state.lastSuccessAt = now
        state.failuresInARow = 0
        state.lastFailure = nil
        guard case .url = feed.address, !isRepeat else { return }
        let isFirst = state.firstFetchedAt == nil
        state.polling.isGapSuspected = isGapSuspected(news, isFirst: isFirst)
        state.polling.wishes = news.wishes ?? state.polling.wishes
        judgeHonesty(of: news, &state)
        followMove(news, &state.polling)
        state.polling.failureScore = 0
        state.polling.goneSince = nil
        state.polling.retiredAt = nil
        let interval = interval(after: news, state.polling, isFirst: isFirst)
        state.polling.intervalSeconds = Int(interval.rounded())
        let isConditional =
            (news.validators ?? (news.entries == nil ? state.validators : nil)) != nil
            && !state.polling.saysUnmodifiedWrongly
        state.nextCheckAt = next(
            after: interval, for: feed, state.polling.wishes, news.hints,
            isConditional: isConditional)
    }

    // MARK: - Private

    /// Nothing in a list that used to overlap is known: what came and went between was missed.
    private func isGapSuspected(_ news: PollNews, isFirst: Bool) -> Bool {
        guard let entries = news.entries, !isFirst, !news.hints.isDelta else { return false }
        return entries.known == 0 && entries.new > 0
    }

    private func interval(after news: PollNews, _ polling: PollingState, isFirst: Bool)
        -> TimeInterval
    {
        let usual = polling.wishes.usualGapSeconds.map(Double.init) ?? 4 * Self.hour
        let last = polling.intervalSeconds.map(Double.init) ?? usual
        let factor =
            if polling.intervalSeconds == nil || isFirst {
                1.0
            } else if polling.isGapSuspected {
                0.5
            } else if news.entries.map({ $0.new > 0 }) ?? false {
                0.8
            } else {
                1.4
            }
        return min(max(last * factor, Self.intervals.lowerBound), Self.intervals.upperBound)
    }

    private func next(
        after interval: TimeInterval, for feed: Feed, _ wishes: FeedWishes, _ hints: AnswerHints,
        isConditional: Bool
    ) -> Date {
        if let own = feed.terms.pollEvery { return now + own / .seconds(1) }
        let asked = [hints.freshForSeconds, wishes.ttlSeconds].compactMap { $0 }.map(Double.init)
        let least = isConditional ? max(asked.max() ?? 0, Self.intervals.lowerBound) : Self.day
        // Spread, so that feeds found together are not asked together for ever.
        let spread = max(interval, least) * (1 + Jitter.tenth(of: feed.id.value, at: now))
        // Sites ask for years; a day is as long as a daily digest can do without.
        return wishes.firstHourWithNews(
            from: now + min(max(spread, Self.unforgiven(least)), Self.day))
    }

    /// A document that changed while its validators did not: the server's 304s are worth nothing.
    private func judgeHonesty(of news: PollNews, _ state: inout FeedState) {
        guard let entries = news.entries else {
            if isUnmodifiedForTooLong(state) {
                // The whole document was asked for, and is the same: the 304s were true.
                state.polling.unmodifiedSince = now
            } else {
                state.polling.unmodifiedSince = state.polling.unmodifiedSince ?? now
            }
            return
        }
        if isUnmodifiedForTooLong(state), entries.new > 0, let held = state.validators,
            held == news.validators
        {
            state.polling.saysUnmodifiedWrongly = true
        }
        state.polling.unmodifiedSince = nil
    }
}

extension FeedWishes {
    /// How much longer the feed is left alone at this time because it wants the time skipped.
    ///
    /// A day for an hour, as a daily run may know no other hour, and three days for a day.
    func patience(at date: Date) -> TimeInterval {
        guard !skipHours.isEmpty || !skipDays.isEmpty else { return 0 }
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.hour, .weekday], from: date)
        // 1 is Sunday there, 7 here.
        let day = ((parts.weekday ?? 1) + 5) % 7 + 1
        if skipDays.contains(day) { return 3 * PollScheduler.day }
        return skipHours.contains(parts.hour ?? 0) ? PollScheduler.day : 0
    }

    /// The first full hour that is not skipped, or `date` itself where its own is not; after a week
    /// of skipped hours they are no longer believed.
    fileprivate func firstHourWithNews(from date: Date) -> Date {
        let start = (date.timeIntervalSince1970 / 3_600).rounded(.down) * 3_600
        for hours in 0..<(7 * 24) {
            let hour = Date(timeIntervalSince1970: start + Double(hours) * 3_600)
            if patience(at: hour) == 0 { return max(hour, date) }
        }
        return date
    }
}
