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
        let isKeyNeeded = try storing { () throws(StoreError) in
            let (isEmpty, hasTombstones) = (try store.isEmpty, try store.hasTombstones())
            return !isEmpty || hasTombstones
        }
        let hashes = try workspace.privacyHashes(isKeyNeeded: isKeyNeeded)
        let log = ErasureLog(path: workspace.erasuresPath)
        _ = try ErasureWork(
            store: store, hashes: hashes, output: OutputFolder(path: workspace.outputPath),
            log: log, now: now
        ).finishAll()
        let listed = configuration.feeds.feeds + configuration.feeds.disabled
        let policies = listed.map { ($0.id, $0.source.authors) }
        try storing { () throws(StoreError) in
            try store.apply(Dictionary(uniqueKeysWithValues: policies))
        }
        return Privacy(
            settings: configuration.feeds.privacy, hashes: hashes,
            suppression: try log.suppression(),
            hasTombstones: try storing { () throws(StoreError) in try store.hasTombstones() })
    }
}
