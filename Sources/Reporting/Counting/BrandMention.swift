import Model

/// One entry that names one brand: what is counted as a mention of it.
struct BrandMention: Sendable {
    let entry: HeardEntry
    let brand: Brand.ID
    /// The places in the entry that name the brand, in reading order; never empty.
    let places: [TaggedMention]
    /// Tone toward the brand over all its places.
    let sentiment: Sentiment

    init(entry: HeardEntry, brand: Brand.ID, places: [TaggedMention]) {
        precondition(!places.isEmpty, "a mention has a place")
        self.entry = entry
        self.brand = brand
        self.places = places
        sentiment = Sentiment(joining: places.map(\.sentiment))
    }

    var id: ListedMention.ID {
        ListedMention.ID("\(entry.sequence)-\(brand)")
    }

    func has(_ category: Model.Category.ID) -> Bool {
        entry.tags.categories.contains { $0.id == category }
    }
}

extension Sentiment {
    /// The tone toward a brand that is named in several places.
    ///
    /// Good and bad together are mixed; either outweighs neutral and undecided. The score is the
    /// mean over the places that have a tone.
    init(joining all: [Sentiment]) {
        if all.count == 1, let only = all.first {
            self = only
            return
        }
        let labels = Set(all.map(\.label))
        let toned = all.filter { $0.label != .neutral && $0.label != .undecided }
        let label: Label
        if labels.contains(.mixed) || labels.isSuperset(of: [.positive, .negative]) {
            label = .mixed
        } else {
            label =
                [Label.negative, .positive, .neutral].first(where: labels.contains) ?? .undecided
        }
        let mean = toned.map(\.score).reduce(0, +) / Double(max(toned.count, 1))
        var evidence: [SentimentEvidence] = []
        for item in all.flatMap(\.evidence) where !evidence.contains(item) {
            evidence.append(item)
        }
        self.init(
            label: label, score: mean.rounded(toDecimals: 4),
            evidence: evidence.sorted { $0.order < $1.order })
    }
}

extension SentimentEvidence {
    fileprivate var order: (Int, Int, Int, String) {
        (field == .title ? 0 : 1, range.lowerBound, range.upperBound, term)
    }
}
