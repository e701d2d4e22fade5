import Model
import Storing

/// Brings the tags of everything stored up to today's rules.
struct Retagging: Sendable {
    let store: Store
    let tagger: Tagger

    /// Tags again what other rules have tagged, a batch to a transaction; ended and begun anew, it
    /// goes on where it was.
    ///
    /// - Returns: how many entries were tagged again.
    func bringUpToDate(rulesHash: String, progress: (Int) -> Void) throws(StoreError) -> Int {
        var done = 0
        while true {
            let batch = try store.outdatedEntries(rulesHash: rulesHash, limit: 1_000)
            if batch.isEmpty { return done }
            try store.retag(
                batch.map { ($0.key, tagger.tags(for: $0.text)) }, rulesHash: rulesHash)
            done += batch.count
            progress(done)
        }
    }
}
