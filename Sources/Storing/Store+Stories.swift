import Foundation
import GRDB
import Model

extension Store {
    /// Numbers the entries that a run brought and joins each to its story.
    ///
    /// This waits until the polls are over and goes by date, feed and id, so that neither the order
    /// in which feeds happened to answer nor an ended and repeated run changes who was first.
    ///
    /// - Returns: how many entries were settled.
    package func settleEntries() throws(StoreError) -> Int {
        var settled = 0
        while true {
            let batch = try writing { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT id, feed, date, link_key, sketch
                        FROM entry INDEXED BY entry_unsettled
                        WHERE sequence IS NULL ORDER BY date, feed, guid LIMIT ?
                        """, arguments: [Self.settleBatch])
                let last =
                    try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM entry") ?? 0
                for (row, sequence) in zip(rows, (last + 1)...) {
                    try settle(UnsettledEntry(row), as: sequence, in: database)
                }
                return rows.count
            }
            settled += batch
            if batch < Self.settleBatch { return settled }
        }
    }

    /// How many entries wait to be settled.
    package func unsettledEntries() throws(StoreError) -> Int {
        try reading {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM entry WHERE sequence IS NULL") ?? 0
        }
    }

    // MARK: - Private

    private static let settleBatch = 1_000
    /// Stories that are looked at closely: those that share the most bands are the likeliest.
    private static let candidates = 16

    private func settle(
        _ entry: UnsettledEntry, as sequence: Int64, in database: Database
    ) throws {
        let membership =
            try storyByLink(of: entry, in: database)
            ?? storyByText(of: entry, in: database)
            ?? StoryMembership(id: sequence, reason: .first, similarity: 1)
        let statement = try database.cachedStatement(
            sql: """
                UPDATE entry SET sequence = ?, story = ?, story_reason = ?, story_similarity = ?
                WHERE id = ?
                """)
        try statement.execute(arguments: [
            sequence, membership.id, membership.reason.rawValue, membership.similarity, entry.key,
        ])
        // Only firsts are looked up by text, so a story does not drift away from what it began as.
        if membership.reason == .first { try begin(story: sequence, by: entry, in: database) }
    }

    /// Makes the story findable by its text, where that is long enough.
    private func begin(story: Int64, by entry: UnsettledEntry, in database: Database) throws {
        guard !entry.signature.minima.isEmpty else { return }
        try database.cachedStatement(sql: "INSERT INTO story (id, date, sketch) VALUES (?, ?, ?)")
            .execute(arguments: [story, entry.date, entry.signature.blob])
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO story_band (hash, date, story) VALUES (?, ?, ?)")
        for hash in entry.signature.bands {
            try insert.execute(arguments: [hash, entry.date, story])
        }
    }

    /// Two feeds that point to one address tell one story; within a feed, as in a forum's, many
    /// entries may share the address of their thread.
    private func storyByLink(of entry: UnsettledEntry, in database: Database) throws
        -> StoryMembership?
    {
        guard let key = entry.signature.linkKey else { return nil }
        let statement = try database.cachedStatement(
            sql: """
                SELECT story FROM entry
                WHERE link_key = ? AND feed <> ? AND story IS NOT NULL AND date BETWEEN ? AND ?
                ORDER BY sequence LIMIT 1
                """)
        let story = try Int64.fetchOne(
            statement, arguments: [key, entry.feed] + entry.storySpan)
        return story.map { StoryMembership(id: $0, reason: .sameLink, similarity: 1) }
    }

    private func storyByText(of entry: UnsettledEntry, in database: Database) throws
        -> StoryMembership?
    {
        let bands = entry.signature.bands
        guard !bands.isEmpty else { return nil }
        let places = Array(repeating: "?", count: bands.count).joined(separator: ", ")
        let statement = try database.cachedStatement(
            sql: """
                SELECT story.id, story.sketch FROM (
                    SELECT story AS candidate FROM story_band
                    WHERE hash IN (\(places)) AND date BETWEEN ? AND ?
                    GROUP BY story ORDER BY count(*) DESC, story LIMIT \(Self.candidates))
                JOIN story ON story.id = candidate
                """)
        let rows = try Row.fetchCursor(
            statement,
            arguments: StatementArguments(bands) + entry.storySpan)
        var best: (sequence: Int64, similarity: Double)?
        while let row = try rows.next() {
            let candidate: Int64 = row[0]
            let similarity = entry.signature.similarity(
                to: StorySignature(blob: row[1], linkKey: nil))
            guard similarity >= StorySignature.threshold else { continue }
            let isBetter =
                best.map { (similarity, $0.sequence) > ($0.similarity, candidate) } ?? true
            if isBetter { best = (candidate, similarity) }
        }
        return best.map { best in
            StoryMembership(
                id: best.sequence, reason: best.similarity == 1 ? .sameText : .similarText,
                similarity: (best.similarity * 100).rounded() / 100)
        }
    }
}

/// What is needed of an entry to find its story.
private struct UnsettledEntry {
    let key: Int64
    let feed: String
    let date: Int64
    let signature: StorySignature

    /// From when to when others may tell its story: a copy comes within a month, or it is a new
    /// story about an old one.
    var storySpan: StatementArguments {
        let month: Int64 = 30 * 86_400
        return [date - month, date + month]
    }

    init(_ row: Row) {
        key = row["id"]
        feed = row["feed"]
        date = row["date"]
        signature = StorySignature(blob: row["sketch"], linkKey: row["link_key"])
    }
}

extension StorySignature {
    /// The sketch as the `sketch` column keeps it: 32-bit numbers, low byte first.
    var blob: Data {
        unsafe minima.map(\.littleEndian).withUnsafeBytes { unsafe Data($0) }
    }

    init(blob: Data, linkKey: String?) {
        let size = MemoryLayout<UInt32>.size
        let minima = unsafe blob.withUnsafeBytes { bytes in
            (0..<bytes.count / size).map { place in
                UInt32(
                    littleEndian: unsafe bytes.loadUnaligned(
                        fromByteOffset: place * size, as: UInt32.self))
            }
        }
        self.init(minima: minima, linkKey: linkKey)
    }
}
