import Model

extension DigestView {
    /// What is told of one brand beside others.
    struct GlanceRow {
        let brandName: String
        let kindName: String
        let mentionCount: String
        let storyCount: String
        let change: String
        let was: String
        let weekdayChange: String
        let weekdayWas: String
        let toneBar: ToneBarView
        let net: String
        let netBefore: String
        let netStories: String
        let share: String
        let shareStories: String
    }
}

extension DigestView.GlanceRow {
    init(_ brand: Digest.BrandSummary, voices: VoiceShares, words: PageWords) {
        brandName = brand.name
        kindName = words.kind(brand.kind, of: brand.market)
        mentionCount = words.report.number(brand.counts.mentions)
        storyCount = words.report.stories(brand.counts.stories)
        change = words.change(brand.previous, now: brand.counts)
        was = words.was(brand.previous, now: brand.counts)
        weekdayChange = words.change(brand.sameWeekday, now: brand.counts)
        weekdayWas = words.was(brand.sameWeekday, now: brand.counts)
        toneBar = ToneBarView(brand.tone, words: words)
        net = brand.netSentiment.mentions.map(words.report.signed) ?? "–"
        netBefore = words.netBefore(brand.previousNetSentiment)
        netStories = words.byStory(brand.netSentiment.stories.map(words.report.signed))
        let voice = voices.share(
            of: brand.counts, in: brand.market, figure: brand.shareOfVoice)
        share = voice?.mentions.map(words.report.percentOfWhole) ?? "–"
        shareStories = words.byStory(voice?.stories.map(words.report.percentOfWhole))
    }
}
