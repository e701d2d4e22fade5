import Model

/// Finds the entries of a list without dates that earlier polls left out, as it is longer than what is kept of a
/// document, and that now stand at the gap in its middle: as it grows at one end and is cut at the other, one of
/// them comes to light with each new one.
///
/// They are old, and their feed does not say how old. They are stored, so that they are known from then on, but
/// told as news they would be of the wrong day.
struct UncoveredEntries {
    private let document: ParsedDocument
    private let known: [Entry.ID: String]
    private let gone: Set<Entry.ID>

    /// - Parameters:
    ///   - known: content hashes of those entries whose ids are stored.
    ///   - gone: those whose ids were stored once, or must not be.
    init(_ document: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>) {
        self.document = document
        self.known = known
        self.gone = gone
    }

    /// None where a list is whole, or dated: of such a one, the newest are kept.
    var ids: Set<Entry.ID> {
        let entries = document.entries
        guard document.feed.hints.isCut,
            entries.allSatisfy({ $0.published == nil && $0.updated == nil })
        else { return [] }
        // As `LimitedList` halves it.
        let middle = (entries.count + 1) / 2
        let above = atGap(entries[..<middle].reversed())
        return Set((above + atGap(entries[middle...])).map(\.id))
    }

    // MARK: - Private

    private func isKnown(_ entry: Entry) -> Bool {
        known[entry.id] != nil || gone.contains(entry.id)
    }

    /// The unknown ones next to the gap, with most of what lies beyond them known: where it is not, the list has
    /// turned over, and all of it is new.
    ///
    /// - Parameter entries: from the gap on to an end of the list.
    private func atGap(_ entries: some Sequence<Entry>) -> [Entry] {
        let entries = Array(entries)
        let unknown = entries.prefix { !isKnown($0) }
        let known = entries[unknown.endIndex...].count(where: isKnown)
        return known > unknown.count ? Array(unknown) : []
    }
}
