import Foundation

// How long it is from one poll of a feed to the next.

extension ScoreJudge {
    /// By what an answer and the feed itself ask for.
    func pace(_ polls: [Poll], _ feed: Feed) -> [ScoreViolation] {
        var found: [ScoreViolation] = []
        var hasSpoken = false
        for (last, next) in zip(polls, polls.dropFirst()) {
            let gap = next.at.timeIntervalSince(last.at)
            hasSpoken = hasSpoken || last.answer.isDocument
            func forbid(_ isBroken: Bool, _ rule: ScoreRule) {
                if isBroken { found.append(ScoreViolation(rule: rule, event: next.first)) }
            }
            forbid(gap < Self.hour, .tooSoon)
            if last.isGood {
                let asked = [last.answer.lifetime?.seconds, feed.wishes.ttl].compactMap { $0 }
                forbid(gap < Self.least(asked.max() ?? 0), .stillFresh)
            }
            forbid(gap < Self.rest(after: last.answer), .duringRest)
            forbid(hasSpoken && feed.wishes.skips(next.at), .skippedTime)
        }
        let places = polls.flatMap { Dictionary(grouping: $0.events, by: \.place).values }
        for repeated in places where repeated.count > 1 {
            found.append(ScoreViolation(rule: .tooSoon, event: repeated[1]))
        }
        return found
    }

    /// By how often it has failed.
    func failures(_ polls: [Poll]) -> [ScoreViolation] {
        var found: [ScoreViolation] = []
        var goneInARow = 0
        var lastGap: TimeInterval?
        for (last, next) in zip(polls, polls.dropFirst()) {
            let gap = next.at.timeIntervalSince(last.at)
            goneInARow = last.answer.status == 410 ? goneInARow + 1 : 0
            if goneInARow > 1 || goneInARow == 1 && gap < Self.day {
                found.append(ScoreViolation(rule: .afterGone, event: next.first))
            }
            if last.isGood || last.answer.rest != nil {
                lastGap = nil
            } else {
                // Waits are spread by a tenth so that feeds which failed together part ways.
                if let lastGap, gap < lastGap / 1.1 - spacing {
                    found.append(ScoreViolation(rule: .backOff, event: next.first))
                }
                lastGap = gap
            }
        }
        return found
    }

    // MARK: - Private

    /// A day at most; of a whole day as much as daily runs keep.
    private static func least(_ asked: TimeInterval) -> TimeInterval {
        asked < day ? asked : day - halfAnHour
    }

    /// How long the feed that gave such an answer is left alone, beyond its host's rest.
    private static func rest(after answer: ScoreAnswer) -> TimeInterval {
        guard answer.status >= 300 else { return 0 }
        let usual = [429, 503].contains(answer.status) ? 4 * hour : 0
        return max(usual, min(answer.rest?.seconds ?? 0, 7 * day))
    }
}

extension ScoreJudge.Wishes {
    fileprivate func skips(_ date: Date) -> Bool {
        let hours = Int(date.timeIntervalSince1970 / ScoreJudge.hour)
        // 1 January 1970 was a Thursday.
        return skipHours.contains(hours % 24) || skipDays.contains((hours / 24 + 3) % 7 + 1)
    }
}
