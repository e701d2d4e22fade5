import GRDB
import PostgreSQL

/// Fills an archive with all that another one holds, whatever keeps either.
///
/// Rows keep their numbers. They go in by key, a batch to a transaction with all that the target makes
/// of it, so that a copy that ends at any instant goes on behind the last row that is there. The target
/// bears a mark (`CopyMark`) until somebody has compared the two and says that it is done.
package struct ArchiveCopy: Sendable {
    /// What an archive holds before anything is copied into it.
    package enum Standing: Equatable, Sendable {
        case empty
        /// As far as a copy of the source came.
        case unfinished(source: String)
        /// Rows, and nobody says that they are a part of anything.
        case whole
    }

    private let source: Store
    private let target: Store
    private let batch: Batch.Limit

    package init(from source: Store, to target: Store) {
        self.init(from: source, to: target, batch: Batch.Limit())
    }

    init(from source: Store, to target: Store, batch: Batch.Limit) {
        self.source = source
        self.target = target
        self.batch = batch
    }

    /// - Parameter target: may be one that nobody has made the tables of.
    package static func standing(of target: Store) throws(StoreError) -> Standing {
        guard target.versionFound > 0 else { return .empty }
        if let source = try target.unfinishedCopy { return .unfinished(source: source) }
        let isLatest = target.isLatest
        return try target.reading { database in
            // An earlier version lacks later tables; whoever has heard anything has feeds.
            let isEmpty = try CopiedTable.all().filter { isLatest || $0.name == "feed" }
                .allSatisfy { try $0.isEmpty(in: database) }
            return isEmpty ? .empty : .whole
        }
    }

    /// Marks the target, which is empty, as one that is being filled.
    package func begin() throws(StoreError) {
        let name = try source.fullName
        try target.writing { try CopyMark.set(source: name, in: $0) }
    }

    /// Takes out what an earlier copy brought, and begins.
    package func beginAnew() throws(StoreError) {
        let name = try source.fullName
        let tables = try target.translatingErrors { try CopiedTable.all() }
        try target.writing { database in
            try database.empty(tables)
            try CopyMark.remove(in: database)
            try CopyMark.set(source: name, in: database)
        }
    }

    /// Copies what is not there yet.
    ///
    /// - Returns: how many rows it copied; `nil` where the task was cancelled, at the end of a batch.
    package func fill(progress: @escaping (CopyProgress) -> Void) throws(StoreError) -> Int? {
        let tables = try source.translatingErrors { try CopiedTable.all() }
        try target.prepareForLoading()
        let copied: Int? = try source.readingOnce { ours in
            var tally = CopyProgress.Tally(
                .copying, allRows: try tables.rowCount(in: ours), progress)
            var copied = 0
            for table in tables {
                guard let rows = try fill(table, from: ours, &tally) else { return nil }
                copied += rows
            }
            return copied
        }
        if copied != nil { try target.settleCounters(of: tables) }
        return copied
    }

    /// Takes the mark off the target, which is a whole archive from then on.
    package func finish() throws(StoreError) {
        try target.writing { try CopyMark.remove(in: $0) }
        try target.checkpoint()
    }

    // MARK: - Private

    private func fill(
        _ table: CopiedTable, from ours: Database, _ tally: inout CopyProgress.Tally
    ) throws -> Int? {
        let (last, done) = try target.reading { theirs in
            (try table.lastPlace(in: theirs), try table.rowCount(in: theirs))
        }
        tally.add(done)
        let reader = try TableReader(table, after: last, in: ours)
        var copied = 0
        while true {
            let rows = try batch.rows(of: reader)
            guard !rows.isEmpty else { return copied }
            try target.writing { try put(rows, into: table, in: $0) }
            copied += rows.count
            tally.add(rows.count)
            guard !Task.isCancelled else { return nil }
        }
    }

    private func put(_ rows: [[DatabaseValue]], into table: CopiedTable, in database: Database)
        throws
    {
        let places = table.name == "entry" ? EntryPlaces(of: table) : nil
        let keys = places.map { places in
            rows.map { Int64.fromDatabaseValue($0[places.id]) ?? 0 }
        }
        do {
            if let keys { try EntryPart.prepare(for: keys, in: database) }
            try database.load(rows, into: table.name, columns: table.columns)
            if let keys { try EntryPart.list(keys, in: database) }
        } catch {
            guard let reason = error.brokenConstraint else { throw error }
            throw StoreError.refusedRow(path: target.path, table: table.name, reason: reason)
        }
        guard let places, let keys else { return }
        try TextIndex.load(
            zip(keys, rows).map { key, row in
                (
                    key, String.fromDatabaseValue(row[places.title]),
                    String.fromDatabaseValue(row[places.text]) ?? ""
                )
            }, in: database)
    }
}

/// Where in a row of entries stands what the target makes something of.
private struct EntryPlaces {
    let id: Int
    let title: Int
    let text: Int

    init(of table: CopiedTable) {
        func place(of column: String) -> Int {
            guard let place = table.columns.firstIndex(of: column) else {
                preconditionFailure("the table 'entry' has no column '\(column)'")
            }
            return place
        }
        (id, title, text) = (place(of: "id"), place(of: "title"), place(of: "text"))
    }
}

extension Error {
    /// What a row is refused for, if it is refused for what it says.
    fileprivate var brokenConstraint: String? {
        switch self {
        case let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT:
            error.message ?? "\(error.resultCode)"
        // Class 23: integrity constraint violation (PostgreSQL, appendix A).
        case let error as PostgreSQLError where error.sqlState?.hasPrefix("23") == true:
            error.message
        default: nil
        }
    }
}

extension Database {
    fileprivate func empty(_ tables: [CopiedTable]) throws {
        switch engine {
        case .sqlite:
            try execute(sql: "INSERT INTO entry_text (entry_text) VALUES ('delete-all')")
            // Rows go together with those of the same table that they lead to.
            try execute(sql: "PRAGMA defer_foreign_keys = ON")
            for table in tables.reversed() { try execute(sql: "DELETE FROM \"\(table.name)\"") }
        case .postgreSQL:
            let names = (tables.map(\.name) + ["entry_text", "entry_key"]).map { "\"\($0)\"" }
            try execute(sql: "TRUNCATE \(names.joined(separator: ", "))")
            try EntryPart.removeEmptied(in: self)
        }
    }
}

/// Which rows go in together.
enum Batch {
    /// Where one ends: large enough that a transaction costs little beside its rows, small enough for
    /// the memory.
    struct Limit {
        var rows = 10_000
        var sizeInBytes = 8 << 20

        /// The next rows, each with its place behind its columns; none behind the last one.
        func rows(of reader: TableReader) throws -> [[DatabaseValue]] {
            var batch: [[DatabaseValue]] = []
            var size = 0
            while batch.count < rows, size < sizeInBytes {
                guard let row = try reader.next() else { break }
                size += row.all.sizeInBytes
                batch.append(row.all)
            }
            return batch
        }
    }
}

extension [DatabaseValue] {
    fileprivate var sizeInBytes: Int {
        reduce(0) { size, value in
            switch value.storage {
            case .null, .int64, .double: size + 8
            case .string(let text): size + text.utf8.count
            case .blob(let data): size + data.count
            }
        }
    }
}
