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
        /// The places of those whose dates are others at each reading.
        private var passing: Set<Int> = []

        mutating func reserveCapacity(_ count: Int) {
            entries.reserveCapacity(count)
            offsets.reserveCapacity(count)
            isStated.reserveCapacity(count)
        }

        /// - Parameters:
        ///   - isIDStated: whether the id is the publisher's.
        ///   - isDatePassing: whether its date is another one at each reading, as "two hours ago" is.
        mutating func append(
            _ entry: consuming Entry, at offset: Int, isIDStated: Bool, isDatePassing: Bool = false,
            log: inout ProblemLog
        ) {
            entry.keepWithinLimits(at: offset, log: &log)
            guard !entry.tellsOfFailure else {
                log.add(
                    "'\(entry.title ?? "")' is no entry: what makes this feed could not read its source; "
                        + "left out", at: offset)
                return
            }
            entry.authors = entry.authors.compactMap(\.named)
            // Not before: to find a name of a million letters in such a title takes for ever.
            entry.settleCommentTitle()
            entry.settlePlatformTitle()
            entry.settleThreadID()
            entry.settleCommentCount()
            if entry.text.map(QuoteTags.areInText) == true {
                log.add("quotations in '[quote]'; read as such", at: offset)
            }
            if isDatePassing { passing.insert(entries.count) }
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

        /// Gives ids of their own to several people who say the same where nothing but who they are tells
        /// them apart, as short reviews of one day.
        ///
        /// The first to say so keeps the id that it has alone; the others are numbered, and not known by
        /// their names, which ids must not give away. Lists without dates begin with the latest.
        fileprivate func withWritersNumbered(_ number: (Int, _ place: Int) -> Entry.ID) -> Drafts {
            let dates = entries.compactMap(\.published)
            let isRising = (dates.first ?? .distantPast) < (dates.last ?? .distantPast)
            let places = entries.indices.filter { !isStated[$0] && !entries[$0].authors.isEmpty }
            var drafts = self
            var writers: [[String?]: Writers] = [:]
            for place in isRising ? places : places.reversed() {
                let entry = entries[place]
                let saying = [entry.id.value, entry.title, entry.text]
                // What is known by all that it says is known by its date, too.
                let date = entry.link == nil ? nil : lastingDate(at: place)
                let own = writers[saying, default: Writers()].number(of: entry.authors, on: date)
                if let own { drafts.entries[place].id = number(own, place) }
            }
            return drafts
        }

        /// When an entry was published, unless that is another date at each reading.
        fileprivate func lastingDate(at place: Int) -> Date? {
            passing.contains(place) ? nil : entries[place].published
        }

        /// Who say the same.
        private struct Writers {
            private var numbers: [[Person]: Int?] = [:]
            private var counts: [Date?: Int] = [:]

            /// One's place among those of one date; `nil` for the first of all.
            mutating func number(of writer: [Person], on date: Date?) -> Int? {
                if let number = numbers[writer] { return number }
                counts[date, default: 0] += 1
                let number = numbers.isEmpty ? nil : counts[date]
                numbers[writer] = .some(number)
                return number
            }
        }
    }

    // MARK: - Private

    /// Makes ids distinct that different entries share, and leaves out what comes twice.
    ///
    /// Of entries with one id, those that say the same are one entry, as are Atom's revisions: the
    /// same link and publication, of which the last update counts. All others are known by their links
    /// where nothing else of the document has one of these for its id, else get their id followed by `#`
    /// and a hash of what they say, the first among them too: a feed in which every entry has the same id
    /// will have a different first one tomorrow.
    private static func distinct(_ drafts: Drafts, log: inout ProblemLog) -> [Entry] {
        guard !IDNumbers.areDistinct(drafts.entries) else { return drafts.entries }
        let drafts = drafts.withWritersNumbered { number, place in
            let entry = drafts.entries[place]
            // What is known by all that it says says no more. Of a date of its own nobody else needs a number.
            let suffix =
                entry.link == nil
                ? "\(number)" : discriminator(of: place, in: drafts, number > 1 ? number : nil)
            return Entry.ID("\(entry.id)#\(suffix)")
        }
        let entries = drafts.entries

        var places: [Entry.ID: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            places[entry.id, default: []].append(index)
        }
        var kept = entries.map(Optional.some)
        let groups = places.values.filter { $0.count > 1 }
            .map { withoutRepeats($0, entries, &kept) }.filter { $0.count > 1 }
        let links = groups.map { indexes in indexes.map { linkID(of: entries[$0]) } }
        // How often each would be an id if all links were.
        var uses = places.mapValues { _ in 1 }
        for case let id? in links.joined() { uses[id, default: 0] += 1 }
        for (indexes, ids) in zip(groups, links) {
            let areDistinct = ids.allSatisfy { id in id.map { uses[$0] == 1 } ?? false }
            for (index, id) in zip(indexes, ids) {
                let entry = entries[index]
                kept[index]?.id =
                    (areDistinct ? id : nil)
                    ?? Entry.ID("\(entry.id)#\(discriminator(of: index, in: drafts))")
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

    /// Its link as an id; unlike what an entry says, a link stays the same when somebody corrects a word.
    private static func linkID(of entry: Entry) -> Entry.ID? {
        entry.link.map { Entry.ID(CanonicalLink.withoutVisit($0)) }
    }

    private static func byContent(_ entry: Entry) -> Entry.ID {
        if let id = linkID(of: entry) { return id }
        let published = entry.published.map(ContractJSON.timestamp) ?? ""
        return Entry.ID(
            ContentHash.hex(of: [entry.title ?? "", published, entry.text ?? ""]))
    }

    /// Drops all but one of each set of entries that are the same, and returns the others' indexes.
    private static func withoutRepeats(_ indexes: [Int], _ entries: [Entry], _ kept: inout [Entry?])
        -> [Int]
    {
        var different: [Int] = []
        // Where among these stands who says so, and the first revision: of 100,000 entries with one id, not
        // each can be held against each.
        var sayings: [[String?]: Int] = [:]
        var revisions: [Revised: Int] = [:]
        for index in indexes {
            let entry = entries[index]
            let saying = [entry.link, entry.title, entry.text]
            let revised = Revised(entry)
            let same = sayings[saying] ?? revised.flatMap { revisions[$0] }
            guard let same, isSame(entries[different[same]], entry) else {
                sayings[saying] = different.count
                if let revised, revisions[revised] == nil { revisions[revised] = different.count }
                different.append(index)
                continue
            }
            if (entry.updated ?? .distantPast)
                > (entries[different[same]].updated ?? .distantPast)
            {
                kept[different[same]] = nil
                different[same] = index
                sayings[saying] = same
            } else {
                kept[index] = nil
            }
        }
        return different
    }

    /// What an entry and its revisions share.
    private struct Revised: Hashable {
        let link: String
        let published: Date?

        init?(_ entry: Entry) {
            guard let link = entry.link, entry.updated != nil else { return nil }
            self.link = link
            published = entry.published
        }
    }

    private static func isSame(_ one: Entry, _ other: Entry) -> Bool {
        let isRevision =
            one.link != nil && one.link == other.link && one.published == other.published
            && one.updated != nil && other.updated != nil && one.updated != other.updated
        return isRevision
            || (one.link == other.link && one.title == other.title && one.text == other.text)
    }

    /// - Parameter number: of its writer among those who say the same on one date; the first has none.
    private static func discriminator(of place: Int, in drafts: Drafts, _ number: Int? = nil)
        -> String
    {
        let entry = drafts.entries[place]
        let published = drafts.lastingDate(at: place).map(ContractJSON.timestamp) ?? ""
        let saying = [entry.link ?? "", entry.title ?? "", published, entry.text ?? ""]
        return String(
            ContentHash.hex(of: saying + (number.map { ["\($0)"] } ?? [])).prefix(12))
    }
}
