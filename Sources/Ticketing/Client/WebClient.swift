import Foundation
package import Model
import Transferring

/// Sends requests to one ticket system, one after the other, over one kept connection.
///
/// It blocks and stays on one thread. Fetching's engine is made for thousands of strangers at once and
/// for reading only, so nothing of it fits here but what both stand on: the handle of Transferring, and
/// the judgement of addresses in Model.
package final class WebClient {
    private let handle: ServerHandle
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
        /// A file of certificates, in place of those that the machine trusts.
        package var authorityFile: String?

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
        do throws(CurlError) {
            handle = try ServerHandle(policy: settings.policy, timeout: settings.timeout)
        } catch {
            throw WebFault(error)
        }
        self.settings = settings
        do throws(CurlError) {
            try configure()
        } catch {
            throw WebFault(error)
        }
    }

    /// - Parameter authorization: header lines that say who we are.
    package func send(_ request: WebRequest, authorization: [String]) throws(WebFault) -> WebAnswer
    {
        body = []
        received = [:]
        isTooLong = false
        let lines = authorization + ["Accept: application/json", "Expect:"] + request.headers
        // A line break in one would start another.
        guard lines.allSatisfy({ $0.utf8.allSatisfy { (0x20...0x7e).contains($0) } }) else {
            throw .unsent("a header would not be plain ASCII")
        }
        do throws(CurlError) {
            try set(request, lines)
        } catch {
            throw WebFault(error)
        }
        let end = handle.perform()
        guard end.kind == .complete else { throw fault(end) }
        guard let status = handle.curl.status else {
            throw .unanswered("libcurl keeps the status to itself")
        }
        return WebAnswer(status: status, headers: received, body: body)
    }

    // MARK: - Private

    private static let mostBytes = 8_000_000

    private func configure() throws(CurlError) {
        try handle.curl.set(.protocols, "http,https")
        // A redirect would carry the secret elsewhere.
        try handle.curl.set(.followsRedirects, false)
        try handle.curl.set(.userAgent, settings.userAgent)
        try handle.curl.set(.encodings, "gzip, deflate")
        if let file = settings.authorityFile { try handle.curl.set(.certificateFile, file) }
        var functions = CurlHandle.Functions()
        functions.takeBody = { [unowned self] in receive($0) }
        functions.takeHead = { [unowned self] in
            receiveHead($0)
            return true
        }
        try handle.lend(functions)
    }

    private func set(_ request: WebRequest, _ lines: [String]) throws(CurlError) {
        try handle.curl.set(.address, settings.address + request.path)
        try handle.curl.set(.headers, lines)
        if request.method == .get {
            try handle.curl.set(.asksByGet)
        } else {
            try handle.curl.set(.sendsByPost)
            try handle.curl.set(body: request.body ?? [])
        }
        try handle.curl.set(.method, request.method.rawValue)
        // Over a kept connection that breaks before an answer libcurl sends the request once more,
        // whatever it does there (`Curl_retry_request`): a second ticket.
        try handle.curl.set(.needsNewConnection, request.method != .get)
    }

    private func fault(_ end: TransferEnd) -> WebFault {
        if let reason = handle.reasonNotToConnect { return .unsent(reason) }
        switch end.kind {
        case .untrustedCertificate:
            return .unsent("the certificate is not to be trusted: \(handle.certificateFlaw)")
        // libcurl says the same of an answer that does not begin as one in HTTP; what was asked may be done.
        case .unknownProtocol where wasConnected: return .unanswered("its answer is no HTTP")
        case .unreadableCertificateFile: return .unsent(ServerHandle.unreadableAuthorityFile)
        case .nameNotFound, .proxyNotFound, .notConnected, .noHandshake, .badAddress,
            .unknownProtocol:
            return .unsent(ServerHandle.reason(for: end, at: settings.address))
        case .timedOut where !wasConnected:
            return .unsent(ServerHandle.reason(for: end, at: settings.address))
        default: return .unanswered(isTooLong ? "the answer is too long" : end.text)
        }
    }

    /// Whether something may have been sent: there was a connection, and its encryption where it has
    /// any.
    private var wasConnected: Bool { handle.curl.time(of: .ready) > .zero }

    // MARK: What the handle calls

    private func receive(_ bytes: RawSpan) -> CurlHandle.Taking {
        guard body.count + bytes.byteCount <= Self.mostBytes else {
            isTooLong = true
            return .refused
        }
        unsafe bytes.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
        return .taken
    }

    private func receiveHead(_ bytes: RawSpan) {
        let line = unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
        if line.hasPrefix("HTTP/") {
            received = [:]
        } else if let colon = line.firstIndex(of: ":"), received.count < 200 {
            let value = line[line.index(after: colon)...]
            received[line[..<colon].lowercased()] = value.trimmingCharacters(
                in: .whitespacesAndNewlines)
        }
    }
}
