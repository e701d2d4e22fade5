package import Foundation
import GRDB
package import Model

/// A row of the table `feed`.
struct FeedRow {
    let state: FeedState

    init(_ state: FeedState) {
        self.state = state
    }

    init(_ row: Row) throws {
        let url: String? = row["validator_url"]
        let failure: String? = row["last_failure"]
        state = FeedState(
            validators: url.map {
                Validators(url: $0, etag: row["etag"], lastModified: row["last_modified"])
            },
            bodyHash: row["body_hash"],
            firstFetchedAt: (row["first_fetched_at"] as Int64?).map(Date.init(unixSeconds:)),
            lastPolledAt: (row["last_polled_at"] as Int64?).map(Date.init(unixSeconds:)),
            lastSuccessAt: (row["last_success_at"] as Int64?).map(Date.init(unixSeconds:)),
            lastNewEntryAt: (row["last_new_entry_at"] as Int64?).map(Date.init(unixSeconds:)),
            nextCheckAt: (row["next_check_at"] as Int64?).map(Date.init(unixSeconds:)),
            failuresInARow: row["failures_in_a_row"],
            lastFailure: try failure.map {
                try ContractJSON.decode(FetchFailure.self, from: Data($0.utf8))
            })
    }

    func save(as feed: Feed.ID, in database: Database) throws {
        let failure = try state.lastFailure.map {
            String(decoding: try ContractJSON.encode($0), as: UTF8.self)
        }
        try database.execute(
            sql: """
                INSERT INTO feed (
                    id, validator_url, etag, last_modified, body_hash, first_fetched_at,
                    last_polled_at, last_success_at, last_new_entry_at, next_check_at, failures_in_a_row,
                    last_failure)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    validator_url = excluded.validator_url, etag = excluded.etag,
                    last_modified = excluded.last_modified, body_hash = excluded.body_hash,
                    first_fetched_at = excluded.first_fetched_at,
                    last_polled_at = excluded.last_polled_at,
                    last_success_at = excluded.last_success_at,
                    last_new_entry_at = excluded.last_new_entry_at,
                    next_check_at = excluded.next_check_at,
                    failures_in_a_row = excluded.failures_in_a_row,
                    last_failure = excluded.last_failure
                """,
            arguments: [
                feed.value, state.validators?.url, state.validators?.etag,
                state.validators?.lastModified, state.bodyHash, state.firstFetchedAt?.unixSeconds,
                state.lastPolledAt?.unixSeconds,
                state.lastSuccessAt?.unixSeconds, state.lastNewEntryAt?.unixSeconds,
                state.nextCheckAt?.unixSeconds, state.failuresInARow, failure,
            ])
    }
}

extension Store {
    /// What is remembered of every feed that was ever polled.
    package func feedStates() throws(StoreError) -> [Feed.ID: FeedState] {
        try reading { database in
            var states: [Feed.ID: FeedState] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT * FROM feed") {
                states[Feed.ID(row["id"])] = try FeedRow(row).state
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
