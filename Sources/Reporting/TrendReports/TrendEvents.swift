import Model

/// Finds the days on which brands were named far more, or far less, than usual, and what made them so.
struct TrendEvents {
    let days: TrendDays
    let history: DailyHistory
    let changes: [SourceChanges.Found]
    let names: ReportNames
    let words: ReportWords

    /// Latest first, then in the order of the brands.
    func events(_ brands: [Trends.BrandTrend], in period: HeardPeriod) -> [Trends.Event] {
        let brands = brands.filter { history.mayStandOut($0.id) }
        let finders = brands.map { history.finder(of: $0.id) }
        return days.whole.reversed().flatMap { day in
            zip(brands, finders).compactMap { brand, finder in
                event(onDay: day, brand: brand, finder, in: period)
            }
        }
    }

    // MARK: - Private

    private static let sourcesShown = 3
    private static let examplesShown = 2
    /// How many days a source counts as new: after four weeks it is part of what is usual.
    private static let newDays = 28

    private func event(
        onDay day: Int, brand: Trends.BrandTrend, _ finder: BaselineFinder,
        in period: HeardPeriod
    ) -> Trends.Event? {
        let value = brand.daily.mentions[day]
        guard let usual = finder.usual(ofDay: day + history.offset),
            let kind = usual.kind(of: value),
            kind == .spike || !history.unsure.contains(day + history.offset)
        else { return nil }
        let baseline = usual.baseline(ofDay: days.names[day])
        let mentions = period.mentions(of: brand.id).filter {
            days.index(of: $0.entry.date) == day
        }
        let counts = Counts(of: mentions)
        let cause = cause(of: kind, value, usual, brand: brand.id, day: day + history.offset)
        let sources = kind == .drop ? [] : names.bySource(mentions.map(\.entry)).map(\.counted)
        return Trends.Event(
            kind: kind, brand: brand.id, day: days.names[day], counts: counts, baseline: baseline,
            score: usual.score(of: value).rounded(decimals: 2), cause: cause,
            sources: Array(sources.prefix(Self.sourcesShown)),
            mentions: mentions.largestStories.prefix(Self.examplesShown).map { $0[0].id },
            sentence: words.event(
                kind, brand: brand.name, on: days.moment(ofDay: day), counts: counts,
                usual: baseline.median, cause: cause))
    }

    /// - Parameter day: a place in the history.
    private func cause(
        of kind: Trends.Event.Kind, _ value: Int, _ usual: BaselineFinder.Usual, brand: Brand.ID,
        day: Int
    ) -> Trends.Cause {
        switch kind {
        case .spike:
            let newcomers = changes.filter {
                $0.kind == .appeared && $0.days.lowerBound <= day
                    && day < $0.days.lowerBound + Self.newDays
            }
            let theirs = newcomers.map { history.mentions(of: brand, in: $0.feed)[day] }.total
            if theirs > 0, usual.kind(of: value - theirs) != .spike { return .newSource }
            // The finder itself does not know a day of which a part may be missing.
            let told = history.stories(of: brand)[day]
            let usualStories = history.storyFinder(of: brand).usual(ofDay: day)
            if let usualStories, usualStories.kind(of: told) != .spike { return .oneStory }
            return .talk
        case .drop:
            let missing = changes.filter { $0.kind == .vanished && $0.days.contains(day) }
                .map { change in
                    let before = history.mentions(of: brand, in: change.feed)[
                        max(change.days.lowerBound - 28, 0)..<change.days.lowerBound]
                    return Double(before.reduce(0, +)) / Double(max(before.count, 1))
                }
                .reduce(0, +)
            return missing > 0 && usual.kind(of: value + Int(missing.rounded())) != .drop
                ? .lostSource : .talk
        }
    }
}
