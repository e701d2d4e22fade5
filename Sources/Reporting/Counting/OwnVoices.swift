import Model

/// Tells what own brands say of themselves from what others say of them.
struct OwnVoices: Sendable {
    private let feeds: Set<Feed.ID>
    /// In lower case.
    private let names: Set<String>

    init(_ context: ReportingContext) {
        feeds = Set(context.sources.filter(\.value.isOwn).keys)
        names = Set(
            context.brands.filter { $0.kind == .own }.flatMap { [$0.name] + $0.names }
                .map { $0.lowercased() })
    }

    /// Whether an entry is of an own source, or signed with an own brand's name where the source lets
    /// names be kept: as press agencies credit a release.
    func spoke(_ entry: CountedEntry) -> Bool {
        feeds.contains(entry.feed) || entry.authorName.map(names.contains) ?? false
    }
}
