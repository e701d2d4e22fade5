package import Foundation
import Model

/// That digests or notices have told up to a moment that has not come: a run's clock was ahead.
///
/// What is heard until then counts behind that moment (`ToldPeriods`), and no digest before it has it.
package struct ToldAhead: Sendable, Codable, Hashable {
    /// Up to when they have told.
    package let until: Date

    /// By how far, in seconds, a moment may lie ahead without a word: clocks without a battery or of
    /// another time zone are off by more.
    package static let tolerance: TimeInterval = 12 * 3_600

    /// - Returns: `nil` where they have told nothing that is far ahead of a moment.
    package init?(_ told: ToldPeriods, at now: Date) {
        guard let until = [told.lastDigestEnd, told.lastNoticeEnd].compactMap(\.self).max(),
            until.timeIntervalSince(now) > Self.tolerance
        else { return nil }
        self.until = until
    }

    /// What follows from it, and what to do.
    package var message: String {
        "a run whose clock was ahead has told up to \(ContractJSON.timestamp(until)), and no digest or "
            + "notice before that has what is heard now; if the clock is right, "
            + "`earshot doctor --fix` has the next ones tell it"
    }
}
