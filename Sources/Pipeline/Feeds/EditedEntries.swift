import Foundation
import Model
import Storing

/// Finds the entries of a document that have neither an id nor a link, and are stored under another id, or were
/// until they were erased or expired: they are known by what they say, and somebody has corrected a word, or this
/// version reads it otherwise.
///
/// Nothing new may be taken for known. So both have the same title and date, which no other entry of the
/// document has, and half of their words at least; where they have no title, as reviews, many words. Of several without
/// titles, as the reviews of one day, it has to be nearly all words, those of one other alone, and the document
/// has to reach farther back, so that what it does not show any more was edited. Of what was erased or has expired
/// no words are left: there both have a title, and a second that is not that of a day.
struct EditedEntries {
    private let unknown: [Key: [Entry]]
    private let ids: Set<Entry.ID>
    /// How many entries of the document have the same title and date.
    private let counts: [Key: Int]
    /// The second in which the oldest entry of the document was said.
    private let oldest: Int

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
        counts = byKey.mapValues(\.count)
        oldest = byKey.keys.map(\.second).min() ?? .max
        unknown = byKey.mapValues { entries in
            entries.filter {
                $0.isKnownByContent && known[$0.id] == nil && !gone.contains($0.id)
            }
        }.filter { key, entries in
            !entries.isEmpty && (byKey[key]?.count == 1 || key.title == nil)
        }
        ids = Set(document.entries.map(\.id))
    }

    /// When they were said.
    var dates: Set<Date> { Set(unknown.values.joined().compactMap(\.statedDate)) }

    /// What to look for among the tombstones of each entry that may have gone.
    func candidates(among tombstones: Tombstones) -> [Entry.ID: [String]] {
        Dictionary(
            unknown.values.joined().compactMap { entry in
                guard let title = entry.title, let date = entry.statedDate, !date.mayBeOfMany
                else { return nil }
                return (entry.id, [tombstones.titled(title, date: date)])
            }, uniquingKeysWith: +)
    }

    /// What each may be stored as, by its id in the document.
    ///
    /// - Parameter dated: what is stored of `dates`.
    func candidates(among dated: [KnownEntry]) -> [Entry.ID: [KnownEntry]] {
        let stored = Dictionary(
            grouping: dated.filter { $0.id.isOfContent && !ids.contains($0.id) },
            by: { Key(title: $0.title, date: $0.date) })
        var candidates: [Entry.ID: [KnownEntry]] = [:]
        for (key, entries) in unknown {
            guard let same = stored[key] else { continue }
            if isAlone(key, among: same) || key.title == nil && oldest < key.second {
                for entry in entries { candidates[entry.id] = same }
            }
        }
        return candidates
    }

    /// Those of the candidates that are what they may be.
    ///
    /// - Parameter wordings: what is stored of the candidates, by their ids there.
    func found(
        among candidates: [Entry.ID: [KnownEntry]], saying wordings: [Entry.ID: KnownWording]
    ) -> [Entry.ID: KnownEntry] {
        let storedWords = wordings.mapValues { Self.words(of: $0.text) }
        var found: [Entry.ID: KnownEntry] = [:]
        var uses: [Entry.ID: Int] = [:]
        for (key, entries) in unknown {
            for entry in entries {
                guard let same = candidates[entry.id] else { continue }
                let words = Self.words(of: entry.text ?? "")
                let alike = same.filter { stored in
                    guard let others = storedWords[stored.id] else { return false }
                    return Self.areAlike(
                        words, others, sharing: key.title == nil ? Self.fewestOfUntitled : 0,
                        quarters: isAlone(key, among: same) ? 2 : 3)
                }
                for stored in alike { uses[stored.id, default: 0] += 1 }
                if alike.count == 1 { found[entry.id] = alike.first }
            }
        }
        return found.filter { uses[$1.id] == 1 }
    }

    // MARK: - Private

    /// Whether no other entry has this title and date, in the document or among those stored.
    private func isAlone(_ key: Key, among stored: [KnownEntry]) -> Bool {
        counts[key] == 1 && stored.count == 1
    }

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

    /// Whether one of them is empty, or so many quarters of the words of the longer are in the other.
    ///
    /// - Parameter fewest: How many they share at least.
    private static func areAlike(
        _ words: Set<Substring>, _ others: Set<Substring>, sharing fewest: Int, quarters: Int
    ) -> Bool {
        guard !words.isEmpty, !others.isEmpty else { return fewest == 0 }
        let shared = words.intersection(others).count
        return shared >= fewest && shared * 4 >= max(words.count, others.count) * quarters
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
