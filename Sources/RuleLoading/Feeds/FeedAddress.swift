import Foundation

/// Web addresses as a feeds file may give them.
package enum FeedAddress {
    /// What two spellings of one address have in common: scheme and host in small letters and a path
    /// of at least `/`, without the port that is usual for the scheme (RFC 3986 §6.2.2.1, §6.2.3).
    package static func sameForAllSpellings(of text: String) -> String {
        guard var parts = URLComponents(string: text) else { return text }
        parts.scheme = parts.scheme?.lowercased()
        parts.host = parts.host?.lowercased()
        parts.fragment = nil
        if parts.rangeOfPort?.isEmpty ?? true || parts.port == (parts.scheme == "http" ? 80 : 443) {
            parts.port = nil
        }
        if parts.path.isEmpty { parts.path = "/" }
        return parts.string ?? text
    }

    /// Whether a feeds file may give it: http or https with a host, without user or password.
    package static func isFetchable(_ text: String) -> Bool {
        guard !text.contains(where: \.isWhitespace), let parts = URLComponents(string: text),
            let host = parts.host
        else { return false }
        return !host.isEmpty && ["http", "https"].contains(parts.scheme?.lowercased())
            && parts.user == nil && parts.password == nil && parts.impossiblePort == nil
    }
}

extension URLComponents {
    /// The port, where it is none that a server can have; `nil` for one from 1 to 65535, and for none.
    var impossiblePort: String? {
        guard let text = string, let range = rangeOfPort, !range.isEmpty else { return nil }
        let port = String(text[range])
        return Decimals.wholeNumber(port).map((1...65_535).contains) ?? false ? nil : port
    }
}
