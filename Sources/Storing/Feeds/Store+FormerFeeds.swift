package import Foundation
package import Model

/// A feed that was heard, and is listed no more.
package struct FormerFeed: Sendable, Hashable {
    package let id: Feed.ID
    package let lastSuccessAt: Date
}

extension Store {
    /// Feeds that were heard and are none of those listed, by the addresses or paths in the feeds file that they
    /// had; of several at one address the one that was heard last is the last.
    package func formerFeeds(besides listed: Set<Feed.ID>) throws(StoreError)
        -> [String: [FormerFeed]]
    {
        try reading { database in
            var former: [String: [FormerFeed]] = [:]
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT id, configured_url, last_success_at FROM feed
                    WHERE configured_url IS NOT NULL AND last_success_at IS NOT NULL
                    ORDER BY last_success_at, id
                    """)
            while let row = try rows.next() {
                let id = Feed.ID(row["id"])
                guard !listed.contains(id) else { continue }
                former[row["configured_url"], default: []].append(
                    FormerFeed(id: id, lastSuccessAt: Date(unixSeconds: row["last_success_at"])))
            }
            return former
        }
    }
}
