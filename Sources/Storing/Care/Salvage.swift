import Foundation
import GRDB
import Model

/// Copies what can still be read of a damaged archive into a new one.
///
/// The damaged file is only read. What follows from the entries (the rows that searches go by, the
/// full-text index) is made anew rather than copied. A feed whose row is lost is polled as if for
/// the first time, and its entries are known by their ids, so nothing doubles.
package struct Salvage {
    /// What became of one table.
    package struct TableLine: Hashable, Sendable, Codable {
        package let table: String
        package let kept: Int
        /// Rows that are there and could not be read; `nil` where even their number cannot be told.
        package let lost: Int?
    }

    private let source: DatabaseQueue
    private let target: Store
    private let sink: DatabaseQueue

    /// - Parameter target: of an archive that is not there yet.
    /// - Throws: `StoreError.damaged` where not even the first page can be read.
    package init(from path: String, into target: String) throws(StoreError) {
        do {
            source = try DatabaseQueue(
                path: path,
                configuration: SQLiteEngine.configuration(isReadOnly: true, toleratesDamage: true))
        } catch {
            throw StoreError(error, path: path)
        }
        self.target = try Store(path: target)
        sink = try self.target.file(for: "salvaging", instead: "restore a backup")
    }

    package func run() throws(StoreError) -> [TableLine] {
        try target.translatingErrors {
            try sink.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA foreign_keys = OFF")
            }
        }
        let blueprint = try target.translatingErrors { try Blueprint() }
        var lines: [TableLine] = []
        for table in blueprint.tables where !Self.derived.contains(table.name) {
            lines.append(try copy(table))
        }
        try keepLastSequence()
        try target.repairOrphans()
        try target.repairTags()
        try target.rebuildTextIndex()
        try keepCopyMark()
        try target.checkpoint()
        return lines
    }

    // MARK: - Private

    /// Follow from the others, or are GRDB's own.
    private static let derived: Set = [
        "mention", "entry_category", "grdb_migrations",
    ]
    /// Keys in a row that are tried one by one behind a place that cannot be read, where nothing says
    /// which is the last.
    private static let longestGap = 10_000
    /// The same where the last key was read; half a page may give any number for it.
    private static let longestKnownGap = 10_000_000

    /// What says which numbers entries had, beside the entries: the index over them, and what was named
    /// after them.
    private static let givenNumbers = [
        "SELECT max(sequence) FROM entry", "SELECT max(id) FROM story",
        "SELECT max(story) FROM ticket",
    ]

    /// Sees to it that the numbers of lost entries are given to no others: reports name them, and a
    /// ticket would be told of what another story says.
    private func keepLastSequence() throws(StoreError) {
        let given = source.unsafeRead { reader in
            // Where one of them cannot be read, the others tell.
            Self.givenNumbers.compactMap { try? Int64.fetchOne(reader, sql: $0) }
        }
        try target.writing { database in
            let saved = try target.lastSequence(in: database)
            let likely = given.filter { $0 > saved && $0 - saved <= Self.longestKnownGap }
            try target.keepLastSequence(given: likely, in: database)
        }
    }

    /// What was a part of a copy is one still, and nobody may take it for the whole.
    private func keepCopyMark() throws(StoreError) {
        try target.translatingErrors {
            guard let name = try source.unsafeRead({ try copySource($0) }) else { return }
            try sink.write { writer in
                try Misreadings.none(in: writer) { try CopyMark.set(source: name, in: $0) }
            }
        }
    }

    /// What the damaged archive was being copied from; `nil` where it was none that is unfinished.
    private func copySource(_ reader: GRDB.Database) throws -> String? {
        guard try reader.tableExists(CopyMark.table) else { return nil }
        do {
            let name = try String.fetchOne(reader, sql: "SELECT source FROM \(CopyMark.table)")
            return name ?? Self.unknownSource
        } catch let error as DatabaseError where error.isDamage {
            return Self.unknownSource
        }
    }

    private static let unknownSource = "an archive whose name is lost"

    private func copy(_ table: Blueprint.Table) throws(StoreError) -> TableLine {
        try target.translatingErrors {
            try sink.write { writer in
                let kept = try source.unsafeRead { try copy(table, from: $0, into: writer) }
                return TableLine(
                    table: table.name, kept: kept, lost: lost(of: table.name, kept: kept))
            }
        }
    }

    private func copy(
        _ table: Blueprint.Table, from reader: GRDB.Database, into writer: GRDB.Database
    ) throws -> Int {
        let columns = try commonColumns(of: table.name, reader, writer)
        guard !columns.isEmpty else { return 0 }
        var sink = try RowSink(table: table.name, columns: columns, writer)
        if table.isWithoutRowID {
            try copyFromBothEnds(of: table.name, reader, into: &sink)
        } else {
            try copyByKey(table.name, reader, into: &sink)
        }
        return sink.kept
    }

    private func lost(of table: String, kept: Int) -> Int? {
        // A table whose rows cannot even be counted has lost who knows how many.
        let count = try? source.unsafeRead {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)")
        }
        return count.flatMap { $0 }.map { max(0, $0 - kept) }
    }

    private func commonColumns(of table: String, _ reader: GRDB.Database, _ writer: GRDB.Database)
        throws
        -> [String]
    {
        let known = Set(try writer.columns(in: table).map(\.name))
        guard try reader.tableExists(table) else { return [] }
        return try reader.columns(in: table).map(\.name).filter(known.contains)
    }

    /// Reads from the first row on and from the last one back, up to what cannot be read.
    private func copyFromBothEnds(
        of table: String, _ reader: GRDB.Database, into sink: inout RowSink
    ) throws {
        let keys = try reader.primaryKey(table).columns
        for direction in ["ASC", "DESC"] {
            let order = keys.map { "\"\($0)\" \(direction)" }.joined(separator: ", ")
            do {
                let rows = try GRDB.Row.fetchCursor(
                    reader, sql: "SELECT \(sink.list) FROM \(table) ORDER BY \(order)")
                while let row = try rows.next() { try sink.put(row) }
                return
            } catch let error as DatabaseError where error.isDamage {
                continue
            }
        }
    }

    /// Reads by key; where a page cannot be read, goes on with the first key behind it that can.
    private func copyByKey(_ table: String, _ reader: GRDB.Database, into sink: inout RowSink)
        throws
    {
        let end = lastKey(of: table, reader)
        var next: Int64? = .min
        while let start = next {
            guard let last = try copyRows(of: table, from: start, reader, into: &sink) else {
                return
            }
            next = try firstReadable(in: table, after: max(last, 0), upTo: end, reader)
        }
    }

    /// Copies rows from a key on, up to the end or to what cannot be read.
    ///
    /// - Returns: the last key that could be read; `nil` at the end of the table.
    private func copyRows(
        of table: String, from start: Int64, _ reader: GRDB.Database, into sink: inout RowSink
    ) throws -> Int64? {
        var last = start
        var isFirst = true
        do {
            let rows = try GRDB.Row.fetchCursor(
                reader,
                sql: "SELECT rowid, \(sink.list) FROM \(table) WHERE rowid >= ? ORDER BY rowid",
                arguments: [start])
            while let row = try rows.next() {
                let key: Int64 = row[0]
                // Half a page reads like rows whose keys go back.
                guard isFirst ? key >= start : key > last else { return last }
                try sink.put(row, from: 1)
                last = key
                isFirst = false
            }
            return nil
        } catch let error as DatabaseError where error.isDamage {
            return last
        }
    }

    private func firstReadable(
        in table: String, after start: Int64, upTo end: Int64?, _ reader: GRDB.Database
    ) throws -> Int64? {
        let reach = Int64(end == nil ? Self.longestGap : Self.longestKnownGap)
        let limit = min(end ?? .max, start > .max - reach ? .max : start + reach)
        guard start < limit else { return nil }
        let find = try reader.cachedStatement(sql: "SELECT 1 FROM \(table) WHERE rowid = ?")
        for key in (start + 1)...limit {
            do {
                if try Int.fetchOne(find, arguments: [key]) != nil { return key }
            } catch let error as DatabaseError where error.isDamage {
                continue
            }
        }
        return nil
    }

    /// From the table or, where the end of that of entries cannot be read, from their mentions.
    private func lastKey(of table: String, _ reader: GRDB.Database) -> Int64? {
        let sources =
            ["SELECT max(rowid) FROM \(table)"]
            + (table == "entry" ? ["SELECT max(entry) FROM mention"] : [])
        for sql in sources {
            // Where neither can be read, keys are tried for as long as `longestGap`.
            if let key = try? Int64.fetchOne(reader, sql: sql) { return key }
        }
        return nil
    }
}

