import Model

/// Whether the full-text index holds what it would if it were made anew.
///
/// FTS5's own check compares it with the table as it stands, and takes each folded letter for a
/// fault; see `TextIndex.folded`.
struct TextIndexExamination {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// - Parameter isFull: compares every word, and not only which entries are there.
    func findings(isFull: Bool) throws -> [ArchiveFinding] {
        let missing = try count("entry", withoutPartnerIn: "entry_text_docsize")
        let left = try count("entry_text_docsize", withoutPartnerIn: "entry")
        if missing + left > 0 {
            return [
                finding(
                    "\(missing.counted("entry", "entries")) cannot be searched, and \(left) in it "
                        + "\(left == 1 ? "is" : "are") gone")
            ]
        }
        return try isFull && !isEveryWordThere()
            ? [finding("some words lead to other entries")] : []
    }

    // MARK: - Private

    private func finding(_ message: String) -> ArchiveFinding {
        ArchiveFinding(.textIndexOutOfStep, in: "entry_text", message)
    }

    private func count(_ table: String, withoutPartnerIn other: String) throws -> Int {
        try database.count("\(table) WHERE id NOT IN (SELECT id FROM \(other))")
    }

    /// Makes a second index of the same texts and reads both side by side, term by term.
    private func isEveryWordThere() throws -> Bool {
        for table in [
            """
            expected USING fts5 (
                title, text, content = '', tokenize = '\(TextIndex.tokenizer)')
            """, "expected_word USING fts5vocab (temp, expected, instance)",
            "present_word USING fts5vocab (main, entry_text, instance)",
        ] { try database.execute(sql: "CREATE VIRTUAL TABLE temp.\(table)") }
        defer { dropTemporaryTables() }
        let rows = try Row.fetchCursor(database, sql: "SELECT id, title, text FROM entry")
        while let row = try rows.next() {
            try TextIndex.insert(
                row["id"], title: row["title"], text: row["text"], into: "temp.expected",
                in: database)
        }
        let query = "SELECT term, doc, col, offset FROM temp."
        let expected = try Row.fetchCursor(database, sql: query + "expected_word")
        let present = try Row.fetchCursor(database, sql: query + "present_word")
        while let word = try expected.next() {
            guard let other = try present.next(), word.isEqual(to: other) else { return false }
        }
        return try present.next() == nil
    }

    private func dropTemporaryTables() {
        for table in ["present_word", "expected_word", "expected"] {
            // They go with the connection all the same.
            try? database.execute(sql: "DROP TABLE IF EXISTS temp.\(table)")
        }
    }
}
