import CLibCurl

/// Which libcurl is found when the program runs, and what it encrypts with.
package enum CurlVersion {
    /// Such as `7.88.1`.
    package static var current: String {
        unsafe String(cString: information.pointee.version)
    }

    /// The library that libcurl uses for TLS, such as `("OpenSSL", "3.0.17")`; `nil` if it has none.
    package static var encryption: (name: String, version: String)? {
        guard let text = unsafe information.pointee.ssl_version else { return nil }
        return encryption(unsafe String(cString: text))
    }

    /// - Parameter text: as `curl_version_info` has it; one with several libraries names those that
    ///   are not in use in parentheses: `(GnuTLS/3.7.9) OpenSSL/3.0.17`.
    package static func encryption(_ text: String) -> (name: String, version: String)? {
        guard let used = text.split(separator: " ").first(where: { $0.first != "(" }) else {
            return nil
        }
        let halves = used.split(separator: "/", maxSplits: 1).map(String.init)
        return halves.count == 2 ? (halves[0], halves[1]) : nil
    }

    // MARK: - Private

    /// Both fields have been there from the first version of the structure on.
    private static var information: UnsafeMutablePointer<curl_version_info_data> {
        guard let information = unsafe curl_version_info(CURLVERSION_FIRST) else {
            preconditionFailure("libcurl always tells its version (curl_version_info(3))")
        }
        return unsafe information
    }
}
