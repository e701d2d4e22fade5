import Fetching
import Foundation
import Model
import Parsing
import Scheduling
import Storing

/// Takes one fetched document through parsing, matching and classifying, up to what is to be stored.
struct FeedPoll: Sendable {
    let parser: DocumentParser
    let intake: Intake
    let store: Store
    let scheduler: PollScheduler
    let follow: FollowUp
    let unread: UnreadDocuments
    /// Feeds that are listed no more, by their addresses; the one that was heard last is the last one.
    let formerFeeds: [String: [FormerFeed]]

    private var now: Date { scheduler.now }

    /// What the poll changes in the archive, and what the run says of it.
    struct Result: Sendable {
        /// `nil` when nothing was learnt of the feed.
        let commit: FeedCommit?
        let outcome: FeedOutcome
    }

    enum Reading: Sendable {
        case finished(Result)
        /// Further documents have to be fetched first.
        case unfinished(PollDraft)
    }

    /// - Parameter state: as it is remembered at the feed's present address.
    func reading(_ fetched: FetchedFeed, before state: FeedState) async throws(StoreError)
        -> Reading
    {
        let feed = fetched.request.feed
        switch fetched.result {
        case .failed(let failure) where store.isShared && state.isRead(despite: failure, now: now):
            return .finished(
                Result(commit: nil, outcome: outcome(fetched, .notDue(until: nil), next: nil)))
        case .failed(let failure):
            return .finished(failed(failure, fetched, before: state))
        case .notModified(let validators, let hints):
            return .finished(unmodified(validators, hints, fetched, before: state))
        case .fetched(let document) where document.hints.isReserved && feed.source.kind != .feed:
            return .finished(failed(.reserved, fetched, before: state))
        case .fetched(let document):
            let parsed: ParsedDocument
            do {
                parsed = try parse(document, of: feed, as: feed.source.kind)
            } catch {
                let failure = await kept(document, after: FetchFailure(error), fetched)
                return .finished(failed(failure, fetched, before: state))
            }
            var draft = PollDraft(fetched, document: document, before: state)
            draft.listenedSince = try await listenedSince(feed, state)
            if parsed.entries.isEmpty {
                draft.kept = await keptIfEmpty(document, fetched, before: state)
            }
            try await add(parsed, to: &draft)
            let isComplete = draft.nextPage == nil && draft.pagesToRead.isEmpty
            return isComplete ? .finished(finished(draft)) : .unfinished(draft)
        }
    }

    /// Fetches the feed's further pages and the full texts of its entries, then finishes.
    ///
    /// What cannot be fetched is left out and reported: the gap stays, and an entry keeps its feed's
    /// text until its page can be had. But if the run is ended, or out of time, between two pages, or
    /// if their host is resting or out of reach, nothing is stored; the next run then begins the feed
    /// again instead of taking what is missing for known.
    func completing(_ draft: PollDraft) async throws(StoreError) -> Result {
        var draft = draft
        while let request = draft.takeNextPage() {
            let fetched = await follow.fetch(request)
            draft.cost.append(fetched.timing)
            if let end = ended(draft, by: fetched) { return end }
            switch page(of: draft.feed, fetched) {
            case .success(let page): try await add(page, to: &draft)
            case .failure(let failure): draft.leaveOutPage(failure.reason)
            }
        }
        for index in draft.pagesToRead {
            guard let request = draft.pageRequest(at: index) else { continue }
            let fetched = await follow.fetch(request)
            draft.cost.append(fetched.timing)
            let page = follow.text(of: fetched, parser: parser).map {
                FollowUp.FullText(
                    text: intake.privacy.masked($0.text), isCut: $0.isCut, isCutOff: $0.isCutOff)
            }
            draft.take(page, at: index)
        }
        draft.noteUnreadPages()
        return finished(draft)
    }

    // MARK: - Private: the three ends of a poll

