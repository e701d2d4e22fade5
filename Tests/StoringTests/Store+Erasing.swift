import Model

@testable import Storing

/// What tests of erasing ask of an archive.
extension Store {
    /// Overwrites what was erased, however often it takes.
    ///
    /// Other tests have transactions in the same database, and it waits for none of them for long. In
    /// between they may go on.
    func overwriteErasedInTheEnd() async throws {
        while try !overwriteErased(isRebuilding: true) { await Task.yield() }
    }

    /// Stores entries, and groups them as the end of a run does.
    func keep(_ commits: FeedCommit...) async throws {
        try await commit(commits)
        _ = try settleEntries()
    }

    func entries(in scope: ErasureScope) throws -> [ErasableEntry] {
        var entries: [ErasableEntry] = []
        try forEachEntry(in: scope) { entries.append($0) }
        return entries
    }

    /// Erases them all; the tombstone of the entry with key 1 is `hash 1`.
    func erase(_ scope: ErasureScope) throws -> Int {
        let keys = try entries(in: scope).map(\.key)
        return try erase(
            tombstones: Dictionary(uniqueKeysWithValues: keys.map { ($0, ["hash \($0)"]) }))
    }

    /// The number that a query gives.
    func count(_ sql: String) throws -> Int {
        try reading { try Int.fetchOne($0, sql: sql) ?? 0 }
    }
}
