import CLibCurl
import Model

/// An http or https address that has passed the gate all requests go through, redirects included.
///
/// libcurl's own parser reads it, the one that later connects: two parsers could see two hosts in
/// one text (`http://127.0.0.1\@example.invalid/`).
struct WebAddress: Hashable, Sendable {
    /// As requested: dot segments folded, other than ASCII percent-encoded, no fragment.
    let text: String
    /// Lower case, without a final dot: what requests to the same server have in common.
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
        try parts.read(text)
        guard let scheme = parts.part(CURLUPART_SCHEME), ["http", "https"].contains(scheme) else {
            throw .scheme
        }
        parts.dropFragment()
        guard let host = parts.part(CURLUPART_HOST), let whole = parts.part(CURLUPART_URL) else {
            throw .unreadable
        }
        self.text = whole
        let key = host.lowercased()
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
        do throws(Refusal) {
            try parts.read(text)
            try parts.read(reference)
            return parts.part(CURLUPART_URL) ?? reference
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

/// One parsed address of libcurl.
@safe private final class CurlAddress {
    private let raw: OpaquePointer

    init() {
        guard let raw = unsafe curl_url() else { preconditionFailure("out of memory") }
        unsafe self.raw = raw
    }

    deinit { unsafe curl_url_cleanup(raw) }

    func read(_ text: String) throws(WebAddress.Refusal) {
        let flags = UInt32(CURLU_DISALLOW_USER) | UInt32(CURLU_URLENCODE)
        switch unsafe curl_url_set(raw, CURLUPART_URL, text, flags) {
        case CURLUE_OK: break
        case CURLUE_USER_NOT_ALLOWED: throw .credentials
        case CURLUE_UNSUPPORTED_SCHEME, CURLUE_BAD_SCHEME: throw .scheme
        default: throw .unreadable
        }
    }

    func dropFragment() {
        // Clearing a part that is not there is no error either.
        _ = unsafe curl_url_set(raw, CURLUPART_FRAGMENT, nil, 0)
    }

    func part(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(raw, part, &text, 0) == CURLUE_OK, let text = unsafe text else {
            return nil
        }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}
