package import Foundation
package import Model

extension PollScheduler {
    /// From when on what a feed's list holds is news, where the list may be another one than before;
    /// `nil` where all of it is.
    ///
    /// A site that was made anew shows what it has said for months, under other ids and at another
    /// address: where most of a list is unknown at an address that the feeds file has just named, or
    /// all of it where a permanent redirect leads. What was said up to the last poll was heard then,
    /// but for a day, as some lists are late.
    ///
    /// - Parameters:
    ///   - state: as remembered at the present address, before the poll.
    ///   - entries: of the list, those that are new to us and those that are known.
    package func newsBegins(
        in feed: Feed, _ state: FeedState, entries: (new: Int, known: Int), _ hints: AnswerHints
    ) -> Date? {
        guard case .url = feed.address, state.firstFetchedAt != nil, let last = state.lastSuccessAt
        else { return nil }
        let isNewAddress = state.polling.intervalSeconds == nil
        let isAnotherList =
            isNewAddress && entries.known < entries.new
            || hints.movedTo != nil && entries.known == 0
        return isAnotherList ? last - Self.day : nil
    }

    /// Weighs a permanent redirect.
    ///
    /// It is believed after three sightings over a week with entries that we know at its end: hotels'
    /// log-in portals and expired domains redirect permanently too. A step from http to https at the
    /// same place is believed at once.
    func followMove(_ news: PollNews, _ polling: inout PollingState) {
        guard let target = news.hints.movedTo else {
            polling.move = nil
            return
        }
        let asked = polling.movedTo ?? polling.configuredURL ?? ""
        if Self.isSamePlace(asked, target) {
            believe(target, &polling)
        } else if Self.looksLikeLogIn(target) {
            polling.move = nil
        } else {
            see(target, &polling)
            let isKnown = news.entries.map { $0.known > 0 } ?? true
            if let move = polling.move, isKnown, move.sightings >= 3,
                now.timeIntervalSince(move.firstSeenAt) >= 7 * Self.day
            {
                believe(target, &polling)
            }
        }
    }

    // MARK: - Private

    private func see(_ target: String, _ polling: inout PollingState) {
        if let move = polling.move, move.to == target {
            // A damaged archive may have the largest number there is.
            if move.sightings < .max { polling.move?.sightings += 1 }
        } else {
            polling.move = PollingState.Move(to: target, firstSeenAt: now, sightings: 1)
        }
    }

    private func believe(_ target: String, _ polling: inout PollingState) {
        polling.movedTo = target
        polling.move = nil
    }

    /// Whether the one is the other, over https.
    private static func isSamePlace(_ asked: String, _ target: String) -> Bool {
        asked.lowercased().hasPrefix("http://") && target.hasPrefix("https://")
            && asked.dropFirst(7) == target.dropFirst(8)
    }

    private static func looksLikeLogIn(_ url: String) -> Bool {
        let words = url.lowercased().split { !$0.isLetter }
        return words.contains {
            ["login", "logon", "signin", "sso", "auth", "captive", "portal", "consent"].contains($0)
        }
    }
}
