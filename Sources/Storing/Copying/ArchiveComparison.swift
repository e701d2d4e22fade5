import GRDB

/// Whether two archives hold the same, table by table and row by row, whatever keeps them.
package struct ArchiveComparison: Sendable {
    /// What one of the two has in a table.
    package struct Side: Hashable, Sendable, Encodable {
        package let rows: Int
        /// SHA-256 of all rows in the order of their key, in lower-case hex.
        package let hash: String
    }

    package struct TableLine: Hashable, Sendable, Encodable {
        package let table: String
        package let source: Side
        package let target: Side
        package let isEqual: Bool
        /// The first key at which they differ, and how; absent where they do not.
        package let firstDifference: String?
    }

    private let source: Store
    private let target: Store

    package init(_ source: Store, _ target: Store) {
        self.source = source
        self.target = target
    }

    /// Reads both side by side.
    ///
    /// - Returns: `nil` where the task was cancelled.
    package func lines(progress: @escaping (CopyProgress) -> Void) throws(StoreError)
        -> [TableLine]?
    {
        let tables = try source.translatingErrors { try CopiedTable.all() }
        return try readingBoth { ours, theirs in
            var tally = CopyProgress.Tally(
                .comparing, allRows: try tables.rowCount(in: ours), progress)
            var lines: [TableLine] = []
            for table in tables {
                guard let line = try compare(table, ours, theirs, &tally) else { return nil }
                lines.append(line)
            }
            return lines
        }
    }

    /// Whether each table has as many rows in both, which takes far less time to say.
    package var holdAsMany: Bool {
        get throws(StoreError) {
            let tables = try source.translatingErrors { try CopiedTable.all() }
            return try readingBoth { ours, theirs in
                try tables.allSatisfy {
                    try $0.rowCount(in: ours) == $0.rowCount(in: theirs)
                }
            }
        }
    }

    /// Entries that searches of the target do not find, should a text index hold less than it should.
    package func unsearchableEntries() throws(StoreError) -> Int {
        try target.reading { database in
            let index =
                switch database.engine {
                case .sqlite: "entry_text_docsize"
                case .postgreSQL: "entry_text"
                }
            let entries = try database.count("entry")
            let found = try database.count(index)
            return abs(entries - found)
        }
    }

    // MARK: - Private

    /// Hands over both at once.
    ///
    /// A file goes inside: GRDB lets it be used only where its own queue is the current one, or another
    /// of GRDB's within it.
    private func readingBoth<Value>(_ body: (_ ours: Database, _ theirs: Database) throws -> Value)
        throws(StoreError) -> Value
    {
        switch target.engine {
        case .file:
            try source.readingOnce { ours in
                try target.readingOnce { theirs in try body(ours, theirs) }
            }
        case .server:
            try target.readingOnce { theirs in
                try source.readingOnce { ours in try body(ours, theirs) }
            }
        }
    }

    private func compare(
        _ table: CopiedTable, _ ours: Database, _ theirs: Database,
        _ tally: inout CopyProgress.Tally
    ) throws -> TableLine? {
        let one = try TableReader(table, in: ours)
        let other = try TableReader(table, in: theirs)
        var ourHash = RowHash()
        var theirHash = RowHash()
        var difference: String?
        while true {
            guard !Task.isCancelled else { return nil }
            let row = try one.next()
            let otherRow = try other.next()
            if let row { ourHash.add(row.values) }
            if let otherRow { theirHash.add(otherRow.values) }
            guard row != nil || otherRow != nil else { break }
            tally.add(row == nil ? 0 : 1)
            if difference == nil,
                row == nil || otherRow == nil || ourHash.lastRow != theirHash.lastRow
            {
                difference = describe(table, row, otherRow)
            }
        }
        let source = Side(rows: ourHash.rows, hash: ourHash.hex)
        let target = Side(rows: theirHash.rows, hash: theirHash.hex)
        return TableLine(
            table: table.name, source: source, target: target, isEqual: source == target,
            firstDifference: difference)
    }

    /// - Parameters row, other: the first ones that are not the same; one may be missing.
    private func describe(
        _ table: CopiedTable, _ row: TableReader.Row?, _ other: TableReader.Row?
    ) -> String {
        switch (row, other) {
        case (let row?, let other?) where row.place == other.place:
            let columns = zip(table.columns, zip(row.values, other.values))
                .filter { $1.0 != $1.1 }.map(\.0)
            return "\(table.name(of: row.place)): differs in \(columns.joined(separator: ", "))"
        case (let row?, let other?):
            return row.place.precedes(other.place)
                ? "\(table.name(of: row.place)): only in the source"
                : "\(table.name(of: other.place)): only in the target"
        case (let row?, nil): return "\(table.name(of: row.place)): only in the source"
        case (nil, let other?): return "\(table.name(of: other.place)): only in the target"
        case (nil, nil): preconditionFailure("there is no row that could differ")
        }
    }
}

extension [DatabaseValue] {
    /// As both engines order keys: numbers by size, texts by their bytes.
    fileprivate func precedes(_ other: [DatabaseValue]) -> Bool {
        for (one, other) in zip(self, other) where one != other {
            return switch (one.storage, other.storage) {
            case (.int64(let one), .int64(let other)): one < other
            case (.string(let one), .string(let other)):
                one.utf8.lexicographicallyPrecedes(other.utf8)
            default: preconditionFailure("keys are numbers and texts")
            }
        }
        return false
    }
}
