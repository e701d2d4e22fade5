import Foundation

// What a request shows of the document that is held.

extension ScoreJudge {
    /// When pages of a host were not to be had for the time being.
    func pagesPutOff(_ events: [ScoreEvent]) -> [String: [Date]] {
        let putOff = events.filter {
            $0.isOfPage && ($0.answer.status == 429 || $0.answer.status >= 500)
        }
        return Dictionary(grouping: putOff, by: \.place.host).mapValues { $0.map(\.at) }
    }

    /// - Parameters:
    ///   - events: of one address.
    ///   - putOff: when pages of the same host were not to be had: to ask for them, and for those that were
    ///     left out after them, its feed may be asked for whole once more.
    func validators(_ events: [ScoreEvent], putOff: [Date] = []) -> [ScoreViolation] {
        var found: [ScoreViolation] = []
        var held = Held(putOff: putOff)
        for event in events where !event.isRefused {
            if event.isConditional {
                if !held.isShown(by: event) {
                    found.append(ScoreViolation(rule: .strangeValidators, event: event))
                }
            } else if !held.mayBeAskedForWhole(at: event.at) {
                found.append(ScoreViolation(rule: .unconditional, event: event))
            } else if held.isAskedForTooOften(at: event.at), !event.isOfRobots {
                found.append(ScoreViolation(rule: .wholeTooOften, event: event))
            }
            held.take(event)
        }
        return found
    }

    // MARK: - Private

    /// What a reader holds of one address, if it keeps what it is given.
    private struct Held {
        private let putOff: [Date]
        private var etag: String?
        private var lastModified: String?
        private var body: String?
        /// When the whole document came last.
        private var wholeAt: Date?
        /// Whether every answer since then was 304, of which there was one at least.
        private var isUnmodifiedSince = false
        private var isNamed: Bool { etag != nil || lastModified != nil }
        /// Whether it has answered 304 of a document that had changed.
        private var hasLied = false

        init(putOff: [Date]) {
            self.putOff = putOff
        }

        func isShown(by event: ScoreEvent) -> Bool {
            event.header("If-None-Match") == etag
                && event.header("If-Modified-Since") == lastModified && isNamed
        }

        func mayBeAskedForWhole(at now: Date) -> Bool {
            !isNamed || hasLied || isCheckDue(at: now) || isPageLeft(at: now)
        }

        func isAskedForTooOften(at now: Date) -> Bool {
            guard let wholeAt, !isNamed || hasLied else { return false }
            return now.timeIntervalSince(wholeAt) < day - halfAnHour
        }

        mutating func take(_ event: ScoreEvent) {
            let answer = event.answer
            if answer.status == 304 {
                etag = answer.etag ?? etag
                lastModified = answer.lastModified ?? lastModified
                isUnmodifiedSince = true
            } else if answer.isDocument {
                let isSame = isNamed && answer.etag == etag && answer.lastModified == lastModified
                if isUnmodifiedSince, isSame, answer.body != body { hasLied = true }
                (etag, lastModified, body) = (answer.etag, answer.lastModified, answer.body)
                wholeAt = event.at
                isUnmodifiedSince = false
            }
        }

        /// Whether a page was put off since the document came.
        private func isPageLeft(at now: Date) -> Bool {
            wholeAt.map { wholeAt in putOff.contains { (wholeAt..<now).contains($0) } } ?? false
        }

        private func isCheckDue(at now: Date) -> Bool {
            guard let wholeAt, isUnmodifiedSince else { return false }
            return now.timeIntervalSince(wholeAt) >= 14 * day
        }
    }
}
