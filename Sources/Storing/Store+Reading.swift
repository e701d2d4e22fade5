package import Foundation
package import Model

extension Store {
    /// Hands over the entries with mentions that a digest of the time after `start` up to and
    /// including `end` counts, one by one and without the reasons for their tags; none is kept.
    package func forEachEntry(
        reportedAfter start: Date, through end: Date, _ body: (HeardEntry) -> Void
    ) throws(StoreError) {
        try forEachEntry(
            where: { _ in "is_mention AND reported_at > ? AND reported_at <= ?" },
            [start.unixSeconds, end.unixSeconds], by: .reportedAt, body)
    }

    /// Hands over the entries with mentions that were said from `start` until before `end`, in the
    /// same way; not those of which nobody knows when, which are dated when they were heard.
    package func forEachEntry(
        saidFrom start: Date, to end: Date, _ body: (HeardEntry) -> Void
    ) throws(StoreError) {
        // The sign keeps the index of digests out of it: dates are what is looked for.
        try forEachEntry(
            where: { _ in "is_mention AND date >= ? AND date < ? AND +reported_at > ?" },
            [start.unixSeconds, end.unixSeconds, HeardEntry.reportedNever.unixSeconds], by: .date,
            body)
    }

    /// Hands over those of them in a category such as praise, by these authors, that name a brand.
    package func forEachEntry(
        by authors: Set<String>, about brand: Brand.ID, in category: Model.Category.ID,
        saidIn span: Range<Date>, _ body: (HeardEntry) -> Void
    ) throws(StoreError) {
        let list = try translatingErrors { try ListParameter.of(authors.sorted()) }
        try forEachEntry(
            where: { _ in
                """
                author IN (\(ListParameter.texts)) AND author IS NOT NULL AND is_mention
                    AND date >= ? AND date < ? AND +reported_at > ?
                    AND EXISTS (
                        SELECT 1 FROM mention WHERE mention.entry = entry.id AND brand = ?)
                    AND EXISTS (
                        SELECT 1 FROM entry_category
                        WHERE entry_category.entry = entry.id AND category = ?)
                """
            },
            [
                list, span.lowerBound.unixSeconds, span.upperBound.unixSeconds,
                HeardEntry.reportedNever.unixSeconds, brand.value, category.value,
            ], by: .date, body)
    }

    /// The entries that have these numbers, whether they mention a brand or not.
    package func entries(numbered sequences: [Int64]) throws(StoreError) -> [HeardEntry] {
        var entries: [HeardEntry] = []
        for batch in sequences.batches(of: Self.atOnce) {
            let places = batch.map { _ in "?" }.joined(separator: ",")
            try forEachEntry(
                where: { $0.entries(with: "sequence IN (\(places))") },
                StatementArguments(batch), by: .sequence, of: Array(batch),
                keepsReasons: true
            ) {
                entries.append($0)
            }
        }
        return entries
    }

    /// The entry with this number, whether it mentions a brand or not.
    package func entry(sequence: Int64) throws(StoreError) -> HeardEntry? {
        try entries(numbered: [sequence]).first
    }

    /// From when on the archive holds what was said: from the first mention, or from when the first
    /// entry of all was heard, where none named a brand for a while; `nil` while it holds nothing.
    ///
    /// A feed may begin with a post from years ago. So a hundredth of all mentions at most is left out
    /// of account, where nothing follows it for eight weeks, which is as far back as reports look for
    /// what is usual. By their share alone, a burst of thousands would leave out all that comes before
    /// it.
    package func recordsSince() throws(StoreError) -> Date? {
        try reading { try Self.recordsSince(in: $0) }
    }

    /// From when on each source has been listened to, of those that anything was heard of.
    ///
    /// What a feed held when it was first polled may reach back far, but not without gaps; what was heard
    /// of it before that came out of another archive, which had listened to it. What was never polled
    /// was imported, and counts from where the archive begins.
    ///
    /// - Parameter files: feeds that are files of the operator's own: they have no gaps either, and count
    ///   from where the archive would begin without what was imported.
    package func firstHeard(files: Set<Feed.ID> = []) throws(StoreError) -> [Feed.ID: Date] {
        try reading { database in
            let heard = try Row.fetchAll(
                database,
                sql: """
                    SELECT first.feed, feed.first_fetched_at AS polled_at, heard_at
                    FROM (\(database.firstEntries)) AS first
                    JOIN entry USING (id) JOIN feed ON feed.id = first.feed
                    """
            ).map(FirstHeard.init)
            let records = try Self.recordsSince(in: database)
            let ofFiles =
                files.isEmpty || heard.allSatisfy(\.isPolled)
                ? records : try Self.pollingSince(heard, in: database)
            return heard.reduce(into: [:]) { since, source in
                let hasGaps = source.isPolled && !files.contains(source.feed)
                let start = source.isPolled ? ofFiles : records
                since[source.feed] =
                    hasGaps ? source.moment : min(start ?? source.moment, source.moment)
            }
        }
    }

    /// Sources that were never polled: what there is of them was imported.
    package func importedSources() throws(StoreError) -> Set<Feed.ID> {
        try reading { database in
            Set(
                try Row.fetchAll(
                    database, sql: "SELECT id FROM feed WHERE first_fetched_at IS NULL"
                ).map { Feed.ID($0["id"]) })
        }
    }

    // MARK: - Private

    private static let atOnce = 200
    /// Seconds.
    private static let longestGap: Int64 = 56 * 86_400

    private static func recordsSince(in database: Database) throws -> Date? {
        [try firstMention(where: "is_mention", in: database), try firstMoment(in: database)]
            .compactMap(\.self).min()
    }

