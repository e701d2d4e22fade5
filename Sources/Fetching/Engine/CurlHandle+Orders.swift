import Transferring

extension CurlHandle {
    /// Tells libcurl what is the same for all requests.
    ///
    /// Nothing is left to a default that a build or a version may change.
    func configureForAll(_ orders: Transfer.Orders) throws(CurlError) {
        try set(.asksByGet)
        try set(.userAgent, orders.userAgent)
        if !orders.limits.resolve.isEmpty { try set(.knownAddresses, orders.limits.resolve) }
        try configureSafety(orders)
        try configureLimits(orders)
    }

    /// Tells libcurl what this request needs; whatever one needs is set for each.
    func configure(for orders: Transfer.Orders, key: Int) throws(CurlError) {
        try set(key: key)
        try set(.address, orders.address.text)
        try set(.headers, orders.headers)
        try set(.timeout, orders.timeout)
        try set(.connectTimeout, min(orders.limits.connectTimeout, orders.timeout))
        try set(orders.usesHTTP1 ? .http1 : .http2)
        // Never all that libcurl knows, which would offer br and zstd with their far higher expansion.
        try set(.encodings, orders.unpacks ? "gzip, deflate" : nil)
        try set(.needsNewConnection, orders.needsNewConnection)
        // When libcurl 7.88 has too many connections and closes the oldest, it looks through every host
        // of which it has ever closed one: with 50,000 hosts that took most of a crawl's time.
        try set(.closesConnection, !orders.keepsConnection)
        // Where the beginning is all that is read, it does not matter what length is announced.
        try set(.mostBytes, orders.keepsStart ? 0 : orders.limits.wireBytes)
        if let file = orders.certificateFile { try set(.certificateFile, file) }
    }

    // MARK: - Private

    private func configureSafety(_ orders: Transfer.Orders) throws(CurlError) {
        try set(.protocols, "http,https")
        try set(.redirectProtocols, "http,https")
        // Redirects are followed by `Poll`, each hop through the gate.
        try set(.followsRedirects, false)
        try set(.mostRedirects, orders.limits.redirects)
        if let proxy = orders.proxy { try set(.proxy, proxy) }
        try set(.proxyExceptions, "")
        try set(.hidesProxyHead)
        try set(.refusesUserInAddress)
        try set(.keepsCredentialsOverRedirects, false)
        try leaveOutCertificateFolder()
    }

    private func configureLimits(_ orders: Transfer.Orders) throws(CurlError) {
        let limits = orders.limits
        // Ending a transfer would otherwise wait for its name look-up and hold up all others.
        try set(.endsAtOnce)
        try set(.lowSpeedInBytes, limits.lowSpeedInBytes)
        try set(.lowSpeedTime, limits.lowSpeedTime)
        try set(.connectionAge, .seconds(30))
        try set(.nameAge, HostAddresses.lifetime)
    }
}
