import Model

/// A small sample of many entries, from as many sources as possible; the same whatever order they come
/// in.
///
/// Each entry has a number that is drawn from its key, and of each source those with the lowest numbers
/// come first. Only entries that may still be in the sample are kept.
struct ExampleSample: Sendable {
    struct Item: Sendable {
        let key: Int64
        /// Drawn, so that neither early nor late entries are preferred.
        let rank: UInt64
    }

    private let limit: Int
    /// By source, the lowest ranks first.
    private var items: [Feed.ID: [Item]] = [:]

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ key: Int64, of source: Feed.ID) {
        insert(Item(key: key, rank: Self.rank(of: key)), of: source)
        if items.count > limit { dropHighest() }
    }

    mutating func merge(_ other: ExampleSample) {
        for (source, list) in other.items {
            for item in list { insert(item, of: source) }
        }
        while items.count > limit { dropHighest() }
    }

    /// The first of each source, then the second of each, and so on.
    var keys: [Int64] {
        let rounds = (0..<limit).lazy.map { round in
            items.values.compactMap { $0.count > round ? $0[round] : nil }
                .sorted { $0.rank < $1.rank }
        }
        return Array(rounds.joined().prefix(limit)).map(\.key)
    }

    // MARK: - Private

    private mutating func insert(_ item: Item, of source: Feed.ID) {
        var list = items[source] ?? []
        let place = list.firstIndex { $0.rank > item.rank } ?? list.count
        guard place < limit else { return }
        list.insert(item, at: place)
        items[source] = Array(list.prefix(limit))
    }

    /// If there are more sources than examples, the sources whose first entries have the highest
    /// numbers have no example.
    private mutating func dropHighest() {
        let highest = items.max { ($0.value.first?.rank ?? 0) < ($1.value.first?.rank ?? 0) }
        if let highest { items[highest.key] = nil }
    }

    /// SplitMix64's mixing (Steele, Lea, Flood 2014): one number for each key.
    private static func rank(of key: Int64) -> UInt64 {
        var mixed = UInt64(bitPattern: key) &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
