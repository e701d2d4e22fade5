import Foundation
import Hashing
import Model
import Parsing
import RuleLoading
import Storing

/// Where rows go: tagged, and a batch to a transaction.
struct ImportSink {
    private let lock: RunLock
    private let archive: Store
    private let intake: Intake
    /// Those that are listed, switched on or off.
    private let sources: [Source.ID: Source]
    private let options: Import.Options
    /// Where the rows are news, and news counts only after a time far ahead.
    let toldAhead: ToldAhead?
    private var repeated: RepeatedRows

    init(
        _ workspace: Workspace, _ configuration: Configuration, repeated: RepeatedRows,
        options: Import.Options
    ) throws(RunError) {
        let tagger = try workspace.checkedTagger(for: configuration.checkedRules)
        lock = try RunLock(of: workspace)
        let store = try storing(Store(workspace.archive))
        let privacy = try Privacy.opening(
            store, of: workspace, configuration, now: options.now)
        let told = try storing(ToldPeriods(of: store))
        intake = Intake(
            tagger: tagger, rulesHash: configuration.rulesHash,
            privacy: privacy, now: options.now, told: told, makesDigest: false)
        toldAhead = options.isNews ? ToldAhead(told, at: options.now) : nil
        let listed = configuration.feeds.listed
        sources = Dictionary(
            listed.map { ($0.source.id, $0.source) }, uniquingKeysWith: { first, _ in first })
        archive = store
        self.repeated = repeated
        self.options = options
    }

    /// Remembers what reports are to call a source.
    func name(_ source: Feed.ID, _ name: String) throws(RunError) {
        try storing(archive.name(source, name))
    }

    mutating func store(
        _ items: ArraySlice<ImportReader.Item>, report: inout ImportReport
    ) async throws(RunError) {
        var rows: [Feed.ID: [Row]] = [:]
        for item in items {
            switch item {
            case .bad: break
            case .archived(let entry):
                rows[entry.source, default: []].append(Row(intake.privacy.masked(entry)))
            case .row(let row, _): rows[row.source, default: []].append(numbered(row))
            }
        }
        for (source, rows) in rows.sorted(by: { $0.key < $1.key }) {
            try await store(rows, of: source, report: &report)
        }
    }

    /// Numbers the entries and joins them to their stories, as the end of a run does.
    func finish() throws(RunError) {
        try storing { () throws(StoreError) in
            _ = try archive.settleEntries()
            try archive.checkpoint()
        }
        // What is put off, the next run tells of.
        _ = archive.tend(at: nil)
        withExtendedLifetime(lock) {}
    }

    // MARK: - Private

    private struct Row: Sendable {
        let id: Entry.ID
        let hash: String
        let content: Content
        /// Under which an earlier version took the row over; `nil` where that was the same.
        let formerID: Entry.ID?

        enum Content: Sendable {
            case row(Entry)
            case archived(ArchivedEntry)
        }

        /// Since when it says what it does; `nil` where that is not known.
        var since: Date? {
            switch content {
            case .row: nil
            case .archived(let archived): archived.editedAt ?? archived.heardAt
            }
        }

        /// Whether it says something else than what is stored, and what it says is not what was said
        /// before: an older copy of an archive takes no edit back.
        func isNews(_ stored: StoredWording) -> Bool {
            guard hash != stored.contentHash, !formerHashes.contains(stored.contentHash) else {
                return false
            }
            guard let since, !stored.contentHash.hasPrefix(TaggedEntry.putOffMark) else {
                return true
            }
            return since > stored.since
        }

        private var formerHashes: [String] {
            guard case .row(let entry) = content else { return [] }
            return Intake.formerContentHashes(of: entry)
        }

        /// What is asked whether it may be kept.
        ///
        /// - Parameter findsLead: whether to look where the lead ends that a feed has put before it.
        func entry(findsLead: Bool = false) -> Entry {
            switch content {
            case .row(let entry): entry
            case .archived(let archived): archived.entry(findsLead: findsLead)
            }
        }

        /// What people said of its tags in the archive that it comes from.
        var corrections: [ArchivedCorrection]? {
            guard case .archived(let archived) = content else { return nil }
            return archived.corrections
        }

        /// Whether somebody said it who asked not to be heard.
        func isBy(_ authors: Set<String>) -> Bool {
            guard case .archived(let entry) = content, let author = entry.authorKey else {
                return false
            }
            return authors.contains(author)
        }

        init(_ archived: ArchivedEntry) {
            id = archived.id
            hash = archived.contentHash
            content = .archived(archived)
            formerID = nil
        }

        init(_ entry: Entry, formerID: Entry.ID? = nil) {
            id = entry.id
            hash = Intake.contentHash(of: entry)
            content = .row(entry)
            self.formerID = formerID
        }

        /// The same row under its former id; `nil` for none.
        var former: Row? {
            guard let formerID, case .row(var entry) = content else { return nil }
            entry.id = formerID
            return Row(entry)
        }
    }

