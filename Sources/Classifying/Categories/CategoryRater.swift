import Foundation
import Model
import Querying
import Tokenizing

/// Tells which categories an entry falls in, and which it came near.
///
/// A category's score is the sum of the weights of its distinct keywords found and, where the tone
/// has the label it names, the tone's weight; 1 is needed, and the query must hold if there is one.
/// With a query and no keywords, the query alone decides and counts as 1. The confidence is
/// `1 − 2^(−score)`: 0.5 at the score that is needed, 0.75 at twice that.
struct CategoryRater: Sendable {
    private let categories: [Category]
    /// One for each category that has a query.
    private let queries: [QueryMatcher?]

    private static let needed = 1.0

    init(_ categories: [Category]) {
        self.categories = categories
        queries = categories.map { $0.query.map { QueryMatcher($0) } }
    }

    /// By confidence, then id.
    func tags(_ analysis: Analysis, _ text: QueriedText, tone: Sentiment) -> [CategoryTag] {
        ratings(analysis, tone).compactMap { rating -> CategoryTag? in
            guard rating.isEnough else { return nil }
            let result = queries[rating.category]?.evaluate(text)
            guard result?.holds ?? true else { return nil }
            return tag(rating, result, analysis, tone)
        }
        .sorted { ($1.confidence, $0.id) < ($0.confidence, $1.id) }
    }

    /// Categories that were not given although something spoke for them; the nearest first.
    func nearMisses(_ analysis: Analysis, _ text: QueriedText, tone: Sentiment) -> [NearMiss] {
        ratings(analysis, tone).compactMap { rating -> NearMiss? in
            guard let missing = missing(rating, text, tone) else { return nil }
            return NearMiss(
                category: categories[rating.category].id,
                score: rating.score.rounded(decimals: 2), missing: missing)
        }
        .sorted { ($1.score, $0.category) < ($0.score, $1.category) }
    }

    // MARK: - Private

    private struct Rating {
        let category: Int
        var score = 0.0
        /// The first place of each keyword found.
        var found: [(keyword: Category.Keyword, cue: Reading.CategoryCue, reading: Int)] = []
        var hasTone = false

        /// Sums of tenths come out a hair short.
        var isEnough: Bool { score > needed - 1e-9 }
    }

    private func ratings(_ analysis: Analysis, _ tone: Sentiment) -> [Rating] {
        var ratings = categories.indices.map { Rating(category: $0) }
        var seen: Set<Vocabulary.CategoryKeyword> = []
        for (number, reading) in analysis.readings.enumerated() {
            for cue in reading.categoryCues where seen.insert(cue.keyword).inserted {
                let index = Int(cue.keyword.category)
                let keywords = categories[index].keywords[cue.keyword.list] ?? []
                let keyword = keywords[Int(cue.keyword.keyword)]
                ratings[index].score += keyword.weight
                ratings[index].found.append((keyword, cue, number))
            }
        }
        for (index, category) in categories.enumerated() {
            if category.keywords.isEmpty { ratings[index].score = Self.needed }
            if let wanted = category.tone, wanted.label == tone.label {
                ratings[index].hasTone = true
                if !category.keywords.isEmpty { ratings[index].score += wanted.weight }
            }
        }
        return ratings
    }

    private func tag(
        _ rating: Rating, _ query: QueryResult?, _ analysis: Analysis, _ tone: Sentiment
    ) -> CategoryTag {
        let category = categories[rating.category]
        var evidence = rating.found.filter { $0.keyword.weight > 0 }.map { found in
            let reading = analysis.readings[found.reading]
            return CategoryEvidence(
                rule: found.keyword.place.description, term: found.keyword.term,
                field: reading.field, range: reading.words.scalarRange(found.cue.words))
        }
        evidence += (query?.evidence ?? []).map {
            CategoryEvidence(
                rule: category.place.description, term: $0.term, field: $0.field, range: $0.range)
        }
        if rating.hasTone, let strongest = tone.strongestEvidence {
            evidence.append(
                CategoryEvidence(
                    rule: category.place.description, term: "tone \(tone.label.rawValue)",
                    field: strongest.field, range: strongest.range))
        }
        return CategoryTag(
            id: category.id, confidence: (1 - exp2(-rating.score)).rounded(decimals: 2),
            evidence: evidence)
    }

    /// What kept a category from being given; `nil` when it was, or when nothing spoke for it.
    private func missing(_ rating: Rating, _ text: QueriedText, _ tone: Sentiment) -> String? {
        let category = categories[rating.category]
        guard rating.score > 0 else { return nil }
        if rating.isEnough {
            guard let failure = queries[rating.category]?.evaluate(text).failure else { return nil }
            // A query alone came near only where it had nothing against but an exclusion.
            guard !category.keywords.isEmpty || failure.hasPrefix("NOT ") else { return nil }
            return "the query fails at \(failure)"
        }
        let terms = rating.found.filter { $0.keyword.weight > 0 }.map { "'\($0.keyword.term)'" }
        // The tone alone brings nothing near.
        guard !terms.isEmpty else { return nil }
        let sources = terms + (rating.hasTone ? ["the tone"] : [])
        let against = rating.found.filter { $0.keyword.weight < 0 }.map { "'\($0.keyword.term)'" }
        var message = "needs 1, has \(rating.score.rounded(decimals: 2))"
        message += " from \(sources.joined(separator: ", "))"
        if !against.isEmpty { message += ", less for \(against.joined(separator: ", "))" }
        if let wanted = category.tone, wanted.weight > 0, !rating.hasTone {
            message += "; tone is \(tone.label.rawValue), not \(wanted.label.rawValue)"
        }
        return message
    }
}

extension Sentiment {
    fileprivate var strongestEvidence: SentimentEvidence? {
        evidence.max {
            ($0.weight.magnitude, $1.range.lowerBound)
                < ($1.weight.magnitude, $0.range.lowerBound)
        }
    }
}
