import Foundation
import Grouping
import Hashing
import Model

/// Keyed hashes by which people, entries, pages and texts are known again without being kept.
struct PrivacyHashes: Sendable {
    private let pseudonyms: Pseudonymizer

    init(_ pseudonyms: Pseudonymizer) {
        self.pseudonyms = pseudonyms
    }

    /// Tells keys apart without telling anything of them.
    var keyID: String { String(pseudonyms.keyedHash(of: ["key"]).prefix(8)) }

    func author(of entry: Entry, at source: Source.ID) -> String? {
        entry.authors.first.flatMap { $0.name ?? $0.uri ?? $0.email }
            .map { author($0, at: source) }
    }

    /// All authors of an entry and, since some sources list several in one name and receipts may know
    /// it, that whole list as one name.
    func authors(of entry: Entry, at source: Source.ID) -> Set<String> {
        var names = entry.authors.compactMap { $0.name ?? $0.uri ?? $0.email }
        if names.count > 1 {
            names += [", ", "; "].map { names.joined(separator: $0) }
        }
        return Set(names.map { author($0, at: source) })
    }

    func author(_ name: String, at source: Source.ID) -> String {
        pseudonyms.pseudonym(of: name, at: source.value)
    }

    func entry(_ id: Entry.ID, of feed: Feed.ID) -> String {
        pseudonyms.keyedHash(of: ["entry", feed.value, id.value])
    }

    /// Of what an entry that has gone said, or where it led to; short, as many are kept.
    func gone(_ parts: [String]) -> String {
        String(pseudonyms.keyedHash(of: ["gone"] + parts).prefix(16))
    }

    /// Of an id or a link that tells who a person is; short, as it stands in their place.
    func name(_ name: String) -> String {
        String(pseudonyms.keyedHash(of: ["name", name]).prefix(12))
    }

    /// The hash by which an imported row is recognised if its file gives it no id.
    ///
    /// It is keyed because most of what goes into the fingerprint is stored beside it: from a plain
    /// hash, an author or a number that was masked could be guessed.
    func row(_ fingerprint: String) -> String { pseudonyms.keyedHash(of: ["row", fingerprint]) }

    /// - Parameter key: as stories compare links.
    func link(key: String) -> String { pseudonyms.keyedHash(of: ["link", key]) }

    /// Whatever its case and the space in it.
    func text(_ text: String) -> String {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        return pseudonyms.keyedHash(of: ["text", words.joined(separator: " ")])
    }

    /// Of what somebody asked for, to be told of without repeating it.
    func question(_ text: String) -> String { pseudonyms.keyedHash(of: ["question", text]) }
}
