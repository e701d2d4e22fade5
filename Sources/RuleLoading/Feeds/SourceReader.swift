import Model

/// Reads the items of `sources:` and keeps watch that none is given twice.
struct SourceReader {
    /// Of all sources, in the order read.
    private(set) var writtenSelectors: [FeedList.Selector] = []
    /// Of those that are switched on.
    private(set) var namedFiles: [FeedList.NamedFile] = []
    private var ids = Register(of: "source")
    private var addresses = AddressReader()

    /// What a file says for all of its sources that do not say otherwise.
    struct Defaults {
        var language: LanguageCode?
        var region: String?
        var timeZone: String?
        var wantsFullText: Bool?
        var authors: AuthorPolicy?
        var terms = Feed.Terms.standard

        private enum Key: String, CaseIterable {
            case language, region, authors
            case timeZone = "time_zone"
            case fullText = "full_text"
            case pollEvery = "poll_every"
            case robots, history
        }

        init() {}

        init(reading value: YAMLValue, noting errors: inout [RuleError]) {
            guard let fields = Fields<Key>(value, noting: &errors) else { return }
            language = errors.noting(try fields[.language]?.languageCode())
            region = errors.noting(try fields[.region]?.text())
            timeZone = errors.noting(try fields[.timeZone]?.timeZone())
            wantsFullText = errors.noting(try fields[.fullText]?.trueOrFalse())
            authors = errors.noting(try fields[.authors]?.authorPolicy())
            terms.read(
                pollEvery: fields[.pollEvery], robots: fields[.robots], history: fields[.history],
                noting: &errors)
        }
    }

    enum Key: String, CaseIterable {
        case id, name, kind, url, path
        case preset = "extends"
        case site, include, language, region, enabled, tags, limits, selectors, authors
        case channel, own
        case timeZone = "time_zone"
        case fullText = "full_text"
        case pollEvery = "poll_every"
        case robots, history, auth, http
        case certificateFile = "ca_file"
    }

    /// The feeds of a source and whether they are switched on; none once a mistake is noted.
    mutating func feeds(
        _ value: YAMLValue, defaults: Defaults, noting errors: inout [RuleError]
    ) -> (feeds: [Feed], isEnabled: Bool) {
        guard let fields = Fields<Key>(value, noting: &errors) else { return ([], true) }
        let isEnabled = errors.noting(try fields[.enabled]?.trueOrFalse()) ?? true
        let source = source(fields, defaults: defaults, noting: &errors)
        let places = errors.noting(try addresses.places(fields))
        let limits = limits(fields, noting: &errors)
        let terms = terms(fields, defaults: defaults.terms, noting: &errors)
        let wantsFullText =
            errors.noting(try fields[.fullText]?.trueOrFalse()) ?? defaults.wantsFullText ?? false
        guard let source, let places else { return ([], isEnabled) }
        if isEnabled { namedFiles += files(fields) }

        let feeds = places.map { place in
            let part = place.part.map { "/\($0)" } ?? ""
            return Feed(
                id: Feed.ID(source.id.value + part), source: source, address: place.address,
                limits: limits, terms: terms, part: place.part,
                wantsFullText: wantsFullText && place.mayAbridge)
        }
        noteTermsOutOfPlace(fields, feeds, noting: &errors)
        return (feeds, isEnabled)
    }

    // MARK: - Private

    private func files(_ fields: Fields<Key>) -> [FeedList.NamedFile] {
        [fields[.path], fields[.certificateFile]].compactMap(\.self).compactMap { value in
            // What is wrong with a path is noted where it is read.
            (try? value.workspacePath()).map { FeedList.NamedFile(path: $0, place: value.place) }
        }
    }

    private enum LimitKey: String, CaseIterable {
        case timeout
        case maximumSize = "max_size"
        case maximumEntries = "max_entries"
        case maximumPages = "max_pages"
    }

    private enum SelectorKey: String, CaseIterable {
        case item, title, author, date, text, link, next
    }

