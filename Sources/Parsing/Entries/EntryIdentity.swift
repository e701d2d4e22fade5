import Foundation
import Hashing
import Model

/// Gives entries ids that are unique in their document, the same ones whenever the same entries come.
///
/// One document shows only some of the ids that will be others at the next fetch: sessions in an
/// address, positions in the list, the moment at which the document was made. Those are not believed.
/// An id that is random each time looks like any other.
enum EntryIdentity {
    /// What an entry is known by: the publisher's id, else its link, else what it says.
    ///
    /// Of an id the session is left out, of a link what else changes from visit to visit.
    ///
    /// `nil` if it has none of these: then there is nothing to know it by, and nothing to read.
    static func id(
        stated: String?, link: String?, title: String?, date: StatedDate?, text: String?
    ) -> Entry.ID? {
        if let stated { return Entry.ID(CanonicalLink.withoutSession(stated)) }
        if let link { return Entry.ID(CanonicalLink.withoutVisit(link)) }
        guard title != nil || text != nil else { return nil }
        return Entry.ID(ContentHash.hex(of: [title ?? "", date?.text ?? "", text ?? ""]))
    }

    /// The entries with ids to be relied on.
    ///
    /// - Parameter made: when the document was made, as it states itself.
    static func settled(_ drafts: Drafts, _ made: Date?, log: inout ProblemLog) -> [Entry] {
        guard let reason = PassingIDs.reason(drafts.statedEntries, made) else {
            return distinct(drafts, log: &log)
        }
        log.add(
            "ids \(reason); links or texts are used instead", at: drafts.offsets.first ?? 0)
        return distinct(drafts.withoutStatedIDs(byContent), log: &log)
    }

    /// Entries in document order, and where each stands in the source.
    struct Drafts {
        private(set) var entries: [Entry] = []
        private(set) var offsets: [Int] = []
        private var isStated: [Bool] = []

        mutating func reserveCapacity(_ count: Int) {
            entries.reserveCapacity(count)
            offsets.reserveCapacity(count)
            isStated.reserveCapacity(count)
        }

        /// - Parameter isIDStated: whether the id is the publisher's.
        mutating func append(
            _ entry: consuming Entry, at offset: Int, isIDStated: Bool, log: inout ProblemLog
        ) {
            entry.keepWithinLimits(at: offset, log: &log)
            if entry.text.map(QuoteTags.areInText) == true {
                log.add("quotations in '[quote]'; read as such", at: offset)
            }
            entries.append(entry)
            offsets.append(offset)
            isStated.append(isIDStated)
        }

        /// The entries if all of them have ids of the publisher's; else none.
        fileprivate var statedEntries: [Entry] {
            isStated.allSatisfy(\.self) ? entries : []
        }

        fileprivate func withoutStatedIDs(_ id: (Entry) -> Entry.ID) -> Drafts {
            var drafts = self
            for index in entries.indices { drafts.entries[index].id = id(entries[index]) }
            return drafts
        }
    }

    // MARK: - Private

    /// Makes ids distinct that different entries share, and leaves out what comes twice.
    ///
    /// Of entries with one id, those that say the same are one entry, as are Atom's revisions: the
    /// same link and publication, of which the last update counts. All others are known by their links
    /// where these differ, else get their id followed by `#` and a hash of what they say, the first
    /// among them too: a feed in which every entry has the same id will have a different first one
    /// tomorrow.
    private static func distinct(_ drafts: Drafts, log: inout ProblemLog) -> [Entry] {
        let entries = drafts.entries
        guard !IDNumbers.areDistinct(entries) else { return entries }

        var places: [Entry.ID: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            places[entry.id, default: []].append(index)
        }
        var kept = entries.map(Optional.some)
        for indexes in places.values where indexes.count > 1 {
            let different = withoutRepeats(indexes, entries, &kept)
            guard different.count > 1 else { continue }
            let links = linkIDs(of: different.map { entries[$0] }, notIn: places)
            for (number, index) in different.enumerated() {
                let entry = entries[index]
                kept[index]?.id =
                    links?[number] ?? Entry.ID("\(entry.id)#\(discriminator(of: entry))")
            }
        }
        for (index, entry) in entries.enumerated() {
            if kept[index] == nil {
                log.add("entry '\(entry.id)' comes twice; left out", at: drafts.offsets[index])
            } else if kept[index]?.id != entry.id {
                log.add(
                    "id '\(entry.id)' of several entries; made distinct",
                    at: drafts.offsets[index])
            }
        }
        return kept.compactMap(\.self)
    }

    /// Their links as ids; `nil` if they do not tell them apart, or are the id of another entry.
    ///
    /// Unlike what entries say, links stay the same when somebody corrects a word.
    private static func linkIDs(of entries: [Entry], notIn others: [Entry.ID: [Int]])
        -> [Entry.ID]?
    {
        let ids = entries.compactMap(\.link).map { Entry.ID(CanonicalLink.withoutVisit($0)) }
        let areDistinct = ids.count == entries.count && Set(ids).count == ids.count
        return areDistinct && !ids.contains { others[$0] != nil } ? ids : nil
    }

    private static func byContent(_ entry: Entry) -> Entry.ID {
        if let link = entry.link { return Entry.ID(CanonicalLink.withoutVisit(link)) }
        let published = entry.published.map(ContractJSON.timestamp) ?? ""
        return Entry.ID(
            ContentHash.hex(of: [entry.title ?? "", published, entry.text ?? ""]))
    }

    /// Drops all but one of each set of entries that are the same, and returns the others' indexes.
    private static func withoutRepeats(_ indexes: [Int], _ entries: [Entry], _ kept: inout [Entry?])
        -> [Int]
    {
        var different: [Int] = []
        for index in indexes {
            let entry = entries[index]
            let same = different.firstIndex { isSame(entries[$0], entry) }
            guard let same else {
                different.append(index)
                continue
            }
            if (entry.updated ?? .distantPast)
                > (entries[different[same]].updated ?? .distantPast)
            {
                kept[different[same]] = nil
                different[same] = index
            } else {
                kept[index] = nil
            }
        }
        return different
    }

    private static func isSame(_ one: Entry, _ other: Entry) -> Bool {
        let isRevision =
            one.link != nil && one.link == other.link && one.published == other.published
            && one.updated != nil && other.updated != nil && one.updated != other.updated
        return isRevision
            || (one.link == other.link && one.title == other.title && one.text == other.text)
    }

    private static func discriminator(of entry: Entry) -> Substring {
        let published = entry.published.map(ContractJSON.timestamp) ?? ""
        return ContentHash.hex(
            of: [entry.link ?? "", entry.title ?? "", published, entry.text ?? ""]
        ).prefix(12)
    }
}
