import CLibCurl

/// One libcurl easy handle, for one transfer after the other.
///
/// Not `Sendable`: libcurl allows a handle on one thread at a time (libcurl-thread(3)).
@safe package final class CurlHandle {
    let raw: UnsafeMutableRawPointer
    let lent = LentFunctions()
    private var lists: [ListOption: CurlList] = [:]

    /// Makes one that trusts no environment, no older TLS than 1.2, and no unknown certificate.
    package init() throws(CurlError) {
        try CurlLibrary.start()
        guard let raw = unsafe curl_easy_init() else { throw .noHandle }
        unsafe self.raw = raw
        try set(CURLOPT_NOSIGNAL, 1)
        // The empty text switches off what the environment says.
        try set(.proxy, "")
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
    }

    deinit {
        // A connection that is closed may still have something to say.
        lent.functions = Functions()
        unsafe curl_easy_cleanup(raw)
    }

    // MARK: Transfers

    /// Does the transfer; blocks until it has ended.
    package func perform() -> TransferEnd {
        TransferEnd(unsafe curl_easy_perform(raw))
    }

    /// Lets a transfer go on whose body had to wait.
    package func resume() {
        // It fails only for a transfer that has ended, whose end is reported anyway.
        _ = unsafe curl_easy_pause(raw, CURLPAUSE_CONT)
    }

    // MARK: Options

    package func set(_ option: Flag, _ value: Bool = true) throws(CurlError) {
        try set(option.raw, value ? 1 : 0)
    }

    package func set(_ option: NumberOption, _ value: Int) throws(CurlError) {
        switch option {
        case .mostRedirects: try set(CURLOPT_MAXREDIRS, value)
        case .lowSpeedInBytes: try set(CURLOPT_LOW_SPEED_LIMIT, value)
        case .mostBytes: try set(large: CURLOPT_MAXFILESIZE_LARGE, value)
        }
    }

    /// - Parameter value: rounded up, and one unit of the option at least, as libcurl takes zero for
    ///   "no limit".
    package func set(_ option: DurationOption, _ value: Duration) throws(CurlError) {
        let units = value / (option.isInMilliseconds ? .milliseconds(1) : .seconds(1))
        try set(option.raw, max(1, Int(units.rounded(.up))))
    }

    /// - Parameter value: `nil` for none, where the option has a value unless told otherwise.
    package func set(_ option: TextOption, _ value: String?) throws(CurlError) {
        let option = option.raw
        try check(unsafe shim_easy_set_string(raw, option, value), option)
    }

    /// - Parameter lines: of headers those that are not plain ASCII are left out: a line break in one
    ///   would start another.
    package func set(_ option: ListOption, _ lines: [String]) throws(CurlError) {
        let list = CurlList(option == .headers ? lines.filter(Self.isPlain) : lines)
        try check(unsafe shim_easy_set_list(raw, option.raw, list.raw), option.raw)
        // Only now, as libcurl had the last one until here.
        lists[option] = list
    }

    /// Copies the body of a request that is sent by POST.
    package func set(body: [UInt8]) throws(CurlError) {
        try set(large: CURLOPT_POSTFIELDSIZE_LARGE, body.count)
        let option = CURLOPT_COPYPOSTFIELDS
        let code = unsafe body.withUnsafeBytes { buffer in
            unsafe shim_easy_set_pointer(
                raw, option, UnsafeMutableRawPointer(mutating: buffer.baseAddress))
        }
        try check(code, option)
    }

    package func set(_ version: HTTPVersion) throws(CurlError) {
        let value =
            switch version {
            case .http1: CURL_HTTP_VERSION_1_1
            case .http2: CURL_HTTP_VERSION_2TLS
            }
        try set(CURLOPT_HTTP_VERSION, Int(value))
    }

    /// Whether a connection that begins in the open goes on only once it is encrypted.
    package func set(demandsEncryption: Bool) throws(CurlError) {
        let value = demandsEncryption ? CURLUSESSL_ALL : CURLUSESSL_NONE
        try set(CURLOPT_USE_SSL, Int(value.rawValue))
    }

    /// A number to know the transfer by when it has ended among others.
    package func set(key: Int) throws(CurlError) {
        try unsafe set(CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: key))
    }

    /// Reads the certificates that are trusted from the usual file alone, where there is one.
    ///
    /// The usual folder of certificates has the same ones. With both set, libcurl reads the file anew
    /// for each connection, 20 ms in which nobody else is served; with the file alone, once. And the
    /// folder would be trusted beside a file of one's own.
    package func leaveOutCertificateFolder() throws(CurlError) {
        guard text(CURLINFO_CAINFO) != nil else { return }
        try check(unsafe shim_easy_set_string(raw, CURLOPT_CAPATH, nil), CURLOPT_CAPATH)
    }

    // MARK: - For the extensions

    func set(_ option: CURLoption, _ pointer: UnsafeMutableRawPointer?) throws(CurlError) {
        try check(unsafe shim_easy_set_pointer(raw, option, pointer), option)
    }

    func check(_ code: CURLcode, _ option: CURLoption) throws(CurlError) {
        guard code == CURLE_OK else {
            throw .refusedOption(Int(option.rawValue), code: Int(code.rawValue))
        }
    }

    // MARK: - Private

    private func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
        try check(unsafe shim_easy_set_long(raw, option, value), option)
    }

    /// For the options whose names end in `_LARGE`.
    private func set(large option: CURLoption, _ value: Int) throws(CurlError) {
        try check(unsafe shim_easy_set_offset(raw, option, curl_off_t(value)), option)
    }

    /// Looks at the bytes where they lie, which is many times faster than through the text's view.
    private static func isPlain(_ line: String) -> Bool {
        var line = line
        return line.withUTF8 { unsafe $0.allSatisfy { $0 >= 0x20 && $0 <= 0x7e } }
    }
}
