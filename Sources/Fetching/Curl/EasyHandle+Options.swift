import CLibCurl

extension EasyHandle {
    /// Tells libcurl what is the same for all requests.
    ///
    /// Nothing is left to a default that a build or a version may change, and each code is looked
    /// at: a refused option would otherwise be a limit that is not there.
    func configureForAll(_ orders: Transfer.Orders) throws(TransferFault) {
        try set(CURLOPT_HTTPGET, 1)
        try set(CURLOPT_USERAGENT, orders.userAgent)
        if !orders.limits.resolve.isEmpty { try set(resolve: orders.limits.resolve) }
        try configureSafety(orders)
        try configureLimits(orders)
    }

    /// Tells libcurl what this request needs; whatever one needs is set for each.
    func configure(for orders: Transfer.Orders, key: Int) throws(TransferFault) {
        try setKey(key)
        try set(CURLOPT_URL, orders.address.text)
        try set(headers: orders.headers)
        try set(CURLOPT_TIMEOUT_MS, orders.timeout.milliseconds)
        try set(
            CURLOPT_CONNECTTIMEOUT_MS,
            min(orders.limits.connectTimeout, orders.timeout).milliseconds)
        let version = orders.usesHTTP1 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS
        try set(CURLOPT_HTTP_VERSION, Int(version))
        if orders.unpacks {
            // Never "", which would offer br and zstd with their far higher expansion.
            try set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        } else {
            try setNone(CURLOPT_ACCEPT_ENCODING)
        }
        try set(CURLOPT_FRESH_CONNECT, orders.needsNewConnection ? 1 : 0)
        // When libcurl 7.88 has too many connections and closes the oldest, it looks through every host
        // of which it has ever closed one: with 50,000 hosts that took most of a crawl's time.
        try set(CURLOPT_FORBID_REUSE, orders.keepsConnection ? 0 : 1)
        if let file = orders.certificateFile { try set(certificateFile: file) }
    }

    // MARK: - Private

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
        // The usual folder of certificates has the same ones as the usual file. With both set, libcurl
        // reads the file anew for each connection, 20 ms in which nobody else is served; with the file
        // alone, once. And the folder would be trusted beside a feed's own file.
        if text(CURLINFO_CAINFO) != nil { try setNone(CURLOPT_CAPATH) }
        try set(CURLOPT_NOSIGNAL, 1)
    }

    private func configureLimits(_ orders: Transfer.Orders) throws(TransferFault) {
        let limits = orders.limits
        // Ending a transfer would otherwise wait for its name look-up and hold up all others.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeedInBytes)
        try set(CURLOPT_LOW_SPEED_TIME, Int(limits.lowSpeedTime.components.seconds))
        try setLarge(CURLOPT_MAXFILESIZE_LARGE, limits.wireBytes)
        try set(CURLOPT_MAXAGE_CONN, 30)
        try set(CURLOPT_DNS_CACHE_TIMEOUT, Int(HostAddresses.lifetime.components.seconds))
    }
}

extension Duration {
    /// Rounded up, as libcurl takes zero for "no limit".
    fileprivate var milliseconds: Int {
        max(1, Int((self / .milliseconds(1)).rounded(.up)))
    }
}