/// Rows on their way into the new table, each once.
private struct RowSink {
    let list: String
    private let insert: GRDB.Statement
    private let database: GRDB.Database
    /// Of the columns, in their order.
    private let types: [String]
    private(set) var kept = 0

    init(table: String, columns: [String], _ database: GRDB.Database) throws {
        list = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO \(table) (\(list)) VALUES (\(places))")
        self.database = database
        let known = Dictionary(
            try database.columns(in: table).map { ($0.name, $0.type) }, uniquingKeysWith: { $1 })
        types = columns.map { known[$0] ?? "" }
    }

    /// - Parameter first: the first of the row's values that is a column.
    mutating func put(_ row: GRDB.Row, from first: Int = 0) throws {
        let values = zip(row.databaseValues.dropFirst(first), types).map { Self.value($0, $1) }
        do {
            try insert.execute(arguments: GRDB.StatementArguments(values))
            kept += database.changesCount
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // What the schema does not allow is not what we wrote, and is counted as lost.
        }
    }

    /// What a column of a type can hold of a value; bytes that were a text, until a bit turned, are it.
    private static func value(_ value: DatabaseValue, _ type: String) -> DatabaseValue {
        switch (value.storage, type) {
        case (.blob(let bytes), "TEXT"): String(decoding: bytes, as: UTF8.self).databaseValue
        case (.string(let text), "BLOB"): Data(text.utf8).databaseValue
        case (.string, "INTEGER"), (.string, "REAL"), (.blob, "INTEGER"), (.blob, "REAL"),
            (.double, "INTEGER"), (.int64, "BLOB"), (.double, "BLOB"):
            .null
        // A number in a column of texts SQLite makes a text.
        default: value
        }
    }
}

extension DatabaseError {
    fileprivate var isDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_IOERR, .SQLITE_NOTADB].contains(resultCode)
    }
}
