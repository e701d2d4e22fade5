import CLibPQ
import Foundation

extension Connection {
    /// Opens a connection, waiting no longer than it is told to.
    ///
    /// Step by step rather than by `PQconnectdbParams`: only so can it be had before the first answer
    /// that messages hold their SQLSTATE, which libpq gives in no other way here.
    static func connect(_ parameters: [(String, String)], within patience: Duration)
        throws(PostgreSQLError) -> OpaquePointer
    {
        guard let raw = unsafe start(parameters) else {
            throw PostgreSQLError(
                sqlState: nil, message: "out of memory", isConnectionLost: true)
        }
        unsafe PQsetErrorVerbosity(raw, PQERRORS_VERBOSE)
        let isOpen = unsafe wait(for: raw, until: .now + patience)
        guard isOpen, unsafe PQstatus(raw) == CONNECTION_OK else {
            let failure = unsafe refusal(of: raw, isTimedOut: !isOpen)
            unsafe PQfinish(raw)
            throw failure
        }
        unsafe PQsetErrorVerbosity(raw, PQERRORS_DEFAULT)
        // Notices are for people at a terminal.
        unsafe PQsetNoticeProcessor(raw, { _, _ in }, nil)
        return unsafe raw
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

    /// - Returns: `false` when it took too long.
    private static func wait(
        for raw: OpaquePointer, until deadline: ContinuousClock.Instant
    ) -> Bool {
        var next = PGRES_POLLING_WRITING
        guard unsafe PQstatus(raw) != CONNECTION_BAD else { return true }
        while true {
            let rest = ContinuousClock.now.duration(to: deadline)
            guard rest > .zero else { return false }
            var descriptor = pollfd(
                fd: unsafe PQsocket(raw),
                events: Int16(next == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
            let milliseconds = Int32(min(rest / .milliseconds(1) + 1, 60_000))
            let ready = unsafe poll(&descriptor, 1, milliseconds)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return false }
            next = unsafe PQconnectPoll(raw)
            if next == PGRES_POLLING_OK || next == PGRES_POLLING_FAILED { return true }
        }
    }

    private static func refusal(of raw: OpaquePointer, isTimedOut: Bool) -> PostgreSQLError {
        guard !isTimedOut else {
            return PostgreSQLError(
                sqlState: nil, message: "the server did not answer in time", isConnectionLost: true)
        }
        let said = unsafe PQerrorMessage(raw).map { unsafe String(cString: $0) } ?? ""
        let (state, message) = ServerMessage.parts(of: said)
        // Who is not let in would not be the next time either.
        return PostgreSQLError(
            sqlState: state, message: message,
            isConnectionLost: state == nil && !said.contains("authentication"))
    }
}

/// A message of a server as libpq words it at its most detailed.
enum ServerMessage {
    /// `connection to server at "::1", port 5432 failed: FATAL:  28P01: password authentication
    /// failed for user "x"` and a line with a place in the server's source; the word before the code is
    /// in the server's language.
    static func parts(of text: String) -> (sqlState: String?, message: String) {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("LOCATION:") }
        let message = lines.joined(separator: "\n")
        guard let found = message.firstMatch(of: #/:  ([0-9A-Z]{5}): /#) else {
            return (nil, message.oneLine)
        }
        return (
            String(found.output.1), message.replacingCharacters(in: found.range, with: ": ").oneLine
        )
    }
}

extension String {
    /// Lines as sentences of one.
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
