package import Model

extension Store {
    /// Hands over the texts that hold one of the terms at least, as far as the full-text index tells.
    ///
    /// Case and diacritics do not matter to it. Titles that a thread lends to its replies are left
    /// out.
    ///
    /// - Parameter terms: words and phrases.
    package func forEachText(
        withAnyOf terms: [String], _ body: (EntryText) -> Void
    ) throws(StoreError) {
        let phrases = SearchQuery.phrases(terms)
        guard !phrases.isEmpty else { return }
        try forEachText(
            sql:
                "FROM entry_text JOIN entry ON entry.id = entry_text.rowid WHERE entry_text MATCH ?",
            { [try TextIndex.argument(for: .any(phrases), in: $0)] }, body)
    }

    /// Hands over at most so many texts, spread evenly over the archive.
    package func forEachText(
        sampling limit: Int, _ body: (EntryText) -> Void
    ) throws(StoreError) {
        let count = try reading { try $0.count("entry") }
        let step = max(1, (count + limit - 1) / max(1, limit))
        try forEachText(
            sql: "FROM entry WHERE entry.id % ? = 0", { _ in [step] }, body)
    }

    // MARK: - Private

    private func forEachText(
        sql source: String, _ arguments: (Database) throws -> StatementArguments,
        _ body: (EntryText) -> Void
    ) throws(StoreError) {
        try readingOnce { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT CASE WHEN has_own_title THEN entry.title END AS title, entry.text, link,
                    language, coalesce(author_name, author) AS author \(source)
                    \(database.order(by: "entry.id"))
                    """, arguments: try arguments(database))
            while let row = try rows.next() {
                body(
                    EntryText(
                        title: row["title"], text: row["text"], link: row["link"],
                        language: (row["language"] as String?).map(LanguageCode.init),
                        author: row["author"]))
            }
        }
    }
}
