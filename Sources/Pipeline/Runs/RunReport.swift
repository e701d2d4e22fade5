package import Foundation
package import Model
package import Storing

/// What one run did, as `out/runs/….json` keeps it.
package struct RunReport: Sendable, Codable {
    package struct FeedLine: Sendable, Codable {
        package let feed: Feed.ID
        package let sourceName: String
        /// `updated`, `not_modified`, `not_due`, `retired`, `left_out` or the kind of failure.
        package let outcome: String
        /// What went wrong, or why the feed was not asked, and what to do.
        package let message: String?
        /// HTTP status of the feed's own answer.
        package let status: Int?
        package let entries: Int?
        package let newEntries: Int?
        package let changedEntries: Int?
        package let problems: [ParseProblem]
        /// Of the documents, after decompression.
        package let sizeInBytes: Int
        /// Received: headers, and bodies as compressed.
        package let wireBytes: Int
        /// Time at work, without the wait for the host's turn.
        package let milliseconds: Int
        /// When each part of the request was over, counted from its start: `dns`, `connect`, `tls`,
        /// `first_byte`, `total`.
        package let millisecondsByPhase: FeedOutcome.Phases
        package let nextCheckAt: Date?
        /// Where in the workspace what came is kept, as nothing in it could be read.
        package let keptAs: String?
        /// The time of which its list held nothing any more; `nil` where it reached back.
        package let missed: ListeningHealth.Gap?
    }

    package struct BrandLine: Sendable, Codable {
        package let brand: Brand.ID
        package let name: String
        package let mentions: Int
        package let positive: Int
        package let neutral: Int
        package let negative: Int
    }

    package let version: String
    package let rulesHash: String
    /// The moment the run was made for: `--now`, or when it began.
    package let now: Date
    /// The run was ended before every feed had its turn.
    package let isPartial: Bool
    package var feeds: [FeedLine]
    /// Of the entries that were new in this run.
    package let newEntries: Int
    package var settledEntries = 0
    package var retaggedEntries = 0
    /// `nil` when nothing speaks against this machine's clock.
    package let clock: ClockDoubt?
    /// `nil` where nothing has been told of a time that has not come.
    package let toldAhead: ToldAhead?
    /// `nil` when everything is kept for good, the clock is in doubt, or the moment has not come.
    package var expired: Expired?
    /// Of the digest's time.
    package var brands: [BrandLine] = []
    package var files: [WrittenFile] = []
    /// `nil` where the rules ask for no tickets, or none were to be made.
    package var tickets: TicketReport?
    /// `nil` where the rules ask for nothing to be sent, or nothing was to be.
    package var notices: TicketReport?
    /// Wall time of each stage.
    package let millisecondsByStage: [String: Int]
}

extension RunReport.FeedLine {
    init(_ outcome: FeedOutcome) {
        var counts: (entries: Int, new: Int, changed: Int)?
        let word: String
        var message: String?
        switch outcome.result {
        case .updated(let entries, let new, let changed):
            word = "updated"
            counts = (entries, new, changed)
        case .notModified:
            word = "not_modified"
        case .notDue:
            word = Self.notDue
        case .retired:
            word = Self.retired
            message =
                "not asked any more: it said twice that it is gone for good; remove it from the feeds file"
        case .leftOut:
            word = Self.leftOut
        case .failed(let failure):
            word = failure.kind.rawValue
            message = failure.message
        }
        let cost = outcome.cost
        self.init(
            feed: outcome.feed, sourceName: outcome.sourceName, outcome: word, message: message,
            status: cost?.status, entries: counts?.entries, newEntries: counts?.new,
            changedEntries: counts?.changed, problems: outcome.problems,
            sizeInBytes: cost?.decodedBytes ?? 0, wireBytes: cost?.wireBytes ?? 0,
            milliseconds: Int((cost?.duration ?? .zero) / .milliseconds(1)),
            millisecondsByPhase: cost?.phases ?? FeedOutcome.Phases(),
            nextCheckAt: outcome.nextCheckAt, keptAs: outcome.kept?.file,
            missed: outcome.missed.map {
                ListeningHealth.Gap(from: $0.lowerBound, to: $0.upperBound)
            })
    }

    /// Whether something was asked for.
    package var wasAsked: Bool {
        ![Self.notDue, Self.retired, Self.leftOut].contains(outcome) && failure != .postponed
            && failure != .cancelled
    }

    /// Whether the feed is asked no more, as its server has said twice that it is gone.
    package var isRetired: Bool { outcome == Self.retired }

    /// Whether the feed could not be heard.
    package var isFailure: Bool { wasAsked && failure != nil }

    // MARK: - Private

    private static let notDue = "not_due"
    private static let retired = "retired"
    private static let leftOut = "left_out"

    private var failure: FetchFailure.Kind? { FetchFailure.Kind(rawValue: outcome) }
}

extension Digest {
    /// Volume and tone of each brand, in the order of the digest.
    var brandLines: [RunReport.BrandLine] {
        brands.map { brand in
            RunReport.BrandLine(
                brand: brand.id, name: brand.name, mentions: brand.counts.mentions,
                positive: brand.tone.positive.mentions, neutral: brand.tone.neutral.mentions,
                negative: brand.tone.negative.mentions)
        }
    }
}
