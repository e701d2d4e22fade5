import Model

extension Rating {
    /// Of how many answers a score is told: of fewer, each would move a share by more than twenty points.
    static let fewestAnswers = 5

    /// `nil` where none has stars.
    ///
    /// - Parameter mentions: of one brand, by sequence; a story has the stars of its first that has any.
    init?(of mentions: some Sequence<BrandMention>, by rated: RatedBrands) {
        let given = Answers(of: mentions, by: rated) { $0.appraisal.stars?.count }
        guard !given.all.isEmpty else { return nil }
        self.init(
            counts: given.counts { _ in true },
            mean: Ratios(mentions: given.all.mean, stories: given.byStory.mean),
            spread: (1...5).map { stars in given.counts { Int($0) == stars } },
            csat: given.ratios { answers in
                (Double(answers.count { $0 >= 4 }) / Double(answers.count)).rounded(decimals: 4)
            })
    }
}

extension NetPromoterScore {
    /// `nil` where nobody says how likely they are to recommend the brand.
    ///
    /// - Parameter mentions: of one brand, by sequence; a story has the answer of its first that has any.
    init?(of mentions: some Sequence<BrandMention>, by rated: RatedBrands) {
        let given = Answers(of: mentions, by: rated) { $0.appraisal.recommendation?.points }
        guard !given.all.isEmpty else { return nil }
        self.init(
            counts: given.counts { _ in true }, promoters: given.counts { $0 >= 9 },
            passives: given.counts { (7...8).contains($0) }, detractors: given.counts { $0 <= 6 },
            score: given.ratios { answers in
                let lead = answers.count { $0 >= 9 } - answers.count { $0 <= 6 }
                return (Double(lead) * 100 / Double(answers.count)).rounded(decimals: 1)
            })
    }
}

extension CustomerEffortScore {
    /// `nil` where nobody says how easy the brand made it.
    ///
    /// - Parameter mentions: of one brand, by sequence; a story has the answer of its first that has any.
    init?(of mentions: some Sequence<BrandMention>, by rated: RatedBrands) {
        let given = Answers(of: mentions, by: rated) { $0.appraisal.effort?.points }
        guard !given.all.isEmpty else { return nil }
        self.init(
            counts: given.counts { _ in true }, easy: given.counts { $0 >= 5 },
            hard: given.counts { $0 <= 3 },
            score: given.ratios { answers in
                (Double(answers.count { $0 >= 5 }) / Double(answers.count)).rounded(decimals: 4)
            },
            mean: given.ratios { answers in
                (Double(answers.reduce(0, +)) / Double(answers.count)).rounded(decimals: 2)
            })
    }

    /// `score`, not rounded, for who tells it with fewer decimals.
    var exactScore: Ratios {
        let exact = easy.divided(by: counts)
        return Ratios(
            mentions: score.mentions == nil ? nil : exact.mentions,
            stories: score.stories == nil ? nil : exact.stories)
    }
}

extension Rating {
    /// `csat`, not rounded, for who tells it with fewer decimals.
    var exactCSAT: Ratios {
        guard spread.count == 5 else { return csat }
        let exact = (spread[3] + spread[4]).divided(by: counts)
        return Ratios(
            mentions: csat.mentions == nil ? nil : exact.mentions,
            stories: csat.stories == nil ? nil : exact.stories)
    }
}

extension NetPromoterScore {
    /// `score`, not rounded, for who tells it with fewer decimals.
    var exactScore: Ratios {
        let lead = promoters - detractors
        return Ratios(
            mentions: score.mentions.map { _ in
                Double(lead.mentions) * 100 / Double(counts.mentions)
            },
            stories: score.stories.map { _ in Double(lead.stories) * 100 / Double(counts.stories) })
    }
}

/// What the mentions of a brand say of it in figures: each, and the first of each story.
private struct Answers<Answer> {
    let all: [Answer]
    let byStory: [Answer]

    /// - Parameter answer: `nil` where an entry has none.
    init(
        of mentions: some Sequence<BrandMention>, by rated: RatedBrands,
        _ answer: (CountedEntry) -> Answer?
    ) {
        let given = mentions.compactMap { mention -> (story: Int64, answer: Answer)? in
            let entry = mention.entry
            guard let answer = answer(entry),
                rated.isRated(mention.brand, among: entry.brands.keys, in: entry.feed)
            else { return nil }
            return (entry.story.id, answer)
        }
        var seen: Set<Int64> = []
        all = given.map(\.answer)
        byStory = given.filter { seen.insert($0.story).inserted }.map(\.answer)
    }

    func counts(_ holds: (Answer) -> Bool) -> Counts {
        Counts(mentions: all.count(where: holds), stories: byStory.count(where: holds))
    }

    /// Nothing of too few answers.
    func ratios(_ ratio: ([Answer]) -> Double) -> Ratios {
        func told(_ answers: [Answer]) -> Double? {
            answers.count < Rating.fewestAnswers ? nil : ratio(answers)
        }
        return Ratios(mentions: told(all), stories: told(byStory))
    }
}

extension [Double] {
    /// Two decimals; `nil` for none.
    fileprivate var mean: Double? {
        isEmpty ? nil : (reduce(0, +) / Double(count)).rounded(decimals: 2)
    }
}
