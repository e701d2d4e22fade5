import Model
import Storing

/// Brings an archive's tags up to the present rules without fetching anything: `earshot retag`.
package struct Retag: Sendable {
    package struct Report: Sendable, Encodable {
        package let rulesHash: String
        /// Entries in the archive.
        package let entries: Int
        /// Entries that other rules had tagged.
        package let retaggedEntries: Int
        /// Whether it was ended before all were done; it goes on where it was when begun anew.
        package let isPartial: Bool

        /// Why the command has not done what was asked of it; `nil` where it has.
        package var failure: RunError? {
            guard isPartial else { return nil }
            return .endedEarly(
                "ended early, with \(retaggedEntries.counted("entry", "entries")) tagged again; give "
                    + "the command again, and it goes on with the others")
        }
    }

    private let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// - Parameter progress: Gets the entries done so far, and how many there are to do.
    /// - Throws: `RunError` before anything was started for wrong rules or a held lock.
    package func execute(progress: (Int, Int) -> Void = { _, _ in }) async throws(RunError)
        -> Report
    {
        let rules = try workspace.loadRules()
        let tagger = try workspace.checkedTagger(for: rules)
        try Archive.check(isThere: workspace)
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        return try await storing { () async throws(StoreError) in
            let store = try Store(workspace.archive)
            let outdated = try store.outdatedCount(rulesHash: rules.hash)
            let done = try await Retagging(store: store, tagger: tagger)
                .bringUpToDate(rulesHash: rules.hash) { progress($0, outdated) }
            try store.checkpoint()
            return Report(
                rulesHash: rules.hash, entries: try store.entryCount(), retaggedEntries: done,
                isPartial: try !store.isTagged(by: rules.hash))
        }
    }
}
