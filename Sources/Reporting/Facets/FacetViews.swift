import Model

/// What mentions are about, by one facet, as a digest's page shows it.
struct FacetTableView {
    struct Row {
        let valueName: String
        let counts: FigureView
        let change: FigureView
        let toneBar: ToneBarView
        let negativeShare: String
    }

    let facetName: String
    let facetRows: [Row]

    init(_ facet: Digest.FacetSummary, words: PageWords) {
        facetName = OutsideText.limited(facet.name, to: 60)
        facetRows = facet.values.filter { $0.counts != .zero || $0.previous.before != .zero }
            .prefix(Self.rowsShown).map { Row($0, words: words) }
    }

    /// Those that anybody wrote of.
    static func all(_ facets: [Digest.FacetSummary]?, words: PageWords) -> [Self] {
        (facets ?? []).filter { facet in facet.values.contains { $0.counts != .zero } }
            .map { Self($0, words: words) }
    }

    // MARK: - Private

    /// More than any facet has, but for chains with many shops.
    private static let rowsShown = 20
}

extension FacetTableView.Row {
    fileprivate init(_ value: Digest.FacetCounts, words: PageWords) {
        valueName = OutsideText.limited(value.name, to: 60)
        counts = FigureView(value.counts, words: words)
        change = FigureView(value.previous, now: value.counts, words: words)
        toneBar = ToneBarView(value.tone, words: words)
        negativeShare = words.negativeShare(value.tone)
    }
}

/// How mentions of a facet's values move, side by side, as a trend report's page shows them.
struct FacetTrendView {
    struct Row {
        let valueName: String
        let counts: FigureView
        let course: SparklineView
        let toneBar: ToneBarView
        let negativeShare: String
        let net: String
        let lastWeek: String
        let lastWeekWas: String
        let blamedFor: String
    }

    let facetAnchor: String
    let facetName: String
    let facetNote: String
    let facetRows: [Row]

    init(
        _ facet: Trends.FacetTrend, in period: Trends.Period, noted own: FacetWords,
        words: PageWords
    ) {
        let isOfPlaces = facet.id == .location
        facetAnchor = "facet-\(facet.id)"
        facetName = isOfPlaces ? own.locations : OutsideText.limited(facet.name, to: 60)
        facetNote = isOfPlaces ? own.locationsExplained : own.aboutExplained
        facetRows = facet.values.prefix(Self.rowsShown).map {
            Row($0, in: period, words: words)
        }
    }

    /// Those with anything to show.
    static func all(
        _ facets: [Trends.FacetTrend]?, in period: Trends.Period, noted own: FacetWords,
        words: PageWords
    ) -> [Self] {
        (facets ?? []).map { Self($0, in: period, noted: own, words: words) }
            .filter { !$0.facetRows.isEmpty }
    }

    // MARK: - Private

    private static let rowsShown = 50
}

extension FacetTrendView.Row {
    fileprivate init(_ value: Trends.FacetSeries, in period: Trends.Period, words: PageWords) {
        valueName = OutsideText.limited(value.name, to: 60)
        counts = FigureView(value.counts, words: words)
        course = SparklineView(period.ended(value.daily.mentions))
        toneBar = ToneBarView(value.tone, words: words)
        negativeShare = words.negativeShare(value.tone)
        net = value.tone.exactNetSentiment.mentions.map(words.report.signed) ?? "–"
        lastWeek =
            value.lastWeekChange.map { words.change($0, now: value.lastWeek) }
            ?? words.report.number(value.lastWeek.mentions)
        lastWeekWas = value.lastWeekChange.map { words.was($0, now: value.lastWeek) } ?? ""
        blamedFor = value.blamedFor.map {
            "\(OutsideText.limited($0.name, to: 40)) \(words.report.number($0.counts.mentions))"
        }.joined(separator: ", ")
    }
}
