import Foundation
import Model

/// What a feed may have said and shown no more when it was heard again.
extension PollDraft {
    /// The time of which something may be missing, as the feed's list does not reach back to when it was
    /// last heard; `nil` for none.
    ///
    /// Where the feed was not long out of reach and nothing of it is left unread, its list has turned over
    /// if its oldest entry stands farther from that moment than any two that follow each other stand apart.
    /// A list of one day or one issue begins anew, too, so it has to show how long its feed is silent. Without dates it
    /// cannot; of one that begins anew each time the first is told.
    ///
    /// A list that reaches back holds what is known, so a few that are older and are not are dated wrongly.
    func missed(now: Date) -> Range<Date>? {
        // A list that never held anything had nothing to lose. What is told again is known.
        guard case .url = feed.address, !hints.isDelta, let last = state.lastSuccessAt,
            state.lastNewEntryAt != nil, overlap == 0, newEntries > 0,
            !changed.contains(where: \.isRetold)
        else { return nil }
        let dates = changed.compactMap { $0.entry.published ?? $0.entry.updated }
            .map { min($0, now) }.sorted()
        let later = dates.drop { $0 <= last }
        let older = dates.count - later.count
        guard older * Self.fewestLaterForOlder <= later.count else { return nil }
        let oldest = later.first ?? now
        guard last < oldest else { return nil }
        let isCertain = isCutOff || wasAway(now: now)
        if dates.isEmpty, newEntries >= Self.fewestUndated, !state.polling.isGapSuspected {
            return last..<oldest
        }
        let silences = zip(later, later.dropFirst()).map { $1.timeIntervalSince($0) }
        let longest = silences.max() ?? 0
        let hasTurnedOver =
            silences.count > 1 && longest > 0 && oldest.timeIntervalSince(last) > longest
        return isCertain || hasTurnedOver ? last..<oldest : nil
    }

    /// Whether the last poll was led to the same address by a redirect: the list there is that of the last poll.
    var wasLedThereBefore: Bool {
        hints.movedTo.map { $0 == state.polling.move?.to } ?? false
    }

    /// Whether it could not be heard, or was not asked, for longer than from one run to the next.
    func wasAway(now: Date) -> Bool {
        state.failuresInARow > 0
            || state.lastSuccessAt.map { now.timeIntervalSince($0) > Self.longAway } ?? false
    }

    /// Has the next poll judge by when the list last held something, where it holds nothing as it is heard again:
    /// that says nothing of what was said meanwhile.
    ///
    /// A list that holds nothing twice running is one that often does, such as that of a search.
    func keepAbsence(in state: inout FeedState, now: Date) {
        let hasKeptAbsence =
            self.state.failuresInARow == 0 && self.state.lastPolledAt != self.state.lastSuccessAt
        guard case .url = feed.address, !hints.isDelta, entryCount == 0, wasAway(now: now),
            self.state.lastNewEntryAt != nil, !hasKeptAbsence
        else { return }
        state.lastSuccessAt = self.state.lastSuccessAt
        // Else an answer that nothing has changed would be one that it was heard.
        state.validators = nil
        state.bodyHash = nil
    }

    // MARK: - Private

    /// One or two may be all that there is at a time.
    private static let fewestUndated = 3
    /// How many later dates outweigh one from before the feed was last heard.
    private static let fewestLaterForOlder = 4
    /// A day and a half: a run is daily.
    private static let longAway: TimeInterval = 129_600
}
