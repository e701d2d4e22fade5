import Model

/// One entry that names one brand: what is counted as a mention of it.
struct BrandMention: Sendable {
    let entry: CountedEntry
    let brand: Brand.ID
    let tone: BrandTone

    var id: ListedMention.ID {
        ListedMention.ID(of: entry.sequence, naming: brand)
    }
}
