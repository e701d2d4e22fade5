import CLibCurl
import Foundation
package import Model

/// Sends requests to one ticket system, one after the other, over one kept connection.
///
/// It blocks and stays on one thread. Fetching's engine, made for thousands of strangers at once and
/// for reading only, has nothing this needs but the judgement of addresses, which both take from
/// Model.
@safe package final class WebClient {
    private let raw: UnsafeMutableRawPointer
    private let settings: Settings
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var body: [UInt8] = []
    private var received: [String: String] = [:]
    private var isTooLong = false
    private var refusal: AddressPolicy.Refusal?

    package struct Settings: Sendable {
        /// Scheme, host and port, with the beginning of the path where there is one.
        package let address: String
        package let policy: AddressPolicy
        package let timeout: Duration
        package let userAgent: String

        package init(
            address: String, policy: AddressPolicy, timeout: Duration, userAgent: String
        ) {
            self.address = address
            self.policy = policy
            self.timeout = timeout
            self.userAgent = userAgent
        }
    }

    package init(_ settings: Settings) throws(WebFault) {
        guard Self.isStarted, let raw = unsafe curl_easy_init() else {
            throw .unsent("libcurl did not start")
        }
        unsafe self.raw = raw
        unsafe headers = nil
        self.settings = settings
        try configure()
    }

    deinit {
        unsafe curl_easy_cleanup(raw)
        unsafe curl_slist_free_all(headers)
    }

    /// - Parameter authorization: header lines that say who we are.
    package func send(_ request: WebRequest, authorization: [String]) throws(WebFault) -> WebAnswer
    {
        body = []
        received = [:]
        isTooLong = false
        refusal = nil
        try set(CURLOPT_URL, settings.address + request.path)
        try set(lines: authorization + ["Accept: application/json", "Expect:"] + request.headers)
        try set(request)
        let code = unsafe curl_easy_perform(raw)
        guard code == CURLE_OK else { throw fault(code) }
        var status = 0
        guard unsafe shim_easy_get_long(raw, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK else {
            throw .unanswered("libcurl keeps the status to itself")
        }
        return WebAnswer(status: status, headers: received, body: body)
    }

    // MARK: - Private

    private static let mostBytes = 8_000_000

    private static let isStarted: Bool = {
        // A connection closed under our hands is an error code, not the end of the process.
        _ = signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    private func configure() throws(WebFault) {
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        // A redirect would carry the secret elsewhere.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_USERAGENT, settings.userAgent)
        try set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        let milliseconds = max(1, Int((settings.timeout / .milliseconds(1)).rounded(.up)))
        try set(CURLOPT_TIMEOUT_MS, milliseconds)
        try set(CURLOPT_CONNECTTIMEOUT_MS, min(10_000, milliseconds))
        try lendFunctions()
    }

    private func lendFunctions() throws(WebFault) {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA] {
            try check(unsafe shim_easy_set_pointer(raw, option, context))
        }
        try check(
            unsafe shim_easy_set_write_function(raw, CURLOPT_WRITEFUNCTION) {
                bytes, size, count, me in
                unsafe WebClient.lent(me).receive(
                    UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
        try check(
            unsafe shim_easy_set_write_function(raw, CURLOPT_HEADERFUNCTION) {
                bytes, size, count, me in
                unsafe WebClient.lent(me).receiveHead(
                    UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
        try check(
            unsafe shim_easy_set_socket_function(raw) { me, _, address in
                guard let address = unsafe address else { return CURL_SOCKET_BAD }
                return unsafe WebClient.lent(me).openSocket(for: address)
            })
    }

    private func set(_ request: WebRequest) throws(WebFault) {
        if request.method == .get {
            try set(CURLOPT_HTTPGET, 1)
        } else {
            try set(CURLOPT_POST, 1)
            let bytes = request.body ?? []
            try check(
                unsafe shim_easy_set_offset(
                    raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
            // Copied by libcurl, so that it need not outlive this call.
            try check(
                unsafe bytes.withUnsafeBytes { buffer in
                    unsafe shim_easy_set_pointer(
                        raw, CURLOPT_COPYPOSTFIELDS,
                        UnsafeMutableRawPointer(mutating: buffer.baseAddress))
                })
        }
        try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        // Over a kept connection that breaks before an answer libcurl sends the request once more,
        // whatever it does there (`Curl_retry_request`): a second ticket.
        try set(CURLOPT_FRESH_CONNECT, request.method == .get ? 0 : 1)
    }

    private func set(lines: [String]) throws(WebFault) {
        unsafe curl_slist_free_all(headers)
        unsafe headers = nil
        for line in lines {
            // A line break in one would start another.
            guard line.utf8.allSatisfy({ $0 >= 0x20 && $0 <= 0x7e }) else {
                throw .unsent("a header would not be plain ASCII")
            }
            guard let longer = unsafe curl_slist_append(headers, line) else {
                preconditionFailure("out of memory")
            }
            unsafe headers = longer
        }
        try check(unsafe shim_easy_set_list(raw, CURLOPT_HTTPHEADER, headers))
    }

    private func set(_ option: CURLoption, _ value: Int) throws(WebFault) {
        try check(unsafe shim_easy_set_long(raw, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(WebFault) {
        try check(unsafe shim_easy_set_string(raw, option, value))
    }

    private func check(_ code: CURLcode) throws(WebFault) {
        guard code == CURLE_OK else { throw .unsent("libcurl refused an option") }
    }

    private func fault(_ code: CURLcode) -> WebFault {
        switch refusal {
        case .network(let address):
            return .unsent(
                "\(address) is no public address; allow its network under allow_networks")
        case .port, .unknownFamily: return .unsent("the address may not be called")
        case nil: break
        }
        let reason = unsafe String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
            CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_URL_MALFORMAT,
            CURLE_UNSUPPORTED_PROTOCOL, CURLE_SSL_CACERT_BADFILE:
            return .unsent(reason)
        case CURLE_OPERATION_TIMEDOUT where !wasConnected: return .unsent(reason)
        default: return .unanswered(isTooLong ? "the answer is too long" : reason)
        }
    }

    /// Whether something may have been sent: there was a connection, and its encryption where it has
    /// any.
    private var wasConnected: Bool {
        var moment: curl_off_t = 0
        return unsafe shim_easy_get_offset(raw, CURLINFO_PRETRANSFER_TIME_T, &moment) != CURLE_OK
            || moment > 0
    }

    // MARK: What libcurl calls

    private static func lent(_ context: UnsafeMutableRawPointer?) -> WebClient {
        guard let context = unsafe context else { preconditionFailure("libcurl lost a pointer") }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }

    private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= Self.mostBytes else {
            isTooLong = true
            return 0
        }
        unsafe body.append(contentsOf: bytes)
        return bytes.count
    }

    private func receiveHead(_ bytes: UnsafeRawBufferPointer) -> Int {
        let line = unsafe String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            received = [:]
        } else if let colon = line.firstIndex(of: ":"), received.count < 200 {
            let value = line[line.index(after: colon)...]
            received[line[..<colon].lowercased()] = value.trimmingCharacters(
                in: .whitespacesAndNewlines)
        }
        return bytes.count
    }

    private func openSocket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let (found, port) = unsafe NetworkAddress.read(from: address) else {
            refusal = .unknownFamily
            return CURL_SOCKET_BAD
        }
        if let reason = settings.policy.refusal(of: found, port: port) {
            refusal = reason
            return CURL_SOCKET_BAD
        }
        return unsafe socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.pointee.protocol)
    }
}

extension NetworkAddress {
    /// The address and port libcurl is about to connect to; `curl_sockaddr` ends in a plain
    /// `sockaddr`, behind which the longer kinds go on.
    fileprivate static func read(
        from address: UnsafeMutablePointer<curl_sockaddr>
    ) -> (NetworkAddress, port: Int)? {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        let start = unsafe UnsafeRawPointer(address) + offset
        switch unsafe address.pointee.family {
        case AF_INET:
            let found = unsafe start.loadUnaligned(as: sockaddr_in.self)
            let bits = UInt128(UInt32(bigEndian: found.sin_addr.s_addr))
            return (
                NetworkAddress(isIPv6: false, bits: bits),
                Int(UInt16(bigEndian: found.sin_port))
            )
        case AF_INET6:
            let found = unsafe start.loadUnaligned(as: sockaddr_in6.self)
            let bits = unsafe withUnsafeBytes(of: found.sin6_addr) { bytes in
                unsafe bytes.reduce(0) { $0 << 8 | UInt128($1) }
            }
            return (
                NetworkAddress(isIPv6: true, bits: bits),
                Int(UInt16(bigEndian: found.sin6_port))
            )
        default: return nil
        }
    }
}
