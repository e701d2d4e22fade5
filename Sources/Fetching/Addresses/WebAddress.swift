import Model
import Transferring

/// An http or https address that has passed the gate all requests go through, redirects included.
///
/// libcurl's own parser reads it, the one that later connects: two parsers could see two hosts in
/// one text (`http://127.0.0.1\@example.invalid/`).
struct WebAddress: Hashable, Sendable {
    /// As requested: dot segments folded, other than ASCII percent-encoded, no fragment.
    let text: String
    /// ASCII in lower case, without a final dot: what requests to the same server have in common.
    let host: String

    enum Refusal: Error, Hashable {
        case tooLong
        /// A space, a backslash or a control character.
        case character
        case scheme
        case credentials
        case unreadable
    }

    init(_ text: String) throws(Refusal) {
        guard text.utf8.count <= Self.maximumLength else { throw .tooLong }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }) else {
            throw .character
        }
        let parts = CurlAddress()
        do throws(CurlAddress.Refusal) {
            try parts.read(text)
        } catch {
            throw Refusal(error)
        }
        guard let scheme = parts[.scheme], ["http", "https"].contains(scheme) else {
            throw .scheme
        }
        parts.dropFragment()
        guard let host = parts[.host], let whole = parts[.whole] else { throw .unreadable }
        self.text = whole
        // An international name may stand here and its `xn--` spelling in what leads here.
        let isASCII = host.utf8.allSatisfy { $0 < 0x80 }
        let key = (isASCII ? host : parts[.asciiHost] ?? host).lowercased()
        self.host = key.hasSuffix(".") ? String(key.dropLast()) : key
    }

    var isSecure: Bool { text.hasPrefix("https:") }

    /// Scheme, host and port (RFC 6454 §4), the port only where it is not the scheme's own.
    var origin: String {
        let scheme = isSecure ? "https" : "http"
        let parts = authority.split(separator: ":")
        // The colons of an IPv6 address stand in brackets.
        let port = authority.hasSuffix("]") || parts.count == 1 ? nil : parts.last
        let usual = isSecure ? "443" : "80"
        return "\(scheme)://\(host)" + (port.map { $0 == usual ? "" : ":\($0)" } ?? "")
    }

    /// What follows the host, which is `/` at least.
    var pathAndQuery: String {
        String(text[authority.endIndex...])
    }

    /// Where the host is written as an address, that address.
    var literalAddress: NetworkAddress? { NetworkAddress(host: host) }

    /// The address that a reference in this document means (RFC 3986 §5.2); the reference itself
    /// where it means none.
    func resolved(_ reference: String) -> String {
        let parts = CurlAddress()
        do throws(CurlAddress.Refusal) {
            try parts.read(text)
            try parts.read(reference)
            return parts[.whole] ?? reference
        } catch {
            return reference
        }
    }

    // MARK: - Private

    private static let maximumLength = 2_048

    /// Host and port as they stand in `text`.
    private var authority: Substring {
        let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        return text[start...].prefix { $0 != "/" && $0 != "?" }
    }
}

extension WebAddress.Refusal {
    fileprivate init(_ refusal: CurlAddress.Refusal) {
        self =
            switch refusal {
            case .credentials: .credentials
            case .scheme: .scheme
            case .unreadable: .unreadable
            }
    }
}
