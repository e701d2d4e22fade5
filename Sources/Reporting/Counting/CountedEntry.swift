import Foundation
import Model

/// What counting needs of an entry: neither its text nor the reasons for its tags, which take a hundred
/// times as much memory.
///
/// A class, since many lists hold the same entry.
final class CountedEntry: Sendable {
    struct RatedCategory: Sendable {
        let id: Model.Category.ID
        let confidence: Double
    }

    let sequence: Int64
    let feed: Feed.ID
    /// A pseudonym.
    let author: String?
    /// Only where the source's setting allows it; in lower case.
    let authorName: String?
    let date: Date
    let heardAt: Date
    let story: StoryMembership
    let language: LanguageCode
    /// In the order of the tags.
    let categories: [RatedCategory]
    let facets: [FacetValue]
    let severity: Severity
    let team: Team.ID
    let appraisal: Appraisal
    /// Each brand that it names, once.
    let brands: [Brand.ID: BrandTone]

    init(_ entry: HeardEntry) {
        sequence = entry.sequence
        feed = entry.feed
        author = entry.author
        authorName = entry.authorName?.lowercased()
        date = entry.date
        heardAt = entry.heardAt
        story = entry.story
        language = entry.tags.language.code
        categories = entry.tags.categories.map {
            RatedCategory(id: $0.id, confidence: $0.confidence)
        }
        facets = entry.tags.facets.values
        severity = entry.tags.severity
        team = entry.tags.team
        appraisal = Appraisal(saidIn: entry.text)
        brands = Dictionary(grouping: entry.tags.mentions, by: \.mention.brand)
            .mapValues { BrandTone(joining: $0.map(\.sentiment)) }
    }

    /// The id of its source; the ids of a source's further feeds are that id and a slash with more
    /// behind it.
    var source: String { String(feed.value.prefix { $0 != "/" }) }

    /// Whether it is of high or critical severity, or of a category that somebody should answer.
    var asksForAnswer: Bool {
        severity >= .high || categories.contains { Model.Category.ID.answerable.contains($0.id) }
    }

    func has(_ category: Model.Category.ID) -> Bool {
        categories.contains { $0.id == category }
    }
}

/// The tone toward a brand over all the places that name it.
struct BrandTone: Hashable, Sendable {
    let label: Sentiment.Label
    /// −1 … 1, four decimals.
    let score: Double

    /// Positive and negative together make mixed; either of them outweighs neutral and undecided.
    ///
    /// The score is the mean over the places that have a tone.
    init(joining all: [Sentiment]) {
        if all.count == 1, let only = all.first {
            (label, score) = (only.label, only.score)
            return
        }
        func has(_ label: Sentiment.Label) -> Bool { all.contains { $0.label == label } }
        if has(.mixed) || has(.positive) && has(.negative) {
            label = .mixed
        } else {
            label = [.negative, .positive, .neutral].first(where: has) ?? .undecided
        }
        let toned = all.filter { $0.label != .neutral && $0.label != .undecided }
        let mean = toned.map(\.score).reduce(0, +) / Double(max(toned.count, 1))
        score = mean.rounded(decimals: 4)
    }
}
