import Foundation
import Model
import Querying
import Tokenizing

/// Tells which categories and values of facets an entry is given, and which it came near.
///
/// Both are given alike, where their score reaches 1 and their query holds, if they have one. The score
/// is the sum of:
///
/// - the weights of the distinct keywords found;
/// - the weight of the tone, where the text's has a label that is named; one below 0 counts only where
///   no keyword weighs 1; a category that names praise loses that weight in a text of blame;
/// - 1 for the risk of churn, where the writer leaves a brand of ours;
/// - up to 1 for a question, where something is asked of a brand; and 0.6 for a lead, where whoever
///   asks looks for something;
/// - 0.4 for a complaint, where blame is said to a brand whose handle or name the entry begins with or,
///   where it names no brand, to any handle that it begins or ends with, or where somebody who says `I` or
///   `you` blames the one brand that is named, in the sentence that names it or later, or anywhere where that
///   holds its name alone; 0.5 for praise of these kinds, where nothing is blamed or asked, and nobody says `you`
///   without an `I`, as advertisements do.
///
/// With a query and no keywords, the query alone decides and counts as 1. The confidence is
/// `1 − 2^(−score)`: 0.5 at the needed score, 0.75 at twice that.
final class CategoryRater: Sendable {
    /// Those of the categories, then those of the facets' values.
    private let rules: [Rule]
    private let keywords: KeywordList
    /// Rules that may hold where none of their keywords is found.
    private let standing: [Int]
    private let churn: Int?
    private let question: Int?
    private let lead: Int?
    private let complaint: Int?
    private let praise: Int?

    static let needed = 1.0
    /// What it counts for a lead that somebody looks for something and asks a brand.
    static let seeking = 0.6
    /// What it counts for a complaint that blame is said to a brand, or told of one.
    static let saidToBrand = 0.4
    static let praiseSaidToBrand = 0.5
    /// Sums of tenths come out a hair short.
    static let tolerance = 1e-9

    /// - Parameter keywords: of the same rules.
    init(_ ratedRules: [RatedRule], _ keywords: KeywordList) {
        let rules = ratedRules.map(Rule.init)
        self.rules = rules
        self.keywords = keywords
        standing = rules.indices.filter { rules[$0].mayHoldWithoutKeyword }
        churn = rules.firstIndex(where: \.isOfChurn)
        question = rules.firstIndex { $0.facet == nil && $0.id == "question" && $0.hasKeywords }
        complaint = rules.firstIndex {
            $0.facet == nil && $0.id == "complaint" && $0.hasKeywords
        }
        praise = rules.firstIndex { $0.facet == nil && $0.id == "praise" && $0.hasKeywords }
        lead = rules.firstIndex { $0.facet == nil && $0.id == "sales_lead" && $0.hasKeywords }
    }

    /// Both by confidence, then id.
    ///
    /// - Parameters:
    ///   - entry: Is asked for where a query must hold, as its title and text are.
    ///   - move: Coming to us or staying with us is no risk of churn, leaving us is one.
    ///   - most: How many reasons of each are told.
    func tags(
        _ analysis: Analysis, of entry: EntryText, title: Words, text: Words, tone: Sentiment,
        move: Move, keeping most: Int
    ) -> (categories: [CategoryTag], facets: FacetTags) {
        let signs = signs(analysis, tone, move)
        let candidates = candidates(signs)
        guard !candidates.isEmpty else { return ([], FacetTags()) }
        var given: [(facet: Facet.ID?, tag: CategoryTag)] = []
        for rating in ratings(signs, of: candidates) where rating.isEnough {
            let rule = rules[rating.rule]
            if case .here = move, rule.isOfChurn { continue }
            let result = rule.query.map {
                $0.evaluate(
                    QueriedText(
                        entry: entry, title: title, text: text, language: analysis.language.code))
            }
            guard result?.holds ?? true else { continue }
            given.append((rule.facet, tag(rating, result, signs).keeping(first: most)))
        }
        if given.count > 1 {
            given.sort { ($1.tag.confidence, $0.tag.id) < ($0.tag.confidence, $1.tag.id) }
        }
        var facets = FacetTags()
        for (facet, tag) in given {
            if let facet { facets.add(tag, to: facet) }
        }
        return (given.filter { $0.facet == nil }.map(\.tag), facets)
    }

