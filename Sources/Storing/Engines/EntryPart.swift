/// One of the parts that a server's archive is kept in: what was heard from one month until another.
///
/// PostgreSQL cuts a table by what its keys say, and three times sort entries of which no two agree:
/// when they were said, heard and reported. So parts are cut by the key, which is handed out as entries
/// come in: each part has a span of keys of its own, and a month that begins one goes on in the next
/// span. A look-up by key then opens one part, whatever hangs on an entry by its key lies in the same
/// part, and no row ever moves.
struct EntryPart: Hashable {
    /// From 1.
    let number: Int64

    /// Keys to a part, far more than ever come in.
    static let span: Int64 = 1_000_000_000_000

    /// What lies in parts, with the column that holds the key of an entry.
    static let tables = [
        (name: "entry", key: "id"), (name: "entry_text", key: "rowid"),
        (name: "mention", key: "entry"), (name: "entry_category", key: "entry"),
        (name: "entry_version", key: "entry"),
    ]

    init(number: Int64) { self.number = number }

    init(of key: Int64) { number = max(key, 0) / Self.span + 1 }

    /// The keys that its entries may have.
    var keys: Range<Int64> { (number - 1) * Self.span..<number * Self.span }

    /// The first key to hand out in it.
    var firstKey: Int64 { max(keys.lowerBound, 1) }

    var tables: [String] { Self.tables.map { "\($0.name)_\(number)" } }

    /// Makes its tables, beside those that are there: who reads is not kept waiting, who writes for a
    /// moment.
    var creation: String {
        Self.tables.map { name, _ in
            """
            CREATE TABLE \(name)_\(number) (LIKE \(name) INCLUDING ALL);
            \(Self.unquoted(in: name, called: "\(name)_\(number)"))
            ALTER TABLE \(name) ATTACH PARTITION \(name)_\(number) \(bounds);
            """
        }.joined(separator: "\n")
    }

    /// Keeps what people wrote out of the planner's statistics, which quote what is frequent, and where
    /// an erasure would have to look for it; empty for a table without such columns.
    ///
    /// No plan hangs on these columns: an author is looked for by an index of authors alone.
    ///
    /// - Parameter table: the part of it, or all parts.
    static func unquoted(in name: String, called table: String) -> String {
        let columns = quotableColumns[name] ?? []
        guard !columns.isEmpty else { return "" }
        let changes = columns.map { "ALTER \($0) SET STATISTICS 0" }
        return "ALTER TABLE \(table) \(changes.joined(separator: ", "));"
    }

    /// Takes out of the statistics what stands there already, as a change of a column's type does, be it
    /// to the same.
    static func unquotedSoFar(in name: String) -> String {
        let columns = quotableColumns[name] ?? []
        guard !columns.isEmpty else { return "" }
        let changes = columns.map { "ALTER \($0) TYPE text COLLATE \"C\"" }
        return "ALTER TABLE \(name) \(changes.joined(separator: ", "));"
    }

    private static let quotableColumns = [
        "entry": ["link", "title", "text", "author", "author_name"],
        "entry_version": ["title", "text"],
    ]

    /// What it holds, as PostgreSQL is told.
    var bounds: String {
        let start = number == 1 ? "MINVALUE" : "\(keys.lowerBound)"
        return "FOR VALUES FROM (\(start)) TO (\(keys.upperBound))"
    }
}
