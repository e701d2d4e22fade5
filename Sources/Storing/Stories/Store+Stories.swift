import Foundation
import Model

extension Store {
    /// Numbers the entries that a run brought and joins each to its story.
    ///
    /// This waits until the polls are over and goes by date, feed and id, so that neither the order
    /// in which feeds happened to answer nor an ended and repeated run changes who was first.
    ///
    /// A task that is cancelled ends with the batch that it is at; the next call goes on.
    ///
    /// - Parameter size: of a batch, as many as can be held in memory: the stories of the months around
    ///   are read once for all.
    /// - Returns: how many entries were settled.
    package func settleEntries(atOnce size: Int = 10_000) throws(StoreError) -> Int {
        let count = try writing { try orderUnsettled(in: $0) }
        var settled = 0
        for start in stride(from: 0, to: count, by: size) {
            settled += try writing { database in
                let settled = try settleBatch(of: size, after: start, in: database)
                FaultPoint.beforeSettled.pass()
                return settled
            }
            FaultPoint.afterSettled.pass()
            guard !Task.isCancelled else { break }
        }
        return settled
    }

    /// How many entries wait to be settled.
    package func unsettledEntries() throws(StoreError) -> Int {
        try reading {
            try $0.count("entry WHERE sequence IS NULL")
        }
    }

    /// Makes a story findable by its text, which is long enough for that.
    func begin(
        story: Int64, date: Int64, signature: StorySignature, in database: Database
    ) throws {
        try database.cachedStatement(sql: "INSERT INTO story (id, date, sketch) VALUES (?, ?, ?)")
            .execute(arguments: [story, date, signature.blob])
    }

    // MARK: - Private

    /// How many links a server is asked for at once.
    private static let linksAtOnce = 100

    /// Puts the keys of what waits to be settled in order, and returns how many there are.
    ///
    /// In a file, in a table of this connection's own, outside the archive: an index by date would cost
    /// a page written at random for each entry that comes. On a server, where a connection may be lost
    /// in between, there is such an index.
    private func orderUnsettled(in database: Database) throws -> Int {
        guard case .sqlite = database.engine else {
            return try database.count("entry WHERE sequence IS NULL")
        }
        for sql in [
            "DROP TABLE IF EXISTS temp.settling",
            "CREATE TEMP TABLE settling (place INTEGER PRIMARY KEY, entry INTEGER NOT NULL)",
            """
            INSERT INTO settling (entry)
            SELECT id FROM entry WHERE sequence IS NULL ORDER BY date, feed, guid
            """,
        ] { try database.execute(sql: sql) }
        return try database.count("settling")
    }

    /// - Parameter place: of the last entry that was settled.
    /// - Returns: how many entries it had.
    private func settleBatch(of size: Int, after place: Int, in database: Database) throws -> Int {
        let entries = try unsettled(after: place, atMost: size, in: database)
        let last = try lastSequence(in: database)
        var finder = StoryFinder(entries)
        try offerStories(to: &finder, in: database)
        try offerLinks(to: &finder, in: database)
        var settled: [Settled] = []
        settled.reserveCapacity(entries.count)
        for (place, sequence) in zip(entries.indices, (last + 1)...) {
            let entry = entries[place]
            let story =
                finder.storyByLink(of: place)
                ?? finder.storyByText(of: place)
                ?? StoryMembership(id: sequence, reason: .first, similarity: 1)
            finder.join(place, to: story)
            settled.append(Settled(key: entry.key, sequence: sequence, story: story))
            // Only firsts are looked up by text, so a story does not drift away from what it
            // began as.
            guard story.reason == .first, !entry.signature.minima.isEmpty else { continue }
            try begin(
                story: sequence, date: entry.date, signature: entry.signature, in: database)
        }
        try save(&settled, in: database)
        return settled.count
    }

