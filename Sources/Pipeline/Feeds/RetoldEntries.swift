import Foundation
import Model
import Storing

/// Finds the new entries of a document that its feed has told before, under other ids and at other
/// addresses: a blog that moves to another platform shows everything it ever said anew.
///
/// They are stored, so that they are known from then on, but count nowhere a second time. Nothing new
/// may be taken for told before. So this is only done where most of a document is unknown; where most
/// is known, it would be somebody who says the same again.
///
/// Where the list stands at the address that it had and has other dates, too, it may as well have turned
/// over. There, nothing of it may be known, and what is told again has to be many texts that are too long
/// to be said twice by chance, each once in the document and once in the archive. Titles with the very seconds that
/// they had prove it whatever else has come, where they are some.
struct RetoldEntries {
    private let unknown: [Entry]
    private let titles: [String: Int]
    private let settledCount: Int
    private let readsPages: Bool
    /// Whether no entry of the document has an id that is stored.
    let isAllNew: Bool

    /// `nil` where it is not worth looking for any.
    ///
    /// - Parameters:
    ///   - known: content hashes of those entries whose ids are stored.
    ///   - gone: those whose ids were stored once, or must not be.
    ///   - moved: those of them that were stored under other ids: they are no sign of a list that is the same.
    ///   - readsPages: whether what is stored is the text of pages, of which the document has but the
    ///     beginnings.
    init?(
        _ document: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>,
        moved: Set<Entry.ID> = [], readsPages: Bool = false
    ) {
        self.readsPages = readsPages
        isAllNew = known.isEmpty
        unknown = document.entries.filter { known[$0.id] == nil && !gone.contains($0.id) }
        titles = document.entries.reduce(into: [:]) { $0[$1.title ?? "", default: 0] += 1 }
        settledCount = document.entries.count - unknown.count - moved.count
        guard unknown.count > settledCount else { return nil }
    }

    var counts: (new: Int, known: Int) { (unknown.count, settledCount) }

    /// When they were said, so far as their feed says so and they have titles of their own.
    var dates: Set<Date> { Set(titled.compactMap(\.statedDate)) }

    /// - Parameters:
    ///   - dated: what is stored of `dates`.
    ///   - latest: the latest that is stored, where the list is another one than before or all of it is
    ///     new. Some platforms date all that they take over by the day of the move.
    ///   - isAnotherList: whether the list is another one for certain, as at another address.
    func found(dated: [KnownEntry], latest: [KnownWording], isAnotherList: Bool)
        -> Set<Entry.ID>
    {
        let byTitle = Dictionary(grouping: dated, by: { $0.title ?? "" })
        let told = titled.filter { entry in
            (byTitle[entry.title ?? ""] ?? []).contains { entry.isDated($0.date) }
        }
        let found = Set(told.map(\.id))
        guard isAnotherList else {
            // A few of them may be another post of the day under its usual title.
            if Self.areMost(found, of: unknown.count) { return found }
            let same = found.union(longRepeats(of: latest))
            let areMany = same.count >= Self.fewestAtOneAddress
            if areMany && Self.areMost(same, of: unknown.count) { return same }
            let timed = Set(told.filter(\.isTimed).map(\.id))
            return timed.count >= Self.fewest ? timed : []
        }
        let repeats = repeats(of: latest)
        let certain = found.union(repeats.dated)
        // A few of the others may be the new post of a column, or the short praise of somebody else.
        let others = repeats.undated.union(readsPages ? titled(as: latest) : [])
            .subtracting(certain)
        let areMost = Self.areMost(others, of: unknown.count - certain.count)
        return areMost ? certain.union(others) : certain
    }

    // MARK: - Private

    private static let fewest = 3
    private static let fewestAtOneAddress = 5
    /// Thanks and congratulations are shorter, and said by many in the same words.
    private static let longText = 40

    private static func areMost(_ found: Set<Entry.ID>, of count: Int) -> Bool {
        found.count >= fewest && found.count * 2 > count
    }

    /// The entries that say what is stored, with the same date and with another one, oldest first, and
    /// no more than are stored: what is said once more than that is new.
    private func repeats(of stored: [KnownWording])
        -> (dated: Set<Entry.ID>, undated: Set<Entry.ID>)
    {
        var left = Dictionary(grouping: stored, by: { [$0.title, $0.text] }).mapValues {
            $0.map(\.date)
        }
        left[[nil, ""]] = nil
        // Lists begin with the latest.
        let oldestFirst = unknown.reversed().sorted { one, other in
            (one.statedDate ?? .distantPast) < (other.statedDate ?? .distantPast)
        }
        var dated: Set<Entry.ID> = []
        for entry in oldestFirst {
            guard let place = left[entry.wording]?.firstIndex(where: entry.isDated) else {
                continue
            }
            left[entry.wording]?.remove(at: place)
            dated.insert(entry.id)
        }
        let undated = oldestFirst.filter { entry in
            !dated.contains(entry.id) && left[entry.wording]?.popLast() != nil
        }
        return (dated, Set(undated.map(\.id)))
    }

    /// The entries with long texts that are in the document once and stored once, whatever their dates.
    private func longRepeats(of stored: [KnownWording]) -> Set<Entry.ID> {
        let counts = Dictionary(grouping: stored, by: { [$0.title, $0.text] }).mapValues(\.count)
        let told = Dictionary(grouping: unknown, by: \.wording)
        let repeats = told.compactMap { wording, entries -> Entry.ID? in
            guard entries.count == 1, let entry = entries.first, counts[wording] == 1,
                (entry.text ?? "").count >= Self.longText
            else { return nil }
            return entry.id
        }
        return Set(repeats)
    }

    /// The entries with the title of exactly one that is stored: of texts that are read from pages the
    /// document does not show whether they are the same.
    private func titled(as stored: [KnownWording]) -> Set<Entry.ID> {
        let counts = stored.reduce(into: [:]) { $0[$1.title ?? "", default: 0] += 1 }
        return Set(titled.filter { counts[$0.title ?? ""] == 1 }.map(\.id))
    }

    /// Posts of a thread have one title, and some of them one date.
    private var titled: [Entry] {
        unknown.filter { entry in entry.title.map { titles[$0] == 1 } ?? false }
    }
}

extension Entry {
    fileprivate var statedDate: Date? { published ?? updated }

    fileprivate var wording: [String?] { [title, text ?? ""] }

    /// Whether it has a date that is not of a day or a round time.
    fileprivate var isTimed: Bool { statedDate.map { !$0.mayBeOfMany } ?? false }

    /// A date is stored in whole seconds.
    fileprivate func isDated(_ date: Date) -> Bool {
        statedDate.map { abs($0.timeIntervalSince(date)) < 1 } ?? false
    }
}
