import Foundation

/// An address from a feed that a page may link to, and the host a reader sees beside it.
struct OutsideLink: Hashable {
    let href: String
    let host: String

    /// - Returns: `nil` for all but http and https, and for an address with a user or no host.
    init?(_ address: String?) {
        guard let address, address.utf8.count <= 2_000 else { return nil }
        let scalars = address.unicodeScalars
        guard let slashes = scalars.firstRange(of: "://".unicodeScalars) else { return nil }
        let path =
            scalars[slashes.upperBound...].firstIndex { "/?#".unicodeScalars.contains($0) }
            ?? scalars.endIndex
        guard let parts = URLComponents(string: String(scalars[..<path])),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.encodedHost, !host.isEmpty, parts.user == nil, parts.password == nil,
            let origin = parts.string
        else { return nil }
        href = origin + Self.escaped(scalars[path...])
        self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    // MARK: - Private

    /// What a path, query and fragment may hold (RFC 3986 §3.3 to §3.5).
    private static let allowed = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?".utf8)

    /// Escapes what an address may not hold and leaves what is escaped already: `URLComponents`
    /// escapes that once more where a character beside it is not allowed, such as `[` in a query.
    private static func escaped(_ rest: Substring.UnicodeScalarView) -> String {
        let bytes = Array(String(rest).utf8)
        let fragment = bytes.firstIndex(of: UInt8(ascii: "#"))
        return bytes.indices.map { place in
            let byte = bytes[place]
            let isEscape =
                byte == UInt8(ascii: "%")
                && bytes[(place + 1)...].prefix(2).count(where: isHexadecimal) == 2
            return isEscape || place == fragment || allowed.contains(byte)
                ? String(UnicodeScalar(byte)) : String(format: "%%%02X", byte)
        }.joined()
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        Character(UnicodeScalar(byte)).isHexDigit
    }
}
