package import Foundation

/// Up to when digests and notices have told what was heard, by whichever process.
///
/// Otherwise a run that began before another one, or whose clock was set back, would bring entries into
/// a period that nobody looks at again.
package struct ToldPeriods: Sendable {
    package var lastDigestEnd: Date?
    /// Up to when any rule for notices has been considered, in whole seconds.
    package var lastNoticeEnd: Date?

    package init(lastDigestEnd: Date? = nil, lastNoticeEnd: Date? = nil) {
        self.lastDigestEnd = lastDigestEnd
        self.lastNoticeEnd = lastNoticeEnd
    }

    /// When something that is heard at a moment counts as new.
    ///
    /// - Parameter makesDigest: whether the caller makes the digest that ends at this moment, be it
    ///   once more: what is heard then is told in that digest.
    package func momentAfter(_ now: Date, makesDigest: Bool = true) -> Date {
        // The archive counts in whole seconds, and a period has its end in it.
        let second = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let digest = lastDigestEnd.flatMap { end in
            (makesDigest ? now < end : second <= end) ? end.addingTimeInterval(1) : nil
        }
        let notice = lastNoticeEnd.flatMap { second <= $0 ? $0.addingTimeInterval(1) : nil }
        return max(digest ?? now, notice ?? now)
    }
}

extension ToldPeriods {
    package init(of store: Store) throws(StoreError) {
        self = try store.reading { try ToldPeriods(in: $0) }
    }

    init(in database: Database) throws {
        let ends = try database.cachedStatement(
            sql: """
                SELECT (SELECT max("end") FROM digest_window) AS digest,
                    (SELECT max(considered_to) FROM notice_watermark) AS notice
                """
        ).row([])
        self.init(
            lastDigestEnd: ends?.date("digest"),
            lastNoticeEnd: ends?.date("notice"))
    }
}
