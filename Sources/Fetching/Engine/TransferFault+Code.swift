import CLibCurl

extension TransferFault {
    /// What a code of libcurl means that needs no more than itself to be understood.
    ///
    /// - Parameter hasHead: whether the head of an answer had come whole.
    init(_ code: CURLcode, limits: TransferLimits, hasHead: Bool) {
        self =
            switch code {
            case CURLE_OK: .interrupted
            case CURLE_FILESIZE_EXCEEDED: .exceeded(.wire(limit: limits.wireBytes))
            case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound
            case CURLE_COULDNT_RESOLVE_PROXY: .proxy(.nameNotFound)
            case CURLE_SSL_CONNECT_ERROR: .tls(.noHandshake)
            // Our own functions say why they end a transfer, so this one is the decoder's.
            case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR: .undecodable
            // What it calls so is a line longer than it reads.
            case CURLE_OUT_OF_MEMORY where !hasHead:
                .exceeded(.headers(limit: limits.headerBytes))
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: .notHTTP
            case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING,
                CURLE_HTTP2, CURLE_HTTP2_STREAM:
                .interrupted
            default: .library(unsafe String(cString: curl_easy_strerror(code)))
            }
    }
}