    private func finished(_ draft: PollDraft) -> Result {
        var state = draft.state
        let news = PollNews(
            entries: (new: draft.newEntries, known: draft.overlap),
            hints: draft.hints, wishes: draft.wishes, validators: draft.recognition)
        scheduler.plan(after: news, for: draft.feed, &state)
        let isFirstPoll = state.firstFetchedAt == nil
        let newsBegins = draft.newsBegins(by: scheduler)
        let latest = intake.latestMoment(draft.secondsAhead)
        let tagged = draft.changed.map { entry in
            WaitingEntry(
                intake.tagged(
                    entry.full, hasOwnTitle: entry.hasOwnTitle, contentHash: entry.hash,
                    of: draft.feed.source, isFirstPoll: isFirstPoll, newsBegins: newsBegins,
                    isRetold: entry.isRetold, latest: latest), isRetold: entry.isRetold)
        }
        state.validators = draft.validators
        state.bodyHash = draft.heldBodyHash
        state.firstFetchedAt = state.firstFetchedAt ?? now
        if draft.newEntries > 0 { state.lastNewEntryAt = now }
        draft.keepAbsence(in: &state, now: now)
        var outcome = FeedOutcome(
            feed: draft.feed.id, sourceName: draft.feed.name,
            result: .updated(
                entries: draft.entryCount, new: draft.newEntries,
                changed: tagged.count - draft.newEntries),
            problems: draft.problems, cost: FeedOutcome.Cost(draft.cost),
            nextCheckAt: state.nextCheckAt, secondsAhead: draft.secondsAhead)
        outcome.kept = draft.kept
        outcome.missed =
            newsBegins == nil || draft.wasLedThereBefore ? draft.missed(now: now) : nil
        return Result(
            commit: FeedCommit(
                feed: draft.feed.id, at: now, state: state, entries: tagged, outcome: "updated",
                missed: outcome.missed, wasAway: draft.wasAway(now: now)),
            outcome: outcome)
    }

    private func unmodified(
        _ validators: Validators?, _ hints: AnswerHints, _ fetched: FetchedFeed,
        before state: FeedState
    ) -> Result {
        let feed = fetched.request.feed
        var state = state
        scheduler.plan(
            after: PollNews(entries: nil, hints: hints, wishes: nil, validators: validators),
            for: feed, &state)
        // A part that comes again says nothing of the whole document.
        if !hints.isDelta { state.validators = validators ?? state.validators }
        return Result(
            commit: FeedCommit(feed: feed.id, at: now, state: state, outcome: "not_modified"),
            outcome: outcome(fetched, .notModified, next: state.nextCheckAt))
    }

    private func failed(_ failure: FetchFailure, _ fetched: FetchedFeed, before: FeedState)
        -> Result
    {
        let feed = fetched.request.feed
        var state = before
        scheduler.plan(after: failure, for: feed, &state)
        var outcome = outcome(
            fetched, .failed(failure),
            next: state.polling.retiredAt == nil ? state.nextCheckAt : nil)
        outcome.kept = failure.kept
        return Result(
            commit: state == before
                ? nil
                : FeedCommit(
                    feed: feed.id, at: now, state: state, outcome: failure.kind.rawValue,
                    message: failure.message),
            outcome: outcome)
    }

    /// The result of a poll whose run was ended before this document came; `nil` if it was not.
    private func ended(_ draft: PollDraft, by fetched: FetchedFeed) -> Result? {
        guard case .failed(let failure) = fetched.result, failure.endsPoll else { return nil }
        return Result(
            commit: nil,
            outcome: FeedOutcome(
                feed: draft.feed.id, sourceName: draft.feed.name, result: .failed(failure),
                cost: FeedOutcome.Cost(draft.cost), nextCheckAt: draft.state.nextCheckAt))
    }

    private func outcome(_ fetched: FetchedFeed, _ result: FeedOutcome.Result, next: Date?)
        -> FeedOutcome
    {
        FeedOutcome(
            feed: fetched.request.feed.id, sourceName: fetched.request.feed.name, result: result,
            cost: FeedOutcome.Cost([fetched.timing]), nextCheckAt: next,
            secondsAhead: fetched.secondsAhead)
    }

    // MARK: - Private: reading

