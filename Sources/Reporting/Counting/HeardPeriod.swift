import Foundation
import Model

/// The entries of a period, ready to be counted: spam set apart, and each entry once for each brand
/// that it names.
struct HeardPeriod: Sendable {
    /// Entries that name a followed brand, by sequence.
    let entries: [CountedEntry]
    /// By sequence, then in the order of the brands.
    let mentions: [BrandMention]
    /// Entries that would be counted, were they no spam.
    let spamLeftOut: Int
    private let byBrand: [Brand.ID: [BrandMention]]

    init<Failure>(
        _ span: Range<Date>, of heard: HeardEntries<Failure>, brands: [Brand],
        where isMeant: (HeardEntry) -> Bool = { _ in true }
    ) throws(Failure) {
        let ranks = Dictionary(
            brands.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var counted: [CountedEntry] = []
        var spam = 0
        try heard.forEach(span) { entry in
            guard isMeant(entry),
                entry.tags.mentions.contains(where: { ranks[$0.mention.brand] != nil })
            else { return }
            if entry.tags.isSpam {
                spam += 1
            } else {
                counted.append(CountedEntry(entry))
            }
        }
        spamLeftOut = spam
        entries = counted.sorted { $0.sequence < $1.sequence }
        mentions = entries.flatMap { entry in
            entry.brands.compactMap { brand, tone in ranks[brand].map { ($0, brand, tone) } }
                .sorted { $0.0 < $1.0 }
                .map { BrandMention(entry: entry, brand: $1, tone: $2) }
        }
        byBrand = Dictionary(grouping: mentions, by: \.brand)
    }

    func mentions(of brand: Brand.ID) -> [BrandMention] {
        byBrand[brand] ?? []
    }

    /// The entries that name one of these brands, and their mentions of them.
    func naming(_ brands: Set<Brand.ID>) -> HeardPeriod {
        HeardPeriod(
            entries: entries.filter { !brands.isDisjoint(with: $0.brands.keys) },
            mentions: mentions.filter { brands.contains($0.brand) }, spamLeftOut: spamLeftOut,
            byBrand: byBrand.filter { brands.contains($0.key) })
    }

    // MARK: - Private

    private init(
        entries: [CountedEntry], mentions: [BrandMention], spamLeftOut: Int,
        byBrand: [Brand.ID: [BrandMention]]
    ) {
        self.entries = entries
        self.mentions = mentions
        self.spamLeftOut = spamLeftOut
        self.byBrand = byBrand
    }
}

extension Sequence<BrandMention> {
    /// The first of each story, in the order given.
    var firstOfEachStory: [BrandMention] {
        var seen: Set<Int64> = []
        return filter { seen.insert($0.entry.story.id).inserted }
    }
}