    /// From when on the archive would hold what was said, without what was imported.
    private static func pollingSince(_ heard: [FirstHeard], in database: Database) throws -> Date? {
        let condition = """
            is_mention AND feed IN (SELECT id FROM feed WHERE first_fetched_at IS NOT NULL)
            """
        let first = try firstMention(where: condition, in: database)
        return ([first].compactMap(\.self) + heard.filter(\.isPolled).map(\.moment)).min()
    }

    private static func firstMention(where condition: String, in database: Database) throws
        -> Date?
    {
        let earliest = try Int64.fetchAll(
            database,
            sql: """
                SELECT date FROM entry WHERE \(condition) ORDER BY date
                LIMIT (SELECT count(*) / 100 + 1 FROM entry WHERE \(condition))
                """)
        var start = earliest.first
        for (one, next) in zip(earliest, earliest.dropFirst()) where next - one > longestGap {
            start = next
        }
        return start.map(Date.init(unixSeconds:))
    }

    /// Where the connection to a server is lost, the entries that are still to come are read anew: they
    /// come in the order of a number that each has to itself, and none is handed over twice.
    private func forEachEntry(
        where condition: (Database) -> String, _ arguments: StatementArguments,
        by column: OrderColumn, of sequences: [Int64]? = nil, keepsReasons: Bool = false,
        _ body: (HeardEntry) -> Void
    ) throws(StoreError) {
        var last: EntryPlace?
        try reading { database in
            let corrections = try Self.corrections(of: sequences, in: database)
            let rest = last.map(column.arguments)
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(HeardEntry.columns) FROM entry
                    WHERE sequence IS NOT NULL AND \(condition(database))
                    \(rest == nil ? "" : "AND (\(column.rawValue), sequence) > (?, ?)")
                    \(database.order(by: "\(column.rawValue), sequence"))
                    """)
            let rows = try Row.fetchCursor(statement, arguments: arguments + (rest ?? []))
            while let row = try rows.next() {
                let entry = try HeardEntry(row, keepsReasons: keepsReasons)
                last = EntryPlace(entry)
                if let said = corrections[entry.sequence] {
                    body(entry.corrected(by: said))
                } else {
                    body(entry)
                }
            }
        }
    }

    /// The column in whose order entries are handed over; where it is the same, they go by their
    /// numbers.
    private enum OrderColumn: String {
        case date, sequence
        case reportedAt = "reported_at"

        /// What the column and the number say of an entry.
        func arguments(_ place: EntryPlace) -> StatementArguments {
            switch self {
            case .date: [place.date.unixSeconds, place.sequence]
            case .reportedAt: [place.reportedAt.unixSeconds, place.sequence]
            case .sequence: [place.sequence, place.sequence]
            }
        }
    }
}

/// Where an entry stands in each order that entries are handed over in.
private struct EntryPlace {
    let date: Date
    let reportedAt: Date
    let sequence: Int64

    init(_ entry: HeardEntry) {
        date = entry.date
        reportedAt = entry.reportedAt
        sequence = entry.sequence
    }
}

/// When a source was heard of first, or polled first where that was earlier.
private struct FirstHeard {
    let feed: Feed.ID
    let isPolled: Bool
    let moment: Date

    init(_ row: Row) {
        let polled = row.date("polled_at")
        let first = Date(unixSeconds: row["heard_at"] as Int64)
        feed = Feed.ID(row["feed"])
        isPolled = polled != nil
        moment = min(polled ?? first, first)
    }
}

extension HeardEntry {
    /// What `init(_:)` reads, in its order: by name, finding them took longer than reading them.
    static let columns = """
        entry.sequence, entry.feed, entry.guid, entry.link, entry.title, entry.has_own_title,
        entry.text, entry.author, entry.author_name, entry.language, entry.date, entry.heard_at,
        entry.reported_at, entry.edited_at, entry.story, entry.story_reason, entry.story_similarity,
        entry.tags
        """
    /// Where a query may add columns of its own.
    static let columnCount = 18

    init(_ row: Row, keepsReasons: Bool = true) throws {
        let reason: String = row[15]
        guard let reason = StoryMembership.Reason(rawValue: reason) else {
            throw StoreError.failed(reason: "unknown story reason '\(reason)'")
        }
        self.init(
            sequence: row[0], feed: Feed.ID(row[1]), id: Entry.ID(row[2]), link: row[3],
            title: row[4], hasOwnTitle: row[5], text: row[6], author: row[7], authorName: row[8],
            language: (row[9] as String?).map(LanguageCode.init),
            date: Date(unixSeconds: row[10] as Int64),
            heardAt: Date(unixSeconds: row[11] as Int64),
            reportedAt: Date(unixSeconds: row[12] as Int64),
            editedAt: (row[13] as Int64?).map(Date.init(unixSeconds:)),
            story: StoryMembership(id: row[14], reason: reason, similarity: row[16]),
            tags: try row.withUnsafeData(atIndex: 17) {
                try Self.tags($0 ?? Data(), of: row[0], keepsReasons: keepsReasons)
            })
    }

    /// Those of a row that has `columns` among others.
    static func tags(of row: Row) throws -> Tags {
        try tags(row["tags"], of: row["sequence"], keepsReasons: false)
    }

    private static func tags(_ packed: Data, of sequence: Int64, keepsReasons: Bool) throws -> Tags
    {
        do {
            return try TagsColumn.decode(packed, keepsReasons: keepsReasons)
        } catch {
            throw StoreError(error, ofTagsOf: "entry #\(sequence)")
        }
    }
}
