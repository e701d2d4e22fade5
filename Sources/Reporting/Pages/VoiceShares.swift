import Model

/// Shares of voice as a page tells them: from the counts, rounded once.
///
/// The figure in a report has four decimals: 12.1495% is 0.1215 there, and the page would round that
/// again, to 12.2%.
struct VoiceShares {
    /// `nil` where some brands are not listed, so that the counts of the others are not the whole.
    private let voices: MarketVoices?

    /// - Parameters:
    ///   - voices: the market and the counts of each brand that is no topic.
    ///   - isWhole: whether these are all brands.
    init(_ voices: [(market: String?, counts: Counts)], isWhole: Bool = true) {
        self.voices = isWhole ? MarketVoices(voices) : nil
    }

    init(of digest: Digest) {
        self.init(digest.brands.filter { $0.kind != .topic }.map { ($0.market, $0.counts) })
    }

    init(of trends: Trends) {
        self.init(
            trends.brands.filter { $0.kind != .topic }.map { ($0.market, $0.counts) },
            isWhole: trends.otherBrands == nil)
    }

    /// - Parameter figure: as the report has it; `nil` for what has no share.
    func share(of counts: Counts, in market: String?, figure: Ratios?) -> Ratios? {
        guard let figure, let voices else { return figure }
        return figure.mentions == nil ? figure : counts.divided(by: voices[market])
    }
}
