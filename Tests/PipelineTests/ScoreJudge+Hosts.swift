import Foundation

// When a host is to be left alone, and what its robots.txt lets us ask.

extension ScoreJudge {
    /// - Parameter events: of one host.
    func rests(_ events: [ScoreEvent]) -> [ScoreViolation] {
        var found: [ScoreViolation] = []
        var restUntil = Date.distantPast
        var overloadedRun: Int?
        for event in events {
            if event.run == overloadedRun {
                found.append(ScoreViolation(rule: .afterOverload, event: event))
            }
            if event.at < restUntil {
                found.append(ScoreViolation(rule: .duringRest, event: event))
            }
            let answer = event.answer
            if answer.status == 429 { overloadedRun = event.run }
            // That a host has no robots.txt to give just now says nothing of the rest of it.
            let isOverload =
                answer.status == 429
                || answer.status == 503 && (!event.isOfRobots || answer.rest != nil)
            if isOverload { restUntil = max(restUntil, event.at + (answer.rest?.seconds ?? 600)) }
        }
        return found
    }

    /// - Parameter events: of one host.
    func robots(_ events: [ScoreEvent]) -> [ScoreViolation] {
        var found: [ScoreViolation] = []
        var copy = Copy()
        for event in events where !event.isRefused {
            if event.isOfRobots {
                if copy.isAskedForTooOften(at: event.at) {
                    found.append(ScoreViolation(rule: .robotsTooOften, event: event))
                }
                copy.take(event)
            } else if !copy.isFresh(at: event.at) {
                found.append(ScoreViolation(rule: .robotsTooLate, event: event))
            } else if !copy.allows(event.place.path, at: event.at) {
                found.append(ScoreViolation(rule: .forbiddenByRobots, event: event))
            }
        }
        return found
    }

    // MARK: - Private

    /// A host's robots.txt as far as it has been handed out.
    private struct Copy {
        private var askedAt: Date?
        /// Whether the last answer said anything of the rules.
        private var isAnswered = false
        private var goodAt: Date?
        /// Beginnings of paths; the longer goes before the shorter.
        private var rules: [(prefix: String, isAllowed: Bool)] = []

        func isAskedForTooOften(at now: Date) -> Bool {
            guard let askedAt else { return false }
            return now.timeIntervalSince(askedAt) < (isAnswered ? day : 300)
        }

        func isFresh(at now: Date) -> Bool {
            askedAt.map { now.timeIntervalSince($0) <= day } ?? false
        }

        func allows(_ path: String, at now: Date) -> Bool {
            guard let goodAt, now.timeIntervalSince(goodAt) <= 30 * day else { return false }
            let rule = rules.filter { path.hasPrefix($0.prefix) }
                .max { $0.prefix.count < $1.prefix.count }
            return rule?.isAllowed ?? true
        }

        mutating func take(_ event: ScoreEvent) {
            askedAt = event.at
            let answer = event.answer
            isAnswered = answer.status < 500 && answer.status != 429
            guard isAnswered else { return }
            goodAt = event.at
            if answer.status != 304 { rules = answer.status == 200 ? read(answer.body) : [] }
        }

        /// The course's files speak to everyone and know two kinds of lines.
        private func read(_ text: String) -> [(prefix: String, isAllowed: Bool)] {
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard words.count == 2, ["Allow:", "Disallow:"].contains(words[0]) else {
                    return nil
                }
                return (String(words[1]), words[0] == "Allow:")
            }
        }
    }
}
