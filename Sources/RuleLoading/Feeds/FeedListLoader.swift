package import Model

/// What to listen to, as all of `feeds/` says.
package struct FeedList: Hashable, Sendable {
    /// Those that are switched on, by id.
    package let feeds: [Feed]
    /// Those with `enabled: false`, by id.
    package let disabled: [Feed]
    /// Both: what was heard of a feed stays in reports when it is switched off.
    package var listed: [Feed] { feeds + disabled }
    package let settings: FetchingSettings
    package let privacy: PrivacySettings
    /// What pages are read by, as it was written; what it means nobody has looked at yet.
    package let selectors: [Selector]
    /// Files of the operator's own that feeds which are switched on need; whether they are there nobody
    /// has looked yet.
    package let files: [NamedFile]

    package struct Selector: Hashable, Sendable {
        package let text: String
        package let place: FileLocation
    }

    package struct NamedFile: Hashable, Sendable {
        /// Absolute, or relative to the workspace.
        package let path: String
        package let place: FileLocation
    }
}

/// Reads every `*.yaml` that stands directly in `feeds/`.
package enum FeedListLoader {
    /// - Throws: every mistake in every file.
    package static func load(workspace: String) throws(RuleErrors) -> FeedList {
        var errors: [RuleError] = []
        var reader = FeedFileReader()
        let files = Workspace(workspace).files(
            in: "feeds", ending: ".yaml", slips: [".yml", ".yaml.txt", ".yml.txt"],
            example: "feeds/sources.yaml ('sources: []' if all is imported)", noting: &errors)
        for file in files {
            if let root = errors.noting(try YAMLDocument.root(of: file)) {
                reader.read(root, noting: &errors)
            }
        }
        try errors.throwIfAny()
        return reader.feedList
    }
}

/// Reads the files one after the other and keeps watch over what may stand in one of them only.
private struct FeedFileReader {
    private enum Key: String, CaseIterable {
        case defaults, sources, fetching, privacy
    }

    private var sources = SourceReader()
    private var found: [(feed: Feed, isEnabled: Bool)] = []
    private var settings: (value: FetchingSettings, place: FileLocation)?
    private var privacy: (value: PrivacySettings, place: FileLocation)?

    mutating func read(_ root: YAMLValue, noting errors: inout [RuleError]) {
        guard let fields = Fields<Key>(root, lists: [.sources], noting: &errors) else { return }
        if let fetching = fields[.fetching] {
            readSettings(fetching, noting: &errors)
        }
        if let privacy = fields[.privacy] { readPrivacy(privacy, noting: &errors) }
        let defaults = fields[.defaults].map {
            SourceReader.Defaults(reading: $0, noting: &errors)
        }
        // A file may hold nothing but the settings.
        let hasSettings = fields[.fetching] != nil || fields[.privacy] != nil
        if fields[.sources] == nil, hasSettings { return }
        // Who only imports listens to nothing.
        if fields[.sources]?.isEmptyList == true { return }
        let items = errors.noting(try fields.required(.sources).list(of: .mapping))
        for item in items ?? [] {
            let (feeds, isEnabled) = sources.feeds(
                item, defaults: defaults ?? .init(), noting: &errors)
            found += feeds.map { ($0, isEnabled) }
        }
    }

    var feedList: FeedList {
        let sorted = found.sorted { $0.feed.id < $1.feed.id }
        return FeedList(
            feeds: sorted.filter(\.isEnabled).map(\.feed),
            disabled: sorted.filter { !$0.isEnabled }.map(\.feed),
            settings: settings?.value ?? .standard, privacy: privacy?.value ?? .standard,
            selectors: sources.writtenSelectors, files: sources.namedFiles)
    }

    private mutating func readSettings(_ value: YAMLValue, noting errors: inout [RuleError]) {
        let read = FetchingSettings(reading: value, noting: &errors)
        if let first = settings?.place {
            errors.append(RuleError(.duplicateSettings(first: first), at: value.place))
        } else {
            settings = (read, value.place)
        }
    }

    private mutating func readPrivacy(_ value: YAMLValue, noting errors: inout [RuleError]) {
        let read = PrivacySettings(reading: value, noting: &errors)
        if let first = privacy?.place {
            errors.append(RuleError(.privacy(.duplicateSettings(first: first)), at: value.place))
        } else {
            privacy = (read, value.place)
        }
    }
}
