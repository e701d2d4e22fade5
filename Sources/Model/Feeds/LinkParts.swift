/// An absolute address cut where its parts meet; what is taken away is taken from the cuts.
struct LinkParts {
    private let bytes: [UInt8]
    private let scheme: Range<Int>
    /// With user and port.
    private var host: Range<Int>
    private var path: Range<Int>
    /// Stands for the end of the path that was cut off.
    private var pathEnding: StaticString = ""
    /// Of the path, each with a `;` before it.
    private let pathParameters: Range<Int>
    /// With its `?`.
    private let query: Range<Int>
    /// With its `#`.
    private var fragment: Range<Int>

    /// `nil` if there is no `://` with a host behind it.
    init?(_ bytes: [UInt8]) {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 3 < bytes.count,
            bytes[colon + 1] == .slash, bytes[colon + 2] == .slash
        else { return nil }
        scheme = 0..<colon
        let fragmentStart = bytes[(colon + 3)...].firstIndex(of: .hash) ?? bytes.count
        let mark = bytes[colon + 3..<fragmentStart].firstIndex(of: .question) ?? fragmentStart
        let slash = bytes[colon + 3..<mark].firstIndex(of: .slash) ?? mark
        let semicolon = bytes[slash..<mark].firstIndex(of: .semicolon) ?? mark
        host = colon + 3..<slash
        path = slash..<semicolon
        pathParameters = semicolon..<mark
        query = mark..<fragmentStart
        fragment = fragmentStart..<bytes.count
        self.bytes = bytes
        guard !host.isEmpty else { return nil }
    }

    /// Whether the fragment is the page, or a post in it.
    var hasTellingFragment: Bool {
        guard fragment.count > 1, let last = bytes[fragment].last else { return false }
        let second = bytes[fragment.lowerBound + 1]
        return second == UInt8(ascii: "!") || second == .slash
            || last.isDigit && !bytes[fragment].contains(UInt8(ascii: "="))
    }

    /// The page whose address a cache of AMP pages has in its own: `/c/s/site/page`, `/v/s/site/page`,
    /// `/amp/s/site/page`; without `s` it is http.
    var cachedPage: LinkParts? {
        let isCache =
            hostEnds(in: ".cdn.ampproject.org")
            || path.count > 5 && has("/amp/", at: path.lowerBound)
                && (canonicalHost == "google.com" || canonicalHost.hasPrefix("www.google."))
        guard isCache else { return nil }
        var parts = bytes[path].split(separator: .slash).dropFirst()
        let isSecure = parts.first?.elementsEqual("s".utf8) == true
        if isSecure { parts = parts.dropFirst() }
        guard let site = parts.first, site.contains(.dot) else { return nil }
        // The page's own parameters stand behind the cache's path.
        return LinkParts(
            Array((isSecure ? "https://" : "http://").utf8)
                + parts.joined(separator: CollectionOfOne(.slash))
                + bytes[pathParameters.lowerBound..<query.upperBound])
    }

    /// The page that a search engine's or network's own address leads on to, as those of news alerts do.
    var redirectTarget: LinkParts? {
        // Nearly every path is of another length.
        guard [4, 6, 19].contains(path.count) else { return nil }
        let host = canonicalHost
        let names: [String] =
            switch String(decoding: bytes[path], as: UTF8.self) {
            case "/url" where host == "google.com" || host.hasPrefix("www.google."): ["url", "q"]
            case "/news/apiclick.aspx" where host == "bing.com" || host.hasPrefix("www.bing."):
                ["url"]
            case "/l.php" where host == "l.facebook.com" || host == "lm.facebook.com": ["u"]
            default: []
            }
        guard !names.isEmpty else { return nil }
        for parameter in bytes[query].dropFirst().split(separator: .ampersand) {
            let halves = parameter.split(separator: UInt8(ascii: "="), maxSplits: 1)
            guard halves.count == 2, names.contains(String(decoding: halves[0], as: UTF8.self)),
                let target = Self.percentDecoded(halves[1]),
                target.starts(with: "http".utf8)
            else { continue }
            return LinkParts(target)
        }
        return nil
    }

    /// The address as it was given.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func dropFragment() { fragment = fragment.upperBound..<fragment.upperBound }

    /// `/a/amp`, `/a/amp/`, `/amp/a`, `/a.amp`, `/a.amp.html`; what is left has none of them.
    mutating func dropAMP() {
        var length: Int
        repeat {
            length = path.count
            dropOuterAMP()
        } while path.count < length
    }

    /// The port that the scheme has anyway, and the dot of a name that is not relative to another one
    /// (RFC 1034 §3.1).
    mutating func dropHostEnd() {
        let port: StaticString = scheme.count == 4 ? ":80" : ":443"
        let length = port.utf8CodeUnitCount
        while true {
            if host.count > length, hostEnds(in: port) {
                host = host.lowerBound..<host.upperBound - length
            } else if host.count > 1, bytes[host.upperBound - 1] == .dot {
                host = host.lowerBound..<host.upperBound - 1
            } else {
                return
            }
        }
    }

    /// The address without some parameters, scheme and host in their usual spelling.
    func canonicalText(without isLeftOut: (LinkParameter) -> Bool) -> String {
        var text = schemeText
        appendCanonicalHost(to: &text)
        _ = appendRest(to: &text, without: isLeftOut)
        return String(decoding: text, as: UTF8.self)
    }

