import Foundation
import Hashing
import Model

/// Gives entries ids that are unique in their document, the same ones whenever the same entries come.
enum EntryIdentity {
    /// What an entry is known by: the publisher's id, else its link, else what it says.
    ///
    /// `nil` if it has none of these: then there is nothing to know it by, and nothing to read.
    static func id(
        stated: String?, link: String?, title: String?, date: StatedDate?, text: String?
    ) -> Entry.ID? {
        if let id = stated ?? link { return Entry.ID(id) }
        guard title != nil || text != nil else { return nil }
        return Entry.ID(ContentHash.hex(of: [title ?? "", date?.text ?? "", text ?? ""]))
    }

    /// Makes ids distinct that different entries share, and leaves out what comes twice.
    ///
    /// Of entries with one id, those that say the same are one entry, as are Atom's revisions: the
    /// same link and publication, of which the last update counts. All others get their id followed by
    /// `#` and a hash of what they say, the first among them too: a feed in which every entry has the
    /// same id will have a different first one tomorrow.
    static func distinct(_ drafts: [Draft], log: inout ProblemLog) -> [Entry] {
        var places: [Entry.ID: [Int]] = [:]
        for (index, draft) in drafts.enumerated() {
            places[draft.entry.id, default: []].append(index)
        }
        guard places.count < drafts.count else { return drafts.map(\.entry) }

        var kept = drafts.map { Optional($0.entry) }
        for indexes in places.values where indexes.count > 1 {
            let different = withoutRepeats(indexes, drafts, &kept)
            guard different.count > 1 else { continue }
            for index in different {
                let entry = drafts[index].entry
                kept[index]?.id = Entry.ID("\(entry.id)#\(discriminator(of: entry))")
            }
        }
        for (index, draft) in drafts.enumerated() {
            if kept[index] == nil {
                log.add("entry '\(draft.entry.id)' comes twice; left out", at: draft.offset)
            } else if kept[index]?.id != draft.entry.id {
                log.add(
                    "id '\(draft.entry.id)' of several entries; made distinct", at: draft.offset)
            }
        }
        return kept.compactMap(\.self)
    }

    /// An entry and where it stands in the source.
    struct Draft {
        var entry: Entry
        let offset: Int
    }

    // MARK: - Private

    /// Drops all but one of each set of entries that are the same, and returns the others' indexes.
    private static func withoutRepeats(_ indexes: [Int], _ drafts: [Draft], _ kept: inout [Entry?])
        -> [Int]
    {
        var different: [Int] = []
        for index in indexes {
            let entry = drafts[index].entry
            let same = different.firstIndex { isSame(drafts[$0].entry, entry) }
            guard let same else {
                different.append(index)
                continue
            }
            if (entry.updated ?? .distantPast)
                > (drafts[different[same]].entry.updated ?? .distantPast)
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