    /// Categories that were not given although something spoke for them, the nearest first.
    func nearMisses(
        _ analysis: Analysis, _ text: QueriedText, tone: Sentiment, move: Move
    ) -> [NearMiss] {
        let signs = signs(analysis, tone, move)
        return ratings(signs, of: Array(rules.indices)).compactMap { rating in
            guard let missing = missing(rating, text, signs) else { return nil }
            return NearMiss(
                facet: rules[rating.rule].facet, category: rules[rating.rule].id,
                score: rating.score.rounded(decimals: 2), missing: missing)
        }
        .sorted { ($1.score, $0.name) < ($0.score, $1.name) }
    }

    /// What people wrote against a category or a value, as far as the entry has it.
    func opposingKeywords(_ analysis: Analysis) -> [OpposingKeyword] {
        analysis.keywords.map { keywords.items[$0.keyword] }
            .filter { $0.weight < 0 && !$0.isLearnt }
            .map { item in
                OpposingKeyword(
                    facet: rules[item.rated].facet, category: rules[item.rated].id,
                    term: item.term, rule: item.rule)
            }
    }

    /// What speaks for a category, its query apart; 0 for one that is not among the rules.
    func score(of category: Category.ID, _ analysis: Analysis, tone: Sentiment) -> Double {
        guard let rule = rules.firstIndex(where: { $0.facet == nil && $0.id == category }) else {
            return 0
        }
        return ratings(signs(analysis, tone, .none), of: [rule]).reduce(0) { $0 + $1.score }
    }

    // MARK: - Private

    /// Looks only for what some rule asks.
    private func signs(_ analysis: Analysis, _ tone: Sentiment, _ move: Move) -> Signs {
        let isToAsk = question != nil || lead != nil || praise != nil
        let asking = isToAsk ? Asking(analysis) : nil
        return Signs(
            analysis: analysis, tone: tone, move: move, asking: asking,
            blamed: complaint == nil ? nil : analysis.blamed(in: tone),
            praised: praise == nil || asking != nil ? nil : analysis.praised(in: tone))
    }

    /// The rules that can be given at all, in their order.
    private func candidates(_ signs: Signs) -> [Int] {
        let found = signs.analysis.keywords
        var candidates = standing
        candidates.reserveCapacity(standing.count + found.count + 3)
        if case .away = signs.move, let churn, !candidates.contains(churn) {
            candidates.append(churn)
        }
        if signs.asking != nil, let question, !candidates.contains(question) {
            candidates.append(question)
        }
        if signs.blamed != nil, let complaint, !candidates.contains(complaint) {
            candidates.append(complaint)
        }
        if signs.praised != nil, let praise, !candidates.contains(praise) {
            candidates.append(praise)
        }
        for place in found {
            let rule = keywords.rule(of: place.keyword)
            if !candidates.contains(rule) { candidates.append(rule) }
        }
        if candidates.count > 1 { candidates.sort() }
        return candidates
    }

    /// - Parameter candidates: In the order of the rules; among them all with a keyword in the text.
    private func ratings(_ signs: Signs, of candidates: [Int]) -> [Rating] {
        let tone = signs.tone.label
        var ratings = candidates.map { Rating(rule: $0) }
        for place in signs.analysis.keywords {
            let rule = keywords.rule(of: place.keyword)
            guard let index = candidates.firstIndex(of: rule) else { continue }
            ratings[index].score += place.weight
            if place.weight > Self.needed - Self.tolerance { ratings[index].isGivenAlone = true }
        }
        for index in ratings.indices {
            let rule = ratings[index].rule
            if !rules[rule].hasKeywords { ratings[index].score = Self.needed }
            let ofTone = rules[rule].weight(of: tone, isGivenAlone: ratings[index].isGivenAlone)
            ratings[index].score += ofTone
            ratings[index].hasTone = rules[rule].asks(for: tone)
            ratings[index].isAgainstTone = ofTone < 0
            if case .away = signs.move, rule == churn, rules[rule].hasKeywords {
                ratings[index].score += Self.needed
            }
            if rule == complaint, signs.blamed != nil {
                ratings[index].isSaidToBrand = true
                ratings[index].score += Self.saidToBrand
            }
            if rule == praise, signs.praised != nil {
                ratings[index].isSaidToBrand = true
                ratings[index].score += Self.praiseSaidToBrand
            }
            let weight = weight(of: signs.asking, for: rule, signs.tone)
            ratings[index].isAsked = weight > 0
            ratings[index].score += weight
        }
        return ratings
    }

