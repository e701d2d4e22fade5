import Model
import Storing

/// Brings the tags of everything stored up to today's rules.
struct Retagging: Sendable {
    let store: Store
    let tagger: Tagger

    /// Tags again what other rules have tagged, a batch to a transaction, on every core; while a batch
    /// is written the next is tagged.
    ///
    /// Ended half-way, by cancelling or by force, it goes on where it was when begun anew.
    ///
    /// - Returns: how many entries were tagged again.
    func bringUpToDate(rulesHash: String, progress: (Int) -> Void) async throws(StoreError) -> Int {
        var done = 0
        var batch = await tagged(
            try store.outdatedEntries(rulesHash: rulesHash, limit: Self.batchSize))
        while !batch.isEmpty, !Task.isCancelled {
            let following = try store.outdatedEntries(
                rulesHash: rulesHash, limit: Self.batchSize, skipping: batch.count)
            async let next = tagged(following)
            try store.retag(batch, rulesHash: rulesHash)
            done += batch.count
            progress(done)
            batch = await next
        }
        return done
    }

    // MARK: - Private

    private static let batchSize = 1_000
    /// Entries to one task: enough to be worth one, few enough to keep all cores busy.
    private static let share = 50

    private func tagged(_ batch: [OutdatedEntry]) async -> [(key: Int64, tags: Tags)] {
        await withTaskGroup(of: [(key: Int64, tags: Tags)].self) { group in
            for part in batch.batches(of: Self.share) {
                group.addTask { [tagger] in part.map { ($0.key, tagger.tags(for: $0.text)) } }
            }
            return await group.reduce(into: []) { $0 += $1 }.sorted { $0.key < $1.key }
        }
    }
}