    private mutating func numbered(_ row: ImportRow) -> Row {
        var entry = intake.privacy.masked(row.entry)
        guard entry.id.value.isEmpty else { return identified(entry) }
        let number = repeated.number(of: row)
        func id(_ hash: some StringProtocol) -> Entry.ID {
            Entry.ID(number == 1 ? "import:\(hash)" : "import:\(hash)-\(number)")
        }
        entry.id = id(intake.privacy.hashes.row(row.fingerprint))
        return Row(entry, formerID: id(row.fingerprint.prefix(32)))
    }

    /// A row with an id of the file's own, which gives way to its hash where it is longer than an index of
    /// a server takes, as that of a feed's entry does.
    private func identified(_ entry: Entry) -> Row {
        let stated = entry.id
        guard stated.value.utf8.count > FieldLimit.idSizeInBytes else { return Row(entry) }
        var entry = entry
        entry.id = Entry.ID(ContentHash.hex(of: [stated.value]))
        return Row(entry, formerID: stated)
    }

    /// Gives rows back the ids that hid less, where an earlier version has taken them over: what is
    /// stored must not come twice, nor what was erased again.
    private func underFormerIDs(_ rows: [Row], of feed: Feed) async throws(RunError) -> [Row] {
        let former = rows.compactMap(\.former)
        guard !former.isEmpty else { return rows }
        let (known, unwanted) = try await storing { () async throws(StoreError) in
            (
                try await archive.storedWordings(of: former.map(\.id), in: feed.id),
                try await intake.privacy.unwanted(
                    among: former.map { $0.entry() }, of: feed, in: archive)
            )
        }
        return rows.map { row in
            guard let former = row.former,
                known[former.id] != nil || unwanted.contains(former.id)
            else { return row }
            return former
        }
    }

    private func store(_ all: [Row], of source: Feed.ID, report: inout ImportReport)
        async throws(RunError)
    {
        // A further feed of a source is known by the source and a slash.
        let name = Source.ID(String(source.value.prefix { $0 != "/" }))
        let origin = sources[name] ?? Source(id: name, name: "")
        let feed = Feed(id: source, source: origin, address: .file(path: ""))
        let all = try await underFormerIDs(all, of: feed)
        let suppression = intake.privacy.suppression
        let findsLead = !suppression.texts.isEmpty
        let unwanted = try await storing { () async throws(StoreError) in
            try await intake.privacy.unwanted(
                among: all.map { $0.entry(findsLead: findsLead) }, of: feed, in: archive)
        }
        let silenced = suppression.authors
        let rows = all.filter { !unwanted.contains($0.id) && !$0.isBy(silenced) }
        report.unwantedEntries += all.count - rows.count
        let changed = try await changed(rows, of: source, report: &report)
        if !changed.isEmpty {
            let entries = await tagged(changed, of: origin)
            report.entriesWithoutMention += entries.count(where: \.tags.mentions.isEmpty)
            try await commit(entries, of: source)
        }
        let judged = rows.compactMap { row in row.corrections.map { (entry: row.id, said: $0) } }
        if !judged.isEmpty {
            try storing(archive.take(judged, of: source))
        }
    }

    private func commit(_ entries: [TaggedEntry], of source: Feed.ID) async throws(RunError) {
        let commit = FeedCommit(
            feed: source, at: options.now, state: nil, entries: entries, outcome: "imported")
        _ = try await storing { () async throws(StoreError) in try await archive.commit([commit]) }
    }

    /// Those that are new or say something else than what is stored.
    private func changed(_ rows: [Row], of source: Feed.ID, report: inout ImportReport)
        async throws(RunError) -> [Row]
    {
        var known = try await storing { () async throws(StoreError) in
            try await archive.storedWordings(of: rows.map(\.id), in: source)
        }
        return rows.filter { row in
            let before = known[row.id]
            guard before.map(row.isNews) ?? true else {
                report.knownEntries += 1
                return false
            }
            // The next row of the same id is held against this one.
            known[row.id] = StoredWording(contentHash: row.hash, since: row.since ?? options.now)
            if before == nil {
                report.newEntries += 1
                report.newEntriesBySource[source.value, default: 0] += 1
            } else {
                report.changedEntries += 1
            }
            return true
        }
    }

    private func tagged(_ rows: [Row], of source: Source) async -> [TaggedEntry] {
        await withTaskGroup(of: (Int, [TaggedEntry]).self) { group in
            for (place, part) in rows.batches(of: Self.share).enumerated() {
                group.addTask { [intake, options] in
                    (
                        place,
                        part.map { row in
                            switch row.content {
                            case .archived(let entry): intake.tagged(entry, of: source)
                            case .row(let entry):
                                intake.tagged(
                                    entry,
                                    hasOwnTitle: ThreadTitles(of: [entry]).isOwnTitle(of: entry),
                                    contentHash: row.hash, of: source,
                                    isFirstPoll: !options.isNews)
                            }
                        }
                    )
                }
            }
            let parts: [(Int, [TaggedEntry])] = await group.reduce(into: []) { $0.append($1) }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    /// Rows to one task.
    private static let share = 50
}
