/// An absolute http or https address, and what relative references mean against it (RFC 3986 §5).
///
/// Addresses stay as publishers write them but for blanks, which cannot stand in one.
struct WebAddress: Hashable {
    private let scheme: String
    private let authority: String
    private let path: String
    private let query: String?

    /// `nil` for anything but http and https with a host.
    init?(_ text: String) {
        let reference = Reference(text)
        guard let scheme = reference.scheme, scheme == "http" || scheme == "https",
            let authority = reference.authority, !authority.isEmpty
        else { return nil }
        self.scheme = scheme
        self.authority = authority
        path = reference.path
        query = reference.query
    }

    /// The absolute address of a reference, in whatever scheme it has.
    func resolve(_ text: String) -> String {
        let reference = Reference(text)
        if reference.scheme != nil { return reference.text }
        if let other = reference.authority {
            return "\(scheme)://\(other)\(Self.withoutDots(reference.path))\(reference.tail)"
        }
        let site = "\(scheme)://\(authority)"
        if reference.path.isEmpty {
            let query = (reference.query ?? query).map { "?\($0)" } ?? ""
            return site + path + query + (reference.fragment.map { "#\($0)" } ?? "")
        }
        if reference.path.hasPrefix("/") {
            return site + Self.withoutDots(reference.path) + reference.tail
        }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return site + Self.withoutDots(folder + reference.path) + reference.tail
    }

    /// A field that holds a link: absolute http or https, or `nil`.
    static func link(_ text: String?, base: WebAddress?) -> String? {
        guard let text = text?.nonEmpty else { return nil }
        let absolute = base?.resolve(text) ?? Reference(text).text
        return WebAddress(absolute) == nil ? nil : absolute
    }

    /// What links are relative to where a document states it, itself relative to what was so before;
    /// that, where it states nothing of use.
    static func base(_ stated: String?, within outer: WebAddress?) -> WebAddress? {
        link(stated, base: outer).flatMap { WebAddress($0) } ?? outer
    }

    // MARK: - Private

    /// RFC 3986 §5.2.4.
    private static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".":
                if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default:
                kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }
}

/// A reference, absolute or relative, in its parts (RFC 3986 appendix B).
private struct Reference {
    let text: String
    private(set) var scheme: String?
    private(set) var authority: String?
    let path: String
    private(set) var query: String?
    private(set) var fragment: String?

    init(_ raw: String) {
        text = Self.cleaned(raw)
        var rest = text[...]
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// Query and fragment as they are written.
    var tail: String {
        (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetter else { return false }
        return text.utf8.allSatisfy {
            $0.isASCIIAlphanumeric || $0 == .dash || $0 == UInt8(ascii: "+")
                || $0 == UInt8(ascii: ".")
        }
    }

    /// Line breaks and tabs fall away, as browsers have it; blanks are written `%20`.
    private static func cleaned(_ raw: String) -> String {
        let text = raw.trimmed
        guard text.utf8.contains(where: { $0 <= .space }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 where byte >= .space {
            if byte == .space { bytes.append(contentsOf: "%20".utf8) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
