import Fetching
import Foundation
import Model
import Parsing
import Storing

/// Takes one fetched document through parsing, matching and classifying, up to what is to be stored.
struct FeedPoll: Sendable {
    let parser: DocumentParser
    let intake: Intake
    let store: Store
    let now: Date

    /// What the poll changes in the archive, and what the run says of it.
    struct Reading: Sendable {
        /// `nil` when the run was ended before the feed was polled.
        let commit: FeedCommit?
        let outcome: FeedOutcome
    }

    func reading(_ fetched: FetchedFeed, before: FeedState) async throws(StoreError) -> Reading {
        let feed = fetched.request.feed
        var state = before
        let failsAgain = state.lastPolledAt == now
        state.lastPolledAt = now
        switch fetched.result {
        case .failed(let failure):
            return failed(failure, fetched, state: &state, isRepeat: failsAgain)
        case .notModified(let validators):
            state.validators = validators ?? state.validators
            succeed(&state)
            let commit = FeedCommit(
                feed: feed.id, at: now, state: state, outcome: "not_modified")
            return Reading(commit: commit, outcome: outcome(fetched, .notModified))
        case .fetched(let document):
            let parsed: ParsedDocument
            do {
                parsed = try parser.parse(
                    document.body, url: document.url, contentType: document.contentType,
                    kind: feed.source.kind, selectors: feed.source.selectors,
                    maximumEntries: feed.limits.maximumEntries)
            } catch {
                let failure = FetchFailure(kind: .unreadable, message: error.description)
                return failed(failure, fetched, state: &state, isRepeat: failsAgain)
            }
            return try await read(parsed, of: document, fetched, state: state)
        }
    }

    // MARK: - Private

    private func read(
        _ parsed: ParsedDocument, of document: FetchedDocument, _ fetched: FetchedFeed,
        state: FeedState
    ) async throws(StoreError) -> Reading {
        let feed = fetched.request.feed
        var state = state
        let isFirstPoll = state.firstFetchedAt == nil
        let known = try await store.contentHashes(of: parsed.entries.map(\.id), in: feed.id)
        var tagged: [TaggedEntry] = []
        var new = 0
        let titles = ThreadTitles(of: parsed.entries)
        for entry in parsed.entries {
            let hash = Intake.contentHash(of: entry)
            let stored = known[entry.id]
            guard stored != hash else { continue }
            if stored == nil { new += 1 }
            tagged.append(
                intake.tagged(
                    entry, hasOwnTitle: titles.isOwnTitle(of: entry), contentHash: hash,
                    of: feed.source, isFirstPoll: isFirstPoll))
        }
        // A list that was cut at the limit may hide entries behind the next 304.
        let isComplete = parsed.entries.count < feed.limits.maximumEntries
        state.validators = isComplete ? document.validators : nil
        state.bodyHash = isComplete ? document.bodyHash : nil
        state.firstFetchedAt = state.firstFetchedAt ?? now
        if new > 0 { state.lastNewEntryAt = now }
        succeed(&state)
        return Reading(
            commit: FeedCommit(
                feed: feed.id, at: now, state: state, entries: tagged, outcome: "updated"),
            outcome: outcome(
                fetched,
                .updated(entries: parsed.entries.count, new: new, changed: tagged.count - new),
                problems: parsed.problems))
    }

    private func succeed(_ state: inout FeedState) {
        state.lastSuccessAt = now
        state.failuresInARow = 0
        state.lastFailure = nil
    }

    /// - Parameter isRepeat: the same run once more, as far as its time tells; counts once.
    private func failed(
        _ failure: FetchFailure, _ fetched: FetchedFeed, state: inout FeedState, isRepeat: Bool
    ) -> Reading {
        let outcome = outcome(fetched, .failed(failure))
        guard failure.kind != .cancelled else { return Reading(commit: nil, outcome: outcome) }
        if !isRepeat || state.failuresInARow == 0 { state.failuresInARow += 1 }
        state.lastFailure = failure
        let commit = FeedCommit(
            feed: fetched.request.feed.id, at: now, state: state, outcome: failure.kind.rawValue,
            message: failure.message)
        return Reading(commit: commit, outcome: outcome)
    }

    private func outcome(
        _ fetched: FetchedFeed, _ result: FeedOutcome.Result, problems: [ParseProblem] = []
    ) -> FeedOutcome {
        FeedOutcome(
            feed: fetched.request.feed.id, sourceName: fetched.request.feed.source.name,
            result: result, problems: problems, sizeInBytes: fetched.timing.decodedBytes,
            duration: fetched.timing.duration)
    }
}

/// A request, and what it brought.
struct FetchedFeed: Sendable {
    let request: FetchRequest
    let result: FetchResult
    let timing: FetchTiming

    init(_ element: FetchResults.Element) {
        request = element.request
        result = element.result
        timing = element.timing
    }
}
