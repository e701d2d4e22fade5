/// What the robots.txt of one origin (scheme, host and port) says to us (RFC 9309).
///
/// Kept is only what can decide something: the rules of the group that speaks to us, most specific
/// first. The longest rule that matches decides; of two equally long ones, the one that allows.
package struct RobotsRules: Hashable, Sendable {
    private let rules: [RobotsRule]
    /// Least time between two requests, one day at most; `nil` when none is asked for.
    ///
    /// Not in the RFC, but asked for by enough sites to be read.
    package let crawlDelay: Duration?

    /// Everything may be fetched: there is no robots.txt, or it forbids us nothing.
    package static let allowAll = Self(rules: [], crawlDelay: nil)

    init(rules: [RobotsRule], crawlDelay: Duration?) {
        var sorted = rules.sorted { $0.precedes($1) }
        // Nothing comes after these that they could make an exception from.
        while sorted.last?.isAllowed == true { sorted.removeLast() }
        self.rules = sorted.enumerated()
            .filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
        self.crawlDelay = crawlDelay
    }

    /// The rule because of which the path may not be fetched; `nil` if it may.
    ///
    /// - Parameter pathAndQuery: as in the request line, encoded or not; empty means `/`.
    func ruleForbidding(_ pathAndQuery: String) -> RobotsRule? {
        if rules.isEmpty || Self.isRobotsFile(pathAndQuery) { return nil }
        let path = RobotsPath.octets(ofPath: pathAndQuery)
        let decisive = rules.first { $0.pattern.matches(path) }
        return decisive?.isAllowed == false ? decisive : nil
    }

    /// Whether it is the path of robots.txt, which may always be fetched (RFC 9309 §2.2.2): whoever
    /// may not read the rules cannot follow them.
    static func isRobotsFile(_ pathAndQuery: String) -> Bool {
        RobotsPath.octets(ofPath: pathAndQuery).elementsEqual("/robots.txt".utf8)
    }
}

// MARK: - In the archive

extension RobotsRules {
    /// The rules as a short robots.txt without agents, from which `init(stored:)` makes the same.
    ///
    /// Printable ASCII and line feeds; the same text for the same rules.
    package var stored: String {
        let delay = crawlDelay.map { ["Crawl-delay: \(CrawlDelay.text(of: $0))"] } ?? []
        return (rules.map(\.description) + delay).map { $0 + "\n" }.joined()
    }

    /// Ignores what it cannot read.
    package init(stored: String) {
        var rules: [RobotsRule] = []
        var crawlDelay: Duration?
        for line in stored.utf8.split(separator: UInt8(ascii: "\n")) {
            switch RobotsLine(Array(line)) {
            case .rule(let rule?): rules.append(rule)
            case .crawlDelay(let delay?): crawlDelay = delay
            case .agent, .rule(nil), .crawlDelay(nil), nil: break
            }
        }
        self.init(rules: rules, crawlDelay: crawlDelay)
    }
}
