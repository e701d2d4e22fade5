/// An absolute http or https address, and what relative references mean against it (RFC 3986 §5).
///
/// Addresses stay as publishers write them but for blanks, which cannot stand in one.
struct WebAddress: Hashable {
    /// Without a fragment; the scheme in lower case.
    private let bytes: [UInt8]
    private let schemeEnd: Int
    private let siteEnd: Int
    private let pathEnd: Int

    /// `nil` for anything but http and https with a host.
    init?(_ text: String) {
        self.init(Reference(Array(text.utf8)))
    }

    /// In lower case, without `www.`, user and port.
    var host: String {
        let authority = site.dropFirst(schemeEnd + 3)
        let start =
            authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
        let host = String(decoding: authority[start...].prefix { $0 != .colon }, as: UTF8.self)
            .lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The absolute address of a reference, in whatever scheme it has.
    func resolve(_ text: String) -> String {
        String(decoding: resolve(Array(text.utf8)), as: UTF8.self)
    }

    /// The absolute address of a reference in UTF-8.
    func resolve(_ bytes: [UInt8]) -> [UInt8] {
        resolve(Reference(bytes))
    }

    /// A field that holds a link: absolute http or https, or `nil`.
    static func link(_ text: String?, base: WebAddress?) -> String? {
        guard var text else { return nil }
        // Escaped once too often, as in a CDATA section; no address has it for another reason.
        if text.utf8.span.holds(.ampersand) { text = withoutEscapes(text) }
        if mayHaveInvisibleEnds(text.utf8.span) { text = withoutInvisibleEnds(text) }
        if isAbsolute(text.utf8.span) { return text }
        let reference = Reference(Array(text.utf8))
        guard !reference.bytes.isEmpty else { return nil }
        if reference.lacksScheme(host: base?.host) {
            let start = reference.authority == nil ? "://" : ":"
            let scheme = base.map { String(decoding: $0.scheme, as: UTF8.self) } ?? usualScheme
            return link(
                scheme + start + String(decoding: reference.bytes, as: UTF8.self), base: nil)
        }
        guard let base, !reference.hasScheme else {
            guard reference.isWebAddress else { return nil }
            return reference.isAsWritten ? text : String(decoding: reference.bytes, as: UTF8.self)
        }
        let absolute = Reference(base.resolve(reference))
        return absolute.isWebAddress ? String(decoding: absolute.bytes, as: UTF8.self) : nil
    }

    /// What links are relative to where a document states it, itself relative to what was so before;
    /// that, where it states nothing of use.
    ///
    /// One longer than an address may be is of none: with it a document could state a link of a few
    /// bytes, thousands of times, that is thousands of bytes long.
    static func base(_ stated: String?, within outer: WebAddress?) -> WebAddress? {
        guard let link = link(stated, base: outer),
            link.utf8.count <= FieldLimit.addressSizeInBytes
        else { return outer }
        return WebAddress(link) ?? outer
    }

    // MARK: - Private

    /// Of addresses without one, where nothing tells which.
    private static let usualScheme = "https"

    private static func withoutEscapes(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return bytes.offset(of: "&amp;", from: 0) == nil
            ? text : text.replacing("&amp;", with: "&")
    }

    /// Whether a look at the bytes cannot rule out that something invisible stands at either end.
    private static func mayHaveInvisibleEnds(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return false }
        let (first, last) = (text[0], text[text.count - 1])
        return first <= .space || first >= 0x80 || last <= .space || last >= 0x80
    }

    /// Without the blanks of every kind, byte order marks and other signs of no width that come along
    /// where a link is pasted, and are no part of it (RFC 3986 appendix C).
    private static func withoutInvisibleEnds(_ text: String) -> String {
        let scalars = text.unicodeScalars
        func isVisible(_ scalar: Unicode.Scalar) -> Bool {
            !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
        }
        guard let first = scalars.firstIndex(where: isVisible),
            let last = scalars.lastIndex(where: isVisible)
        else { return "" }
        return String(scalars[first...last])
    }

    /// Whether text is an absolute address as it stands, as most are; `false` does not mean that it is
    /// none.
    private static func isAbsolute(_ text: Span<UInt8>) -> Bool {
        let start = hasPrefix("https://", text) ? 8 : hasPrefix("http://", text) ? 7 : text.count
        guard start < text.count, text[start] != .slash, text[start] != .question,
            text[start] != .hash
        else { return false }
        for index in start..<text.count where unsafe text[unchecked: index] <= .space {
            return false
        }
        return true
    }

    private static func hasPrefix(_ prefix: StaticString, _ text: Span<UInt8>) -> Bool {
        guard text.count >= prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount
        where unsafe text[index] != prefix.utf8Start[index] {
            return false
        }
        return true
    }

    private init?(_ reference: Reference) {
        guard reference.isWebAddress, let authority = reference.authority else { return nil }
        let scheme = reference.bytes[reference.scheme].map(\.lowercasedASCII)
        let site = scheme + Array("://".utf8) + reference.bytes[authority]
        let path = reference.bytes[reference.path]
        bytes = site + path + reference.bytes[reference.query]
        schemeEnd = scheme.count
        siteEnd = site.count
        pathEnd = site.count + path.count
    }

