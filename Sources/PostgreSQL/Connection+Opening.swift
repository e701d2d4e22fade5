import CLibPQ
import Foundation

extension Connection {
    /// Opens a connection, waiting for each host of the address no longer than it is told to; how long
    /// a host's name takes to be looked up is the system's affair.
    ///
    /// Step by step rather than by `PQconnectdbParams`: only so can messages be made to hold their
    /// SQLSTATE before the first answer comes, and libpq gives it in no other way here. But libpq then
    /// waits for a silent host for ever; so this begins anew with the hosts behind it.
    static func connect(
        _ parameters: [(String, String)], to address: ServerAddress, within patience: Duration
    ) throws(PostgreSQLError) -> OpaquePointer {
        let hosts = address.hosts
        var passed = 0
        while true {
            let rest = hosts.dropFirst(passed)
            let named = [
                ("host", rest.compactMap(\.host)), ("hostaddr", rest.compactMap(\.hostAddress)),
                ("port", rest.compactMap(\.port)),
            ].filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: ",")) }
            // What stands behind the address overrides it.
            guard let raw = unsafe start(parameters + (passed == 0 ? [] : named)) else {
                throw PostgreSQLError(
                    sqlState: nil, message: "out of memory", isConnectionLost: true)
            }
            unsafe PQsetErrorVerbosity(raw, PQERRORS_VERBOSE)
            let silent = unsafe wait(for: raw, patience, among: rest.count)
            if silent == nil, unsafe PQstatus(raw) == CONNECTION_OK {
                unsafe PQsetErrorVerbosity(raw, PQERRORS_DEFAULT)
                // Notices are for people at a terminal.
                unsafe PQsetNoticeProcessor(raw, { _, _ in }, nil)
                return unsafe raw
            }
            let failure = unsafe refusal(of: raw, isTimedOut: silent != nil)
            unsafe PQfinish(raw)
            guard let silent, silent + 1 < rest.count else { throw failure }
            passed += silent + 1
        }
    }

    // MARK: - Private

    private static func start(_ parameters: [(String, String)]) -> OpaquePointer? {
        let words = parameters.map(\.0).map(CWord.init)
        let values = parameters.map(\.1).map(CWord.init)
        return unsafe withExtendedLifetime((words, values)) {
            let keywords = unsafe words.map { unsafe $0.pointer } + [nil]
            let texts = unsafe values.map { unsafe $0.pointer } + [nil]
            return unsafe keywords.withUnsafeBufferPointer { keywords in
                unsafe texts.withUnsafeBufferPointer { texts -> OpaquePointer? in
                    guard let keywords = keywords.baseAddress,
                        let texts = texts.baseAddress
                    else { return nil }
                    // The address is a whole one, not only the name of a database.
                    return unsafe PQconnectStartParams(keywords, texts, 1)
                }
            }
        }
    }

    /// - Parameter count: of the hosts that libpq tries in turn.
    /// - Returns: which of them was silent for too long; `nil` when it is settled whether there is a
    ///   connection.
    private static func wait(for raw: OpaquePointer, _ patience: Duration, among count: Int)
        -> Int?
    {
        var next = PGRES_POLLING_WRITING
        guard unsafe PQstatus(raw) != CONNECTION_BAD else { return nil }
        var host = 0
        var tried = unsafe Host(of: raw)
        var deadline = ContinuousClock.now + patience
        while true {
            let now = unsafe Host(of: raw)
            if now != tried {
                tried = now
                host = min(host + 1, max(0, count - 1))
                deadline = .now + patience
            }
            let rest = ContinuousClock.now.duration(to: deadline)
            guard rest > .zero else { return host }
            var descriptor = pollfd(
                fd: unsafe PQsocket(raw),
                events: Int16(next == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
            let milliseconds = Int32(min(rest / .milliseconds(1) + 1, 60_000))
            let ready = unsafe poll(&descriptor, 1, milliseconds)
            if ready == 0 || ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { return host }
            next = unsafe PQconnectPoll(raw)
            if next == PGRES_POLLING_OK || next == PGRES_POLLING_FAILED { return nil }
        }
    }

    /// Which of an address's hosts libpq is at.
    private struct Host: Equatable {
        let name: String?
        let port: String?

        init(of raw: OpaquePointer) {
            name = unsafe PQhost(raw).map { unsafe String(cString: $0) }
            port = unsafe PQport(raw).map { unsafe String(cString: $0) }
        }
    }

    private static func refusal(of raw: OpaquePointer, isTimedOut: Bool) -> PostgreSQLError {
        guard !isTimedOut else {
            return PostgreSQLError(
                sqlState: nil, message: "the server did not answer in time", isConnectionLost: true)
        }
        let said = unsafe PQerrorMessage(raw).map { unsafe String(cString: $0) } ?? ""
        let (state, message) = ServerMessage.parts(of: said)
        // Whoever is not let in would not be let in the next time either. libpq's own words are
        // English, as nobody sets this program's locale.
        if unsafe PQconnectionNeedsPassword(raw) != 0 {
            return PostgreSQLError(sqlState: "28P01", message: message, isConnectionLost: false)
        }
        let isRefused = ["authentication", "SSL", "certificate"].contains { said.contains($0) }
        let isCut = handshakeCuts.contains { said.contains($0) }
        return PostgreSQLError(
            sqlState: state, message: message,
            isConnectionLost: state == nil && (isCut || !isRefused))
    }

    /// How libpq words the end of a connection on which TLS was being agreed on.
    ///
    /// In words of its own, or in those of OpenSSL 3. A server that goes down ends it so, or somebody in
    /// between; it is nobody's refusal.
    private static let handshakeCuts = [
        "SSL SYSCALL error", "SSL error: unexpected eof",
        "SSL connection has been closed unexpectedly",
    ]
}

/// A message of a server as libpq words it at its most detailed.
enum ServerMessage {
    /// The code and the words of `connection to server at "::1", port 5432 failed: FATAL:  28P01: password
    /// authentication failed for user "x"` and a line with a place in the server's source.
    ///
    /// The word before the code is in the server's language. Who was refused with TLS and then without is
    /// told so twice.
    static func parts(of text: String) -> (sqlState: String?, message: String) {
        let code = #/:  ([0-9A-Z]{5}): /#
        var said: [Substring] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("LOCATION:") {
            let words = line.replacing(code, with: ": ")
            if !said.contains(words) { said.append(words) }
        }
        let state = text.firstMatch(of: code).map { String($0.output.1) }
        return (state, said.joined(separator: "\n").oneLine)
    }
}

extension String {
    /// All lines as one, each a sentence of it.
    var oneLine: String {
        split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

/// A text that C may look at for as long as this lives.
@safe private final class CWord {
    private let bytes: UnsafeMutablePointer<CChar>?

    init(_ text: String) {
        unsafe bytes = unsafe strdup(text)
    }

    deinit { unsafe free(bytes) }

    var pointer: UnsafePointer<CChar>? {
        unsafe bytes.map { unsafe UnsafePointer($0) }
    }
}