    private func weight(of asking: Asking?, for rule: Int, _ tone: Sentiment) -> Double {
        guard let asking else { return 0 }
        if rule == question { return asking.weight(tone) }
        return rule == lead && asking.isSeeking ? Self.seeking : 0
    }

    private func tag(_ rating: Rating, _ query: QueryResult?, _ signs: Signs) -> CategoryTag {
        let rule = rules[rating.rule]
        let queried = (query?.evidence ?? []).map { place in
            CategoryEvidence(
                rule: rule.place, term: place.term, field: place.field, range: place.range)
        }
        return CategoryTag(
            id: rule.id, confidence: (1 - exp2(-rating.score)).rounded(decimals: 2),
            evidence: evidence(ofKeywordsOf: rating.rule, in: signs.analysis) + queried
                + evidence(of: signs, for: rating))
    }

    private func evidence(ofKeywordsOf rule: Int, in analysis: Analysis) -> [CategoryEvidence] {
        let places = analysis.keywords.filter {
            keywords.rule(of: $0.keyword) == rule && $0.weight > 0
        }
        return places.map { place in
            let keyword = keywords.items[place.keyword]
            let reading = analysis.readings[place.reading]
            return CategoryEvidence(
                rule: keyword.rule, term: keyword.term, field: reading.field,
                range: reading.words.scalarRange(place.words))
        }
    }

    /// What speaks for a category beside its keywords and its query.
    private func evidence(of signs: Signs, for rating: Rating) -> [CategoryEvidence] {
        let rule = rules[rating.rule].place
        var evidence: [CategoryEvidence] = []
        func add(_ term: String, _ field: TextField, _ range: Range<Int>) {
            evidence.append(CategoryEvidence(rule: rule, term: term, field: field, range: range))
        }
        if rating.hasTone, let strongest = signs.tone.strongestEvidence {
            add(EvidenceReason.tone(signs.tone.label).term, strongest.field, strongest.range)
        }
        if case .away(let reason) = signs.move, rating.rule == churn {
            add(reason.term, reason.field, reason.range)
        }
        if rating.isSaidToBrand, let aim = signs.blamed ?? signs.praised {
            let reason = aim.reason(ofBlame: signs.blamed != nil)
            add(reason.term, aim.reading.field, aim.reading.words.scalarRange(aim.words))
        }
        if let asking = signs.asking, rating.isAsked {
            let reading = signs.analysis.readings[asking.reading]
            add("?", reading.field, reading.words.scalarRange(asking.mark..<asking.mark + 1))
        }
        return evidence
    }

    /// What kept a category from being given; `nil` when it was, or when nothing spoke for it.
    private func missing(_ rating: Rating, _ text: QueriedText, _ signs: Signs) -> String? {
        let rule = rules[rating.rule]
        guard rating.score > 0 else { return nil }
        if case .here = signs.move, rating.isEnough, rule.isOfChurn {
            return "the writer comes to a brand of ours, or stays with it"
        }
        if rating.isEnough {
            guard let failure = rule.query?.failure(in: text) else { return nil }
            // A query alone came near only where it had nothing against but an exclusion.
            guard rule.hasKeywords || failure.hasPrefix("NOT ") else { return nil }
            return "the query fails at \(failure)"
        }
        let found = signs.analysis.keywords.filter { keywords.rule(of: $0.keyword) == rating.rule }
            .map { keywords.items[$0.keyword] }
        let terms = found.filter { $0.weight > 0 }.map { "'\($0.term)'" }
        // The tone alone brings nothing near.
        guard !terms.isEmpty else { return nil }
        let sources =
            terms + (rating.hasTone ? ["the tone"] : []) + (rating.isAsked ? ["what is asked"] : [])
            + (rating.isSaidToBrand ? ["whom it is said to"] : [])
        let against =
            found.filter { $0.weight < 0 }.map { "'\($0.term)'" }
            + (rating.isAgainstTone ? ["the tone"] : [])
        var message = "needs 1, has \(rating.score.rounded(decimals: 2))"
        message += " from \(sources.joined(separator: ", "))"
        if !against.isEmpty { message += ", less for \(against.joined(separator: ", "))" }
        if let wanted = rule.wantedTone, !rating.hasTone {
            message += "; tone is \(signs.tone.label.rawValue), not \(wanted.label.rawValue)"
        }
        return message
    }
}
