import Model
package import Storing

/// What a copy came to, table by table.
package struct StoreCopyReport: Sendable, Encodable {
    package let from: String
    package let to: String
    /// Whether the target holds exactly what the source does.
    package let isComplete: Bool
    /// By this command; those that an earlier one copied are not among them.
    package let copiedRows: Int
    package let tables: [ArchiveComparison.TableLine]
    /// Entries that searches of the target would not find; 0 in a complete one.
    package let unsearchableEntries: Int

    init(
        from: String, to: String, copiedRows: Int, tables: [ArchiveComparison.TableLine],
        unsearchableEntries: Int
    ) {
        self.from = from
        self.to = to
        self.copiedRows = copiedRows
        self.tables = tables
        self.unsearchableEntries = unsearchableEntries
        isComplete = unsearchableEntries == 0 && tables.allSatisfy(\.isEqual)
    }

    /// What is not as it should be; empty in a complete one.
    package var differences: [String] {
        tables.compactMap { line in
            line.firstDifference.map { "\(line.table): \($0)" }
        }
            + (unsearchableEntries == 0
                ? [] : ["\(unsearchableEntries.counted("entry", "entries")) cannot be searched"])
    }

    /// For people: a line for each table, hashes cut to 16 digits.
    package var text: String {
        var table = TextTable([
            ("table", .left), ("rows", .right), ("rows copied", .right), ("hash", .left),
            ("hash copied", .left), ("", .left),
        ])
        for line in tables {
            table.add([
                line.table, "\(line.source.rows)", "\(line.target.rows)",
                String(line.source.hash.prefix(16)), String(line.target.hash.prefix(16)),
                line.isEqual ? "equal" : "differs",
            ])
        }
        return (table.lines() + [conclusion]).joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private var conclusion: String {
        let count = tables.reduce(0) { $0 + $1.source.rows }
        guard isComplete else { return "\(to) does not hold what \(from) does" }
        let rows = count == 1 ? "the one row" : "all \(count) rows"
        return "\(to) holds \(rows) of \(from), \(copiedRows) of them copied now"
    }
}
