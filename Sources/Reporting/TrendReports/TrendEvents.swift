import Model

/// Finds the days on which brands were named far more, or far less, than usual.
struct TrendEvents {
    let days: TrendDays
    let names: ReportNames
    let words: ReportWords

    /// Latest first, then in the order of the brands.
    func events(_ brands: [Trends.BrandTrend], in period: HeardPeriod) -> [Trends.Event] {
        days.whole.reversed().flatMap { day in
            brands.compactMap { brand in event(onDay: day, brand: brand, in: period) }
        }
    }

    // MARK: - Private

    private static let sourcesShown = 3
    private static let examplesShown = 2

    private func event(onDay day: Int, brand: Trends.BrandTrend, in period: HeardPeriod)
        -> Trends.Event?
    {
        let value = brand.daily.mentions[day]
        guard let baseline = brand.baselines.first(where: { $0.day == days.names[day] }),
            let kind = BaselineFinder.kind(of: value, against: baseline)
        else { return nil }
        let mentions = period.mentions(of: brand.id).filter {
            days.index(of: $0.entry.date) == day
        }
        let counts = Counts(of: mentions)
        let sources = kind == .drop ? [] : names.bySource(mentions.map(\.entry)).map(\.counted)
        return Trends.Event(
            kind: kind, brand: brand.id, day: days.names[day], counts: counts, baseline: baseline,
            score: BaselineFinder.score(of: value, against: baseline).rounded(toDecimals: 2),
            sources: Array(sources.prefix(Self.sourcesShown)),
            mentions: mentions.largestStories.prefix(Self.examplesShown).map { $0[0].id },
            sentence: words.event(
                kind, brand: brand.name, on: days.moment(ofDay: day), counts: counts,
                usual: baseline.median))
    }
}
