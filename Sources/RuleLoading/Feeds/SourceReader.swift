import Foundation
import Model

/// Reads the items of `sources:` and keeps watch that none is given twice.
struct SourceReader {
    private var ids = Register(of: "source")
    private var addresses: [String: FileLocation] = [:]

    /// What a file says for all of its sources that do not say otherwise.
    struct Defaults {
        var language: LanguageCode?
        var region: String?

        private enum Key: String, CaseIterable {
            case language, region
        }

        init() {}

        init(reading value: YAMLValue, noting errors: inout [RuleError]) {
            guard let fields = Fields<Key>(value, noting: &errors) else { return }
            language = errors.noting(try fields[.language]?.languageCode())
            region = errors.noting(try fields[.region]?.text())
        }
    }

    /// The feed of a source and whether it is switched on; `nil` once a mistake is noted.
    mutating func feed(
        _ value: YAMLValue, defaults: Defaults, noting errors: inout [RuleError]
    ) -> (feed: Feed, isEnabled: Bool)? {
        guard let fields = Fields<Key>(value, noting: &errors) else { return nil }
        let id = errors.noting(try ids.enter(try fields.required(.id)))
        let name = errors.noting(try fields.required(.name).text())
        let kind = errors.noting(try fields[.kind]?.choice(of: "kind", Source.Kind.self)) ?? .feed
        let address = errors.noting(try address(fields))
        let language = errors.noting(try fields[.language]?.languageCode())
        let region = errors.noting(try fields[.region]?.text())
        let isEnabled = errors.noting(try fields[.enabled]?.trueOrFalse()) ?? true
        let tags = fields.list(.tags, of: YAMLValue.text, noting: &errors)
        let selectors = selectors(fields, kind: kind, noting: &errors)
        let limits = limits(fields, noting: &errors)
        guard let id, let name, let address else { return nil }

        let source = Source(
            id: Source.ID(id), name: name, kind: kind, language: language ?? defaults.language,
            region: region ?? defaults.region, tags: tags, selectors: selectors)
        let feed = Feed(id: Feed.ID(id), source: source, address: address, limits: limits)
        return (feed, isEnabled)
    }

    // MARK: - Private

    private enum Key: String, CaseIterable {
        case id, name, kind, url, path, language, region, enabled, tags, limits, selectors
    }

    private enum LimitKey: String, CaseIterable {
        case timeout
        case maximumSize = "max_size"
        case maximumEntries = "max_entries"
    }

    private enum SelectorKey: String, CaseIterable {
        case item, title, author, date, text, link
    }

    private mutating func address(_ fields: Fields<Key>) throws(RuleError) -> Feed.Address {
        switch (fields[.url], fields[.path]) {
        case (nil, nil): throw RuleError(.noAddress, at: fields.place)
        case (.some, let path?): throw RuleError(.twoAddresses, at: path.place)
        case (let url?, nil):
            let text = try url.webAddress()
            try enter(Self.sameForAllSpellings(ofURL: text), at: url.place)
            return .url(text)
        case (nil, let path?):
            let text = try path.workspacePath()
            try enter(Self.sameForAllSpellings(ofPath: text), at: path.place)
            return .file(path: text)
        }
    }

    private mutating func enter(_ address: String, at place: FileLocation) throws(RuleError) {
        if let first = addresses[address] {
            throw RuleError(.duplicateAddress(first: first), at: place)
        }
        addresses[address] = place
    }

    /// Scheme and host in small letters and a path of at least `/` (RFC 3986 §6.2.2.1, §6.2.3).
    private static func sameForAllSpellings(ofURL text: String) -> String {
        guard var parts = URLComponents(string: text) else { return text }
        parts.scheme = parts.scheme?.lowercased()
        parts.host = parts.host?.lowercased()
        parts.fragment = nil
        if parts.path.isEmpty { parts.path = "/" }
        return parts.string ?? text
    }

    private static func sameForAllSpellings(ofPath path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    private func selectors(
        _ fields: Fields<Key>, kind: Source.Kind, noting errors: inout [RuleError]
    ) -> PageSelectors? {
        guard let value = fields[.selectors] else { return nil }
        if kind == .feed { errors.append(RuleError(.selectorsOnFeed, at: value.place)) }
        guard let fields = Fields<SelectorKey>(value, noting: &errors) else { return nil }
        let item = errors.noting(try fields.required(.item).text())
        let title = errors.noting(try fields[.title]?.text())
        let author = errors.noting(try fields[.author]?.text())
        let date = errors.noting(try fields[.date]?.text())
        let text = errors.noting(try fields[.text]?.text())
        let link = errors.noting(try fields[.link]?.text())
        return item.map {
            PageSelectors(
                item: $0, title: title, author: author, date: date, text: text, link: link)
        }
    }

    private func limits(_ fields: Fields<Key>, noting errors: inout [RuleError]) -> Feed.Limits {
        var limits = Feed.Limits.standard
        let fields = fields.fields(.limits, of: LimitKey.self, noting: &errors)
        if let timeout = errors.noting(try fields?[.timeout]?.durationAboveZero()) {
            limits.timeout = timeout
        }
        let largest = Feed.Limits.standard.maximumSizeInBytes
        if let size = errors.noting(try fields?[.maximumSize]?.sizeInBytes(atMost: largest)) {
            limits.maximumSizeInBytes = size
        }
        if let count = errors.noting(try fields?[.maximumEntries]?.wholeNumber(in: 1...100_000)) {
            limits.maximumEntries = count
        }
        return limits
    }
}
