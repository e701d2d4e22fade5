package import Foundation
package import Model

/// What one run did, as `out/runs/….json` keeps it.
package struct RunReport: Sendable, Codable {
    package struct FeedLine: Sendable, Codable {
        package let feed: Feed.ID
        package let sourceName: String
        /// `updated`, `not_modified` or the kind of failure.
        package let outcome: String
        package let message: String?
        package let entries: Int?
        package let newEntries: Int?
        package let changedEntries: Int?
        package let problems: [ParseProblem]
        package let sizeInBytes: Int
        package let milliseconds: Int
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
    package let feeds: [FeedLine]
    /// Of the entries that were new in this run.
    package let newEntries: Int
    package let settledEntries: Int
    package let retaggedEntries: Int
    /// Of the digest's time.
    package let brands: [BrandLine]
    package let files: [WrittenFile]
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
        case .failed(let failure):
            word = failure.kind.rawValue
            message = failure.message
        }
        self.init(
            feed: outcome.feed, sourceName: outcome.sourceName, outcome: word, message: message,
            entries: counts?.entries, newEntries: counts?.new, changedEntries: counts?.changed,
            problems: outcome.problems, sizeInBytes: outcome.sizeInBytes,
            milliseconds: Int(outcome.duration / .milliseconds(1)))
    }
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
