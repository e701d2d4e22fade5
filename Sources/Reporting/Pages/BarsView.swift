import Model

/// Counts as bars beside their names, the largest as long as the space.
struct BarsView {
    struct Row {
        let barName: String
        let barCount: String
        let barWidth: String
    }

    let caption: String
    let bars: [Row]

    /// Shows the first few, as given.
    init(_ items: [NamedCounts], caption: String, words: PageWords) {
        self.caption = caption
        let largest = Double(items.map(\.counts.mentions).max() ?? 1)
        bars = items.prefix(Self.shown).map { item in
            Row(
                barName: OutsideText.limited(item.name, to: 60), barCount: words.both(item.counts),
                barWidth: svg(100 * Double(item.counts.mentions) / largest))
        }
    }

    // MARK: - Private

    private static let shown = 6
}
