import Fetching
import Foundation
import Model
import Scheduling

/// Has documents kept that brought nothing, as they came.
extension FeedPoll {
    /// - Returns: the failure, with the place of the document where it is kept.
    func kept(
        _ document: FetchedDocument, after failure: FetchFailure, _ fetched: FetchedFeed
    ) async -> FetchFailure {
        var failure = failure
        failure.kept = await keep(
            document, fetched, as: failure.kind == .botWall ? .botWall : .unreadable,
            failure.message)
        return failure
    }

    /// Of one that is a feed and lists nothing: of a feed that listed something before, or so long that
    /// there must be something in it.
    ///
    /// - Returns: `nil` where it is not kept.
    func keptIfEmpty(
        _ document: FetchedDocument, _ fetched: FetchedFeed, before state: FeedState
    ) async -> KeptPlace? {
        let isStrange = state.lastNewEntryAt != nil || document.body.count > Self.shortDocument
        // A part that came alone lists only what is new.
        guard isStrange, !document.hints.isDelta else { return nil }
        return await keep(
            document, fetched, as: .noEntries,
            "lists no entry"
                + (state.lastNewEntryAt == nil ? "" : ", where earlier documents did"))
    }

    // MARK: - Private

    /// In bytes: what the head of a feed takes without an entry.
    private static let shortDocument = 10_000

    /// Files of the operator's own lie there anyway, and what its owner reserves is not kept.
    private func keep(
        _ document: FetchedDocument, _ fetched: FetchedFeed, as reason: UnreadDocument.Reason,
        _ message: String
    ) async -> KeptPlace? {
        let feed = fetched.request.feed
        guard case .url(let url) = fetched.request.address, !document.body.isEmpty,
            !document.hints.isReserved
        else { return nil }
        let note = UnreadDocument(
            feed: feed.id, address: (document.url ?? url).withoutSecrets,
            fetchedAt: scheduler.now, status: fetched.timing.status,
            contentType: document.contentType, reason: reason, message: message,
            sizeInBytes: document.body.count)
        return await unread.keep(document.body, note, of: feed)
    }
}
