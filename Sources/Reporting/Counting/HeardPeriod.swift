import Model

/// The entries of a period as counts see them: spam set apart, each entry once for each brand.
struct HeardPeriod: Sendable {
    /// Entries that name a followed brand, by sequence.
    let entries: [HeardEntry]
    /// By sequence, then in the order of the brands.
    let mentions: [BrandMention]
    let spamLeftOut: Int
    private let byBrand: [Brand.ID: [BrandMention]]

    init(_ heard: [HeardEntry], brands: [Brand]) {
        spamLeftOut = heard.count { $0.tags.isSpam }
        mentions = heard.filter { !$0.tags.isSpam }.sorted { $0.sequence < $1.sequence }
            .flatMap { entry in
                let places = Dictionary(grouping: entry.tags.mentions, by: \.mention.brand)
                return brands.compactMap { brand in
                    places[brand.id].map {
                        BrandMention(entry: entry, brand: brand.id, places: $0)
                    }
                }
            }
        var last: Int64?
        entries = mentions.compactMap { mention in
            defer { last = mention.entry.sequence }
            return mention.entry.sequence == last ? nil : mention.entry
        }
        byBrand = Dictionary(grouping: mentions, by: \.brand)
    }

    func mentions(of brand: Brand.ID) -> [BrandMention] {
        byBrand[brand] ?? []
    }
}

extension Sequence<BrandMention> {
    /// The first of each story, in the order given.
    var firstOfEachStory: [BrandMention] {
        var seen: Set<Int64> = []
        return filter { seen.insert($0.entry.story.id).inserted }
    }
}
