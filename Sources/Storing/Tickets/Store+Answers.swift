package import Foundation

/// When some feed answered, whether it had anything new or not.
///
/// The log of polls has only the last thirty of a feed; whether anybody listened is asked about months.
extension Store {
    /// When a feed last answered within a time.
    ///
    /// - Returns: `nil` where none did; up to a quarter of an hour early where feeds are asked more often.
    package func lastAnswer(in time: Range<Date>) throws(StoreError) -> Date? {
        try reading { database in
            try database.date(
                sql: "SELECT max(at) FROM answer WHERE at > ? AND at < ?",
                arguments: [time.lowerBound.unixSeconds, time.upperBound.unixSeconds])
        }
    }

    /// When a feed answered first; `nil` where none did.
    package func firstAnswer() throws(StoreError) -> Date? {
        try reading { database in
            try database.date(sql: "SELECT min(at) FROM answer")
        }
    }

    /// Lets go of answers of more than ten years ago: no report looks farther back.
    package func forgetOldAnswers(now: Date) throws(StoreError) {
        try writing { database in
            try database.execute(
                sql: "DELETE FROM answer WHERE at < ?",
                arguments: [now.addingTimeInterval(-3_660 * 86_400).unixSeconds])
        }
    }

    // MARK: - For committing

    /// Notes which polls were answered, in order, so that no two crawlers wait for each other.
    ///
    /// Many crawlers that store at once would make thousands of rows a day, so after one answer no
    /// other is noted for a quarter of an hour.
    func noteAnswers(to polls: [FeedCommit], in database: Database) throws {
        let moments = Set(polls.filter(\.isAnswered).map(\.at.unixSeconds))
        guard !moments.isEmpty else { return }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO answer (at) SELECT CAST(?1 AS bigint)
                WHERE NOT EXISTS (SELECT 1 FROM answer WHERE at > ?2 AND at <= ?1)
                ON CONFLICT (at) DO NOTHING
                """)
        for moment in moments.sorted() {
            try statement.execute(arguments: [moment, moment - Self.secondsBetweenAnswers])
        }
    }

    // MARK: - Private

    private static let secondsBetweenAnswers: Int64 = 900
}
