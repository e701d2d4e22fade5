package import Foundation
package import Model
import Storing

/// Hands the archive over as JSON Lines, an entry a line, which `earshot import` takes:
/// `earshot export-archive`.
package struct ArchiveExport: Sendable {
    private let store: Store

    package init(workspace: Workspace) throws(RunError) {
        store = try Archive.store(of: workspace)
    }

    /// By source and id, as of one moment; memory does not grow with the archive.
    ///
    /// - Parameters:
    ///   - source: `nil` for all.
    ///   - write: gets a line with its end.
    package func lines(of source: Feed.ID?, to write: (Data) -> Void) throws(RunError) {
        try storing { () throws(StoreError) in
            try store.forEachArchivedEntry(of: source) { entry in
                write(try ContractJSON.encode(entry) + Data("\n".utf8))
            }
        }
    }
}
