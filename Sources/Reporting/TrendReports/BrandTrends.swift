import Model

/// Follows each brand over the days of a period.
struct BrandTrends {
    let context: ReportingContext
    let days: TrendDays
    let history: DailyHistory
    let rated: RatedBrands

    /// How many brands a report lists.
    ///
    /// If there are more, it lists those first that it goes into, since it is worth knowing that nothing
    /// is said of them, then the most mentioned ones, and sums up the rest.
    static let mostListed = 100

    /// The brands that the report lists.
    func listed(_ period: HeardPeriod) -> Set<Brand.ID> {
        let brands = context.brandsInOrder
        guard brands.count > Self.mostListed else { return Set(brands.map(\.id)) }
        let inDepth = context.brandsInDepth
        let ranked = brands.enumerated().map { index, brand in
            (
                id: brand.id, others: inDepth.contains(brand.id) ? 0 : 1,
                mentions: period.mentions(of: brand.id).count, index: index
            )
        }
        .sorted { ($0.others, $1.mentions, $0.index) < ($1.others, $0.mentions, $1.index) }
        return Set(ranked.prefix(Self.mostListed).map(\.id))
    }

    /// Every brand; what is usual only of those that are listed.
    func trends(_ period: HeardPeriod, listed: Set<Brand.ID>) -> [Trends.BrandTrend] {
        let voices = MarketVoices(of: context.brands) { Counts(of: period.mentions(of: $0.id)) }
        return context.brandsInOrder.map { brand in
            trend(
                of: brand, period, allVoices: voices[brand.market],
                isListed: listed.contains(brand.id))
        }
    }

    /// The share of voice of each local week, of all that was said in a brand's market; empty for a part
    /// that has no shares.
    func weeks(_ period: HeardPeriod, listed: Set<Brand.ID>, calendar: LocalCalendar)
        -> [Trends.Week]
    {
        guard context.hasShares else { return [] }
        let voices = context.brandsInOrder.filter { $0.kind != .topic }
        let weekOfDay = days.starts.map(calendar.weekName(of:))
        var names: [String] = []
        for week in weekOfDay where names.last != week { names.append(week) }
        let byBrand = voices.map { brand in
            Dictionary(grouping: period.mentions(of: brand.id)) { mention in
                days.index(of: mention.entry.date).map { weekOfDay[$0] } ?? ""
            }
        }
        return names.map { week in
            let counts = byBrand.map { Counts(of: $0[week] ?? []) }
            let byID = Dictionary(zip(voices.map(\.id), counts)) { first, _ in first }
            let all = MarketVoices(of: voices) { byID[$0.id] ?? .zero }
            let shares = zip(voices, counts).filter { listed.contains($0.0.id) }.map {
                brand, counts in
                Trends.Week.Share(
                    brand: brand.id, name: brand.name, counts: counts,
                    shareOfVoice: counts.divided(by: all[brand.market], decimals: 4))
            }
            return Trends.Week(week: week, shares: shares)
        }
    }

    // MARK: - Private

    private func trend(
        of brand: Brand, _ period: HeardPeriod, allVoices: Counts, isListed: Bool
    ) -> Trends.BrandTrend {
        let mentions = period.mentions(of: brand.id)
        let counts = Counts(of: mentions)
        let tone = ToneCounts(of: mentions)
        let daily = days.daily(mentions.map(\.entry))
        let finder = history.finder(of: brand.id)
        let byDay = Dictionary(grouping: mentions) { days.index(of: $0.entry.date) ?? -1 }
        let dayTones = days.names.indices.map { ToneCounts(of: byDay[$0] ?? []) }
        var trend = Trends.BrandTrend(
            id: brand.id, name: brand.name, kind: brand.kind, counts: counts, daily: daily,
            tone: tone, dailyTone: Trends.DailyTone(dayTones), netSentiment: tone.netSentiment,
            dailyNetSentiment: zip(days.names, dayTones).compactMap { day, tone in
                let net = tone.netSentiment
                return net.mentions == nil ? nil : Trends.DayRatios(day: day, value: net)
            },
            shareOfVoice: brand.kind == .topic || !context.hasShares
                ? nil : counts.divided(by: allVoices, decimals: 4),
            baselines: (isListed ? days.names.indices : 0..<0).compactMap { day in
                finder.usual(ofDay: day + history.offset)?.baseline(ofDay: days.names[day])
            })
        trend.market = brand.market
        trend.marketName = brand.marketName(in: context.language)
        trend.rating = Rating(of: mentions, by: rated)
        trend.nps = NetPromoterScore(of: mentions, by: rated)
        trend.ces = CustomerEffortScore(of: mentions, by: rated)
        trend.weeklyRatings = trend.rating.map { _ in
            byWeek(mentions) { Rating(of: $0, by: rated) }.map(Trends.WeekRating.init)
        }
        trend.npsByWeek = trend.nps.map { _ in
            byWeek(mentions) { NetPromoterScore(of: $0, by: rated) }.map(Trends.WeekNPS.init)
        }
        trend.cesByWeek = trend.ces.map { _ in
            byWeek(mentions) { CustomerEffortScore(of: $0, by: rated) }.map(Trends.WeekCES.init)
        }
        return trend
    }

    /// In the order of the weeks, without those of which there is no figure.
    private func byWeek<Figure>(
        _ mentions: [BrandMention], _ figure: ([BrandMention]) -> Figure?
    ) -> [(week: String, value: Figure)] {
        let weekOfDay = days.starts.map(context.calendar.weekName(of:))
        let byWeek = Dictionary(grouping: mentions) { mention in
            days.index(of: mention.entry.date).map { weekOfDay[$0] } ?? ""
        }
        return byWeek.sorted { $0.key < $1.key }.compactMap { week, mentions in
            figure(mentions).map { (week: week, value: $0) }
        }
    }
}

extension Trends.DailyTone {
    fileprivate init(_ days: [ToneCounts]) {
        func daily(_ label: Sentiment.Label) -> Trends.DailyCounts {
            Trends.DailyCounts(
                mentions: days.map { $0[label].mentions }, stories: days.map { $0[label].stories })
        }
        self.init(
            positive: daily(.positive), neutral: daily(.neutral), negative: daily(.negative),
            mixed: daily(.mixed), undecided: daily(.undecided))
    }
}
