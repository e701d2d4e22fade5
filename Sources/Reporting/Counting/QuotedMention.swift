import Model

/// A mention with its entry in full, for what is shown of it.
struct QuotedMention: Sendable {
    let entry: HeardEntry
    let brand: Brand.ID
    /// The places in the entry that name the brand, in reading order; never empty.
    let places: [TaggedMention]
    /// Tone toward the brand over all its places.
    let sentiment: Sentiment

    /// `nil` where the entry does not name the brand.
    init?(entry: HeardEntry, of brand: Brand.ID) {
        let places = entry.tags.mentions.filter { $0.mention.brand == brand }
        guard !places.isEmpty else { return nil }
        self.init(entry: entry, brand: brand, places: places)
    }

    init(entry: HeardEntry, brand: Brand.ID, places: [TaggedMention]) {
        precondition(!places.isEmpty, "a mention has a place")
        self.entry = entry
        self.brand = brand
        self.places = places
        sentiment = Sentiment(joining: places.map(\.sentiment))
    }

    var id: ListedMention.ID {
        ListedMention.ID(of: entry.sequence, naming: brand)
    }
}

extension Sentiment {
    /// The tone toward a brand that is named in several places, with all that speaks for it.
    init(joining all: [Sentiment]) {
        // The rules give all places one tone; only corrections make several.
        let different = all.reduce(into: [Sentiment]()) { different, next in
            if different.last != next { different.append(next) }
        }
        if different.count == 1, let only = different.first {
            self = only
            return
        }
        let tone = BrandTone(joining: all)
        self.init(
            label: tone.label, score: tone.score,
            evidence: Set(different.flatMap(\.evidence)).sorted { $0.order < $1.order })
    }
}

extension SentimentEvidence {
    fileprivate var order: (Int, Int, Int, String, Double) {
        (field == .title ? 0 : 1, range.lowerBound, range.upperBound, term, weight)
    }
}
