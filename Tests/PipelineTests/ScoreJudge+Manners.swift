// What each request shows of itself.

extension ScoreJudge {
    func manners(_ events: [ScoreEvent]) -> [ScoreViolation] {
        let seen = events.filter { !$0.isRefused }
        let name = seen.first?.header("User-Agent")
        return seen.flatMap { event in
            broken(event, name: name).map { ScoreViolation(rule: $0, event: event) }
        }
    }

    // MARK: - Private

    private func broken(_ event: ScoreEvent, name: String?) -> [ScoreRule] {
        var rules: [ScoreRule] = []
        func forbid(_ isBroken: Bool, _ rule: ScoreRule) {
            if isBroken { rules.append(rule) }
        }
        let agent = event.header("User-Agent")
        forbid(event.method != "GET", .method)
        forbid(event.header("Cookie") != nil, .cookie)
        forbid(event.header("Referer") != nil, .referer)
        forbid(!isKnown(event.place), .strangeAddress)
        forbid(agent != name || agent?.contains("(+http") != true, .userAgent)
        forbid(isOfFeed(event.place) && !namesFeedTypes(event.header("Accept")), .accept)
        forbid(event.header("Accept-Encoding")?.contains("gzip") != true, .noCompression)
        forbid(
            event.header("A-IM") != nil && event.header("If-None-Match") == nil, .delta)
        return rules
    }

    private func isOfFeed(_ place: ScorePlace) -> Bool {
        feeds.contains { $0.place == place || $0.target == place }
    }

    /// Pages have numbers and nothing behind them.
    private func isKnown(_ place: ScorePlace) -> Bool {
        isOfFeed(place) || place.path == "/robots.txt"
            || place.path.hasPrefix("/pages/") && !place.path.contains("?")
    }

    private func namesFeedTypes(_ accept: String?) -> Bool {
        guard let accept else { return false }
        return ["application/atom+xml", "application/rss+xml"].allSatisfy(accept.contains)
    }
}
