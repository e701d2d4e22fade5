package import Foundation
import Model
import RuleLoading
import Storing

/// Deletes what has been kept for as long as the operator wants, where no run does, or sooner than the
/// next one: `earshot forget --retention`.
package struct Expiring {
    /// What is due.
    package let plan: Expired
    private let sweep: RetentionSweep
    private let lock: RunLock?
    private let archive: ArchiveLocation

    /// Looks for what is due; nothing is deleted yet.
    ///
    /// - Parameter isDryRun: only looks, while a run may be at work.
    /// - Throws: `RunError.locked` while a run is at work, and `.badInput` where everything is kept for
    ///   good.
    package init(in workspace: Workspace, now: Date, isDryRun: Bool = false) throws(RunError) {
        let retention = try workspace.load().feeds.privacy.retention
        guard retention != Retention() else {
            throw .badInput(
                "everything is kept for good; write in a file of feeds/ how long each kind is kept, "
                    + "such as 'privacy: {retention: {entries: 90d}}'")
        }
        try Archive.check(isThere: workspace)
        lock = isDryRun ? nil : try RunLock(of: workspace)
        archive = workspace.archive
        let store = try storing(Store(workspace.archive, isReadOnly: isDryRun))
        let output = OutputFolder(path: workspace.outputPath)
        let hashes = try workspace.privacyHashes(for: store, isNoted: !isDryRun)
        if !isDryRun {
            try storing(store.checkErasable())
            try output.removeLeftovers()
            _ = try ErasureWork(
                store: store, hashes: hashes, output: output,
                log: ErasureLog(path: workspace.erasuresPath), copies: ArchiveCopies(in: workspace),
                unread: UnreadFolder(of: workspace), now: now
            ).finishAll()
        }
        sweep = RetentionSweep(
            retention: retention, store: store, hashes: hashes, output: output, now: now)
        plan = try sweep.plan()
    }

    /// Deletes it, and returns what was deleted.
    package func execute() throws(RunError) -> Expired {
        precondition(lock != nil, "a dry run deletes nothing")
        defer { withExtendedLifetime(lock) {} }
        let pause = CrawlerPause(of: archive)
        try storing(pause.beginSoon())
        defer { pause.end() }
        try storing(sweep.store.forgetOldAnswers(now: sweep.now))
        return try sweep.apply(overwritesAll: true) ?? Expired()
    }
}
