import Foundation
import Model

extension FeedState {
    /// Whether another crawler of the archive reads the file that this one could not: which files this
    /// machine has says nothing of the feed.
    func isRead(despite failure: FetchFailure, now: Date) -> Bool {
        guard failure.kind == .file, lastFailure == nil, let lastSuccessAt else { return false }
        return now.timeIntervalSince(lastSuccessAt) < Self.longUnread
    }

    /// A day and a half: a run is daily.
    private static let longUnread: TimeInterval = 129_600
}
