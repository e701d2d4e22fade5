import Foundation
import Grouping
import Model
import Storing

/// Finds the entries of a document that are stored under other ids, or were until they were erased or expired, few
/// among many that are known: somebody has edited them, where software makes the id of the moment of the last edit, or
/// of the title, which most newspapers have in their addresses; or the site has moved to `https`, and only its older
/// entries are stored under `http`.
///
/// Nothing new may be taken for known. So the two ids are one address, or what is stored was published in the same
/// second, which no other entry of the document shares, and says much the same. It leads to the same page then, or
/// to another one of the same site, and has gone from a document that reaches farther back. Of what was erased or has
/// expired no words are left: there the second has to do.
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
        let places = entries.indices.filter {
            known[entries[$0].id] == nil && !gone.contains(entries[$0].id)
        }
        guard !places.isEmpty else { return nil }
        let pages = RenewedIDs.ownPages(of: document)
        unknown = places.compactMap { place in
            pages[place].map { Renamed(entry: entries[place], page: $0) }
        }
        guard !unknown.isEmpty else { return nil }
        ids = Set(entries.map(\.id))
        let published = entries.compactMap(\.published)
        seconds = published.reduce(into: [:]) { $0[$1.second, default: 0] += 1 }
        oldest = entries.filter { known[$0.id] != nil }.compactMap(\.published).min()
    }

    // MARK: What to look up

    var pages: [String] { unknown.map(\.page) }

    var dates: Set<Date> { Set(unknown.compactMap(\.entry.published).filter(isWithinReach)) }

    /// What to look for among the tombstones of each entry that may have gone.
    func candidates(among tombstones: Tombstones) -> [Entry.ID: [String]] {
        Dictionary(
            unknown.map { renamed in
                let date = renamed.entry.published.flatMap { isOfOne($0) ? $0 : nil }
                let hashes = tombstones.candidates(
                    forRenamed: renamed.entry, ownPage: renamed.page, publishedAlone: date)
                return (renamed.entry.id, hashes)
            }, uniquingKeysWith: +)
    }

    // MARK: What was found

    /// What an entry may be stored as.
    struct Candidate {
        let stored: KnownEntry
        fileprivate let proof: Proof
    }

    fileprivate enum Proof {
        /// The ids are one address, with `http` and with `https`, and it leads to the same page.
        case address
        /// It leads to the same page, and was published in the same second.
        case page
        /// It was published in the same second on the same site.
        case second
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
            let entry = renamed.entry
            let ofPage = byPage[renamed.page, default: []].filter { !ids.contains($0.id) }
            // Several are stored where earlier versions took each edit for another entry.
            if let stored = ofPage.last(where: { entry.id.isSameAddress(as: $0.id) }) {
                candidates[entry.id] = Candidate(stored: stored, proof: .address)
                continue
            }
            guard let published = entry.published, isOfOne(published) else { continue }
            if let stored = ofPage.last(where: { $0.date.second == published.second }) {
                candidates[entry.id] = Candidate(stored: stored, proof: .page)
                continue
            }
            guard isWithinReach(published) else { continue }
            let ofSecond = bySecond[published.second, default: []].filter {
                $0.page.map(Self.site(of:)) == Self.site(of: renamed.page)
            }
            if ofSecond.count == 1, let stored = ofSecond.first {
                candidates[entry.id] = Candidate(stored: stored, proof: .second)
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
                let wording = wordings[candidate.stored.id],
                Self.isProved(candidate.proof, entry, wording),
                taken.insert(candidate.stored.id).inserted
            else { continue }
            found[entry.id] = candidate.stored
        }
        return found
    }

    static func site(of page: String) -> Substring {
        page.prefix { !"/?#".contains($0) }
    }

    // MARK: - Private

    /// Whether a date is that of one entry.
    private func isOfOne(_ published: Date) -> Bool {
        seconds[published.second] == 1 && !published.mayBeOfMany
    }

    /// Whether what was published then would still be in the document.
    private func isWithinReach(_ published: Date) -> Bool {
        isOfOne(published) && oldest.map { $0 < published } ?? false
    }

    private static func isProved(_ proof: Proof, _ entry: Entry, _ stored: KnownWording) -> Bool {
        let fewest: Int
        switch proof {
        case .address: return true
        case .page: fewest = 1
        case .second: fewest = fewestOfSecond
        }
        return areAlike(
            "\(entry.title ?? "") \(entry.text ?? "")", "\(stored.title ?? "") \(stored.text)",
            sharing: fewest)
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

extension Entry.ID {
    /// Whether both are addresses, and of one page as stories compare them.
    fileprivate func isSameAddress(as other: Entry.ID) -> Bool {
        guard let address = StorySketcher.linkKey(value) else { return false }
        return address == StorySketcher.linkKey(other.value)
    }
}
