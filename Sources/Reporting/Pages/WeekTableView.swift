import Model

/// The share of voice of each week in one market, as bars cut into brands.
struct WeekTableView {
    struct Segment {
        let segmentX: String
        let segmentWidth: String
        let segmentFill: String
    }

    struct Cell {
        let shareBrand: String
        let shareText: String
        let shareCounts: String
    }

    struct Row {
        let weekName: String
        /// Said of a week that the report covers in part; `nil` for whole ones.
        let weekPart: String?
        let segments: [Segment]
        let cells: [Cell]
    }

    struct Head {
        let headName: String
        let headFill: String
    }

    let weekTitle: String
    let heads: [Head]
    let weekRows: [Row]

    /// One for each market, in the order of the brands.
    static func all(of trends: Trends, words: PageWords) -> [WeekTableView] {
        var markets: [String?] = []
        for brand in trends.brands where brand.kind != .topic && !markets.contains(brand.market) {
            markets.append(brand.market)
        }
        return markets.compactMap { market in
            let members = trends.brands.filter { $0.market == market }
            let brands = Set(members.map(\.id))
            let weeks = trends.weeks.map { week in
                Trends.Week(
                    week: week.week, shares: week.shares.filter { brands.contains($0.brand) })
            }
            return WeekTableView(
                weeks, of: members.first?.marketName ?? market, in: trends.period,
                isWhole: trends.otherBrands == nil, words: words)
        }
    }

    /// `nil` where nothing was said, or one brand alone is in the market.
    ///
    /// - Parameters:
    ///   - market: `nil` where the rules name none.
    ///   - isWhole: whether the weeks list all brands of the market.
    init?(
        _ weeks: [Trends.Week], of market: String? = nil, in period: Trends.Period,
        isWhole: Bool = true, words: PageWords
    ) {
        let shares = weeks.flatMap(\.shares)
        guard weeks.contains(where: { $0.shares.count > 1 }),
            shares.contains(where: { $0.counts != .zero })
        else { return nil }
        weekTitle = [words.trends.weekByWeek, market].compactMap(\.self).joined(separator: ": ")
        let named = Self.mostMentioned(in: weeks)
        let columns = weeks.map {
            Self.columns(of: $0, named: named, isWhole: isWhole, words: words)
        }
        heads = (columns.first ?? []).map { Head(headName: $0.name, headFill: $0.fill) }
        weekRows = zip(weeks, columns).map { week, columns in
            var x = 0.0
            let segments = columns.compactMap { column -> Segment? in
                let width = 100 * (column.share ?? 0)
                defer { x += width }
                guard width > 0 else { return nil }
                return Segment(
                    segmentX: svg(x), segmentWidth: svg(max(width - 0.5, 0.3)),
                    segmentFill: column.fill)
            }
            let cells = columns.map { column in
                Cell(
                    shareBrand: column.name,
                    shareText: column.share.map(words.report.percentOfWhole) ?? "–",
                    shareCounts: words.both(column.counts))
            }
            return Row(
                weekName: words.report.week(week.week),
                weekPart: period.cuts(week: week.week) ? words.trends.inPart : nil,
                segments: segments, cells: cells)
        }
    }

    // MARK: - Private

    /// One brand's part of a week, or that of all brands without a column of their own.
    private struct Column {
        let name: String
        let fill: String
        let counts: Counts
        let share: Double?
    }

    /// Over all weeks; there are as many fills as columns, which differ in lightness and in pattern.
    private static func mostMentioned(in weeks: [Trends.Week]) -> Set<Brand.ID> {
        var mentions: [Brand.ID: Int] = [:]
        for share in weeks.flatMap(\.shares) {
            mentions[share.brand, default: 0] += share.counts.mentions
        }
        let brands = (weeks.first?.shares ?? []).map(\.brand)
        return Set(brands.forColumns { mentions[$0] ?? 0 })
    }

    private static func columns(
        of week: Trends.Week, named: Set<Brand.ID>, isWhole: Bool, words: PageWords
    ) -> [Column] {
        let voices = VoiceShares(week.shares.map { (nil, $0.counts) }, isWhole: isWhole)
        func share(of counts: Counts, figure: Ratios) -> Double? {
            voices.share(of: counts, in: nil, figure: figure)?.mentions
        }
        let own = week.shares.filter { named.contains($0.brand) }
        let rest = week.shares.filter { !named.contains($0.brand) }
        let columns = own.enumerated().map { index, brand in
            Column(
                name: brand.name, fill: "voice\(index)", counts: brand.counts,
                share: share(of: brand.counts, figure: brand.shareOfVoice))
        }
        guard !rest.isEmpty else { return columns }
        let counts = rest.map(\.counts).reduce(.zero, +)
        let shares = rest.compactMap(\.shareOfVoice.mentions)
        let figure = Ratios(
            mentions: shares.isEmpty ? nil : shares.reduce(0, +), stories: nil)
        return columns + [
            Column(
                name: words.report.moreBrands(rest.count), fill: "neutral", counts: counts,
                share: share(of: counts, figure: figure))
        ]
    }
}
