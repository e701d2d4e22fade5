import Foundation
import Model
import Scheduling
import Storing

/// Knows entries again whose ids are new.
extension FeedPoll {
    /// Those that the feed has told before, as other entries.
    ///
    /// - Parameter moved: those of the unwanted that have gone under other ids.
    func retold(
        in parsed: ParsedDocument, _ known: [Entry.ID: String], _ unwanted: Set<Entry.ID>,
        moved: Set<Entry.ID>, _ draft: PollDraft
    ) async throws(StoreError) -> Set<Entry.ID> {
        let feed = draft.feed
        guard
            let entries = RetoldEntries(
                parsed, known: known, gone: unwanted, moved: moved,
                readsPages: feed.wantsFullText)
        else { return [] }
        let isAnotherList =
            scheduler.newsBegins(in: feed, draft.state, entries: entries.counts, draft.hints) != nil
        // Busy feeds turn over at each poll; what a list told last is not much longer than itself.
        let most =
            isAnotherList ? Self.mostUndated : entries.isAllNew ? 2 * entries.counts.new : 0
        let latest =
            most > 0
            ? try await store.latestWordings(of: feed.id, atMost: min(most, Self.mostUndated)) : []
        return entries.found(
            dated: try await store.knownEntries(
                of: feed.id, from: entries.dates, atMost: Self.mostOfOneDate),
            latest: latest, isAnotherList: isAnotherList)
    }

    /// Those that are stored under other ids.
    func renewed(
        in parsed: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>, of feed: Feed.ID
    ) async throws(StoreError) -> RenewedIDs.Found {
        guard let ids = RenewedIDs(parsed, known: known, gone: gone) else {
            return RenewedIDs.Found()
        }
        let byPage = try await store.knownEntries(
            of: feed, leadingTo: ids.pages, atMost: Self.mostOfOnePage)
        var others = try await store.knownEntries(
            of: feed, from: ids.dates, atMost: Self.mostOfOneDate)
        if ids.areSomeUndated {
            others += try await store.latestKnownEntries(of: feed, atMost: Self.mostUndated)
        }
        let gone = try await intake.privacy.gone(
            by: ids.candidates(among: tombstones(of: feed)), in: store)
        return ids.found(byPage: byPage, others: others, gone: gone)
    }

    /// Those without ids that are stored as they were before somebody edited them, or were.
    func edited(
        in parsed: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>, of feed: Feed.ID
    ) async throws(StoreError) -> RenewedIDs.Found {
        guard let entries = EditedEntries(parsed, known: known, gone: gone) else {
            return RenewedIDs.Found()
        }
        let candidates = entries.candidates(
            among: try await store.knownEntries(
                of: feed, from: entries.dates, atMost: Self.mostOfOneDate))
        let ids = Set(candidates.values.joined().map(\.id))
        let wordings =
            ids.isEmpty ? [:] : try await store.knownWordings(of: Array(ids), in: feed)
        return try await found(
            entries.found(among: candidates, saying: wordings),
            or: entries.candidates(among: tombstones(of: feed)))
    }

    /// Those that are stored, or were, under the ids that they had before somebody edited them.
    func renamed(
        in parsed: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>, of feed: Feed.ID
    ) async throws(StoreError) -> RenewedIDs.Found {
        guard let entries = RenamedEntries(parsed, known: known, gone: gone) else {
            return RenewedIDs.Found()
        }
        let candidates = entries.candidates(
            byPage: try await store.knownEntries(
                of: feed, leadingTo: entries.pages, atMost: Self.mostOfOnePage),
            dated: try await store.knownEntries(
                of: feed, from: entries.dates, atMost: Self.mostOfOneDate))
        let wordings =
            candidates.isEmpty
            ? [:] : try await store.knownWordings(of: candidates.values.map(\.stored.id), in: feed)
        return try await found(
            entries.found(among: candidates, saying: wordings),
            or: entries.candidates(among: tombstones(of: feed)))
    }

    /// The last entry of a document that came cut off, with the hash of what it says there, where that is the
    /// beginning of what is stored: it has not been edited.
    func begun(in parsed: ParsedDocument, known: [Entry.ID: String], of feed: Feed.ID)
        async throws(StoreError) -> [Entry.ID: String]
    {
        guard parsed.feed.hints.isCutOff, let last = parsed.entries.last, known[last.id] != nil,
            let stored = try await store.knownWordings(of: [last.id], in: feed)[last.id]
        else { return [:] }
        let text = last.text ?? ""
        // The last word may be half of one.
        let beginning = text[..<(text.lastIndex(where: \.isWhitespace) ?? text.startIndex)]
        guard text.count < stored.text.count, stored.text.hasPrefix(beginning) else { return [:] }
        return [last.id: Intake.contentHash(of: last)]
    }

