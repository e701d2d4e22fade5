import Model
import Querying

extension CategoryRater {
    /// What is asked of a category for every text.
    ///
    /// A class, since most texts ask each for a part of it alone, and a copy counts all its references.
    final class Rule: Sendable {
        /// `nil` for a category.
        let facet: Facet.ID?
        let id: Category.ID
        /// Where it stands in the rules, as evidence names it.
        let place: String
        let hasKeywords: Bool
        let tones: [Category.Tone]
        let query: QueryMatcher?

        init(_ rated: RatedRule) {
            let category = rated.category
            facet = rated.facet
            id = category.id
            place = category.place.description
            hasKeywords = !category.keywords.isEmpty
            tones = category.tones
            query = category.query.map { QueryMatcher($0) }
        }

        var isOfChurn: Bool { facet == nil && id == "churn_risk" }

        var mayHoldWithoutKeyword: Bool {
            !hasKeywords || tones.contains { $0.weight > needed - tolerance }
        }

        /// The tone that is asked for, which the category is near to without.
        var wantedTone: Category.Tone? { tones.first { $0.weight > 0 } }

        func asks(for tone: Sentiment.Label) -> Bool {
            tones.contains { $0.label == tone && $0.weight > 0 }
        }

        /// What a text's tone counts: nothing against the category where a keyword gives it alone.
        func weight(of tone: Sentiment.Label, isGivenAlone: Bool) -> Double {
            guard hasKeywords else { return 0 }
            return tones.reduce(0) { sum, wanted in
                sum + (isGivenAlone && wanted.weight < 0 ? 0 : wanted.share(of: tone))
            }
        }
    }

    /// What of one entry speaks for categories: its keywords, and what else counts for some of them.
    struct Signs {
        let analysis: Analysis
        let tone: Sentiment
        let move: Move
        /// `nil` where nothing is asked.
        let asking: Asking?
        /// Whom blame is said to, or whom somebody tells it of; `nil` where neither is.
        let blamed: Aim?
        /// The same of praise, where nothing is blamed or asked.
        let praised: Aim?
    }

    struct Rating {
        /// Index into the rules.
        let rule: Int
        var score = 0.0
        /// One of its keywords weighs enough to give it alone.
        var isGivenAlone = false
        var hasTone = false
        var isAgainstTone = false
        var isAsked = false
        /// Is blame that is said to a brand, of a complaint; or praise that is, of praise.
        var isSaidToBrand = false

        var isEnough: Bool { score > needed - tolerance }
    }
}

extension Category.Tone {
    /// What a text's tone counts: the weight where it is the one that is named, and its loss for a category
    /// that asks for praise where it is blame, as in "thanks for losing my bag".
    func share(of tone: Sentiment.Label) -> Double {
        if label == tone { return weight }
        // What praise speaks against, blame does not speak for once more.
        return label == .positive && tone == .negative && weight > 0 ? -weight : 0
    }
}

extension Sentiment {
    /// What speaks most for the label; of a label without a side, what speaks most.
    var strongestEvidence: SentimentEvidence? {
        func share(_ evidence: SentimentEvidence) -> Double {
            switch label {
            case .positive: evidence.weight
            case .negative: -evidence.weight
            case .mixed, .neutral, .undecided: evidence.weight.magnitude
            }
        }
        return evidence.max {
            (share($0), $1.range.lowerBound) < (share($1), $0.range.lowerBound)
        }
    }
}
