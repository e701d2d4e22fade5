import Foundation
import Hashing
import Model
import RuleLoading
import Storing

extension Workspace {
    /// Receipts of what was erased.
    var erasuresPath: String { path + "/erasures" }

    /// The hashes made with the workspace's key, which must be the one that the archive goes by: with
    /// another key everybody is a stranger, and nothing that was erased is recognised.
    ///
    /// An archive that has no key noted yet takes that of the last receipt or, without receipts, the
    /// first key that it meets.
    ///
    /// - Parameters:
    ///   - isNoted: whether the archive is to remember the key; not if it is only looked at.
    ///   - mayBegin: whether a key is made where nothing needs one yet.
    /// - Throws: `RunError.badInput` for another key, and if the one that is needed is gone.
    func privacyHashes(for store: Store, isNoted: Bool, mayBegin: Bool = false) throws(RunError)
        -> PrivacyHashes
    {
        let expected = try keyID(of: store)
        var isNeeded = !mayBegin || expected != nil
        if !isNeeded { isNeeded = try holdsHashes(store) }
        let hashes = PrivacyHashes(
            Pseudonymizer(key: try PseudonymKey(path: pseudonymKeyPath).read(isNeeded: isNeeded)))
        try check(hashes, against: expected)
        if isNoted {
            // Crawlers on several machines may begin at once.
            try check(
                hashes,
                against: try storing(store.noteKey(hashes.keyID)))
        }
        return hashes
    }

    /// Makes sure that a key which is there is the one that a backup was made with.
    func checkKey(ofBackup store: Store) throws(RunError) {
        guard let key = try PseudonymKey(path: pseudonymKeyPath).ifThere() else { return }
        try check(
            PrivacyHashes(Pseudonymizer(key: key)), against: try keyID(of: store),
            newPseudonyms: "move this one away, restore, put it back, and have new pseudonyms begin"
        )
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
        let heard = try storing(store.feedIDs())
        var known = Set(heard.map { Self.source(ofFeed: $0.value) })
        let list: FeedList
        do {
            list = try FeedListLoader.load(workspace: path)
        } catch {
            throw .rules(error)
        }
        known.formUnion(list.listed.map(\.source.id.value))
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
            hashes: try privacyHashes(for: store, isNoted: false))
    }

    // MARK: - Private

    /// Tells the key that an archive goes by; `nil` for one that has met none.
    private func keyID(of store: Store) throws(RunError) -> String? {
        if let noted = try storing(store.keyID) { return noted }
        return try ErasureLog(path: erasuresPath).erasures().last?.keyID
    }

    private func holdsHashes(_ store: Store) throws(RunError) -> Bool {
        try storing { () throws(StoreError) in
            let (isEmpty, hasTombstones) = (try store.isEmpty, try store.hasTombstones())
            return !isEmpty || hasTombstones
        }
    }

    private func check(
        _ hashes: PrivacyHashes, against expected: String?,
        newPseudonyms: String = "begin new pseudonyms"
    ) throws(RunError) {
        guard let expected, expected != hashes.keyID else { return }
        throw .badInput(
            "\(pseudonymKeyPath): this is not the key that the archive's pseudonyms and erasures were "
                + "made with (\(hashes.keyID), not \(expected)), and with it everybody who was erased "
                + "would come back; put the right one there, or, if that is lost for good, "
                + "\(newPseudonyms) by `earshot doctor --new-key`")
    }

    /// A further feed of a source is known by the source and a slash.
    private static func source(ofFeed feed: String) -> String {
        String(feed.prefix { $0 != "/" })
    }
}
