import CLibCurl

/// An address as libcurl reads it (curl_url(3)).
@safe package final class CurlAddress {
    private let raw: OpaquePointer

    package enum Refusal: Error {
        case credentials, scheme, unreadable
    }

    package enum Part {
        case scheme, host, whole
        /// The host as name servers know it (RFC 5890 §2.3.2.1); not there where it is no name.
        case asciiHost
    }

    package init() {
        guard let raw = unsafe curl_url() else { preconditionFailure("out of memory") }
        unsafe self.raw = raw
    }

    deinit { unsafe curl_url_cleanup(raw) }

    /// Takes an address, or a reference in the document whose address it has taken (RFC 3986 §5.2).
    package func read(_ text: String) throws(Refusal) {
        let flags = UInt32(CURLU_DISALLOW_USER) | UInt32(CURLU_URLENCODE)
        switch unsafe curl_url_set(raw, CURLUPART_URL, text, flags) {
        case CURLUE_OK: break
        case CURLUE_USER_NOT_ALLOWED: throw .credentials
        case CURLUE_UNSUPPORTED_SCHEME, CURLUE_BAD_SCHEME: throw .scheme
        default: throw .unreadable
        }
    }

    package func dropFragment() {
        // Clearing a part that is not there is no error either.
        _ = unsafe curl_url_set(raw, CURLUPART_FRAGMENT, nil, 0)
    }

    /// - Returns: `nil` for a part that is not there.
    package subscript(part: Part) -> String? {
        let number =
            switch part {
            case .scheme: CURLUPART_SCHEME
            case .host, .asciiHost: CURLUPART_HOST
            case .whole: CURLUPART_URL
            }
        let flags = part == .asciiHost ? UInt32(CURLU_PUNYCODE) : 0
        var text: UnsafeMutablePointer<CChar>?
        let code = CurlLibrary.readingAllNames {
            unsafe curl_url_get(raw, number, &text, flags)
        }
        guard code == CURLUE_OK, let text = unsafe text else { return nil }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}
