package import Foundation

/// What became of one feed in one run.
package struct FeedOutcome: Sendable {
    package enum Result: Sendable {
        /// `entries` in the document, of which so many were `new` to us or `changed` since.
        case updated(entries: Int, new: Int, changed: Int)
        case notModified
        /// Its turn has not come, or another crawler reads it; `nil` where that plans nothing.
        case notDue(until: Date?)
        /// Its server has said twice that it is gone, and it is asked no more.
        case retired
        /// The run was to poll other sources alone.
        case leftOut
        case failed(FetchFailure)
    }

    package let feed: Feed.ID
    package let sourceName: String
    package let result: Result
    /// What was repaired in the document.
    package let problems: [ParseProblem]
    /// All requests together; `nil` where none was made.
    package let cost: Cost?
    package let nextCheckAt: Date?
    /// By how many seconds this machine's clock was ahead of the server's as the document came;
    /// `nil` where that is not known.
    package let secondsAhead: Double?
    /// Where what came is kept, as there was nothing in it that could be read; `nil` where it is not.
    package var kept: KeptPlace?
    /// Of which time the feed's list held nothing any more, so that something may be missing.
    package var missed: Range<Date>?

    /// When each part of the feed's own request was over, in milliseconds from its start.
    ///
    /// `nil` for parts that it did not reach, and for those that a kept connection made unnecessary.
    package struct Phases: Hashable, Sendable, Codable {
        package var dns: Int?
        package var connect: Int?
        package var tls: Int?
        package var firstByte: Int?
        package var total: Int?

        package init(
            dns: Int? = nil, connect: Int? = nil, tls: Int? = nil, firstByte: Int? = nil,
            total: Int? = nil
        ) {
            self.dns = dns
            self.connect = connect
            self.tls = tls
            self.firstByte = firstByte
            self.total = total
        }
    }

    /// What a poll took.
    package struct Cost: Hashable, Sendable {
        /// Time at work, without the wait for the host's turn.
        package let duration: Duration
        /// Bytes received: headers, and bodies as compressed.
        package let wireBytes: Int
        /// Length of the bodies after decompression.
        package let decodedBytes: Int
        /// HTTP status of the feed's own answer; `nil` for a file, or when none came.
        package let status: Int?
        package let phases: Phases

        package init(
            duration: Duration, wireBytes: Int, decodedBytes: Int, status: Int?,
            phases: Phases
        ) {
            self.duration = duration
            self.wireBytes = wireBytes
            self.decodedBytes = decodedBytes
            self.status = status
            self.phases = phases
        }
    }

    package init(
        feed: Feed.ID, sourceName: String, result: Result, problems: [ParseProblem] = [],
        cost: Cost? = nil, nextCheckAt: Date? = nil, secondsAhead: Double? = nil
    ) {
        self.feed = feed
        self.sourceName = sourceName
        self.result = result
        self.problems = problems
        self.cost = cost
        self.nextCheckAt = nextCheckAt
        self.secondsAhead = secondsAhead
    }
}

extension FeedOutcome {
    package var isPostponed: Bool {
        if case .failed(let failure) = result { failure.kind == .postponed } else { false }
    }

    package var isNotDue: Bool {
        if case .notDue = result { true } else { false }
    }

    package var newEntries: Int {
        if case .updated(_, let new, _) = result { new } else { 0 }
    }
}
