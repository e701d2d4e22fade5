import Foundation
import Model
import RuleLoading

/// Keeps the documents that a crawl cannot read, within bounds, for whoever looks after the feeds.
///
/// Nothing of it stops a crawl: the first failure to keep one is noted, and no more are kept.
actor UnreadDocuments {
    /// Why something could not be kept or removed; `nil` where all could.
    private(set) var failure: RunError?
    private let folder: UnreadFolder
    private let excluded: Excluded
    private let log: ErasureLog
    /// Those that there were as the crawl began.
    private let receipts: Set<String>
    private var held: [Feed.ID: UnreadDocument] = [:]
    /// Of earlier runs, the oldest last.
    private var older: [UnreadDocument] = []
    private var size = 0

    /// On disk, in all.
    private static let limit = 20_000_000

    /// Takes up what earlier runs have kept, and removes what is to be kept no longer: what is too old,
    /// is of feeds that are not polled any more, or came before the last erasure, as nobody can tell
    /// whether it names who was erased.
    ///
    /// - Throws: where a receipt of an erasure cannot be read.
    init(of workspace: Workspace, _ list: FeedList, now: Date) throws(RunError) {
        log = ErasureLog(path: workspace.erasuresPath)
        // First, so that one that is written meanwhile is news.
        receipts = try log.receipts()
        let erasures = try log.erasures()
        let erasedAt = erasures.map(\.askedAt).max() ?? .distantPast
        let first = now - Self.longest(list.privacy.retention) / .seconds(1)
        folder = UnreadFolder(of: workspace)
        excluded = Excluded(erasures)
        do throws(RunError) {
            let documents = try folder.documents()
            let listed = Set(list.feeds.filter(excluded.allows).map(\.id))
            let kept = documents.filter {
                listed.contains($0.feed) && $0.fetchedAt >= first && $0.fetchedAt > erasedAt
            }
            for document in kept { held[document.feed] = document }
            older = kept.reversed()
            size = kept.reduce(0) { $0 + $1.sizeOnDisk }
            try folder.removeLeftovers(beside: kept)
        } catch {
            failure = error
        }
    }

    /// Keeps what came for a feed in the place of what came before.
    ///
    /// Where there is no room, what earlier runs have kept goes, the oldest first.
    ///
    /// - Returns: `nil` where it is not kept.
    func keep(_ bytes: [UInt8], _ document: UnreadDocument, of feed: Feed) -> KeptPlace? {
        guard failure == nil, excluded.allows(feed) else { return nil }
        do throws(RunError) {
            if let earlier = held[document.feed] { try drop(earlier) }
            while size + document.sizeOnDisk > Self.limit, let oldest = older.popLast() {
                if held[oldest.feed] == oldest { try drop(oldest) }
            }
            guard size + document.sizeOnDisk <= Self.limit else { return nil }
            try folder.write(bytes, document)
            held[document.feed] = document
            size += document.sizeOnDisk
            // `forget` empties the folder behind its receipt, while a worker may be at work: what was
            // fetched before may name who was erased, and may have been written just behind it.
            guard try log.receipts() == receipts else {
                try drop(document)
                return nil
            }
            return KeptPlace(file: document.file, machine: ProcessInfo.processInfo.hostName)
        } catch {
            failure = error
            return nil
        }
    }

    /// Removes the documents of feeds that can be read again.
    func settle(_ outcomes: [FeedOutcome]) {
        guard !held.isEmpty else { return }
        do throws(RunError) {
            for outcome in outcomes {
                guard let document = held[outcome.feed], document.isOver(after: outcome) else {
                    continue
                }
                try drop(document)
            }
        } catch {
            failure = failure ?? error
        }
    }

    // MARK: - Private

    private func drop(_ document: UnreadDocument) throws(RunError) {
        try folder.remove(document)
        held[document.feed] = nil
        size -= document.sizeOnDisk
    }

    /// A week, or what the operator gives entries and authors, whichever is less.
    private static func longest(_ retention: Retention) -> Duration {
        [.seconds(7 * 86_400), retention.entries, retention.mentions, retention.authors]
            .compactMap(\.self).min() ?? .zero
    }

    /// Whose documents are not kept.
    private struct Excluded {
        /// Feeds that somebody was erased from, who may be in any of their documents.
        private let feeds: Set<Feed.ID>

        init(_ erasures: [Erasure]) {
            feeds = Set(erasures.filter { $0.kind != .before }.flatMap(\.feeds).map(\.feed))
        }

        func allows(_ feed: Feed) -> Bool {
            feed.source.authors != .none && !feeds.contains(feed.id)
        }
    }
}
