import Foundation

/// An address from a feed that a page may link to, and the host a reader sees beside it.
struct OutsideLink: Hashable {
    let href: String
    let host: String

    /// - Returns: `nil` for all but http and https, and for an address with a user or no host.
    init?(_ address: String?) {
        guard let address, address.utf8.count <= 2_000, let parts = URLComponents(string: address),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = parts.encodedHost, !host.isEmpty, parts.user == nil, parts.password == nil,
            let href = parts.string
        else { return nil }
        self.href = href
        self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
