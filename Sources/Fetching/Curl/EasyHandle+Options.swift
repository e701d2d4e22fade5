import CLibCurl

extension EasyHandle {
    /// Tells libcurl everything that is the same for all requests or that `orders` say.
    ///
    /// Nothing is left to a default that a build or a version may change, and each code is looked
    /// at: a refused option would otherwise be a limit that is not there.
    func configure(for orders: Transfer.Orders, key: Int) throws(TransferFault) {
        try setKey(key)
        try configureRequest(orders)
        try configureSafety(orders)
        try configureLimits(orders)
    }

    // MARK: - Private

    private func configureRequest(_ orders: Transfer.Orders) throws(TransferFault) {
        try set(CURLOPT_URL, orders.address.text)
        try set(CURLOPT_HTTPGET, 1)
        try set(CURLOPT_USERAGENT, orders.userAgent)
        try set(headers: orders.headers)
        // Never "", which would offer br and zstd with their far higher expansion.
        try set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        let version = orders.usesHTTP1 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS
        try set(CURLOPT_HTTP_VERSION, Int(version))
        if orders.needsNewConnection { try set(CURLOPT_FRESH_CONNECT, 1) }
        if !orders.limits.resolve.isEmpty { try set(resolve: orders.limits.resolve) }
    }

    private func configureSafety(_ orders: Transfer.Orders) throws(TransferFault) {
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        // Redirects are followed by `Poll`, each hop through the gate.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_MAXREDIRS, orders.limits.redirects)
        // The empty text switches off what the environment says.
        try set(CURLOPT_PROXY, orders.proxy ?? "")
        try set(CURLOPT_NOPROXY, "")
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        try set(CURLOPT_UNRESTRICTED_AUTH, 0)
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let file = orders.certificateFile { try set(CURLOPT_CAINFO, file) }
        try set(CURLOPT_NOSIGNAL, 1)
    }

    private func configureLimits(_ orders: Transfer.Orders) throws(TransferFault) {
        let limits = orders.limits
        try set(CURLOPT_TIMEOUT_MS, orders.timeout.milliseconds)
        try set(
            CURLOPT_CONNECTTIMEOUT_MS, min(limits.connectTimeout, orders.timeout).milliseconds)
        // Ending a transfer would otherwise wait for its name look-up and hold up all others.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeedInBytes)
        try set(CURLOPT_LOW_SPEED_TIME, Int(limits.lowSpeedTime.components.seconds))
        try setLarge(CURLOPT_MAXFILESIZE_LARGE, limits.wireBytes)
        try set(CURLOPT_MAXAGE_CONN, 30)
    }
}

extension Duration {
    /// Rounded up, as libcurl takes zero for "no limit".
    fileprivate var milliseconds: Int {
        max(1, Int((self / .milliseconds(1)).rounded(.up)))
    }
}
