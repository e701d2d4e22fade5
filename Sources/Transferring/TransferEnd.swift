import CLibCurl

/// How a transfer ended, as far as libcurl can say (libcurl-errors(3)).
package struct TransferEnd: Hashable, Sendable {
    package let kind: Kind
    private let number: UInt32

    package enum Kind: Hashable, Sendable {
        case complete
        case badAddress, unknownProtocol
        case nameNotFound, proxyNotFound, notConnected
        case noHandshake, untrustedCertificate, unreadableCertificateFile
        /// No encryption is to be had where it is wanted.
        case noEncryption
        case accessDenied
        case timedOut
        /// Announced as longer than may come.
        case tooLong
        /// One of our functions said so.
        case endedByUs
        case undecodable
        /// Also a line longer than libcurl reads.
        case outOfMemory
        case strangeAnswer
        /// Broke off, or ended short of the announced length.
        case interrupted
        case other
    }

    /// In libcurl's words.
    package var text: String {
        unsafe String(cString: curl_easy_strerror(CURLcode(rawValue: number)))
    }

    init(_ code: CURLcode) {
        kind = Self.kind(of: code)
        number = code.rawValue
    }

    // MARK: - Private

    private static func kind(of code: CURLcode) -> Kind {
        switch code {
        case CURLE_OK: .complete
        case CURLE_URL_MALFORMAT: .badAddress
        case CURLE_UNSUPPORTED_PROTOCOL: .unknownProtocol
        case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound
        case CURLE_COULDNT_RESOLVE_PROXY: .proxyNotFound
        case CURLE_COULDNT_CONNECT: .notConnected
        case CURLE_SSL_CONNECT_ERROR: .noHandshake
        case CURLE_PEER_FAILED_VERIFICATION: .untrustedCertificate
        case CURLE_SSL_CACERT_BADFILE: .unreadableCertificateFile
        case CURLE_USE_SSL_FAILED: .noEncryption
        case CURLE_LOGIN_DENIED: .accessDenied
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_FILESIZE_EXCEEDED: .tooLong
        case CURLE_ABORTED_BY_CALLBACK: .endedByUs
        // Our own functions know why they end a transfer, so this one is mostly the decoder's.
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR: .undecodable
        case CURLE_OUT_OF_MEMORY: .outOfMemory
        case CURLE_WEIRD_SERVER_REPLY: .strangeAnswer
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING,
            CURLE_HTTP2, CURLE_HTTP2_STREAM:
            .interrupted
        default: .other
        }
    }
}
