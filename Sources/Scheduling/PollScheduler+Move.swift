import Foundation
import Model

extension PollScheduler {
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
        if polling.move?.to == target {
            polling.move?.sightings += 1
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
