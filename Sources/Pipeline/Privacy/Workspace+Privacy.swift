import Foundation
import Hashing
import Model
import RuleLoading
import Storing

extension Workspace {
    /// Receipts of what was erased.
    var erasuresPath: String { path + "/erasures" }

    /// - Parameter isKeyNeeded: whether there are pseudonyms that another key could not continue.
    func privacyHashes(isKeyNeeded: Bool) throws(RunError) -> PrivacyHashes {
        let key = try PseudonymKey(path: pseudonymKeyPath).read(isNeeded: isKeyNeeded)
        return PrivacyHashes(Pseudonymizer(key: key))
    }

    /// By which an author is known: one pseudonym for each source that they may write at.
    ///
    /// - Parameters:
    ///   - author: a name as the source shows it, or a pseudonym.
    ///   - sources: their ids; empty for all that are listed or were ever heard.
    /// - Throws: `RunError.badInput` for a source that there is not.
    func pseudonyms(
        of author: String, at sources: Set<String>, in store: Store, hashes: PrivacyHashes
    ) throws(RunError) -> Set<String> {
        guard !Pseudonymizer.isPseudonym(author) else { return [author] }
        let heard = try storing { () throws(StoreError) in try store.feedIDs() }
        var known = Set(heard.map { Self.source(ofFeed: $0.value) })
        let list: FeedList
        do {
            list = try FeedListLoader.load(workspace: path)
        } catch {
            throw .rules(error)
        }
        known.formUnion((list.feeds + list.disabled).map(\.source.id.value))
        if let unknown = sources.subtracting(known).min() {
            throw .badInput(
                "there is no source '\(unknown)'; there are \(known.sorted().joined(separator: ", "))"
            )
        }
        let asked = sources.isEmpty ? known : sources
        return Set(asked.map { hashes.author(author, at: Source.ID($0)) })
    }

    /// Pseudonyms of an author, for a search.
    ///
    /// - Throws: `RunError.badInput` without the key, or for a source that there is not.
    package func pseudonyms(of author: String, at source: String?) throws(RunError) -> Set<String> {
        let store = try Archive.store(of: self)
        return try pseudonyms(
            of: author, at: source.map { [Self.source(ofFeed: $0)] } ?? [], in: store,
            hashes: try privacyHashes(isKeyNeeded: true))
    }

    // MARK: - Private

    /// A further feed of a source is known by the source and a slash.
    private static func source(ofFeed feed: String) -> String {
        String(feed.prefix { $0 != "/" })
    }
}
