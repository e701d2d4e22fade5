import Model

/// Which entries a search means by tags that no table tells: team, severity and language.
///
/// They stand in the packed tags alone, which are read for it, latest first and until enough are found.
/// Nobody corrects them.
struct TaggedSearch {
    private let search: EntrySearch

    /// - Returns: `nil` for a search that asks for none of them.
    init?(_ search: EntrySearch) {
        guard search.team != nil || search.severityAtLeast != nil || search.language != nil else {
            return nil
        }
        self.search = search
    }

    /// The first of those that a query gives by key, as many as the search wants, in its order.
    func keys(
        of query: String, _ arguments: StatementArguments, in database: Database
    ) throws -> [Int64] {
        let all = try Int64.fetchAll(database, sql: query, arguments: arguments)
        var found: [Int64] = []
        for batch in all.batches(of: Self.atOnce) {
            let meant = try meant(among: batch, in: database)
            found += batch.filter { meant.contains($0) }
            if found.count >= search.limit { return Array(found.prefix(search.limit)) }
        }
        return found
    }

    // MARK: - Private

    private static let atOnce = 1_000

    private func meant(
        among keys: some Collection<Int64>, in database: Database
    ) throws -> Set<Int64> {
        let statement = try database.cachedStatement(
            sql: """
                SELECT id, sequence, tags FROM entry
                WHERE id IN (\(ListParameter.numbers))
                """)
        var meant: Set<Int64> = []
        let rows = try Row.fetchCursor(statement, arguments: [ListParameter.of(keys)])
        while let row = try rows.next() {
            if isMet(by: try HeardEntry.tags(of: row)) { meant.insert(row["id"]) }
        }
        return meant
    }

    private func isMet(by tags: Tags) -> Bool {
        (search.team ?? tags.team) == tags.team
            && search.severityAtLeast.map { tags.severity >= $0 } ?? true
            && (search.language ?? tags.language.code) == tags.language.code
    }
}
