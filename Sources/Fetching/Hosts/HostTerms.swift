/// How each host is asked: the pause between two starts, and how many requests at once.
struct HostTerms: Sendable {
    private let usual: Terms
    private let byDomain: [String: FetchSettings.DomainTerms]

    struct Terms: Hashable, Sendable {
        let pause: Duration
        let atOnce: Int
    }

    init(_ settings: FetchSettings) {
        usual = Terms(pause: settings.pausePerHost, atOnce: max(1, settings.requestsPerHost))
        byDomain = settings.termsByDomain
    }

    /// Where requests to a host queue up: with the whole domain where it has terms of its own.
    func line(ofHost host: String) -> HostSchedule.Line {
        .host(domain(of: host) ?? host)
    }

    func terms(of line: HostSchedule.Line) -> Terms {
        switch line {
        case .files: Terms(pause: .zero, atOnce: 1)
        case .host(let name):
            byDomain[name].map { Terms(pause: $0.pause, atOnce: max(1, $0.atOnce)) } ?? usual
        }
    }

    /// How many of a host's feeds are asked in one run; `nil` for all.
    func feedsPerRun(in line: HostSchedule.Line) -> Int? {
        guard case .host(let name) = line else { return nil }
        return byDomain[name]?.feedsPerRun
    }

    // MARK: - Private

    /// The longest domain with terms of its own that the host is, or belongs to.
    private func domain(of host: String) -> String? {
        guard !byDomain.isEmpty else { return nil }
        var name = Substring(host)
        while byDomain[String(name)] == nil {
            guard let dot = name.firstIndex(of: ".") else { return nil }
            name = name[name.index(after: dot)...]
        }
        return String(name)
    }
}
