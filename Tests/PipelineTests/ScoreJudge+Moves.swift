import Foundation

// Where a feed is asked that says it has moved.

extension ScoreJudge {
    /// A permanent redirect is believed after three sightings over a week that led to the feed, and
    /// not before.
    func moves(_ polls: [Poll], _ feed: Feed) -> [ScoreViolation] {
        guard let target = feed.target else { return [] }
        var found: [ScoreViolation] = []
        var sightings: [Date] = []
        for poll in polls {
            let isBelieved =
                sightings.count >= 3
                && (sightings.last ?? .distantPast).timeIntervalSince(sightings[0])
                    >= 7 * Self.day
            let isStraight = poll.first.place == target
            if isStraight != isBelieved {
                found.append(ScoreViolation(rule: .move, event: poll.first))
            }
            guard !isStraight else { continue }
            if poll.first.answer.status == 301, poll.isGood {
                sightings.append(poll.at)
            } else if poll.first.answer.status != 301 {
                sightings = []
            }
        }
        return found
    }
}