    private var scheme: ArraySlice<UInt8> { bytes[..<schemeEnd] }
    /// Scheme and authority: what an absolute path follows.
    private var site: ArraySlice<UInt8> { bytes[..<siteEnd] }
    private var path: ArraySlice<UInt8> { bytes[siteEnd..<pathEnd] }
    /// With its `?`; empty if there is none.
    private var query: ArraySlice<UInt8> { bytes[pathEnd...] }

    private func resolve(_ reference: Reference) -> [UInt8] {
        if reference.hasScheme { return reference.bytes }
        let path = reference.bytes[reference.path]
        let tail = reference.bytes[reference.query.lowerBound...]
        var address: [UInt8] = []
        address.reserveCapacity(bytes.count + reference.bytes.count)
        if let authority = reference.authority {
            address.append(contentsOf: scheme)
            address.append(contentsOf: "://".utf8)
            address.append(contentsOf: reference.bytes[authority])
            address.append(contentsOf: Self.withoutDots(path))
        } else {
            address.append(contentsOf: site)
            if path.isEmpty {
                address.append(contentsOf: self.path)
                if reference.query.isEmpty { address.append(contentsOf: query) }
            } else if path.first == .slash {
                address.append(contentsOf: Self.withoutDots(path))
            } else {
                let folder = self.path.lastIndex(of: .slash).map { self.path[...$0] } ?? [.slash]
                address.append(contentsOf: Self.withoutDots(Array(folder)[...] + path))
            }
        }
        address.append(contentsOf: tail)
        return address
    }

    /// RFC 3986 §5.2.4.
    private static func withoutDots(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let hasDots = path.indices.contains { index in
            path[index] == .dot && (index == path.startIndex || path[index - 1] == .slash)
        }
        guard hasDots else { return path }
        var kept: [ArraySlice<UInt8>] = []
        let segments = path.split(separator: .slash, omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case [.dot]:
                if isLast { kept.append([]) }
            case [.dot, .dot]:
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append([]) }
            default:
                kept.append(segment)
            }
        }
        return Array(kept.joined(separator: [.slash]))[...]
    }
}

/// A reference, absolute or relative, in its parts (RFC 3986 appendix B).
private struct Reference {
    /// Line breaks and tabs fall away, as browsers have it; blanks are written `%20`.
    let bytes: [UInt8]
    /// Whether the bytes are those that were given.
    let isAsWritten: Bool
    /// Empty if there is none.
    let scheme: Range<Int>
    let authority: Range<Int>?
    let path: Range<Int>
    /// With its `?`; empty if there is none.
    ///
    /// The fragment is what follows.
    let query: Range<Int>

    init(_ raw: [UInt8]) {
        isAsWritten = !raw.contains { $0 <= .space }
        bytes = isAsWritten ? raw : Self.cleaned(raw)
        let fragment = bytes.offset(of: .hash, from: 0, to: bytes.count)
        let question = bytes.offset(of: .question, from: 0, to: fragment)
        query = question..<fragment
        let colon = bytes.offset(of: .colon, from: 0, to: question)
        let hasScheme = colon < question && Self.isScheme(bytes[..<colon])
        scheme = 0..<(hasScheme ? colon : 0)
        let start = hasScheme ? colon + 1 : 0
        if start + 1 < question, bytes[start] == .slash, bytes[start + 1] == .slash {
            let end = bytes.offset(of: .slash, from: start + 2, to: question)
            authority = start + 2..<end
            path = end..<question
        } else {
            authority = nil
            path = start..<question
        }
    }

    var hasScheme: Bool { !scheme.isEmpty }

    /// Whether it is an absolute http or https address with a host.
    var isWebAddress: Bool {
        bytes.hasPrefix(scheme.count == 5 ? "https:" : "http:", at: 0)
            && authority?.isEmpty == false
    }

    /// Whether it is an address of which only the scheme is missing.
    ///
    /// Such are `www.a.example/1` and, for a site that is known, `a.example/1`; `//a.example/1` is one
    /// where no base gives it a scheme.
    ///
    /// - Parameter host: that of the base; `nil` without one.
    func lacksScheme(host: String?) -> Bool {
        guard !hasScheme else { return false }
        if let authority { return host == nil && !authority.isEmpty }
        let bytes = bytes[..<endOfHost]
        guard bytes.allSatisfy({ $0.isASCIIAlphanumeric || $0 == .dash || $0 == .dot }) else {
            return false
        }
        let name = String(decoding: bytes, as: UTF8.self).lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, !labels.contains("") else { return false }
        return labels[0] == "www" ? labels.count > 2 : name == host
    }

    private var endOfHost: Int {
        bytes.firstIndex { $0 == .slash || $0 == .question || $0 == .hash } ?? bytes.count
    }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, first.isASCIILetter else { return false }
        return bytes.allSatisfy {
            $0.isASCIIAlphanumeric || $0 == .dash || $0 == UInt8(ascii: "+") || $0 == .dot
        }
    }

    private static func cleaned(_ raw: [UInt8]) -> [UInt8] {
        guard let first = raw.firstIndex(where: { !$0.isASCIISpace }),
            let last = raw.lastIndex(where: { !$0.isASCIISpace })
        else { return [] }
        var bytes: [UInt8] = []
        for byte in raw[first...last] where byte >= .space {
            if byte == .space { bytes.append(contentsOf: "%20".utf8) } else { bytes.append(byte) }
        }
        return bytes
    }
}
