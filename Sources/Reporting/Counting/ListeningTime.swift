package import Foundation

/// Since when feeds have been listened to, and when nobody did so although somebody usually would have.
///
/// A computer that was off for two days hears of those days only what the feeds still hold when it is
/// back. So the counts of those days cannot be compared with others, and few mentions on them are no
/// drop.
package struct ListeningTime: Hashable, Sendable {
    /// `nil` for long ago.
    package let since: Date?
    /// Times of which much may be missing, in order.
    package let gaps: [Range<Date>]

    package init(since: Date?, gaps: [Range<Date>] = []) {
        self.since = since
        self.gaps = gaps
    }

    /// - Parameters:
    ///   - since: `nil` for long ago.
    ///   - pauses: the times between one entry that was heard and the next, in order. A pause counts as
    ///     a gap if it is longer than a day and a half, and half as long again as seven in eight of all
    ///     pauses. Fewer than fourteen say less of what is usual, so there it has to be longer than four
    ///     times their median: a daily run that leaves out a weekend leaves no gap. Fewer than five say
    ///     nothing. A gap ends before its pause does, by a day or a usual pause: when the feeds were
    ///     asked again, they still held what was that new.
    ///   - lastAnswer: when a feed last answered within a time, though with nothing new; `nil` where
    ///     none did. Only what is left of a pause after that moment is silence.
    package init<Failure>(
        since: Date?, pauses: [Range<Date>],
        lastAnswer: (Range<Date>) throws(Failure) -> Date?
    ) throws(Failure) {
        let lengths = pauses.map(\.length).sorted()
        guard lengths.count >= Self.fewest else {
            self.init(since: since)
            return
        }
        let isFew = lengths.count < Self.enough
        let usual = isFew ? lengths[lengths.count / 2] : lengths[lengths.count * 7 / 8]
        let longest = max(1.5 * Self.day, usual * (isFew ? 4 : 1.5))
        let held = max(Self.day, usual)
        var gaps: [Range<Date>] = []
        for pause in pauses where pause.length > longest {
            let end = pause.upperBound.addingTimeInterval(-held)
            // Of daily runs none falls on the same second as the day before, so a run in which nothing
            // was new may lie somewhat nearer to the next than a day. Those that lie much nearer may be
            // answers to the very run that ended the pause.
            let asked = pause.upperBound.addingTimeInterval(-held / 2)
            let start = try lastAnswer(pause.lowerBound..<asked) ?? pause.lowerBound
            if (start..<pause.upperBound).length > longest { gaps.append(start..<end) }
        }
        self.init(since: since, gaps: gaps)
    }

    /// The same where nothing is known of answers between what was heard.
    package init(since: Date?, pauses: [Range<Date>]) {
        self.init(since: since, pauses: pauses) { _ in nil }
    }

    /// Whether feeds were heard all through a time, or through enough of it to compare another time
    /// with it.
    ///
    /// A twenty-fourth of it may lie before anybody listened, since the first run takes a while and a
    /// first week begins in the morning; and three tenths of it may lie in gaps, so that a weekend without
    /// daily runs leaves a week that can be compared with.
    func isHeard(_ time: Range<Date>) -> Bool {
        if let since, time.lowerBound.addingTimeInterval(time.length / 24) < since { return false }
        return missing(in: time) <= 0.3
    }

    /// The share of a time that lies in gaps.
    func missing(in time: Range<Date>) -> Double {
        let missing = gaps.filter { $0.overlaps(time) }.map { $0.clamped(to: time).length }
        return time.isEmpty ? 0 : missing.reduce(0, +) / time.length
    }

    // MARK: - Private

    private static let fewest = 5
    private static let enough = 14
    private static let day: TimeInterval = 86_400
}

extension Range<Date> {
    /// Seconds.
    var length: TimeInterval { upperBound.timeIntervalSince(lowerBound) }
}
