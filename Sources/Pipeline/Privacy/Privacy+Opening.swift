import Foundation
import Model
import RuleLoading
import Storing

extension Privacy {
    /// What must be so before anything is taken in, under the run lock: erasures are finished, and
    /// of authors no more is kept than their sources allow.
    static func opening(
        _ store: Store, of workspace: Workspace, _ configuration: Configuration, now: Date
    ) throws(RunError) -> Privacy {
        let hashes = try workspace.privacyHashes(for: store, isNoted: true, mayBegin: true)
        let log = ErasureLog(path: workspace.erasuresPath)
        _ = try ErasureWork(
            store: store, hashes: hashes, output: OutputFolder(path: workspace.outputPath),
            log: log, copies: ArchiveCopies(in: workspace), unread: UnreadFolder(of: workspace),
            now: now
        ).finishAll()
        let listed = configuration.feeds.listed
        let policies = listed.map { ($0.id, $0.source.authors) }
        try storing(store.apply(Dictionary(uniqueKeysWithValues: policies)))
        return Privacy(
            settings: configuration.feeds.privacy, hashes: hashes,
            suppression: try log.suppression(),
            hasTombstones: try storing(store.hasTombstones()))
    }

    /// The same for one crawler of several, which may take in at once: what is to be finished, a run
    /// finishes.
    ///
    /// - Throws: where the workspace lacks what keeps erased entries away, or the key of the others.
    static func joining(
        _ store: Store, of workspace: Workspace, _ configuration: Configuration
    ) throws(RunError) -> Privacy {
        let hashes = try workspace.privacyHashes(for: store, isNoted: true)
        let log = ErasureLog(path: workspace.erasuresPath)
        let known = Set(try log.erasures().map(\.id))
        let finished = try storing(store.finishedErasures())
        let hasTombstones = try storing(store.hasTombstones())
        if let missing = finished.subtracting(known).min() {
            // Nor can it tell whom the documents speak of that it could not read.
            try UnreadFolder(of: workspace).removeAll()
            throw .badInput(
                "\(workspace.erasuresPath): the receipt \(missing).json is not here, without which "
                    + "this worker would take in again what was erased; copy the folder from where "
                    + "`earshot forget` ran")
        }
        return Privacy(
            settings: configuration.feeds.privacy, hashes: hashes,
            suppression: try log.suppression(), hasTombstones: hasTombstones,
            erasures: finished)
    }
}
