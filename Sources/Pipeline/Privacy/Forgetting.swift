package import Foundation
import Grouping
import Hashing
import Model
import RuleLoading
import Storing

/// Erases what was heard of somebody, or before a time: `earshot forget`.
package struct Forgetting {
    package enum Request: Sendable, Hashable {
        /// A name as the source shows it, or a pseudonym; at these sources, or at every one.
        case author(String, sources: Set<String>)
        case url(String)
        /// What a search for these words finds, including what entries said before an edit; and the
        /// same content without the lead that a feed puts before it.
        case text(String)
        case before(Date)
    }

    /// What will be erased, and afterwards what was.
    package let plan: Erasure
    private let work: ErasureWork
    private let lock: RunLock?
    private let archive: ArchiveLocation

    /// Looks for what was asked for; nothing is erased yet.
    ///
    /// - Parameter isDryRun: only looks, while a run may be at work.
    /// - Throws: `RunError.locked` while a run is at work.
    package init(
        _ request: Request, in workspace: Workspace, now: Date, isDryRun: Bool = false
    ) throws(RunError) {
        try Self.check(request, now: now)
        try Archive.check(isThere: workspace)
        lock = isDryRun ? nil : try RunLock(of: workspace)
        let store = try storing(Store(workspace.archive, isReadOnly: isDryRun))
        archive = workspace.archive
        let hashes = try workspace.privacyHashes(for: store, isNoted: !isDryRun)
        let log = ErasureLog(path: workspace.erasuresPath)
        let copies = ArchiveCopies(in: workspace)
        work = ErasureWork(
            store: store, hashes: hashes, output: OutputFolder(path: workspace.outputPath),
            log: log, copies: copies, unread: UnreadFolder(of: workspace), now: now)
        if !isDryRun {
            try storing(store.checkErasable())
            try work.output.removeLeftovers()
            try copies.removeUnfinished()
            _ = try work.finishAll()
        }
        let (draft, scope) = try Self.draft(request, workspace, store, hashes)
        var found = Found(draft, hashes: hashes)
        try storing { () throws(StoreError) in
            try store.forEachEntry(in: scope) { found.add($0) }
            try found.addOthersWithSameContent(in: store)
        }
        try Self.check(found, for: request)
        var plan = found.draft.erasure(
            id: log.freshID(kind: draft.kind, now: now), keyID: hashes.keyID, now: now)
        try plan.note(copies)
        let tickets = try storing(store.ticketsTelling(of: found.keys.sorted()))
        plan.ticketsLeft = tickets.isEmpty ? nil : tickets
        self.plan = plan
    }

    /// Erases it, and returns the receipt.
    ///
    /// - Parameter progress: Told of each step that is done; what it throws ends the work there, to be
    ///   finished by the next run or the next `forget`.
    package func execute(
        progress: @escaping (ErasureStep) throws(RunError) -> Void = { _ in }
    ) throws(RunError) -> Erasure {
        precondition(lock != nil, "a dry run erases nothing")
        var work = work
        work.onStep = progress
        defer { withExtendedLifetime(lock) {} }
        // Crawlers that do not know of the erasure store nothing until it is written down; then they
        // are told.
        let pause = CrawlerPause(of: archive)
        try storing(pause.beginSoon())
        defer { pause.end() }
        return try work.carryOut(plan)
    }

    // MARK: - Private

    /// What was said before that time is not taken in again.
    ///
    /// If it lay in the future, nothing would be taken in until it has come.
    private static func check(_ request: Request, now: Date) throws(RunError) {
        guard case .before(let date) = request, date > now else { return }
        throw .badInput(
            "\(ContractJSON.timestamp(date)) has not come yet: all would go, and nothing be heard "
                + "until then; write an earlier time")
    }

    /// Nothing would be erased, nor kept away, by what a web address is meant to be and is not.
    private static func check(_ found: Found, for request: Request) throws(RunError) {
        guard case .url(let url) = request, found.keys.isEmpty,
            found.draft.suppression.links.isEmpty
        else { return }
        throw .badInput(
            "'\(url)' is no web address, and nothing that was heard has it as its link; write it with "
                + "https:// or http://, such as https://forum.example.org/t/7")
    }

    private static func draft(
        _ request: Request, _ workspace: Workspace, _ store: Store, _ hashes: PrivacyHashes
    ) throws(RunError) -> (Erasure.Draft, ErasureScope) {
        var suppression = Suppression()
        switch request {
        case .author(let author, let sources):
            let authors = try workspace.pseudonyms(
                of: author, at: sources, in: store, hashes: hashes)
            suppression.authors = authors
            return (
                Erasure.Draft(kind: .author, askedFor: Array(authors), suppression: suppression),
                .authors(authors)
            )
        case .url(let url):
            let page = CanonicalLink.canonical(url, keepsFragment: true)
            let key = StorySketcher.linkKey(page)
            if let key { suppression.links = [hashes.link(key: key)] }
            return (
                Erasure.Draft(
                    kind: .url, askedFor: [hashes.question(url)], suppression: suppression),
                .link(key: key, link: url)
            )
        case .text(let text):
            guard let query = try SearchWords([text]).query else {
                throw .badInput("'\(text)' says nothing to look for")
            }
            return (
                Erasure.Draft(
                    kind: .text, askedFor: [hashes.question(text)], suppression: suppression),
                .text(query)
            )
        case .before(let date):
            suppression.before = date
            return (
                Erasure.Draft(kind: .before, askedFor: [], suppression: suppression), .before(date)
            )
        }
    }
}

/// What a request finds in the archive.
private struct Found {
    private(set) var draft: Erasure.Draft
    private(set) var keys: Set<Int64> = []
    /// Hashes of what the entries say without a feed's lead, where words are asked for.
    private var contents: Set<String> = []
    private let hashes: PrivacyHashes

    init(_ draft: Erasure.Draft, hashes: PrivacyHashes) {
        self.draft = draft
        self.hashes = hashes
    }

    mutating func add(_ entry: ErasableEntry) {
        count(entry)
        guard draft.kind != .before else { return }
        keepAway(entry)
        if let key = entry.linkKey, draft.kind == .url {
            draft.suppression.links.insert(hashes.link(key: key))
        }
        if draft.kind == .text {
            draft.suppression.texts.formUnion(entry.texts.map(hashes.text))
            contents.formUnion(entry.contents.map(hashes.text))
        }
    }

    /// Adds what another feed has shown without the lead that one feed puts before it, now or before
    /// an edit.
    mutating func addOthersWithSameContent(in store: Store) throws(StoreError) {
        guard !contents.isEmpty else { return }
        draft.suppression.texts.formUnion(contents)
        var others: Set<Int64> = []
        func note(_ key: Int64, _ text: String) {
            if !keys.contains(key), contents.contains(hashes.text(text)) { others.insert(key) }
        }
        try store.forEachEntry(in: .all) { note($0.key, $0.text) }
        try store.forEachEarlierText(note)
        try store.forEachEntry(in: .keys(others.sorted())) { entry in
            count(entry)
            keepAway(entry)
        }
    }

    private mutating func count(_ entry: ErasableEntry) {
        draft.count(feed: entry.feed, mentions: entry.mentions)
        keys.insert(entry.key)
    }

    private mutating func keepAway(_ entry: ErasableEntry) {
        draft.suppression.entries.insert(hashes.entry(entry.id, of: entry.feed))
    }
}