    private func unsettled(after place: Int, atMost size: Int, in database: Database) throws
        -> [UnsettledEntry]
    {
        let columns = """
            id, feed, date, link_key, sketch, EXISTS (
                SELECT 1 FROM entry AS other
                WHERE other.link_key = entry.link_key AND other.id <> entry.id)
            """
        let rows =
            switch database.engine {
            case .sqlite:
                try Row.fetchCursor(
                    try database.cachedStatement(
                        sql: """
                            SELECT \(columns)
                            FROM settling CROSS JOIN entry ON entry.id = settling.entry
                            WHERE place > ? ORDER BY place LIMIT ?
                            """), arguments: [place, size])
            case .postgreSQL:
                // Those of earlier batches have their numbers.
                try Row.fetchCursor(
                    try database.cachedStatement(
                        sql: """
                            SELECT \(columns) FROM entry WHERE sequence IS NULL
                            ORDER BY date, feed, guid LIMIT ?
                            """), arguments: [size])
            }
        var entries: [UnsettledEntry] = []
        while let row = try rows.next() { entries.append(try UnsettledEntry(row)) }
        return entries
    }

    /// Hands over the stories that were known before and that one of the entries may tell.
    private func offerStories(to finder: inout StoryFinder, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT id, date, sketch FROM story WHERE date BETWEEN ? AND ?")
        for span in finder.storySpans {
            let rows = try Row.fetchCursor(
                statement, arguments: [span.lowerBound, span.upperBound])
            while let row = try rows.next() {
                let signature = try row.withUnsafeData(atIndex: 2) { sketch in
                    StorySignature(blob: sketch ?? Data(), linkKey: nil)
                }
                finder.offer(KnownStory(id: row[0], date: row[1], signature: signature))
            }
        }
    }

    /// Hands over what was told before by entries that share a link with one of these.
    ///
    /// A link's entries are read once for all that share it: looked for by each of them, two feeds of
    /// 9,000 entries with one link took minutes.
    private func offerLinks(to finder: inout StoryFinder, in database: Database) throws {
        let spans = finder.linkSpans.sorted { $0.key < $1.key }
        let statement = try database.cachedStatement(
            sql: """
                SELECT story, feed, date FROM entry
                WHERE link_key = ? AND story IS NOT NULL AND date BETWEEN ? AND ?
                ORDER BY sequence
                """)
        for batch in spans.batches(of: Self.linksAtOnce) {
            let told = try statement.rows(
                ofEach: batch.map { [$0.key, $0.value.lowerBound, $0.value.upperBound] })
            for (link, rows) in zip(batch, told) {
                for row in rows {
                    finder.offer(story: row[0], of: link.key, feed: row[1], date: row[2])
                }
            }
        }
    }

    /// What is written to an entry when it is settled.
    private struct Settled {
        let key: Int64
        let sequence: Int64
        let story: StoryMembership
    }

    /// Goes by key, as the rows lie in the file: by date each page would be written many times.
    private func save(_ settled: inout [Settled], in database: Database) throws {
        settled.sort { $0.key < $1.key }
        let statement = try database.cachedStatement(
            sql: """
                UPDATE entry SET sequence = ?, story = ?, story_reason = ?, story_similarity = ?
                WHERE id = ?
                """)
        for entry in settled {
            try statement.execute(arguments: [
                entry.sequence, entry.story.id, entry.story.reason.rawValue,
                entry.story.similarity, entry.key,
            ])
        }
    }
}

extension UnsettledEntry {
    fileprivate init(_ row: Row) throws {
        self.init(
            key: row[0], feed: row[1], date: row[2],
            signature: try row.withUnsafeData(atIndex: 4) { sketch in
                StorySignature(blob: sketch ?? Data(), linkKey: row[3])
            }, sharesLink: row[5])
    }
}

extension StorySignature {
    /// The sketch as the `sketch` column keeps it: 32-bit numbers, low byte first.
    var blob: Data {
        unsafe minima.map { $0.littleEndian }.withUnsafeBytes { unsafe Data($0) }
    }

    /// A sketch of another length can be compared with none.
    init(blob: Data, linkKey: String?) {
        let size = MemoryLayout<UInt32>.size
        let isWhole = blob.count == Self.size * size
        let minima = unsafe blob.withUnsafeBytes { bytes in
            (0..<(isWhole ? Self.size : 0)).map { place in
                UInt32(
                    littleEndian: unsafe bytes.loadUnaligned(
                        fromByteOffset: place * size, as: UInt32.self))
            }
        }
        self.init(minima: minima, linkKey: linkKey)
    }
}
