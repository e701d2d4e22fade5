import Foundation
import Model

/// Reads where the feeds of a source are and keeps watch that no address is given twice.
struct AddressReader {
    /// One of the feeds of a source; `part` tells it from the first.
    struct Place {
        let part: String?
        let address: Feed.Address
        /// Whether it may give no more than the beginning of its entries.
        var mayAbridge = true
    }

    private var entered: [String: FileLocation] = [:]

    /// At least one.
    mutating func places(_ fields: Fields<SourceReader.Key>) throws(RuleError) -> [Place] {
        if let preset = fields[.preset] { return try places(preset, fields) }
        if let include = fields[.include] {
            throw RuleError(.preset(.includeAlone), at: include.place)
        }
        switch (fields[.url], fields[.path]) {
        case (nil, nil): throw RuleError(.noAddress, at: fields.place)
        case (.some, let path?): throw RuleError(.twoAddresses, at: path.place)
        case (let url?, nil):
            let text = try url.webAddress()
            if let first = enter(Self.sameForAllSpellings(ofURL: text), at: url.place) {
                throw RuleError(.duplicateAddress(first: first), at: url.place)
            }
            return [Place(part: nil, address: .url(text))]
        case (nil, let path?):
            let text = try path.workspacePath()
            if let first = enter(Self.sameForAllSpellings(ofPath: text), at: path.place) {
                throw RuleError(.duplicateAddress(first: first), at: path.place)
            }
            return [Place(part: nil, address: .file(path: text))]
        }
    }

    // MARK: - Private

    private mutating func places(
        _ value: YAMLValue, _ fields: Fields<SourceReader.Key>
    ) throws(RuleError) -> [Place] {
        if let address = fields[.url] ?? fields[.path] {
            throw RuleError(.preset(.addressBeside), at: address.place)
        }
        let site = try fields.required(.site)
        let preset = try value.choice(of: "preset", Preset.self)
        let known = try Self.feeds(of: site, preset)
        let chosen = try Self.chosen(from: known, by: fields[.include])
        for feed in chosen {
            if let first = enter(Self.sameForAllSpellings(ofURL: feed.url), at: site.place) {
                let mistake = PresetMistake.duplicateFeed(url: feed.url, first: first)
                throw RuleError(.preset(mistake), at: site.place)
            }
        }
        return chosen.map { feed in
            // The main feed is the first even if it is left out: adding it must rename no other.
            let isFirst = feed.part == known.first?.part
            return Place(
                part: isFirst ? nil : feed.part.rawValue, address: .url(feed.url),
                mayAbridge: preset.mayAbridge(feed.part))
        }
    }

    private static func feeds(
        of site: YAMLValue, _ preset: Preset
    ) throws(RuleError) -> [Preset.Feed] {
        let text = try site.webAddress()
        guard let feeds = SiteAddress(text).flatMap(preset.feeds) else {
            let (wants, example) = preset.expectation
            let mistake = PresetMistake.unfitAddress(
                text, preset: preset.rawValue, wants: wants, example: example)
            throw RuleError(.preset(mistake), at: site.place)
        }
        return feeds
    }

    private static func chosen(
        from known: [Preset.Feed], by include: YAMLValue?
    ) throws(RuleError) -> [Preset.Feed] {
        guard let include else { return known.filter(\.isUsual) }
        var parts: Set<Preset.Part> = []
        for value in try include.list() {
            let word = try value.text()
            guard let feed = known.first(where: { $0.part.rawValue == word }) else {
                let words = known.map(\.part.rawValue)
                throw RuleError(.preset(.noSuchFeed(word, known: words)), at: value.place)
            }
            parts.insert(feed.part)
        }
        return known.filter { parts.contains($0.part) }
    }

    /// Where the address stands already; `nil` if it did not.
    private mutating func enter(_ address: String, at place: FileLocation) -> FileLocation? {
        let first = entered[address]
        entered[address] = first ?? place
        return first
    }

    private static func sameForAllSpellings(ofURL text: String) -> String {
        FeedAddress.sameForAllSpellings(of: text)
    }

    private static func sameForAllSpellings(ofPath path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
