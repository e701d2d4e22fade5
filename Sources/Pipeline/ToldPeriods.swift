import Foundation
import Storing

/// Up to when digests and notices have told what was heard, by whichever process.
///
/// A run that began before another one, or whose clock was set back, would else bring entries into a
/// period that nobody looks at again.
struct ToldPeriods: Sendable {
    var lastDigestEnd: Date?
    /// Up to when any rule for notices has been considered, in whole seconds.
    var lastNoticeEnd: Date?

    /// When something that is heard at a moment counts as new.
    func momentAfter(_ now: Date) -> Date {
        let digest = lastDigestEnd.flatMap { now < $0 ? $0.addingTimeInterval(1) : nil }
        // The archive counts in whole seconds, and a period has its end in it.
        let second = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let notice = lastNoticeEnd.flatMap { second <= $0 ? $0.addingTimeInterval(1) : nil }
        return max(digest ?? now, notice ?? now)
    }
}

extension ToldPeriods {
    init(of store: Store) throws(StoreError) {
        self.init(
            lastDigestEnd: try store.lastDigestEnd(), lastNoticeEnd: try store.lastNoticeEnd())
    }
}
