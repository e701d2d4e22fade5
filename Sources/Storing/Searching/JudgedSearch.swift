import Model

/// Which of the entries that people judged a search means, by the tags as they corrected them: those
/// that reports count.
///
/// The tables of mentions and categories hold what the rules gave. Entries that somebody judged are few,
/// so each is read, and the one way of correcting tags is that of `Tags`.
struct JudgedSearch {
    private let search: EntrySearch

    /// - Returns: `nil` for a search that asks for nothing that people correct.
    init?(_ search: EntrySearch) {
        guard Self.asksForMention(search) || search.category != nil else { return nil }
        self.search = search
    }

    /// The keys of those entries that were said in the period of the search, in ascending order.
    func keys(in database: Database) throws -> [Int64] {
        var condition = "sequence IS NOT NULL AND id IN (SELECT entry FROM review)"
        var arguments = StatementArguments([])
        for (bound, date) in [("date >= ?", search.from), ("date < ?", search.to)] {
            guard let date else { continue }
            condition += " AND \(bound)"
            arguments += [date.unixSeconds]
        }
        let sequences = try Int64.fetchAll(
            database, sql: "SELECT sequence FROM entry WHERE \(condition)", arguments: arguments)
        guard !sequences.isEmpty else { return [] }
        let said = try Store.corrections(of: sequences, in: database)
        let statement = try database.cachedStatement(
            sql: "SELECT \(HeardEntry.columns), id FROM entry WHERE \(condition) ORDER BY id")
        var keys: [Int64] = []
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            let entry = try HeardEntry(row, keepsReasons: false)
            if isMet(by: entry.tags.corrected(by: said[entry.sequence] ?? [])) {
                keys.append(row[HeardEntry.columnCount])
            }
        }
        return keys
    }

    // MARK: - Private

    private func isMet(by tags: Tags) -> Bool {
        // One mention must meet all: another brand's tone is not this one's.
        let hasMention = tags.mentions.contains { mention in
            (search.brand.map { $0 == mention.mention.brand } ?? true)
                && (search.brands?.contains(mention.mention.brand) ?? true)
                && (search.label.map { $0 == mention.sentiment.label } ?? true)
        }
        return (!Self.asksForMention(search) || hasMention)
            && (search.category.map { tags.hasCategory($0.value) } ?? true)
    }

    private static func asksForMention(_ search: EntrySearch) -> Bool {
        search.brand != nil || search.brands != nil || search.label != nil
    }
}
