/// A line of a robots.txt that says something to a crawler.
enum RobotsLine: Hashable, Sendable {
    case agent(RobotsAgent)
    /// `nil` for a rule that covers no path.
    case rule(RobotsRule?)
    /// `nil` for a time that cannot be read.
    case crawlDelay(Duration?)

    /// - Parameter octets: without the line's end.
    /// - Returns: `nil` for comments, and for lines that speak of something else, such as sitemaps.
    init?(_ octets: [UInt8]) {
        let text = Self.trimmed(octets.prefix { $0 != UInt8(ascii: "#") })
        guard let (name, value) = Self.parts(of: text) else { return nil }
        switch Self.folded(name) {
        case "useragent": self = .agent(RobotsAgent(value))
        case "alow": self = .rule(RobotsRule(isAllowed: true, path: value))
        case "disalow": self = .rule(RobotsRule(isAllowed: false, path: value))
        case "crawldelay": self = .crawlDelay(CrawlDelay.duration(value))
        default: return nil
        }
    }

    static func isWhiteSpace(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x09 || octet == 0x0b || octet == 0x0c
    }

    // MARK: - Private

    /// The name and the value that a colon parts.
    ///
    /// Where the colon was forgotten, white space will do if it leaves exactly two words, as
    /// Google's crawler has it: `Disallow /private` is meant as a rule, `Disallow all of it` may be
    /// anything.
    private static func parts(of text: ArraySlice<UInt8>) -> (
        name: ArraySlice<UInt8>, value: ArraySlice<UInt8>
    )? {
        if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            return (trimmed(text[..<colon]), trimmed(text[(colon + 1)...]))
        }
        let words = text.split(maxSplits: 2, whereSeparator: isWhiteSpace)
        return words.count == 2 ? (words[0], words[1]) : nil
    }

    /// The name in lower case, without hyphens, spaces and doubled letters.
    ///
    /// So `Dissallow`, `disalow`, `useragent` and `User agent` are understood. Nothing else in these
    /// files is written nearly so, and to pass over a misspelt rule would be to fetch what the
    /// owner asked us not to.
    private static func folded(_ name: ArraySlice<UInt8>) -> String? {
        guard name.count <= longestName else { return nil }
        var folded: [UInt8] = []
        for octet in name.map(lowercased) where octet != UInt8(ascii: "-") && !isWhiteSpace(octet) {
            if folded.last != octet { folded.append(octet) }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private static let longestName = 32

    private static func trimmed(_ octets: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let end = octets.lastIndex(where: { !isWhiteSpace($0) }) else { return [] }
        return octets[...end].drop(while: isWhiteSpace)
    }
}
