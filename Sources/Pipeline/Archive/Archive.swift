package import Foundation
package import Model
package import Reporting
import RuleLoading
import Storing

/// The archive of a workspace, for commands that only look.
package struct Archive: Sendable {
    let store: Store
    let workspace: Workspace

    /// - Throws: `RunError.badInput` where no run has made an archive yet.
    package init(workspace: Workspace) throws(RunError) {
        self.workspace = workspace
        store = try Self.store(of: workspace)
    }

    /// Opens what a workspace has heard, for reading.
    ///
    /// - Throws: `RunError.badInput` where no run has made an archive yet.
    static func store(of workspace: Workspace) throws(RunError) -> Store {
        try check(isThere: workspace)
        return try storing(Store(workspace.archive, isReadOnly: true))
    }

    static func check(isThere workspace: Workspace) throws(RunError) {
        guard mayBeThere(workspace) else {
            try workspace.check()
            throw .badInput(
                "\(workspace.archivePath): no archive yet; `earshot run` makes one")
        }
    }

    /// - Parameters:
    ///   - language: `nil` for that of the rules.
    ///   - listed: how many mentions are listed, beside those that other lists refer to.
    package func digest(
        _ request: DigestRequest, now: Date, language: ReportLanguage? = nil,
        listed: Int = Reports.usuallyListed
    ) throws(RunError) -> Digest {
        let configuration = try currentConfiguration()
        try request.check(configuration)
        let reports = Reports(
            store: store, configuration: configuration, language: language, listed: listed)
        return try storing(reports.digest(request, now: now, health: try reports.health(now: now)))
    }

    /// Where the mentions that a digest lists come from, by the numbers of their entries.
    package func origins(in digest: Digest) throws(RunError) -> [Int64: MentionOrigin] {
        let mentions = digest.mentions.items
        let sources = Dictionary(
            try workspace.load().feeds.listed.map { ($0.id, $0.source) }
        ) { first, _ in first }
        let authors = try storing(store.authors(ofEntries: mentions.map(\.sequence)))
        let origins = mentions.map { mention in
            let author = authors[mention.sequence]
            return (
                mention.sequence,
                MentionOrigin(
                    sources[mention.feed], author: author?.pseudonym, authorName: author?.name)
            )
        }
        return Dictionary(origins) { first, _ in first }
    }

    /// Writes a digest to `out/digests/` and takes it into the index.
    ///
    /// - Returns: paths below `out/`.
    package func save(_ digest: Digest) throws(RunError) -> [String] {
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        return try ReportFiles.save(digest, to: OutputFolder(path: workspace.outputPath))
            .map(\.path)
    }

    /// - Parameters:
    ///   - language: `nil` for that of the rules.
    ///   - request: what they are narrowed to; its period is that of so many days.
    ///   - unit: what is counted besides by day; `nil` for nothing.
    package func trends(
        days: Int, now: Date, language: ReportLanguage? = nil,
        of request: DigestRequest = DigestRequest(period: .span),
        by unit: Trends.Course.Unit? = nil
    ) throws(RunError) -> Trends {
        let configuration = try currentConfiguration()
        try request.check(configuration)
        let reports = Reports(store: store, configuration: configuration, language: language)
        return try storing(
            reports.trends(
                days: days, now: now, health: try reports.health(now: now),
                of: reports.scope(of: request), by: unit))
    }

    /// - Parameter withWordings: whether what entries said before they were edited is told, too.
    package func search(_ search: EntrySearch, withWordings: Bool = false) throws(RunError)
        -> [SearchResult]
    {
        try storing { () throws(StoreError) in
            var results: [SearchResult] = []
            for hit in try store.search(search) {
                let earlier =
                    withWordings
                    ? try store.earlierWordings(ofSequence: hit.entry.sequence) : nil
                results.append(SearchResult(hit, earlier: earlier))
            }
            return results
        }
    }

    /// Each source that something was heard of.
    package func sources() throws(RunError) -> [Feed.ID] {
        try storing(store.feedIDs())
    }

    /// - Throws: `RunError.badInput` when no entry has this number.
    package func entryText(number: Int64) throws(RunError) -> EntryText {
        let entry = try storing(store.entry(sequence: number))
        guard let entry else {
            throw .badInput("the archive has no entry #\(number); `earshot search` shows numbers")
        }
        return EntryText(entry)
    }

    /// What people said of the tags of the entry with this number.
    package func corrections(ofEntry number: Int64) throws(RunError) -> [Correction] {
        try storing(store.corrections(ofEntry: number))
    }

    /// The archive, or `nil` where no run of this version has made one yet.
    package static func ifMade(_ workspace: Workspace) throws(RunError) -> Archive? {
        guard mayBeThere(workspace) else { return nil }
        do {
            return try Archive(workspace: workspace)
        } catch .store(.notMadeYet) {
            return nil
        } catch {
            throw error
        }
    }

    func forEachText(
        withAnyOf terms: [String], _ body: (EntryText) -> Void
    ) throws(RunError) {
        try storing(store.forEachText(withAnyOf: terms, body))
    }

    func forEachText(sampling limit: Int, _ body: (EntryText) -> Void) throws(RunError) {
        try storing(store.forEachText(sampling: limit, body))
    }

    /// How every feed that is listed is, polled or not, and what is planned for it.
    package static func check(_ workspace: Workspace, now: Date) throws(RunError) -> [FeedCheck] {
        let feeds = try workspace.load().feeds.feeds
        let vault = Vault(for: feeds, workspace: workspace)
        guard let archive = try made(workspace) else {
            return feeds.map { feed in
                FeedCheck(
                    feed, FeedHealth(feed, state: nil, activity: nil, now: now), state: nil,
                    secretFailure: vault.failure(of: feed), now: now)
            }
        }
        // Where the folder cannot be read, a run says so.
        let kept = (try? UnreadFolder(of: workspace).documents()) ?? []
        let documents = Dictionary(kept.map { ($0.feed, $0) }) { _, last in last }
        return try storing { () throws(StoreError) in
            let states = try archive.store.feedStates()
            let health = try archive.store.health(of: feeds, now: now)
            let twins = FeedCheck.twins(among: feeds, states, now: now)
            return zip(feeds, health).map { feed, health in
                FeedCheck(
                    feed, health, state: states[feed.id],
                    secretFailure: vault.failure(of: feed), document: documents[feed.id],
                    twin: twins[feed.id], now: now)
            }
        }
    }

    // MARK: - Private

    /// Whether a file is there; one on a server says itself that it is not.
    private static func mayBeThere(_ workspace: Workspace) -> Bool {
        workspace.archive.isServer
            || FileManager.default.fileExists(atPath: workspace.archivePath)
    }

    /// The archive; `nil` where there is none, and not where an earlier version made it.
    private static func made(_ workspace: Workspace) throws(RunError) -> Archive? {
        guard mayBeThere(workspace) else { return nil }
        return workspace.archive.isServer
            ? try ifMade(workspace) : try Archive(workspace: workspace)
    }

    /// - Throws: when the archive was tagged by other rules than those a report would name.
    private func currentConfiguration() throws(RunError) -> Configuration {
        let configuration = try workspace.load()
        let isCurrent = try storing(store.isTagged(by: configuration.rulesHash))
        guard isCurrent else {
            throw .badInput(
                "the rules have changed since the last run; `earshot run` tags the archive again")
        }
        return configuration
    }
}
