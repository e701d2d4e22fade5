package import Foundation
package import Model

/// A row of the table `feed`.
struct FeedRow {
    let state: FeedState

    init(_ state: FeedState) {
        self.state = state
    }

    init(_ row: Row) {
        let url: String? = row["validator_url"]
        let failure: String? = row["last_failure"]
        state = FeedState(
            validators: url.map {
                Validators(url: $0, etag: row["etag"], lastModified: row["last_modified"])
            },
            bodyHash: row["body_hash"],
            firstFetchedAt: row.date("first_fetched_at"),
            lastPolledAt: row.date("last_polled_at"),
            lastSuccessAt: row.date("last_success_at"),
            lastNewEntryAt: row.date("last_new_entry_at"),
            nextCheckAt: row.date("next_check_at"),
            failuresInARow: row["failures_in_a_row"],
            lastFailure: failure.flatMap {
                // A kind that only a later version knows: the next poll says anew what is wrong.
                try? ContractJSON.decode(FetchFailure.self, from: Data($0.utf8))
            }, polling: PollingState(row))
    }

    func save(as feed: Feed.ID, in database: Database) throws {
        try write(as: feed, by: Self.upsert, in: database)
    }

    /// Makes a row for a feed that has none, as of one that was never polled.
    static func makeIfMissing(for feed: Feed.ID, in database: Database) throws {
        try FeedRow(FeedState()).write(
            as: feed, by: insertion + " ON CONFLICT (id) DO NOTHING", in: database)
    }

    // MARK: - Private

    private func write(as feed: Feed.ID, by sql: String, in database: Database) throws {
        let failure = try state.lastFailure.map {
            String(decoding: try ContractJSON.encode($0), as: UTF8.self)
        }
        let statement = try database.cachedStatement(sql: sql)
        try statement.execute(
            arguments: StatementArguments([feed.value] + columns(failure: failure).map(\.value)))
    }

    private static let names = FeedRow(FeedState()).columns(failure: nil).map(\.key)

    private static let insertion = """
        INSERT INTO feed (id, \(names.joined(separator: ", ")))
        VALUES (?\(String(repeating: ", ?", count: names.count)))
        """

    private static let upsert = """
        \(insertion)
        ON CONFLICT (id) DO UPDATE SET
            \(names.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        """

    /// All but the id, with what they are to hold.
    private func columns(failure: String?)
        -> KeyValuePairs<String, (any ColumnValue)?>
    {
        let polling = state.polling
        return [
            "validator_url": state.validators?.url, "etag": state.validators?.etag,
            "last_modified": state.validators?.lastModified, "body_hash": state.bodyHash,
            "first_fetched_at": state.firstFetchedAt?.unixSeconds,
            "last_polled_at": state.lastPolledAt?.unixSeconds,
            "last_success_at": state.lastSuccessAt?.unixSeconds,
            "last_new_entry_at": state.lastNewEntryAt?.unixSeconds,
            "next_check_at": state.nextCheckAt?.unixSeconds,
            "failures_in_a_row": state.failuresInARow, "last_failure": failure,
            "configured_url": polling.configuredURL, "interval_seconds": polling.intervalSeconds,
            "failure_score": polling.failureScore, "is_gap_suspected": polling.isGapSuspected,
            "unmodified_since": polling.unmodifiedSince?.unixSeconds,
            "says_unmodified_wrongly": polling.saysUnmodifiedWrongly,
            "ttl_seconds": polling.wishes.ttlSeconds,
            "skip_hours": polling.wishes.skipHours.bits,
            "skip_days": polling.wishes.skipDays.bits,
            "usual_gap_seconds": polling.wishes.usualGapSeconds,
            "move_to": polling.move?.to,
            "move_first_seen_at": polling.move?.firstSeenAt.unixSeconds,
            "move_sightings": polling.move?.sightings, "moved_to": polling.movedTo,
            "gone_since": polling.goneSince?.unixSeconds,
            "retired_at": polling.retiredAt?.unixSeconds,
        ]
    }
}

extension PollingState {
    init(_ row: Row) {
        self.init(
            configuredURL: row["configured_url"], intervalSeconds: row["interval_seconds"],
            failureScore: row["failure_score"], isGapSuspected: row["is_gap_suspected"],
            unmodifiedSince: row.date("unmodified_since"),
            saysUnmodifiedWrongly: row["says_unmodified_wrongly"],
            wishes: FeedWishes(
                ttlSeconds: row["ttl_seconds"], skipHours: Set(bits: row["skip_hours"]),
                skipDays: Set(bits: row["skip_days"]), usualGapSeconds: row["usual_gap_seconds"]),
            move: Move(row), movedTo: row["moved_to"],
            goneSince: row.date("gone_since"),
            retiredAt: row.date("retired_at"))
    }
}

extension PollingState.Move {
    /// `nil` where there is none, or a damaged file has not all of it: it is seen once more then.
    fileprivate init?(_ row: Row) {
        guard let target = row["move_to"] as String?, let first = row.date("move_first_seen_at"),
            let sightings = row["move_sightings"] as Int?
        else { return nil }
        self.init(to: target, firstSeenAt: first, sightings: sightings)
    }
}

/// Small numbers as the bits of one.
extension Set<Int> {
    fileprivate init(bits: Int) {
        self = Set((0..<32).filter { bits & 1 << $0 != 0 })
    }

    fileprivate var bits: Int {
        reduce(0) { (0..<32).contains($1) ? $0 | 1 << $1 : $0 }
    }
}

extension Store {
    /// What is remembered of every feed that was ever polled.
    package func feedStates() throws(StoreError) -> FeedStates {
        try reading { database in
            var states = FeedStates()
            states.reserveCapacity(try database.count("feed"))
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM feed ORDER BY id")
            while let row = try rows.next() {
                states.add(FeedRow(row).state, of: Feed.ID(row["id"]))
            }
            return states
        }
    }

    /// How much of each feed is stored, and from which time.
    package func feedActivity() throws(StoreError) -> [Feed.ID: FeedActivity] {
        try reading { database in
            var activity: [Feed.ID: FeedActivity] = [:]
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT feed, count(*) AS entries, min(date) AS first, max(date) AS last
                    FROM entry GROUP BY feed
                    """)
            for row in rows {
                activity[Feed.ID(row["feed"])] = FeedActivity(
                    entries: row["entries"], first: Date(unixSeconds: row["first"]),
                    last: Date(unixSeconds: row["last"]))
            }
            return activity
        }
    }
}

/// How much a feed has said, and when.
package struct FeedActivity: Sendable {
    package let entries: Int
    package let first: Date
    package let last: Date
}