    private func page(of feed: Feed, _ fetched: FetchedFeed)
        -> Swift.Result<ParsedDocument, FollowUp.Failure>
    {
        switch fetched.result {
        case .failed(let failure): return .failure(FollowUp.Failure(reason: failure.message))
        case .notModified:
            return .failure(
                FollowUp.Failure(reason: "it answered 'not modified' to its first request"))
        case .fetched(let document) where document.hints.isReserved && feed.source.kind != .feed:
            return .failure(FollowUp.Failure(reason: FetchFailure.reserved.message))
        case .fetched(let document):
            do {
                return .success(try parse(document, of: feed, as: feed.source.kind))
            } catch {
                return .failure(FollowUp.Failure(reason: error.description))
            }
        }
    }

    private func parse(_ document: FetchedDocument, of feed: Feed, as kind: Source.Kind)
        throws(ParseError) -> ParsedDocument
    {
        var parsed = try parser.parse(
            document.body, url: document.url, contentType: document.contentType, kind: kind,
            selectors: feed.source.selectors, maximumEntries: feed.limits.maximumEntries,
            timeZone: feed.source.timeZone.flatMap(TimeZone.init(identifier:)), now: now)
        for index in parsed.entries.indices { parsed.entries[index].letGoOfHTML() }
        return intake.privacy.masked(parsed)
    }

    private func add(_ parsed: ParsedDocument, to draft: inout PollDraft) async throws(StoreError) {
        var parsed = parsed
        let feed = draft.feed.id
        // For most feeds that were never read nothing is stored; but entries may have been imported
        // before a feed's first poll.
        var known: [Entry.ID: String] = [:]
        let hasEntries =
            if draft.state.firstFetchedAt == nil {
                try await store.holdsEntries(of: feed)
            } else {
                true
            }
        let privacy = intake.privacy
        var unwanted = try await privacy.gone(among: parsed.entries, of: feed, in: store)
        let reused = try await SharedIDs.reused(
            in: parsed, gone: unwanted, since: draft.state.lastSuccessAt, of: feed, privacy, store)
        if !reused.isEmpty {
            parsed.giveBack(reused)
            unwanted = try await privacy.gone(among: parsed.entries, of: feed, in: store)
        }
        func take(_ found: RenewedIDs.Found) {
            parsed.giveBack(found.stored.mapValues(\.id))
            known.take(found.stored.values)
            unwanted.formUnion(found.gone)
        }
        var moved: Set<Entry.ID> = []
        if hasEntries {
            known = try await store.contentHashes(of: parsed.entries.map(\.id), in: feed)
            take(try await formerPosts(in: parsed, known: known, gone: unwanted, of: feed))
            let renewed = try await renewed(in: parsed, known: known, gone: unwanted, of: feed)
            if !renewed.isEmpty {
                draft.note("ids are new at each fetch; links or texts are used instead")
                take(renewed)
            }
            let edited = try await edited(in: parsed, known: known, gone: unwanted, of: feed)
            take(edited)
            let renamed = try await renamed(in: parsed, known: known, gone: unwanted, of: feed)
            take(renamed)
            moved = edited.gone.union(renamed.gone)
            let shared = try await SharedIDs(parsed, known: known).found(of: feed, in: store)
            parsed.giveBack(shared.ids)
            known.take(shared.stored.values)
            if !shared.new.isEmpty {
                let gone = try await privacy.gone(among: parsed.entries, of: feed, in: store)
                unwanted.formUnion(gone)
            }
        }
        unwanted.formUnion(privacy.suppressed(among: parsed.entries, of: draft.feed))
        known.takeFormerHashes(of: parsed.entries)
        known.merge(try await begun(in: parsed, known: known, of: feed)) { $1 }
        let former = try await heardOfFormer(parsed, known: known, draft)
        unwanted.formUnion(former.gone)
        var old = former.told
        if hasEntries {
            old.formUnion(try await retold(in: parsed, known, unwanted, moved: moved, draft))
            old.formUnion(UncoveredEntries(parsed, known: known, gone: unwanted).ids)
        }
        draft.add(parsed, known: known, unwanted: unwanted, retold: old)
    }
}

extension Entry {
    /// From here on only the text is needed, which was made of the HTML and is about as large.
    fileprivate mutating func letGoOfHTML() {
        summary = nil
        content = nil
    }
}

extension FetchFailure {
    fileprivate static let reserved = FetchFailure(
        kind: .robots,
        message:
            "its owner reserves the page from being kept (X-Robots-Tag or tdm-reservation); ask "
            + "the owner, or remove it from the feeds file")
}
