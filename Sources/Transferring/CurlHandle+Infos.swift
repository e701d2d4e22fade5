import CLibCurl

// What is known of the transfer at hand, or the last one.

extension CurlHandle {
    /// Of the answer; `nil` while there is none.
    package var status: Int? { status(CURLINFO_RESPONSE_CODE) }

    /// What the proxy answered when asked to lead to the host; `nil` if it did not.
    package var proxyStatus: Int? { status(CURLINFO_HTTP_CONNECTCODE) }

    /// How many connections were made for it: none where one that was kept has served.
    package var newConnections: Int { number(CURLINFO_NUM_CONNECTS) }

    /// Where a redirect leads, made whole; `nil` if it is none.
    package var redirectAddress: String? { text(CURLINFO_REDIRECT_URL) }

    /// Of the body, as sent.
    package var receivedBytes: Int { large(CURLINFO_SIZE_DOWNLOAD_T) }

    /// How long the body is said to be; -1 if nothing is said.
    package var announcedBytes: Int { large(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T) }

    /// What is wrong with the certificate that was not accepted.
    package var certificateFlaw: CertificateFlaw {
        CertificateFlaw(verifyResult: number(CURLINFO_SSL_VERIFYRESULT))
    }

    /// How far a transfer has come.
    package enum Milestone {
        case nameLookup, connect, tls
        /// The request could go out.
        case ready
        case firstByte, end
    }

    /// When it came so far, from its start on; zero if it did not, or a kept connection spared it.
    package func time(of milestone: Milestone) -> Duration {
        let info =
            switch milestone {
            case .nameLookup: CURLINFO_NAMELOOKUP_TIME_T
            case .connect: CURLINFO_CONNECT_TIME_T
            case .tls: CURLINFO_APPCONNECT_TIME_T
            case .ready: CURLINFO_PRETRANSFER_TIME_T
            case .firstByte: CURLINFO_STARTTRANSFER_TIME_T
            case .end: CURLINFO_TOTAL_TIME_T
            }
        return .microseconds(large(info))
    }

    // MARK: - For the options

    func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard unsafe shim_easy_get_string(raw, info, &value) == CURLE_OK, let value = unsafe value
        else { return nil }
        return unsafe String(cString: value)
    }

    // MARK: - Private

    private func status(_ info: CURLINFO) -> Int? {
        let number = number(info)
        return number == 0 ? nil : number
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        return unsafe shim_easy_get_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    /// For what libcurl counts in 64 bits: `_T` names.
    private func large(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return unsafe shim_easy_get_offset(raw, info, &value) == CURLE_OK ? Int(value) : 0
    }
}
