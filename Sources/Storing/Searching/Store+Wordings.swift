import Foundation
package import Model

extension Store {
    /// Keeps what an entry said, if its author has changed it, and what it said in between where it
    /// comes from an archive that knows.
    ///
    /// Its full text that comes late, or another link alone, is no edit.
    ///
    /// - Parameter stored: `id`, `content_hash`, `version`, `title` and `text` of the entry.
    /// - Returns: the number of what it says now; `nil` where it was not edited.
    func keepWordings(of stored: Row, for entry: WaitingEntry, in database: Database) throws -> Int?
    {
        let hash: String = stored["content_hash"]
        let title: String? = stored["title"]
        let text: String = stored["text"]
        let saysTheSame = title == entry.title && text == entry.text
        guard !hash.hasPrefix(TaggedEntry.putOffMark), !saysTheSame else { return nil }
        // The archive it comes from may have seen it change more than once since it said this.
        let place = entry.earlier.lastIndex { $0.title == title && $0.text == text }
        let since = place.map { entry.earlier[$0...] } ?? []
        var version: Int = stored["version"]
        let own = EarlierWording(
            version: version, title: title, text: text,
            replacedAt: since.first?.replacedAt ?? entry.changedAt)
        for wording in [own] + since.dropFirst() {
            try save(
                EarlierWording(
                    version: version, title: wording.title, text: wording.text,
                    replacedAt: wording.replacedAt), of: stored["id"], in: database)
            version += 1
        }
        try database.cachedStatement(sql: Self.dropMiddle)
            .execute(arguments: [stored["id"] as Int64, Self.mostWordings - 1])
        return version
    }

    /// Whether an entry said before what it says now, and a digest was made of its period while it did.
    ///
    /// - Parameter reportedAt: in seconds, as it is stored.
    func wasTold(
        _ entry: WaitingEntry, storedAs key: Int64, reportedAt: Int64, in database: Database
    ) throws -> Bool {
        guard entry.tags.isMention,
            let before = try Self.wordings(of: key, in: database)
                .last(where: { $0.title == entry.title && $0.text == entry.text })
        else { return false }
        // A digest tells of its last second, and behind the polls of its own run.
        let statement = try database.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM digest_window WHERE "end" >= ? AND "end" < ?)
                """)
        return try Bool.fetchOne(
            statement, arguments: [reportedAt, before.replacedAt.unixSeconds]) ?? false
    }

    func save(_ wording: EarlierWording, of entry: Int64, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO entry_version (entry, version, replaced_at, title, text)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (entry, version) DO UPDATE SET
                    replaced_at = excluded.replaced_at, title = excluded.title,
                    text = excluded.text
                """
        ).execute(arguments: [
            entry, wording.version, wording.replacedAt.unixSeconds, wording.title, wording.text,
        ])
    }

    /// What the entry of this number said before, oldest first.
    package func earlierWordings(ofSequence sequence: Int64) throws(StoreError) -> [EarlierWording]
    {
        try reading { database in
            let key = try Int64.fetchOne(
                database,
                sql: "SELECT id FROM entry WHERE \(database.entry(with: "sequence = ?"))",
                arguments: [sequence])
            return try key.map { try Self.wordings(of: $0, in: database) } ?? []
        }
    }

    /// Hands over what entries said before they were edited, by their keys.
    package func forEachEarlierText(_ body: (Int64, String) -> Void) throws(StoreError) {
        try readingOnce { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT entry, text FROM entry_version ORDER BY entry, version")
            while let row = try rows.next() { body(row["entry"], row["text"]) }
        }
    }

    static func wordings(of entry: Int64, in database: Database) throws -> [EarlierWording] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT version, title, text, replaced_at FROM entry_version
                WHERE entry = ? ORDER BY version
                """)
        return try Row.fetchAll(statement, arguments: [entry]).map { row in
            EarlierWording(
                version: row[0], title: row[1], text: row[2],
                replacedAt: Date(unixSeconds: row[3] as Int64))
        }
    }

    // MARK: - Private

    /// Kept of one entry: a page that shows the time of day is another one at each poll.
    private static let mostWordings = 24

    /// Keeps the first wording and the latest ones.
    private static let dropMiddle = """
        DELETE FROM entry_version WHERE entry = ?1 AND version IN (
            SELECT version FROM entry_version
            WHERE entry = ?1
                AND version > (SELECT min(version) FROM entry_version WHERE entry = ?1)
            ORDER BY version DESC LIMIT \(Int.max) OFFSET ?2)
        """
}
