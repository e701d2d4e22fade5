extension Array {
    /// Those that a table week by week has columns for, as many as a page is wide enough for: the ones with
    /// the highest counts, of equals the first, in the order that they stand in.
    func forColumns(_ count: (Element) -> Int) -> Self {
        let ranked = enumerated().map { (index: $0, count: count($1)) }
            .sorted { ($1.count, $0.index) < ($0.count, $1.index) }
        return ranked.prefix(6).map(\.index).sorted().map { self[$0] }
    }
}
