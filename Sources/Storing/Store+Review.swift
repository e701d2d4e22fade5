package import Foundation
import GRDB
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
    /// One that says otherwise of the same tag than an earlier one takes its place.
    package func apply(_ corrections: [Correction], now: Date) throws(StoreError)
        -> [ReviewOutcome]
    {
        try writing { database in
            var outcomes: [ReviewOutcome] = []
            for correction in corrections {
                outcomes.append(try Self.apply(correction, now: now, in: database))
            }
            return outcomes
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

    /// What people said of each entry.
    static func corrections(in database: Database) throws -> [Int64: [Correction]] {
        Dictionary(grouping: try rows(in: database, where: "TRUE", []), by: \.entry)
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
                    ORDER BY entry.sequence, brand, field, was
                    """), arguments: arguments
        ).map(Correction.init)
    }

    private static func apply(_ correction: Correction, now: Date, in database: Database) throws
        -> ReviewOutcome
    {
        let statement = try database.cachedStatement(
            sql: "SELECT entry.id AS row_id, \(HeardEntry.columns) FROM entry WHERE sequence = ?")
        guard let row = try Row.fetchOne(statement, arguments: [correction.entry]) else {
            return .unknownEntry
        }
        let id: Int64 = row["row_id"]
        let known = try Row.fetchOne(
            database,
            sql: """
                SELECT "is" FROM review WHERE entry = ? AND brand = ? AND field = ? AND was = ?
                """,
            arguments: [
                id, correction.brand.value, correction.field.rawValue, correction.was ?? "",
            ])
        if let known, (known["is"] as String) == correction.is ?? "" { return .known }
        let tags = try TagsColumn.decode(row["tags"], keepsReasons: false)
        guard known != nil || tags.has(correction) else { return .stale }
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, correction.brand.value, correction.field.rawValue, correction.was ?? "",
                correction.is ?? "", correction.note, correction.rules, correction.digest,
                now.unixSeconds,
            ])
        return .applied
    }
}

extension Correction {
    fileprivate init(_ row: Row) throws {
        guard let field = Field(rawValue: row["field"]) else {
            throw StoreError.failed(reason: "a correction of an unknown field")
        }
        func stated(_ column: String) -> String? {
            (row[column] as String?).flatMap { $0.isEmpty ? nil : $0 }
        }
        self.init(
            entry: row["sequence"], brand: Brand.ID(row["brand"]), field: field,
            was: stated("was"), is: stated("is"), note: row["note"], rules: row["rules"],
            digest: row["digest"])
    }
}
