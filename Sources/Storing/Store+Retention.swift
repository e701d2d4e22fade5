package import Foundation
package import Model

extension Store {
    /// Entries heard before a time, in no order that means anything.
    ///
    /// - Parameter areMentions: whether those that name a brand, or those that name none.
    package func expiredEntries(areMentions: Bool, heardBefore limit: Date, atMost count: Int)
        throws(StoreError) -> [ErasableEntry]
    {
        let keys = try reading { database in
            // Both values of the first column, so that the index is gone through in order.
            try Int64.fetchAll(
                database,
                sql: """
                    SELECT id FROM entry INDEXED BY entry_by_age
                    WHERE (author IS NULL) IN (FALSE, TRUE) AND is_mention = ? AND heard_at < ?
                    LIMIT ?
                    """, arguments: [areMentions, limit.unixSeconds, count])
        }
        guard !keys.isEmpty else { return [] }
        var entries: [ErasableEntry] = []
        try forEachEntry(in: .keys(keys)) { entries.append($0) }
        return entries
    }

    /// How many entries `expiredEntries` finds in all.
    package func expiredCount(areMentions: Bool, heardBefore limit: Date) throws(StoreError) -> Int
    {
        try reading { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT COUNT(*) FROM entry INDEXED BY entry_by_age
                    WHERE (author IS NULL) IN (FALSE, TRUE) AND is_mention = ? AND heard_at < ?
                    """, arguments: [areMentions, limit.unixSeconds]) ?? 0
        }
    }

    /// How many entries whose author is known were heard in a period; `nil` for no first moment.
    package func countOfAuthored(areMentions: Bool, heardFrom start: Date?, before end: Date)
        throws(StoreError) -> Int
    {
        try reading { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT COUNT(*) FROM entry INDEXED BY entry_by_age
                    WHERE (author IS NULL) = FALSE AND is_mention = ? AND heard_at >= ?
                        AND heard_at < ?
                    """,
                arguments: [areMentions, start?.unixSeconds ?? .min, end.unixSeconds]) ?? 0
        }
    }

    /// Forgets who wrote what was heard before a time, of a batch of entries.
    ///
    /// - Returns: of how many; fewer than the batch when there are no more.
    package func clearAuthors(heardBefore limit: Date, atMost count: Int) throws(StoreError) -> Int
    {
        try writing { database in
            try database.countChanges(
                sql: """
                    UPDATE entry SET author = NULL, author_name = NULL WHERE id IN (
                        SELECT id FROM entry INDEXED BY entry_by_age
                        WHERE (author IS NULL) = FALSE AND is_mention IN (FALSE, TRUE)
                            AND heard_at < ?
                        LIMIT ?)
                    """, arguments: [limit.unixSeconds, count])
        }
    }

    /// Brings the entries of each feed to what its source keeps of authors now.
    ///
    /// Names that were not kept are not known; what was kept and may not be any more is forgotten,
    /// and the tags of those entries are made again, as rules may ask for authors.
    package func apply(_ policies: [Feed.ID: AuthorPolicy]) throws(StoreError) {
        let stored = try reading { database in
            try Row.fetchAll(database, sql: "SELECT id, author_policy FROM feed").map {
                (Feed.ID($0["id"]), $0["author_policy"] as String)
            }
        }
        let changed = stored.compactMap { feed, old in
            policies[feed].flatMap { $0.rawValue == old ? nil : (feed: feed, policy: $0) }
        }
        // After the run in which they were new, these are all feeds.
        for batch in changed.batches(of: Self.feedsAtOnce) {
            try writing { database in
                for change in batch {
                    try apply(change.policy, to: change.feed, in: database)
                }
            }
        }
    }

    // MARK: - Private

    /// To one transaction, which waits for the disk.
    private static let feedsAtOnce = 200

    private func apply(_ policy: AuthorPolicy, to feed: Feed.ID, in database: Database) throws {
        if let (forget, isKept) = policy.forgetting {
            try database.cachedStatement(
                sql: "UPDATE entry SET \(forget), rules_hash = '' WHERE feed = ? AND \(isKept)"
            ).execute(arguments: [feed.value])
        }
        try database.cachedStatement(sql: "UPDATE feed SET author_policy = ? WHERE id = ?")
            .execute(arguments: [policy.rawValue, feed.value])
    }
}

extension AuthorPolicy {
    /// What a policy has forgotten, and of which entries it may still be there; `nil` where all may be
    /// kept.
    fileprivate var forgetting: (set: String, condition: String)? {
        switch self {
        case .name: nil
        case .pseudonym: ("author_name = NULL", "author_name IS NOT NULL")
        case .none: ("author = NULL, author_name = NULL", "author IS NOT NULL")
        }
    }
}