    /// The address without some parameters; `nil` if it has none of them.
    func text(without isLeftOut: (LinkParameter) -> Bool) -> String? {
        var text = schemeText
        text.append(contentsOf: bytes[host])
        return appendRest(to: &text, without: isLeftOut)
            ? String(decoding: text, as: UTF8.self) : nil
    }

    // MARK: - Private

    /// In lower case and with its `://`, in memory that holds all the rest too.
    private var schemeText: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes[..<host.lowerBound] { text.append(byte.lowercasedASCII) }
        return text
    }

    private var canonicalHost: String {
        var text: [UInt8] = []
        appendCanonicalHost(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` where a `%` has no two digits behind it.
    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                output.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            // A sign would be read as part of the number.
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            output.append(value)
            rest = rest.dropFirst(2)
        }
        return output
    }

    private mutating func dropOuterAMP() {
        // Else `.html` stands behind it.
        let isWhole = pathEnding.utf8CodeUnitCount == 0
        if path.count > (isWhole ? 5 : 4), has("/amp/", at: path.lowerBound) {
            path = path.lowerBound + 4..<path.upperBound
        }
        if isWhole, endsPath(in: "/amp/") { shortenPath(by: 1) }
        if isWhole, endsPath(in: "/amp"), path.count > 4 { shortenPath(by: 4) }
        if isWhole, endsPath(in: ".amp.html") {
            shortenPath(by: 9)
            pathEnding = ".html"
        } else if endsPath(in: ".amp") {
            shortenPath(by: 4)
        }
    }

    private mutating func shortenPath(by count: Int) {
        path = path.lowerBound..<path.upperBound - count
    }

    private func endsPath(in ending: StaticString) -> Bool {
        path.count >= ending.utf8CodeUnitCount
            && has(ending, at: path.upperBound - ending.utf8CodeUnitCount)
    }

    private func has(_ text: StaticString, at start: Int) -> Bool {
        for index in 0..<text.utf8CodeUnitCount
        where unsafe bytes[start + index] != text.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether the host ends in text written in lower case, letters in either case.
    private func hostEnds(in ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        guard host.count >= length else { return false }
        for index in 0..<length
        where unsafe bytes[host.upperBound - length + index].lowercasedASCII
            != ending.utf8Start[index]
        {
            return false
        }
        return true
    }

    /// In lower case and without labels of mobile pages.
    private func appendCanonicalHost(to text: inout [UInt8]) {
        var start = text.count
        if bytes[host].allSatisfy({ $0 < 0x80 }) {
            for byte in bytes[host] { text.append(byte.lowercasedASCII) }
        } else {
            text.append(contentsOf: String(decoding: bytes[host], as: UTF8.self).lowercased().utf8)
        }
        // The last two labels are the site's own name, or what many sites share: `m.com.pl`.
        guard let lastDot = text[start...].lastIndex(of: .dot) else { return }
        var kept = start
        while let dot = text[start..<lastDot].firstIndex(of: .dot) {
            let label = start..<dot + 1
            start = dot + 1
            let isLeftOut =
                HostLabels.isMobile(text[label].dropLast())
                && !HostLabels.areSuffix(text[start...])
            if isLeftOut { continue }
            for place in label {
                text[kept] = text[place]
                kept += 1
            }
        }
        text.removeSubrange(kept..<start)
    }

    /// Appends path, query and fragment.
    ///
    /// - Returns: whether a parameter was left out.
    private func appendRest(to text: inout [UInt8], without isLeftOut: (LinkParameter) -> Bool)
        -> Bool
    {
        text.append(contentsOf: bytes[path])
        text.append(contentsOf: pathEnding.description.utf8)
        let changesPath = append(pathParameters, parted: .semicolon, to: &text, without: isLeftOut)
        let changesQuery = append(query, parted: .ampersand, to: &text, without: isLeftOut)
        text.append(contentsOf: bytes[fragment])
        return changesPath || changesQuery
    }

    /// Appends parameters and the mark before them; as they are written, if none is left out.
    private func append(
        _ parameters: Range<Int>, parted separator: UInt8, to text: inout [UInt8],
        without isLeftOut: (LinkParameter) -> Bool
    ) -> Bool {
        guard let mark = bytes[parameters].first else { return false }
        let start = text.count
        var isChanged = false
        var position = parameters.lowerBound + 1
        while position < parameters.upperBound {
            let end =
                bytes[position..<parameters.upperBound].firstIndex(of: separator)
                ?? parameters.upperBound
            if end > position, isLeftOut(LinkParameter(bytes[position..<end])) {
                isChanged = true
            } else if end > position {
                text.append(text.count == start ? mark : separator)
                text.append(contentsOf: bytes[position..<end])
            }
            position = end + 1
            // Some publishers write `&amp;` where a feed wants `&`.
            let isEscaped = separator == .ampersand && position + 4 <= parameters.upperBound
            if isEscaped, has("amp;", at: position) { position += 4 }
        }
        // A `?` with nothing behind it is left out too.
        if text.count == start, separator == .ampersand { isChanged = true }
        if !isChanged {
            text.removeSubrange(start...)
            text.append(contentsOf: bytes[parameters])
        }
        return isChanged
    }
}

extension UInt8 {
    fileprivate static let hash = UInt8(ascii: "#")
    fileprivate static let ampersand = UInt8(ascii: "&")
    fileprivate static let dot = UInt8(ascii: ".")
    fileprivate static let slash = UInt8(ascii: "/")
    fileprivate static let semicolon = UInt8(ascii: ";")
    fileprivate static let question = UInt8(ascii: "?")
}