    /// `nil` once a mistake is noted.
    private mutating func source(
        _ fields: Fields<Key>, defaults: Defaults, noting errors: inout [RuleError]
    ) -> Source? {
        let id = errors.noting(try ids.enter(.id, of: fields))
        let name = errors.noting(try fields.required(.name).text())
        let kind = errors.noting(try fields[.kind]?.choice(of: "kind", Source.Kind.self)) ?? .feed
        if let place = fields[.kind]?.place, kind != .feed, fields[.preset] != nil {
            errors.append(RuleError(.preset(.pageBeside), at: place))
        }
        let language = errors.noting(try fields[.language]?.languageCode())
        let region = errors.noting(try fields[.region]?.text())
        let timeZone = errors.noting(try fields[.timeZone]?.timeZone())
        let tags = fields.list(.tags, of: YAMLValue.text, noting: &errors)
        let selectors = selectors(fields, kind: kind, noting: &errors)
        let site = site(fields, noting: &errors)
        let authors = errors.noting(try fields[.authors]?.authorPolicy())
        let channel = errors.noting(
            try fields[.channel]?.choice(of: "channel", Source.Channel.self))
        let isOwn = errors.noting(try fields[.own]?.trueOrFalse()) ?? false
        guard let id, let name else { return nil }
        return Source(
            id: Source.ID(id), name: name, kind: kind, language: language ?? defaults.language,
            region: region ?? defaults.region, tags: tags, selectors: selectors, site: site,
            authors: authors ?? defaults.authors ?? .pseudonym,
            // What is wrong with a preset is noted where its feeds are looked up.
            channel: channel ?? .told(by: tags)
                ?? (try? fields[.preset]?.text()).flatMap(Source.Channel.init(ofPreset:)),
            isOwn: isOwn, timeZone: timeZone ?? defaults.timeZone)
    }

    private func site(_ fields: Fields<Key>, noting errors: inout [RuleError]) -> String? {
        // What is wrong with a preset's site is noted where its feeds are looked up.
        guard fields[.preset] == nil else { return try? fields[.site]?.webAddress() }
        return errors.noting(try fields[.site]?.webAddress())
    }

    private mutating func selectors(
        _ fields: Fields<Key>, kind: Source.Kind, noting errors: inout [RuleError]
    ) -> PageSelectors? {
        guard let value = fields[.selectors] else { return nil }
        if kind == .feed { errors.append(RuleError(.selectorsOnFeed, at: value.place)) }
        guard let fields = Fields<SelectorKey>(value, noting: &errors) else { return nil }
        let item = selector(errors.noting(try fields.required(.item)), noting: &errors)
        let title = selector(fields[.title], noting: &errors)
        let author = selector(fields[.author], noting: &errors)
        let date = selector(fields[.date], noting: &errors)
        let text = selector(fields[.text], noting: &errors)
        let link = selector(fields[.link], noting: &errors)
        let next = selector(fields[.next], noting: &errors)
        return item.map {
            PageSelectors(
                item: $0, title: title, author: author, date: date, text: text, link: link,
                next: next)
        }
    }

    private mutating func selector(
        _ value: YAMLValue?, noting errors: inout [RuleError]
    ) -> String? {
        guard let value, let text = errors.noting(try value.text()) else { return nil }
        writtenSelectors.append(FeedList.Selector(text: text, place: value.place))
        return text
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
        if let count = errors.noting(try fields?[.maximumPages]?.wholeNumber(in: 1...100)) {
            limits.maximumPages = count
        }
        return limits
    }

    private func terms(
        _ fields: Fields<Key>, defaults: Feed.Terms, noting errors: inout [RuleError]
    ) -> Feed.Terms {
        var terms = defaults
        terms.read(
            pollEvery: fields[.pollEvery], robots: fields[.robots], history: fields[.history],
            noting: &errors)
        if let auth = fields[.auth] {
            terms.authorization = AuthorizationReader.authorization(auth, noting: &errors)
            terms.authorizationPlace = auth.place
        }
        if let uses = errors.noting(try fields[.http]?.isHTTP1()) { terms.usesHTTP1 = uses }
        terms.certificateFile = errors.noting(try fields[.certificateFile]?.workspacePath())
        return terms
    }

    private func noteTermsOutOfPlace(
        _ fields: Fields<Key>, _ feeds: [Feed], noting errors: inout [RuleError]
    ) {
        for feed in feeds {
            switch feed.address {
            case .file:
                for key in [Key.auth, .http, .certificateFile] {
                    guard let value = fields[key] else { continue }
                    let mistake = FetchingMistake.onlyOnTheWeb(key: key.rawValue)
                    errors.append(RuleError(.fetching(mistake), at: value.place))
                }
            case .url(let text):
                guard let auth = fields[.auth], !AuthorizationReader.isSafe(toSendTo: text) else {
                    continue
                }
                errors.append(RuleError(.fetching(.unencrypted), at: auth.place))
                return
            }
        }
    }
}

extension YAMLValue {
    fileprivate func authorPolicy() throws(RuleError) -> AuthorPolicy {
        try choice(of: "author policy")
    }
}
