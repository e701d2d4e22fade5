package import Foundation
package import Model

extension Store {
    /// Whether no entry has been stored yet.
    package var isEmpty: Bool {
        get throws(StoreError) {
            try reading { try !$0.exists("entry") }
        }
    }

    /// Whether any entry of a feed is stored, even if it was imported.
    package func holdsEntries(of feed: Feed.ID) async throws(StoreError) -> Bool {
        try await reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE feed = ?)")
            return try Bool.fetchOne(statement, arguments: [feed.value]) ?? false
        }
    }

    /// Since when a feed has been asked without a longer pause, up to a moment and as far back as the log of polls
    /// reaches; `nil` where it was not.
    package func firstPoll(of feed: Feed.ID, before now: Date, pausingAtMost pause: TimeInterval)
        async throws(StoreError) -> Date?
    {
        let polls = try await reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT at FROM fetch_log WHERE feed = ? AND at <= ? ORDER BY at DESC")
            return try Row.fetchAll(statement, arguments: [feed.value, now.unixSeconds])
                .map { Date(unixSeconds: $0[0] as Int64) }
        }
        return zip([now] + polls, polls).prefix { $0.timeIntervalSince($1) <= pause }.last?.1
    }

    /// Hashes of the entries of a feed that are already stored, of those asked for.
    package func contentHashes(of ids: [Entry.ID], in feed: Feed.ID) async throws(StoreError)
        -> [Entry.ID: String]
    {
        try await reading { database in
            try database.rows("content_hash", ofEntries: ids, in: feed).mapValues { $0[0] }
        }
    }

    /// Stores polls, each whole, in one transaction.
    ///
    /// An entry that is stored already is replaced if its content differs, keeping the dates under
    /// which it was first heard and reported, and what it said before; saving it twice changes
    /// nothing.
    ///
    /// - Parameters:
    ///   - hosts: what was learnt of hosts meanwhile.
    ///   - erasures: those that the entries were looked through for; `nil` where none can have come.
    ///   - tell: is told who keeps leased polls from being stored, when that takes long.
    /// - Returns: the feeds of which nothing was stored, as their leases have been given to another
    ///   crawler, or the task was cancelled while a digest was being made.
    @discardableResult
    package func commit(
        _ polls: [FeedCommit], hosts: HostMemory = HostMemory(),
        knowing erasures: Set<String>? = nil, tell: @Sendable ([GateHolder]) -> Void = { _ in }
    ) async throws(StoreError) -> Set<Feed.ID> {
        let isLeased = polls.contains { $0.lease != nil }
        let refused = try await writingBehindGate(tell: tell) { [self] database in
            // First of all, so that what is seen is what was there behind it.
            let told = isLeased ? try CommitGate.pass(in: database) : ToldPeriods()
            if let erasures, !polls.isEmpty { try Self.check(erasures, in: database) }
            let (polls, refused) = try leased(polls, told, in: database)
            try save(polls, hosts, in: database)
            return refused
        }
        FaultPoint.afterCommit.pass()
        return refused ?? Set(polls.map(\.feed))
    }

    // MARK: - Private

    /// What was erased since would be taken in again.
    private static func check(_ known: Set<String>, in database: Database) throws {
        let all = try finishedErasures(in: database)
        if let unknown = all.subtracting(known).min() { throw StoreError.erasedSince(id: unknown) }
    }

    private func save(_ polls: [FeedCommit], _ hosts: HostMemory, in database: Database) throws {
        try save(hosts, in: database)
        for poll in polls {
            if let state = poll.state {
                try FeedRow(state).save(as: poll.feed, in: database)
            } else {
                try FeedRow.makeIfMissing(for: poll.feed, in: database)
            }
            FaultPoint.afterFeedRow.pass()
            try log(poll, in: database)
        }
        let rows = polls.flatMap { poll in
            poll.entries.map { Self.columns(of: $0, in: poll.feed) }
        }
        var keys = try insert(rows, in: database).makeIterator()
        for poll in polls {
            for entry in poll.entries {
                guard let key = keys.next() else { preconditionFailure("a key for each entry") }
                try save(entry, of: poll.feed, insertedAs: key, in: database)
                FaultPoint.afterEntry.pass()
            }
        }
        // Last of all, as a poll of another feed may have to wait for the same row.
        try noteAnswers(to: polls, in: database)
        FaultPoint.beforeCommit.pass()
    }

    /// The polls that may be stored: those without a lease, and those whose lease still holds, which
    /// ends with them.
    private func leased(_ polls: [FeedCommit], _ told: ToldPeriods, in database: Database) throws
        -> (polls: [FeedCommit], refused: Set<Feed.ID>)
    {
        guard polls.contains(where: { $0.lease != nil }) else { return (polls, []) }
        let polls = polls.sorted { $0.feed < $1.feed }
        let leases = polls.compactMap { poll in
            poll.lease.map { (feed: poll.feed, lease: $0, hadTurn: !poll.leavesTurn) }
        }
        let areHeld = try Self.areHeld(leases.map { ($0.feed, $0.lease) }, in: database)
        var refused: Set<Feed.ID> = []
        for ((feed, lease, hadTurn), isHeld) in zip(leases, areHeld) {
            if isHeld {
                try Self.end(lease, of: feed, hadTurn: hadTurn, in: database)
            } else {
                refused.insert(feed)
            }
        }
        let held = polls.filter { !refused.contains($0.feed) }
        return (held.map { $0.reported(after: told) }, refused)
    }

    /// How many of the latest rows of the log are kept for each feed.
    private static let logLength = 30
    /// A feed that is polled often would have its missed times forgotten before a digest tells them.
    private static let missedTimesKept: TimeInterval = 70 * 86_400

    /// - Parameter inserted: its number if it is new, `nil` if it is stored already.
    private func save(
        _ entry: WaitingEntry, of feed: Feed.ID, insertedAs inserted: Int64?,
        in database: Database
    ) throws {
        if let inserted {
            for wording in entry.earlier { try save(wording, of: inserted, in: database) }
        }
        guard let key = try inserted ?? replace(with: entry, of: feed, in: database) else {
            return
        }
        try TextIndex.insert(key, title: entry.title, text: entry.text, in: database)
        try saveTags(entry.tags, of: key, in: database)
        if !entry.isRetold { try offerAsTicket(key, entry.tags, in: database) }
    }

    /// Brings a stored entry's row up to date and empties what stands beside it; `nil` where its
    /// content is the same, or stays for now.
    private func replace(with entry: WaitingEntry, of feed: Feed.ID, in database: Database) throws
        -> Int64?
    {
        let find = try database.cachedStatement(
            sql: """
                SELECT id, content_hash, version, title, text, is_mention, story, reported_at
                FROM entry WHERE \(database.entry(with: "feed = ? AND guid = ?"))
                """)
        guard let stored = try Row.fetchOne(find, arguments: [feed.value, entry.id.value]),
            stored["content_hash"] != entry.contentHash
        else { return nil }
        let key: Int64 = stored["id"]
        let (hash, isMention): (String, Bool) = (stored["content_hash"], stored["is_mention"])
        // What is whole stays, once more where the page fails each time, unless the feed itself names a brand now.
        let mayStay = !TaggedEntry.isPutOff(hash) || isMention || !entry.tags.isMention
        if TaggedEntry.isPutOff(entry.contentHash), !hash.hasPrefix(TaggedEntry.putOffMark), mayStay
        {
            try putOff(entry, storedAs: key, in: database)
            return nil
        }
        if isMention, !entry.tags.isMention {
            try Self.takeOutOfOutboxes(
                story: stored["story"], reportedAt: stored["reported_at"], in: database)
        }
        try TextIndex.delete(key, title: stored["title"], text: stored["text"], in: database)
        try deleteTags(of: key, in: database)
        let version = try keepWordings(of: stored, for: entry, in: database)
        let isTold =
            try version != nil
            && wasTold(entry, storedAs: key, reportedAt: stored["reported_at"], in: database)
        try update(key, to: entry, version: version, isTold: isTold, in: database)
        return key
    }

    /// Leaves an edit to a later poll, since its page cannot be had.
    ///
    /// The feed only begins what the entry says. What stands further on, a brand perhaps, would be gone and, a day
    /// later, news.
    private func putOff(_ entry: WaitingEntry, storedAs key: Int64, in database: Database) throws {
        try database.cachedStatement(sql: "UPDATE entry SET content_hash = ? WHERE id = ?")
            .execute(arguments: [
                TaggedEntry.putOffEditMark + TaggedEntry.feedHash(entry.contentHash), key,
            ])
    }

    /// Numbers of the entries of these rows; `nil` for one that is stored already.
    private func insert(_ rows: [StatementArguments], in database: Database) throws -> [Int64?] {
        let statement = try database.cachedStatement(sql: Self.insertion(into: database))
        return try statement.insert(ofEach: rows)
    }

    /// Whoever brings an entry's feed and id first gets its key; on a server, what hands out keys is a
    /// table of its own.
    private static func insertion(into database: Database) -> String {
        let columns = """
            feed, guid, content_hash, link, title, has_own_title, text, author, language, date, heard_at,
            reported_at, link_key, sketch, rules_hash, tags, is_mention, author_name, version,
            edited_at
            """
        let places = (1...20).map { "?\($0)" }.joined(separator: ", ")
        return switch database.engine {
        case .sqlite:
            """
            INSERT INTO entry (\(columns)) VALUES (\(places))
            ON CONFLICT (feed, guid) DO NOTHING
            """
        case .postgreSQL:
            """
            WITH new AS (
                INSERT INTO entry_key (feed, guid) VALUES (?1, ?2)
                ON CONFLICT (feed, guid) DO NOTHING RETURNING entry)
            INSERT INTO entry (id, \(columns)) SELECT entry, \(places) FROM new
            """
        }
    }

    private static func columns(of entry: WaitingEntry, in feed: Feed.ID) -> StatementArguments {
        [
            feed.value, entry.id.value, entry.contentHash, entry.link, entry.title,
            entry.hasOwnTitle, entry.text, entry.author, entry.language?.rawValue,
            entry.date.unixSeconds,
            entry.heardAt.unixSeconds, entry.reportedAt.unixSeconds, entry.signature.linkKey,
            entry.signature.blob, entry.rulesHash, entry.tags.column, entry.tags.isMention,
            entry.authorName, (entry.earlier.last?.version ?? 0) + 1, entry.editedAt?.unixSeconds,
        ]
    }

    /// An entry that begins to name a brand when it is edited, or when its page can be had at last, is
    /// news, and has been in no digest: unless it is history, and only its page came late, or a digest has told
    /// of it in these words.
    ///
    /// Its page is the one that it leads to now; its story stays the one that it told at first.
    private func update(
        _ key: Int64, to entry: WaitingEntry, version: Int?, isTold: Bool, in database: Database
    ) throws {
        let isMention = entry.tags.isMention
        let statement = try database.cachedStatement(
            sql: """
                UPDATE entry SET
                    reported_at = CASE
                        WHEN ? > is_mention AND NOT (
                            content_hash LIKE '\(TaggedEntry.putOffMark)%' AND reported_at < heard_at)
                        THEN ? ELSE reported_at END,
                    edited_at = CASE WHEN ? THEN ? ELSE edited_at END,
                    content_hash = ?, version = coalesce(?, version + 1), link = ?, link_key = ?, title = ?,
                    has_own_title = ?, text = ?, author = ?, author_name = ?, language = ?,
                    rules_hash = ?, tags = ?, is_mention = ?
                WHERE id = ?
                """)
        try statement.execute(arguments: [
            isMention && !isTold, entry.reportedAt.unixSeconds, version != nil,
            entry.changedAt.unixSeconds, entry.contentHash, version, entry.link,
            entry.signature.linkKey, entry.title, entry.hasOwnTitle, entry.text,
            entry.author, entry.authorName, entry.language?.rawValue, entry.rulesHash,
            entry.tags.column, isMention, key,
        ])
    }

    private func log(_ poll: FeedCommit, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO fetch_log (feed, at, outcome, message) VALUES (?, ?, ?, ?)
                ON CONFLICT (feed, at) DO UPDATE SET
                    outcome = excluded.outcome, message = excluded.message
                """
        ).execute(arguments: [poll.feed.value, poll.at.unixSeconds, poll.outcome, poll.message])
        try database.cachedStatement(
            sql: """
                DELETE FROM fetch_log WHERE feed = ?1 AND at < (
                    SELECT min(at) FROM (
                        SELECT at FROM fetch_log WHERE feed = ?1 ORDER BY at DESC LIMIT ?2
                    ) AS latest)
                    AND (outcome <> 'updated' OR message IS NULL OR at < ?3)
                """
        ).execute(arguments: [
            poll.feed.value, Self.logLength,
            poll.at.addingTimeInterval(-Self.missedTimesKept).unixSeconds,
        ])
    }
}
