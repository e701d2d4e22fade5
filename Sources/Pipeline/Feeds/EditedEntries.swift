import Foundation
import Model
import Storing

/// Finds the entries of a document that have neither an id nor a link, and are stored under another id, or were
/// until they were erased or expired: they are known by what they say, and somebody has corrected a word, or this
/// version reads it otherwise.
///
/// Nothing new may be taken for known. So both have the same title and date, which no other entry of the
/// document has, and half of their words at least; where they have no title, as reviews, many words. Of what was erased
/// or has expired no words are left: there both have a title, and a second that is not that of a day.
struct EditedEntries {
    private let unknown: [Key: Entry]
    private let ids: Set<Entry.ID>

    /// `nil` where there is none to look for, as in nearly all documents.
    ///
    /// - Parameters:
    ///   - known: content hashes of those entries whose ids are stored.
    ///   - gone: those whose ids were stored once, or must not be.
    init?(_ document: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>) {
        let hasAny = document.entries.contains { entry in
            entry.isKnownByContent && known[entry.id] == nil && !gone.contains(entry.id)
        }
        guard hasAny else { return nil }
        var byKey: [Key: [Entry]] = [:]
        for entry in document.entries {
            if let key = Key(entry) { byKey[key, default: []].append(entry) }
        }
        unknown = byKey.compactMapValues { entries in
            guard entries.count == 1, let entry = entries.first, entry.isKnownByContent,
                known[entry.id] == nil, !gone.contains(entry.id)
            else { return nil }
            return entry
        }
        ids = Set(document.entries.map(\.id))
    }

    /// When they were said.
    var dates: Set<Date> { Set(unknown.values.compactMap(\.statedDate)) }

    /// What to look for among the tombstones of each entry that may have gone.
    func candidates(among tombstones: Tombstones) -> [Entry.ID: [String]] {
        Dictionary(
            unknown.values.compactMap { entry in
                guard let title = entry.title, let date = entry.statedDate, !date.mayBeOfMany
                else { return nil }
                return (entry.id, [tombstones.titled(title, date: date)])
            }, uniquingKeysWith: +)
    }

    /// What each may be stored as, by its id in the document.
    ///
    /// - Parameter dated: what is stored of `dates`.
    func candidates(among dated: [KnownEntry]) -> [Entry.ID: KnownEntry] {
        let stored = Dictionary(
            grouping: dated.filter { $0.id.isOfContent && !ids.contains($0.id) },
            by: { Key(title: $0.title, date: $0.date) })
        var candidates: [Entry.ID: KnownEntry] = [:]
        for (key, entry) in unknown {
            guard let same = stored[key], same.count == 1 else { continue }
            candidates[entry.id] = same.first
        }
        return candidates
    }

    /// Those of the candidates that are what they may be.
    ///
    /// - Parameter wordings: what is stored of the candidates, by their ids there.
    func found(
        among candidates: [Entry.ID: KnownEntry], saying wordings: [Entry.ID: KnownWording]
    ) -> [Entry.ID: KnownEntry] {
        let texts = Dictionary(
            unknown.values.map { ($0.id, $0.text ?? "") }, uniquingKeysWith: { first, _ in first })
        return candidates.filter { id, stored in
            guard let text = texts[id], let wording = wordings[stored.id] else { return false }
            return Self.areAlike(
                text, wording.text, sharing: stored.title == nil ? Self.fewestOfUntitled : 0)
        }
    }

    // MARK: - Private

    private struct Key: Hashable {
        let title: String?
        let second: Int

        init(title: String?, date: Date) {
            self.title = title
            second = date.second
        }

        init?(_ entry: Entry) {
            guard let date = entry.statedDate else { return nil }
            self.init(title: entry.title, date: date)
        }
    }

    /// "Bardzo polecam, świetna obsługa" is said by many on one day.
    private static let fewestOfUntitled = 8

    /// Whether one of them is empty, or half of the words of the longer are in the other.
    ///
    /// - Parameter fewest: How many they share at least.
    private static func areAlike(_ one: String, _ other: String, sharing fewest: Int) -> Bool {
        let (words, others) = (words(of: one), words(of: other))
        guard !words.isEmpty, !others.isEmpty else { return fewest == 0 }
        let shared = words.intersection(others).count
        return shared >= fewest && shared * 2 >= max(words.count, others.count)
    }

    private static func words(of text: String) -> Set<Substring> {
        Set(text.split { !$0.isLetter && !$0.isNumber })
    }
}

extension Entry {
    fileprivate var statedDate: Date? { published ?? updated }

    /// Whether it has neither an id nor a link of its own.
    fileprivate var isKnownByContent: Bool { link == nil && id.isOfContent }
}

extension Entry.ID {
    /// Whether it looks like the hash of what an entry says.
    fileprivate var isOfContent: Bool {
        value.utf8.count == 64
            && value.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                    true
                default: false
                }
            }
    }
}
