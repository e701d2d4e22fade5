import Model

extension DigestView {
    /// What is told of one brand beside others.
    struct GlanceRow {
        let brandName: String
        let kindName: String
        let counts: FigureView
        let change: FigureView
        let weekdayChange: FigureView
        let toneBar: ToneBarView
        let net: FigureView
        let netBefore: String
        let share: FigureView
    }
}

extension DigestView.GlanceRow {
    init(_ brand: Digest.BrandSummary, voices: VoiceShares, words: PageWords) {
        brandName = brand.name
        kindName = words.kind(brand.kind, of: brand.marketName ?? brand.market)
        counts = FigureView(brand.counts, words: words)
        change = FigureView(brand.previous, now: brand.counts, words: words)
        weekdayChange = FigureView(brand.sameWeekday, now: brand.counts, words: words)
        toneBar = ToneBarView(brand.tone, words: words)
        net = FigureView(brand.tone.exactNetSentiment, words: words, as: words.report.signed)
        netBefore = words.netBefore(
            brand.toneBefore?.exactNetSentiment ?? brand.previousNetSentiment)
        share = FigureView(
            voices.share(of: brand.counts, in: brand.market, figure: brand.shareOfVoice),
            words: words, as: words.report.percentOfWhole)
    }
}
