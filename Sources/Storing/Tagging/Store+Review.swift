package import Foundation
package import Model

extension Store {
    package enum ReviewOutcome: Hashable, Sendable {
        case applied
        /// It was there already.
        case known
        /// No entry has this number.
        case unknownEntry
        /// The entry has another tag than the correction says it had.
        case stale
    }

    /// Keeps what people said of tags, and says what became of each; together, or not at all.
    ///
    /// What one says is wrong may be what the rules gave or what an earlier one made of it. It takes the
    /// place of what said otherwise of the same tag, but for a missing category: several may be.
    package func apply(_ corrections: [Correction], now: Date) throws(StoreError)
        -> [ReviewOutcome]
    {
        try writing { database in
            // What was said in one go was said of what stood there before.
            let seen = try Self.corrections(
                of: Set(corrections.map(\.entry)).sorted(), in: database)
            return try corrections.map { correction in
                try Self.apply(
                    correction, seen: seen[correction.entry] ?? [], now: now, in: database)
            }
        }
    }

    /// What people said later than `start`, up to and including `end`, by entry.
    package func corrections(after start: Date, through end: Date) throws(StoreError)
        -> [Correction]
    {
        try reading { database in
            try Self.rows(
                in: database, where: "applied_at > ? AND applied_at <= ?",
                [start.unixSeconds, end.unixSeconds])
        }
    }

    /// All that people said, by entry.
    package func corrections() throws(StoreError) -> [Correction] {
        try reading { database in try Self.rows(in: database, where: "TRUE", []) }
    }

    /// What people said of the entry with this number.
    package func corrections(ofEntry sequence: Int64) throws(StoreError) -> [Correction] {
        try reading { database in
            try Self.corrections(of: [sequence], in: database)[sequence] ?? []
        }
    }

    /// What people said of the entries with these numbers, or of all.
    static func corrections(of sequences: [Int64]? = nil, in database: Database) throws
        -> [Int64: [Correction]]
    {
        // A server takes no `IN ()`.
        if let sequences, sequences.isEmpty { return [:] }
        // SQLite takes 32,766 arguments at most (Limits in SQLite §9), PostgreSQL 65,535.
        let sequences = sequences.flatMap { $0.count > 10_000 ? nil : $0 }
        let places = sequences.map { $0.map { _ in "?" }.joined(separator: ",") }
        let said = try rows(
            in: database,
            where: places.map { database.entries(with: "sequence IN (\($0))") } ?? "TRUE",
            StatementArguments(sequences ?? [] as [Int64]))
        return Dictionary(grouping: said, by: \.entry)
    }

    /// The entries that were said from `start` until before `end` and that people judged, as the
    /// rules tagged them.
    package func judgedEntries(saidFrom start: Date, to end: Date) throws(StoreError)
        -> [JudgedEntry]
    {
        try reading { database in
            let said = try Self.corrections(in: database)
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(HeardEntry.columns) FROM entry
                    WHERE sequence IS NOT NULL AND date >= ? AND date < ?
                        AND id IN (SELECT entry FROM review)
                    ORDER BY sequence
                    """)
            return try Row.fetchAll(
                statement, arguments: [start.unixSeconds, end.unixSeconds]
            ).map { row in
                let entry = try HeardEntry(row, keepsReasons: false)
                return JudgedEntry(entry: entry, corrections: said[entry.sequence] ?? [])
            }
        }
    }

    // MARK: - Private

    private static func rows(
        in database: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> [Correction] {
        try Row.fetchAll(
            try database.cachedStatement(
                sql: """
                    SELECT entry.sequence AS sequence, review.* FROM review
                    JOIN entry ON entry.id = review.entry
                    WHERE entry.sequence IS NOT NULL AND \(condition)
                    ORDER BY entry.sequence, applied_at, brand, field, was, "is"
                    """), arguments: arguments
        ).map(Correction.init)
    }

    private static func apply(
        _ correction: Correction, seen: [Correction], now: Date, in database: Database
    ) throws -> ReviewOutcome {
        let statement = try database.cachedStatement(
            sql: """
                SELECT entry.id AS row_id, \(HeardEntry.columns) FROM entry
                WHERE \(database.entry(with: "sequence = ?"))
                """)
        guard let row = try Row.fetchOne(statement, arguments: [correction.entry]) else {
            return .unknownEntry
        }
        let known = try corrections(of: [correction.entry], in: database)[correction.entry] ?? []
        if known.contains(where: { $0.isSame(as: correction) }) { return .known }
        let tags = try HeardEntry.tags(of: row)
        let judged = JudgedTags(tags, seen: seen, known: known)
        guard let changes = judged.changes(by: correction) else { return .stale }
        let id: Int64 = row["row_id"]
        for gone in changes.gone { try delete(gone, of: id, in: database) }
        for new in changes.new { try insert(new, of: id, now: now, in: database) }
        return .applied
    }

    private static func delete(_ correction: Correction, of entry: Int64, in database: Database)
        throws
    {
        try database.cachedStatement(
            sql: """
                DELETE FROM review
                WHERE entry = ? AND brand = ? AND field = ? AND was = ? AND "is" = ?
                """
        ).execute(arguments: [
            entry, correction.brand.value, correction.field.rawValue, correction.was ?? "",
            correction.is ?? "",
        ])
    }

    private static func insert(
        _ correction: Correction, of entry: Int64, now: Date, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                \(ArchivedCorrection.insertion) DO UPDATE SET
                    note = excluded.note, rules = excluded.rules, digest = excluded.digest,
                    applied_at = excluded.applied_at
                """
        ).execute(arguments: ArchivedCorrection(correction, at: now).columns(of: entry))
    }
}

extension Correction {
    /// - Parameter row: of the table `review`, with the `sequence` of its entry.
    fileprivate init(_ row: Row) throws {
        let said = try ArchivedCorrection(row)
        self.init(
            entry: row["sequence"], brand: said.brand, field: said.field, was: said.was,
            is: said.is, note: said.note, rules: said.rules, digest: said.digest)
    }
}

extension ArchivedCorrection {
    fileprivate init(_ correction: Correction, at moment: Date) {
        self.init(
            brand: correction.brand, field: correction.field, was: correction.was,
            is: correction.is, note: correction.note, rules: correction.rules,
            digest: correction.digest, appliedAt: moment)
    }
}
