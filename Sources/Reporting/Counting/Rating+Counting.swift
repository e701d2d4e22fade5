import Model

extension Rating {
    /// `nil` where none has stars.
    ///
    /// - Parameter mentions: of one brand, by sequence; a story has the stars of its first that has any.
    init?(of mentions: some Sequence<BrandMention>, by rated: RatedBrands) {
        let given = mentions.compactMap { mention in
            mention.stars(by: rated).map { (story: mention.entry.story.id, stars: $0) }
        }
        guard !given.isEmpty else { return nil }
        var seen: Set<Int64> = []
        let all = given.map(\.stars)
        let byStory = given.filter { seen.insert($0.story).inserted }.map(\.stars)
        self.init(
            counts: Counts(mentions: all.count, stories: byStory.count),
            mean: Ratios(mentions: all.mean, stories: byStory.mean),
            spread: (1...5).map { stars in
                Counts(
                    mentions: all.count { Int($0) == stars },
                    stories: byStory.count { Int($0) == stars })
            })
    }
}

extension BrandMention {
    /// 1 … 5 in halves; `nil` where the entry has none, or none of this brand's.
    fileprivate func stars(by rated: RatedBrands) -> Double? {
        entry.stars.flatMap {
            rated.isRated(brand, among: entry.brands.keys, in: entry.feed) ? $0.count : nil
        }
    }
}

extension [Double] {
    /// Two decimals; `nil` for none.
    fileprivate var mean: Double? {
        isEmpty ? nil : (reduce(0, +) / Double(count)).rounded(decimals: 2)
    }
}
