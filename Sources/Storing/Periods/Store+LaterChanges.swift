package import Foundation

/// What has become of what counts as reported by a moment, since then.
package struct LaterChanges: Hashable, Sendable {
    /// Entries that were heard by then and that their feeds have edited since.
    package let editedEntries: Int
    /// Mentions that were only heard since, as those of a new feed and of an import are.
    package let laterMentions: Int
}

extension Store {
    package func changes(since moment: Date) throws(StoreError) -> LaterChanges {
        try reading { database in
            func count(_ condition: String) throws -> Int {
                try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM entry WHERE \(condition)",
                    arguments: [moment.unixSeconds, moment.unixSeconds]) ?? 0
            }
            return LaterChanges(
                editedEntries: try count("edited_at > ? AND heard_at <= ?"),
                // What is told again is reported at no time, which is 0.
                laterMentions: try count(
                    "is_mention AND reported_at > 0 AND heard_at > ? AND reported_at <= ?"))
        }
    }
}
