package import Foundation
package import Model

/// The archive as it was at one moment, whatever is written to it meanwhile.
package struct Snapshot {
    fileprivate let database: Database
    fileprivate let store: Store

    /// An entry with what it was tagged by, and its tags in case somebody asks.
    package struct TaggedText {
        package let key: Int64
        /// The number that people know it by; `nil` until its story is told.
        package let sequence: Int64?
        package let feed: Feed.ID
        package let date: Date
        package let isMention: Bool
        package let rulesHash: String
        package let text: EntryText
        fileprivate let packedTags: Data

        /// As they are stored.
        package var tags: Tags {
            get throws(StoreError) {
                do {
                    return try TagsColumn.decode(packedTags)
                } catch {
                    throw StoreError(
                        error, ofTagsOf: sequence.map { "entry #\($0)" } ?? "an entry")
                }
            }
        }
    }

    /// The keys that entries may have, in spans that rise; none for an empty archive.
    package var keys: [Range<Int64>] {
        get throws(StoreError) {
            try store.translatingErrors {
                let statement = try database.cachedStatement(
                    sql: "SELECT min(id), max(id) FROM entry WHERE id >= ? AND id < ?")
                return try EntryPart.spans(in: database).compactMap { span in
                    let row = try Row.fetchOne(
                        statement, arguments: [span.lowerBound, span.upperBound])
                    guard let first = row?[0] as Int64?, let last = row?[1] as Int64? else {
                        return nil
                    }
                    return first..<last + 1
                }
            }
        }
    }

    /// Reads entries one after the other, by key; none is kept.
    ///
    /// - Parameters:
    ///   - start: What was said before is left out; `nil` for no such bound.
    ///   - end: What was said from then on is left out; `nil` for no such bound.
    package func forEachEntry(
        in keys: Range<Int64>, from start: Date?, to end: Date?,
        _ body: (TaggedText) throws -> Void
    ) throws(StoreError) {
        try store.translatingErrors {
            let statement = try database.cachedStatement(sql: Self.query)
            let rows = try Row.fetchCursor(
                statement,
                arguments: [
                    keys.lowerBound, keys.upperBound, start?.unixSeconds ?? .min,
                    end?.unixSeconds ?? .max,
                ])
            while let row = try rows.next() { try body(TaggedText(row)) }
        }
    }

    package func entry(key: Int64) throws(StoreError) -> TaggedText? {
        var found: TaggedText?
        try forEachEntry(in: key..<key + 1, from: nil, to: nil) { found = $0 }
        return found
    }

    /// All that people said of tags, by the number of the entry.
    package func corrections() throws(StoreError) -> [Int64: [Correction]] {
        try store.translatingErrors { try Store.corrections(in: database) }
    }

    // MARK: - Private

    private static let query = """
        SELECT id, feed, date, is_mention, rules_hash, has_own_title, title, text, link, language,
            coalesce(author_name, author), tags, sequence
        FROM entry WHERE id >= ? AND id < ? AND date >= ? AND date < ? ORDER BY id
        """
}

extension Store {
    /// Reads all that is asked for from the archive of one moment.
    ///
    /// The moment is there when `body` begins: what is written afterwards is not seen.
    package func withSnapshot<Value>(_ body: (Snapshot) throws -> Value) throws(StoreError) -> Value
    {
        try readingOnce { database in
            // A transaction sees the archive as of its first read (SQLite, "Isolation"; PostgreSQL,
            // "Repeatable Read Isolation Level").
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM erasure")
            return try body(Snapshot(database: database, store: self))
        }
    }
}

extension Snapshot.TaggedText {
    /// Columns in the order of the query: by name, finding them took longer than reading them.
    fileprivate init(_ row: Row) {
        key = row[0]
        feed = Feed.ID(row[1])
        date = Date(unixSeconds: row[2] as Int64)
        isMention = row[3]
        rulesHash = row[4]
        text = EntryText(
            title: row[5] ? row[6] : nil, text: row[7], link: row[8],
            language: (row[9] as String?).map(LanguageCode.init(rawValue:)), author: row[10],
            source: feed.source)
        packedTags = row[11]
        sequence = row[12]
    }
}
