package import Foundation
package import Model

/// What an entry says as it is stored, and since when.
package struct StoredWording: Sendable {
    package let contentHash: String
    package let since: Date

    package init(contentHash: String, since: Date) {
        self.contentHash = contentHash
        self.since = since
    }
}

extension Store {
    /// What those entries of a source say that are stored already, of those asked for.
    package func storedWordings(of ids: [Entry.ID], in source: Feed.ID) async throws(StoreError)
        -> [Entry.ID: StoredWording]
    {
        try await reading { database in
            try database.rows(
                "content_hash, coalesce(edited_at, heard_at)", ofEntries: ids, in: source
            ).mapValues { row in
                StoredWording(contentHash: row[0], since: Date(unixSeconds: row[1] as Int64))
            }
        }
    }

    /// Remembers what reports are to call a source that is in no feeds file.
    package func name(_ source: Feed.ID, _ name: String) throws(StoreError) {
        try writing {
            try $0.execute(
                sql: """
                    INSERT INTO imported_source (id, name) VALUES (?, ?)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name
                    """, arguments: [source.value, name])
        }
    }

    /// What sources that were imported are called, of those that were given a name.
    package func importedNames() throws(StoreError) -> [Feed.ID: String] {
        try reading { database in
            try Row.fetchAll(database, sql: "SELECT id, name FROM imported_source").reduce(
                into: [:]
            ) { $0[Feed.ID($1["id"])] = $1["name"] }
        }
    }

    /// Hands over each entry as another archive takes it, by source and id, as of one moment.
    ///
    /// - Parameter source: `nil` for all.
    package func forEachArchivedEntry(
        of source: Feed.ID?, _ body: (ArchivedEntry) throws -> Void
    ) throws(StoreError) {
        try readingOnce { database in
            let said = try Self.archivedCorrections(in: database)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT id, feed, guid, link, title, has_own_title, text, author, language, date,
                        heard_at, reported_at, content_hash, edited_at, version
                    FROM entry \(source == nil ? "" : "WHERE \(Self.isOfSource)")
                    ORDER BY feed, guid
                    """, arguments: source.map(Self.arguments(ofSource:)) ?? [])
            while let row = try rows.next() {
                let isEdited = row["version"] as Int > 1
                let earlier = isEdited ? try Self.wordings(of: row["id"], in: database) : []
                try body(
                    ArchivedEntry(row, earlier: earlier, corrections: said[row["id"] as Int64]))
            }
        }
    }
}

extension ArchivedEntry {
    fileprivate init(
        _ row: Row, earlier: [EarlierWording], corrections: [ArchivedCorrection]?
    ) {
        self.init(
            source: Feed.ID(row["feed"]), id: Entry.ID(row["guid"]), url: row["link"],
            title: row["title"], hasOwnTitle: row["has_own_title"], text: row["text"],
            authorKey: row["author"],
            language: (row["language"] as String?).map(LanguageCode.init(rawValue:)),
            published: Date(unixSeconds: row["date"] as Int64),
            heardAt: Date(unixSeconds: row["heard_at"] as Int64),
            reportedAt: Date(unixSeconds: row["reported_at"] as Int64),
            contentHash: row["content_hash"],
            editedAt: row.date("edited_at"),
            earlier: earlier.isEmpty ? nil : earlier, corrections: corrections)
    }
}
