import Foundation
import Grouping
import Hashing
import Model

/// What must not be taken in again because somebody asked for it to be erased: keyed hashes alone.
struct Suppression: Sendable, Hashable, Codable {
    /// Pseudonyms.
    var authors: Set<String> = []
    /// Of pages.
    var links: Set<String> = []
    var texts: Set<String> = []
    /// Single entries of single feeds.
    var entries: Set<String> = []
    /// Nothing said before then.
    var before: Date?

    var isEmpty: Bool {
        authors.isEmpty && links.isEmpty && texts.isEmpty && entries.isEmpty && before == nil
    }

    mutating func merge(_ other: Suppression) {
        authors.formUnion(other.authors)
        links.formUnion(other.links)
        texts.formUnion(other.texts)
        entries.formUnion(other.entries)
        before = [before, other.before].compactMap { $0 }.max()
    }

    /// - Parameter entry: masked, as it would be stored.
    func holds(_ entry: Entry, of feed: Feed, hashes: PrivacyHashes) -> Bool {
        if let before, let said = entry.published ?? entry.updated, said < before { return true }
        if !authors.isEmpty,
            !authors.isDisjoint(with: hashes.authors(of: entry, at: feed.source.id))
        {
            return true
        }
        if !links.isEmpty, let key = entry.page.flatMap(StorySketcher.linkKey),
            links.contains(hashes.link(key: key))
        {
            return true
        }
        if !texts.isEmpty, entry.wordings.contains(where: { texts.contains(hashes.text($0)) }) {
            return true
        }
        return !entries.isEmpty && entries.contains(hashes.entry(entry.id, of: feed.id))
    }

    // MARK: Codable, sorted so that the same gives the same bytes

    private enum CodingKeys: String, CodingKey {
        case authors, links, texts, entries, before
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        authors = Set(try values.decode([String].self, forKey: .authors))
        links = Set(try values.decode([String].self, forKey: .links))
        texts = Set(try values.decode([String].self, forKey: .texts))
        entries = Set(try values.decode([String].self, forKey: .entries))
        before = try values.decodeIfPresent(Date.self, forKey: .before)
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(authors.sorted(), forKey: .authors)
        try values.encode(links.sorted(), forKey: .links)
        try values.encode(texts.sorted(), forKey: .texts)
        try values.encode(entries.sorted(), forKey: .entries)
        try values.encodeIfPresent(before, forKey: .before)
    }
}

extension Entry {
    /// Its text and, if a lead stands before that, what other feeds may show without the lead.
    fileprivate var wordings: [String] {
        let content = leadLines > 0 ? textOfContent.map(String.init) : nil
        return [text, content].compactMap(\.self)
    }
}
