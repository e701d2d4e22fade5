package import Foundation
package import Model
import Scheduling
import Storing

/// How a feed is, and what is planned for it: a line of `earshot feeds check`.
package struct FeedCheck: Sendable {
    package let health: FeedHealth
    package let plan: Plan
    /// The feeds file's address, or where its permanent redirect has led.
    package let address: String
    package let nextCheckAt: Date?
    /// Between polls, as the feed's own rhythm has shaped it.
    package let intervalInMinutes: Int?
    /// Where its last document is kept, as nothing in it could be read; `nil` where none is.
    package let kept: Kept?
    /// What an operator should know beside the health's own message; each one line.
    package let notes: [String]

    package struct Kept: Sendable, Encodable {
        /// In the workspace of the machine that fetched it.
        package let file: String
        /// The name of another machine that has it; absent where it lies in this workspace.
        package let machine: String?
    }

    package enum Plan: String, Codable, Sendable {
        /// Asked when its turn comes.
        case polled
        /// Its host is left alone until the next check.
        case resting
        /// Has failed so long that it is asked once in 30 days only.
        case parked
        /// Not asked any more.
        case retired
    }
}

extension FeedCheck: Encodable {
    private enum Key: String, CodingKey {
        case plan, address, nextCheckAt, intervalInMinutes, kept, notes
    }

    /// The health's own keys, and beside them those of the plan.
    package func encode(to encoder: any Encoder) throws {
        try health.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(plan, forKey: .plan)
        try container.encode(address, forKey: .address)
        try container.encodeIfPresent(nextCheckAt, forKey: .nextCheckAt)
        try container.encodeIfPresent(intervalInMinutes, forKey: .intervalInMinutes)
        try container.encodeIfPresent(kept, forKey: .kept)
        if !notes.isEmpty { try container.encode(notes, forKey: .notes) }
    }
}

extension FeedCheck {
    /// - Parameters:
    ///   - secretFailure: why its secret cannot be had by whoever checks; `nil` if it can.
    ///   - document: what lies in this workspace of the feed, as nothing in it could be read.
    ///   - twin: another feed that is read where this one has been led to.
    init(
        _ feed: Feed, _ health: FeedHealth, state: FeedState?, secretFailure: FetchFailure?,
        document: UnreadDocument? = nil, twin: Feed.ID? = nil, now: Date
    ) {
        let state = PollScheduler(now: now).current(state, of: feed)
        self.health = health
        plan =
            if state.polling.retiredAt != nil {
                .retired
            } else if state.polling.failureScore >= PollScheduler.parkingScore {
                .parked
            } else if state.lastFailure?.isOfTooManyRequests ?? false
                || state.lastPolledAt == nil && state.nextCheckAt.map({ $0 > now }) ?? false
            {
                .resting
            } else {
                .polled
            }
        address = state.polling.movedTo?.withoutSecrets ?? feed.address.text
        nextCheckAt = plan == .retired ? nil : state.nextCheckAt
        intervalInMinutes =
            (feed.terms.pollEvery.map { Int($0 / .seconds(1)) } ?? state.polling.intervalSeconds)
            .map { $0 / 60 }
        let held = document.flatMap { $0.isNews(after: state.lastFailure) ? $0 : nil }
        kept = Kept(held, after: state.lastFailure)
        // The service's environment may be another than that of whoever checks.
        let secret =
            secretFailure.flatMap { failure in
                failure.message == state.lastFailure?.message
                    ? nil : ["as seen from this command: \(failure.message)"]
            } ?? []
        notes =
            secret + (kept.map { [$0.note(of: held)] } ?? [])
            + Self.notes(feed, state.polling, twin: twin)
    }

    /// Of the feeds that a permanent redirect leads to where another one is read, that one.
    static func twins(among feeds: [Feed], _ states: FeedStates, now: Date) -> [Feed.ID: Feed.ID] {
        var readers: [String: Feed.ID] = [:]
        for case (.url(let url), let id) in feeds.map({ ($0.address, $0.id) }) { readers[url] = id }
        var twins: [Feed.ID: Feed.ID] = [:]
        for feed in feeds {
            let polling = PollScheduler(now: now).current(states[feed.id], of: feed).polling
            guard let target = polling.movedTo ?? polling.move?.to else { continue }
            if let other = readers[target], other != feed.id { twins[feed.id] = other }
            readers[target] = readers[target] ?? feed.id
        }
        return twins
    }

    // MARK: - Private

    private static func notes(_ feed: Feed, _ polling: PollingState, twin: Feed.ID?) -> [String] {
        var notes: [String] = []
        if let twin {
            notes.append(
                "is read where '\(twin.value)' is, too, so that what is said there counts twice; take one of them "
                    + "out of the feeds file")
        }
        if let address = polling.movedTo {
            notes.append(
                "has moved for good to \(address.withoutSecrets)"
                    + (twin == nil ? "; write that in the feeds file" : ""))
        } else if let move = polling.move {
            notes.append(
                "redirects for good to \(move.to.withoutSecrets), seen "
                    + (move.sightings == 1 ? "once" : "\(move.sightings) times")
                    + "; believed after three times over a week")
        }
        if polling.isGapSuspected {
            notes.append(
                "its last list had nothing in common with the one before, so entries between may be "
                    + "missing; asked more often, or write a shorter poll_every")
        }
        if polling.saysUnmodifiedWrongly {
            notes.append(
                "its server says 'not modified' of documents that have changed, so it is asked for "
                    + "the whole one each time; tell its owner")
        }
        if case .ignore(let reason) = feed.terms.robots {
            notes.append("its robots.txt is not followed: \(reason)")
        }
        return notes
    }
}

extension FeedCheck.Kept {
    /// What lies here, else what lies elsewhere.
    fileprivate init?(_ document: UnreadDocument?, after failure: FetchFailure?) {
        if let document {
            self.init(file: document.file, machine: nil)
        } else if let kept = failure?.kept, kept.machine != ProcessInfo.processInfo.hostName {
            self.init(file: kept.file, machine: kept.machine)
        } else {
            return nil
        }
    }

    /// Where it is, and what to do with it.
    fileprivate func note(of document: UnreadDocument?) -> String {
        let time = document.map { " at \(ContractJSON.timestamp($0.fetchedAt))" } ?? ""
        let emptiness = document.flatMap { $0.reason == .noEntries ? $0.message : nil }
        let told = "what came\(time)" + (emptiness.map { " \($0); it" } ?? "")
        guard let machine else {
            return "\(told) is kept as \(file) in the workspace; look into it, and see what "
                + "`earshot parse \(file)` makes of it"
        }
        return "\(told) is kept on \(machine), as \(file) in the workspace there"
    }
}

extension UnreadDocument {
    /// Whether the feed has not been read since, as by another machine.
    fileprivate func isNews(after failure: FetchFailure?) -> Bool {
        reason == .noEntries || failure != nil
    }
}

extension Feed.Address {
    /// As it may be shown: what looks like a secret in it is left out.
    package var text: String {
        switch self {
        case .url(let url): url.withoutSecrets
        case .file(let path): path
        }
    }
}

extension FetchFailure {
    fileprivate var isOfTooManyRequests: Bool { status == 429 || status == 503 }
}
