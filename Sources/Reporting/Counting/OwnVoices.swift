package import Model

/// Tells what own brands say of themselves from what others say of them.
package struct OwnVoices: Sendable {
    private let feeds: Set<Feed.ID>
    /// In lower case.
    private let names: Set<String>

    /// - Parameter sources: the sources of the feeds, as far as the feeds files have them.
    package init(brands: [Brand], sources: [Feed.ID: Source]) {
        feeds = Set(sources.filter(\.value.isOwn).keys)
        names = Set(
            brands.filter { $0.kind == .own }.flatMap { [$0.name] + $0.names }
                .map { $0.lowercased() })
    }

    init(_ context: ReportingContext) {
        self.init(brands: context.brands, sources: context.sources)
    }

    /// Whether an entry is of an own source, or signed with an own brand's name where the source lets
    /// names be kept: as press agencies credit a release.
    package func spoke(_ entry: HeardEntry) -> Bool {
        spoke(in: entry.feed, signed: entry.authorName?.lowercased())
    }

    func spoke(_ entry: CountedEntry) -> Bool {
        spoke(in: entry.feed, signed: entry.authorName)
    }

    func has(_ feed: Feed.ID) -> Bool { feeds.contains(feed) }

    // MARK: - Private

    /// - Parameter name: in lower case.
    private func spoke(in feed: Feed.ID, signed name: String?) -> Bool {
        feeds.contains(feed) || name.map(names.contains) ?? false
    }
}
