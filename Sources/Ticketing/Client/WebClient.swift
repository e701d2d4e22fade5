import CLibCurl
import Foundation
package import Model

/// Sends requests to one ticket system, one after the other, over one kept connection.
///
/// It blocks and stays on one thread. Fetching's engine is made for thousands of strangers at once and
/// for reading only, so nothing of it fits here but the judgement of addresses, which both take from
/// Model.
@safe package final class WebClient {
    private let handle: EasyHandle
    private let settings: Settings
    private var body: [UInt8] = []
    private var received: [String: String] = [:]
    private var isTooLong = false

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
        handle = try EasyHandle(policy: settings.policy)
        self.settings = settings
        try configure()
    }

    /// - Parameter authorization: header lines that say who we are.
    package func send(_ request: WebRequest, authorization: [String]) throws(WebFault) -> WebAnswer
    {
        body = []
        received = [:]
        isTooLong = false
        try handle.set(CURLOPT_URL, settings.address + request.path)
        try set(lines: authorization + ["Accept: application/json", "Expect:"] + request.headers)
        try set(request)
        let code = handle.perform()
        guard code == CURLE_OK else { throw fault(code) }
        var status = 0
        guard unsafe shim_easy_get_long(handle.raw, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK
        else {
            throw .unanswered("libcurl keeps the status to itself")
        }
        return WebAnswer(status: status, headers: received, body: body)
    }

    // MARK: - Private

    private static let mostBytes = 8_000_000

    private func configure() throws(WebFault) {
        try handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        // A redirect would carry the secret elsewhere.
        try handle.set(CURLOPT_FOLLOWLOCATION, 0)
        try handle.set(CURLOPT_USERAGENT, settings.userAgent)
        try handle.set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
        try handle.set(timeout: settings.timeout)
        try lendFunctions()
    }

    private func lendFunctions() throws(WebFault) {
        try handle.set(CURLOPT_WRITEDATA, context: self)
        try handle.set(CURLOPT_HEADERDATA, context: self)
        try handle.check(
            unsafe shim_easy_set_write_function(handle.raw, CURLOPT_WRITEFUNCTION) {
                bytes, size, count, me in
                unsafe WebClient.lent(me).receive(
                    UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
        try handle.check(
            unsafe shim_easy_set_write_function(handle.raw, CURLOPT_HEADERFUNCTION) {
                bytes, size, count, me in
                unsafe WebClient.lent(me).receiveHead(
                    UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
    }

    private func set(_ request: WebRequest) throws(WebFault) {
        if request.method == .get {
            try handle.set(CURLOPT_HTTPGET, 1)
        } else {
            try handle.set(CURLOPT_POST, 1)
            let bytes = request.body ?? []
            try handle.check(
                unsafe shim_easy_set_offset(
                    handle.raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
            // Copied by libcurl, so that it need not outlive this call.
            try handle.check(
                unsafe bytes.withUnsafeBytes { buffer in
                    unsafe shim_easy_set_pointer(
                        handle.raw, CURLOPT_COPYPOSTFIELDS,
                        UnsafeMutableRawPointer(mutating: buffer.baseAddress))
                })
        }
        try handle.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        // Over a kept connection that breaks before an answer libcurl sends the request once more,
        // whatever it does there (`Curl_retry_request`): a second ticket.
        try handle.set(CURLOPT_FRESH_CONNECT, request.method == .get ? 0 : 1)
    }

    private func set(lines: [String]) throws(WebFault) {
        // A line break in one would start another.
        guard lines.allSatisfy({ $0.utf8.allSatisfy { (0x20...0x7e).contains($0) } }) else {
            throw .unsent("a header would not be plain ASCII")
        }
        try handle.set(CURLOPT_HTTPHEADER, lines)
    }

    private func fault(_ code: CURLcode) -> WebFault {
        if let reason = handle.reasonNotToConnect { return .unsent(reason) }
        let reason = EasyHandle.text(of: code)
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION:
            return .unsent("the certificate is not to be trusted: \(handle.certificateFlaw)")
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
            CURLE_SSL_CONNECT_ERROR, CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL,
            CURLE_SSL_CACERT_BADFILE:
            return .unsent(reason)
        case CURLE_OPERATION_TIMEDOUT where !wasConnected: return .unsent(reason)
        default: return .unanswered(isTooLong ? "the answer is too long" : reason)
        }
    }

    /// Whether something may have been sent: there was a connection, and its encryption where it has
    /// any.
    private var wasConnected: Bool {
        var moment: curl_off_t = 0
        return unsafe shim_easy_get_offset(handle.raw, CURLINFO_PRETRANSFER_TIME_T, &moment)
            != CURLE_OK
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
}
