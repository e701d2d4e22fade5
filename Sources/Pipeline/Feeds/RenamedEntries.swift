import Foundation
import Grouping
import Model
import Storing

/// Finds the entries of a document that are stored under other ids, few among many that are known: somebody has
/// edited them, where software makes the id of the moment of the last edit, or of the title, which most newspapers
/// have in their addresses; or the site has moved to `https`, and only its older entries are stored under `http`.
///
/// Nothing new may be taken for known. So what is stored leads to the same page and was published in the same
/// second, or where no date is stated has the same words; or it was published in the same second, which no other
/// entry of the document shares, and has gone from a document that reaches farther back. It always says much the
/// same.
struct RenamedEntries {
    private let unknown: [Renamed]
    private let ids: Set<Entry.ID>
    /// How many entries of the document were published in each second.
    private let seconds: [Int: Int]
    /// When the oldest of the entries was published whose ids are stored; `nil` where none is.
    private let oldest: Date?

    private struct Renamed {
        let entry: Entry
        /// As stories compare links; no other entry of the document leads there.
        let page: String
    }

    /// `nil` where there is none to look for.
    ///
    /// - Parameters:
    ///   - known: content hashes of those entries whose ids are stored.
    ///   - gone: those whose ids were stored once, or must not be.
    init?(_ document: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>) {
        let entries = document.entries
        let pages = entries.map { $0.page.flatMap(StorySketcher.linkKey) }
        let uses = pages.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        unknown = zip(entries, pages).compactMap { entry, page in
            guard known[entry.id] == nil, !gone.contains(entry.id), let page, uses[page] == 1 else {
                return nil
            }
            return Renamed(entry: entry, page: page)
        }
        guard !unknown.isEmpty else { return nil }
        ids = Set(entries.map(\.id))
        let published = entries.compactMap(\.published)
        seconds = published.reduce(into: [:]) { $0[$1.second, default: 0] += 1 }
        oldest = entries.filter { known[$0.id] != nil }.compactMap(\.published).min()
    }

    // MARK: What to look up

    var pages: [String] { unknown.map(\.page) }

    var dates: Set<Date> { Set(unknown.compactMap(\.entry.published).filter(isOfOne)) }

    // MARK: What was found

    /// What an entry may be stored as.
    struct Candidate {
        let stored: KnownEntry
        /// Whether it leads to the same page, and not only has the same date.
        let isOfPage: Bool
    }

    /// What each may be stored as, by its id in the document.
    ///
    /// - Parameters:
    ///   - byPage: what is stored of `pages`.
    ///   - dated: what is stored of `dates`.
    func candidates(byPage: [String: [KnownEntry]], dated: [KnownEntry]) -> [Entry.ID: Candidate] {
        let bySecond = Dictionary(
            grouping: dated.filter { !ids.contains($0.id) }, by: \.date.second)
        var candidates: [Entry.ID: Candidate] = [:]
        for renamed in unknown {
            let published = renamed.entry.published
            // Several are stored where earlier versions took each edit for another entry.
            let ofPage = byPage[renamed.page]?.last { stored in
                !ids.contains(stored.id)
                    && published.map { $0.second == stored.date.second } ?? true
            }
            let ofSecond = published.flatMap { isOfOne($0) ? bySecond[$0.second] : nil } ?? []
            let stored = ofPage ?? (ofSecond.count == 1 ? ofSecond.first : nil)
            candidates[renamed.entry.id] = stored.map {
                Candidate(stored: $0, isOfPage: ofPage != nil)
            }
        }
        return candidates
    }

    /// Those of the candidates that are what they may be.
    ///
    /// - Parameter wordings: what is stored of the candidates, by their ids there.
    func found(
        among candidates: [Entry.ID: Candidate], saying wordings: [Entry.ID: KnownWording]
    ) -> [Entry.ID: KnownEntry] {
        var found: [Entry.ID: KnownEntry] = [:]
        var taken: Set<Entry.ID> = []
        for renamed in unknown {
            let entry = renamed.entry
            guard let candidate = candidates[entry.id],
                let wording = wordings[candidate.stored.id]
            else { continue }
            let isSame =
                entry.published == nil
                ? entry.title == wording.title && entry.text ?? "" == wording.text
                : Self.areAlike(
                    "\(entry.title ?? "") \(entry.text ?? "")",
                    "\(wording.title ?? "") \(wording.text)",
                    sharing: candidate.isOfPage ? 1 : Self.fewestOfSecond)
            if isSame, taken.insert(candidate.stored.id).inserted {
                found[entry.id] = candidate.stored
            }
        }
        return found
    }

    // MARK: - Private

    /// Whether a date is that of one entry, which would still be in the document.
    ///
    /// A full hour is when a day begins somewhere, or when posts are published by the dozen.
    private func isOfOne(_ published: Date) -> Bool {
        guard let oldest, seconds[published.second] == 1, published.second % 3_600 != 0 else {
            return false
        }
        return oldest < published
    }

    /// Whether half of the words of the longer are in the other, or nearly all of the shorter: what is stored
    /// may be the text of a page, of which the document has the beginning.
    ///
    /// - Parameter fewest: how many they share at least.
    private static func areAlike(_ one: String, _ other: String, sharing fewest: Int) -> Bool {
        let (words, others) = (words(of: one), words(of: other))
        let shared = words.intersection(others).count
        let (fewer, more) = (min(words.count, others.count), max(words.count, others.count))
        let isBeginning = shared >= fewestOfBeginning && shared * 5 >= fewer * 4
        return shared >= fewest && (shared * 2 >= more || isBeginning)
    }

    private static let fewestOfBeginning = 8
    /// "Polecam!" is said by many, and a date that is told from the moment of a run may be any run's.
    private static let fewestOfSecond = 4

    private static func words(of text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
    }
}

extension Date {
    /// A date is stored in whole seconds.
    fileprivate var second: Int { Int(timeIntervalSince1970.rounded(.down)) }
}
