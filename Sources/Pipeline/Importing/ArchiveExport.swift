package import Foundation
import Masking
package import Model
import RuleLoading
import Storing

/// Hands the archive over as JSON Lines, an entry a line, which `earshot import` takes:
/// `earshot export-archive`.
package struct ArchiveExport: Sendable {
    private let store: Store
    /// `nil` where the operator wants texts as they are.
    private let masker: Masker?

    /// - Throws: `RunError.rules` where feeds/ does not tell whether, and but for whom, texts are masked.
    package init(workspace: Workspace) throws(RunError) {
        store = try Archive.store(of: workspace)
        do {
            masker = Masker(try FeedListLoader.load(workspace: workspace.path).privacy)
        } catch {
            throw .rules(error)
        }
    }

    /// By source and id, as of one moment; memory does not grow with the archive.
    ///
    /// What people noted with their corrections is masked as texts are.
    ///
    /// - Parameters:
    ///   - source: `nil` for all.
    ///   - write: gets a line with its end.
    /// - Throws: `RunError.badInput` for a source that nothing was ever heard of.
    package func lines(of source: Feed.ID?, to write: (Data) -> Void) throws(RunError) {
        if let source { try checkIsHeard(source) }
        try storing(
            store.forEachArchivedEntry(of: source) { entry in
                write(try ContractJSON.encode(entry.maskingNotes(by: masker)) + Data("\n".utf8))
            })
    }

    // MARK: - Private

    private func checkIsHeard(_ source: Feed.ID) throws(RunError) {
        let heard = try storing(store.feedIDs())
        let isHeard = heard.contains { $0 == source || $0.value.hasPrefix("\(source.value)/") }
        guard !isHeard else { return }
        throw .unknown(
            "nothing was ever heard of a source '\(source)'", known: heard.map(\.value))
    }
}
