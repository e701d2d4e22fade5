import Foundation
import Glibc
import Synchronization

/// A small SMTP server (RFC 5321) on this machine's loopback address, which can misbehave.
///
/// It keeps what it took, asks for a password if it has one, and answers a command otherwise where a
/// test says so. Every connection has a thread.
package final class LoopbackMailServer: Sendable {
    /// A message it said 250 to, or took without a word.
    package struct Letter: Sendable {
        package let from: String
        package let to: [String]
        /// With its head, dots undone.
        package let text: String

        /// The value of a line of the head, unfolded.
        package func field(_ name: String) -> String? {
            let head = text.prefix(
                upTo: text.firstRange(of: "\r\n\r\n")?.lowerBound ?? text.endIndex)
            return head.replacing("\r\n ", with: " ").split(separator: "\r\n")
                .first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { $0.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces) }
        }
    }

    /// What happens in place of the usual answer.
    package enum Trouble: Sendable {
        case answer(String)
        /// The connection ends; a whole message that came before is kept.
        case hangUp
        /// Nothing more is said; a whole message that came before is kept.
        case silence
    }

    private struct State {
        var letters: [Letter] = []
        var troubles: [(command: String, trouble: Trouble)] = []
        var sockets: [Int32] = []
    }

    private let listener: Listener
    private let state = Mutex(State())
    /// What AUTH PLAIN must bring: `user` and `password`; `nil` to ask for none.
    private let credentials: (user: String, password: String)?

    package init(credentials: (user: String, password: String)? = nil) throws {
        self.credentials = credentials
        listener = try Listener(address: "127.0.0.1", port: 0)
        let listener = listener
        let serve: @Sendable (Int32) -> Void = { [weak self] socket in self?.serve(socket) }
        Thread.detachNewThread {
            while let socket = listener.accept() {
                Thread.detachNewThread {
                    serve(socket)
                    close(socket)
                }
            }
        }
    }

    deinit {
        listener.stop()
        for socket in state.withLock({ $0.sockets }) { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    package var port: Int { listener.port }
    package var url: String { "smtp://127.0.0.1:\(listener.port)" }
    package var letters: [Letter] { state.withLock { $0.letters } }

    /// Has the next of these commands go wrong: one word, or the whole line; `.` stands for the end of a
    /// message.
    package func expect(_ trouble: Trouble, at command: String) {
        state.withLock { $0.troubles.append((command, trouble)) }
    }

    // MARK: - Private

    private func serve(_ socket: Int32) {
        state.withLock { $0.sockets.append(socket) }
        defer { state.withLock { $0.sockets.removeAll { $0 == socket } } }
        let lines = LineReader(socket)
        var from = ""
        var to: [String] = []
        guard say("220 loopback", socket) else { return }
        while let line = lines.next() {
            let command = line.prefix { $0 != " " && $0 != ":" }.uppercased()
            var text: String?
            if command == "DATA", say("354 go on", socket) {
                var message: [String] = []
                while let line = lines.next(), line != "." {
                    message.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
                }
                guard lines.isOpen else { return }
                text = message.joined(separator: "\r\n") + "\r\n"
            }
            let trouble = trouble(at: text == nil ? command : ".", line)
            if let text, !isRefusal(trouble) {
                let letter = Letter(from: from, to: to, text: text)
                state.withLock { $0.letters.append(letter) }
            }
            switch trouble {
            case .answer(let answer): guard say(answer, socket) else { return }
            case .hangUp: return
            case .silence: while lines.next() != nil {}
            case nil:
                switch command {
                case "MAIL": (from, to) = (Self.path(line), [])
                case "RCPT": to.append(Self.path(line))
                default: break
                }
                guard say(answer(to: command, line), socket), command != "QUIT" else { return }
            }
        }
    }

    private func answer(to command: String, _ line: String) -> String {
        switch command {
        case "EHLO": credentials == nil ? "250 loopback" : "250-loopback\r\n250 AUTH PLAIN"
        case "AUTH":
            line.split(separator: " ").last.map(String.init) == plain
                ? "235 welcome" : "535 5.7.8 authentication failed"
        case "QUIT": "221 bye"
        default: "250 OK"
        }
    }

    private var plain: String? {
        credentials.map { Data("\0\($0.user)\0\($0.password)".utf8).base64EncodedString() }
    }

    private func trouble(at command: String, _ line: String) -> Trouble? {
        state.withLock { state in
            let place = state.troubles.firstIndex { $0.command == command || $0.command == line }
            guard let place else { return nil }
            return state.troubles.remove(at: place).trouble
        }
    }

    private func isRefusal(_ trouble: Trouble?) -> Bool {
        if case .answer(let text) = trouble { !text.hasPrefix("2") } else { false }
    }

    private func say(_ text: String, _ socket: Int32) -> Bool {
        let bytes = Array((text + "\r\n").utf8)
        return unsafe send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    private static func path(_ line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
}

/// Lines of a connection without their ends.
private final class LineReader {
    private let socket: Int32
    private var received: [UInt8] = []
    private(set) var isOpen = true

    init(_ socket: Int32) { self.socket = socket }

    func next() -> String? {
        while true {
            if let end = received.firstIndex(of: 0x0A) {
                let line = String(decoding: received[..<end], as: UTF8.self)
                received.removeSubrange(...end)
                return line.hasSuffix("\r") ? String(line.dropLast()) : line
            }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe recv(socket, &bytes, bytes.count, 0)
            guard count > 0 else {
                isOpen = false
                return nil
            }
            received += bytes[..<count]
        }
    }
}