    /// Posts that are stored, or were, under the addresses of their threads.
    func formerPosts(
        in parsed: ParsedDocument, known: [Entry.ID: String], gone: Set<Entry.ID>, of feed: Feed.ID
    ) async throws(StoreError) -> RenewedIDs.Found {
        let posts = FormerThreadIDs(parsed, known: known, gone: gone)
        guard !posts.isEmpty else { return RenewedIDs.Found() }
        let stored = posts.stored(
            try await store.knownEntries(
                of: feed, leadingTo: posts.pages, atMost: Self.mostOfOnePage))
        return try await found(stored, or: posts.candidates(among: tombstones(of: feed)))
    }

    /// What its source told, or was erased of it, while the source had other ids.
    ///
    /// A list may show later what it did not show at first, such as an older entry in the place of one that was
    /// deleted, or all that was missing where it was cut off.
    ///
    /// - Parameter known: content hashes of those entries that are stored under the present id.
    func heardOfFormer(
        _ parsed: ParsedDocument, known: [Entry.ID: String], _ draft: PollDraft
    ) async throws(StoreError) -> (told: Set<Entry.ID>, gone: Set<Entry.ID>) {
        let new = parsed.entries.filter { known[$0.id] == nil }
        var heard = (told: Set<Entry.ID>(), gone: Set<Entry.ID>())
        guard !new.isEmpty else { return heard }
        for former in formerFeeds[draft.feed.address.written, default: []] {
            let told = try await store.contentHashes(of: new.map(\.id), in: former.id)
            let gone = try await intake.privacy.gone(among: new, of: former.id, in: store)
            heard.told.formUnion(told.keys)
            heard.gone.formUnion(gone)
            guard former.wasHeard(after: draft.state) else { continue }
            // Of a feed whose ids are new at each fetch none is known.
            let renewed = try await renewed(in: parsed, known: told, gone: gone, of: former.id)
            heard.told.formUnion(renewed.stored.keys)
            heard.gone.formUnion(renewed.gone)
        }
        return heard
    }

    /// Since when a feed has been listened to that was heard under another id until lately, or has never answered
    /// since it was listed; `nil` for any other.
    func listenedSince(_ feed: Feed, _ state: FeedState) async throws(StoreError) -> Date? {
        if let former = formerFeeds[feed.address.written]?.last, former.wasHeard(after: state) {
            let age = scheduler.now.timeIntervalSince(former.lastSuccessAt)
            // A clock that was ahead says nothing of when it was. Some lists are late.
            if (0..<Self.lately).contains(age) { return former.lastSuccessAt - Self.day }
        }
        let isInVain = state.firstFetchedAt == nil && state.failuresInARow > 0
        guard isInVain else { return nil }
        return try await store.firstPoll(
            of: feed.id, before: scheduler.now, pausingAtMost: Self.longestPause)
    }

    // MARK: - Private

    private func tombstones(of feed: Feed.ID) -> Tombstones {
        Tombstones(of: feed, hashes: intake.privacy.hashes)
    }

    /// What is stored, and what else has gone by one of its candidates.
    private func found(
        _ stored: [Entry.ID: KnownEntry],
        or candidates: @autoclosure () -> [Entry.ID: [String]]
    ) async throws(StoreError) -> RenewedIDs.Found {
        let gone = try await intake.privacy.gone(by: candidates(), in: store)
        return RenewedIDs.Found(stored: stored, gone: gone.subtracting(stored.keys))
    }

    // How far entries are looked for among those stored, where a feed gives many one link or date.
    private static let mostOfOnePage = 20
    private static let mostOfOneDate = 100
    private static let mostUndated = 2_000
    private static let day: TimeInterval = 86_400
    /// Feeds that fail are asked once in 30 days at least, so one that was not asked for longer was not listed.
    private static let longestPause = 40 * day
    /// What was taken out of the feeds file longer ago is not renamed.
    private static let lately = 7 * day
}

extension FormerFeed {
    /// Whether that is later than it was heard under its present id.
    fileprivate func wasHeard(after state: FeedState) -> Bool {
        lastSuccessAt > state.lastSuccessAt ?? .distantPast
    }
}

extension [Entry.ID: String] {
    /// Takes in what is stored of entries that have come under other ids.
    mutating func take(_ stored: some Collection<KnownEntry>) {
        for entry in stored { self[entry.id] = entry.contentHash }
    }

    /// Takes entries for unchanged whose paragraphs were one line when they were stored.
    mutating func takeFormerHashes(of entries: [Entry]) {
        for entry in entries {
            guard let stored = self[entry.id] else { continue }
            let hash = Intake.contentHash(of: entry)
            if stored != hash, Intake.formerContentHashes(of: entry).contains(stored) {
                self[entry.id] = hash
            }
        }
    }
}
