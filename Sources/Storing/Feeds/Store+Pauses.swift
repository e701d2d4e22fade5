package import Foundation
import Model

extension Store {
    /// The pauses between one entry heard and the next, in order: those that ended within a time, and
    /// of several within six hours only the first.
    ///
    /// Every entry counts, whether it names a brand or not, by when it was heard first.
    ///
    /// - Parameter isLaterKnown: whether one that began in the time and ended after it is told as well.
    package func pauses(
        endingFrom start: Date, to end: Date, isLaterKnown: Bool = false
    ) throws(StoreError) -> [Range<Date>] {
        try reading { database in
            let heard = HeardMoments(database.engine)
            let pauses = try Row.fetchAll(
                database,
                sql: """
                    WITH RECURSIVE step(at) AS (
                        SELECT \(heard.first(from: "?"))
                        UNION ALL
                        SELECT \(heard.first(from: "step.at + 21600")) FROM step WHERE step.at < ?
                    )
                    SELECT \(heard.last(before: "step.at")) AS since, at FROM step
                    """,
                arguments: StatementArguments(
                    Array(repeating: start.unixSeconds, count: heard.parts.count)
                        + [end.unixSeconds])
            ).compactMap { $0.span("since", "at") }
            // The last step may lie beyond the time.
            return pauses.filter { $0.upperBound < end || isLaterKnown && $0.lowerBound < end }
        }
    }

    /// When the first of the entries that name no brand was heard; `nil` where there are none.
    package func firstHeardNamingNone() throws(StoreError) -> Date? {
        try reading { database in
            try HeardMoments(database.engine, areMentions: ["FALSE"]).first(in: database)
        }
    }

    /// When the first entry of all was heard; `nil` where there are none.
    package func firstHeardOfAll() throws(StoreError) -> Date? {
        try reading { try Self.firstMoment(in: $0) }
    }

    static func firstMoment(in database: Database) throws -> Date? {
        try HeardMoments(database.engine).first(in: database)
    }
}

/// Looks up the moments at which entries were heard, in each part of an index that has them in order.
private struct HeardMoments {
    /// The condition of each part.
    let parts: [String]

    init(_ engine: Database.Engine, areMentions: [String] = ["FALSE", "TRUE"]) {
        let ofMentions = areMentions.map { "is_mention = \($0)" }
        switch engine {
        case .sqlite:
            parts = ["FALSE", "TRUE"].flatMap { isNull in
                ofMentions.map { "(author IS NULL) = \(isNull) AND \($0)" }
            }
        case .postgreSQL:
            parts = ofMentions
        }
    }

    /// `nil` where nothing was heard.
    func first(in database: Database) throws -> Date? {
        let rows = try Row.fetchAll(
            database, sql: "SELECT \(first(from: "?")) AS at",
            arguments: StatementArguments(
                Array(repeating: Date.distantPast.unixSeconds, count: parts.count)))
        return rows.first.flatMap { $0.date("at") }
    }

    func first(from moment: String) -> String { found("min", ">= \(moment)", "ASC") }

    func last(before moment: String) -> String { found("max", "< \(moment)", "DESC") }

    private func found(_ best: String, _ condition: String, _ order: String) -> String {
        let ofParts = parts.map { part in
            """
            SELECT (SELECT heard_at FROM entry INDEXED BY entry_by_age
                WHERE \(part) AND heard_at \(condition) ORDER BY heard_at \(order) LIMIT 1) AS at
            """
        }
        return "(SELECT \(best)(at) FROM (\(ofParts.joined(separator: " UNION ALL "))) AS found)"
    }
}
