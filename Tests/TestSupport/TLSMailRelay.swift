import Foundation
import Glibc
import Synchronization

/// A mail server that speaks TLS, in front of a `LoopbackMailServer` that does not; `openssl s_server`
/// does the encryption, one process a connection.
package final class TLSMailRelay: Sendable {
    package enum Beginning: Sendable {
        /// Encrypted from the first byte (RFC 8314).
        case tls
        /// In the open until STARTTLS (RFC 3207).
        case startTLS
        /// It offers no encryption.
        case plain
    }

    private let listener: Listener
    private let commands: Commands

    private final class Commands: Sendable {
        let heard = Mutex<[String]>([])
    }

    /// - Parameters:
    ///   - folder: with `server.pem` and `server.key`.
    ///   - mail: the port of the server behind it.
    package init(
        _ beginning: Beginning, folder: String, tool: TLSTool, mail: Int
    ) throws {
        let listener = try Listener(address: "127.0.0.1", port: 0)
        let commands = Commands()
        self.listener = listener
        self.commands = commands
        Thread.detachNewThread {
            while let socket = listener.accept() {
                Thread.detachNewThread {
                    defer { close(socket) }
                    if beginning != .tls {
                        guard Self.converse(socket, beginning, commands) else { return }
                    }
                    Self.encrypt(
                        socket, folder: folder, tool: tool, mail: mail,
                        isGreeted: beginning == .startTLS)
                }
            }
        }
    }

    deinit { listener.stop() }

    package var port: Int { listener.port }
    /// What it was told in the open, by the first word of each line.
    package var commandsInTheOpen: [String] { commands.heard.withLock { $0 } }

    // MARK: - Private

    /// - Returns: whether it goes on in TLS.
    private static func converse(_ socket: Int32, _ beginning: Beginning, _ commands: Commands)
        -> Bool
    {
        guard say("220 relay", socket) else { return false }
        while let line = line(from: socket) {
            let command = line.prefix { $0 != " " }.uppercased()
            commands.heard.withLock { $0.append(command) }
            switch command {
            case "EHLO":
                let offer = beginning == .startTLS ? "250-relay\r\n250 STARTTLS" : "250 relay"
                guard say(offer, socket) else { return false }
            case "STARTTLS" where beginning == .startTLS: return say("220 go on", socket)
            case "QUIT":
                _ = say("221 bye", socket)
                return false
            default: guard say("530 5.7.0 encryption is needed", socket) else { return false }
            }
        }
        return false
    }

    /// Client, s_server and mail server, each handing on to the next.
    private static func encrypt(
        _ client: Int32, folder: String, tool: TLSTool, mail: Int, isGreeted: Bool
    ) {
        // A port that was free a moment ago.
        guard let free = try? Listener(address: "127.0.0.1", port: 0) else { return }
        let port = free.port
        free.stop()
        let process = Process()
        process.executableURL = URL(filePath: tool.path)
        process.arguments = [
            "s_server", "-quiet", "-naccept", "1", "-accept", "127.0.0.1:\(port)", "-key",
            "server.key", "-cert", "server.pem", "-cert_chain", "server.pem",
        ]
        process.currentDirectoryURL = URL(filePath: folder)
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return }
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        guard let tls = connected(to: port), let server = connected(to: mail) else { return }
        defer {
            close(tls)
            close(server)
        }
        // It has been greeted in the open.
        if isGreeted { _ = line(from: server) }
        let toMail = output.fileHandleForReading.fileDescriptor
        let fromMail = input.fileHandleForWriting.fileDescriptor
        let pairs = [(client, tls), (tls, client), (toMail, server), (server, fromMail)]
        let ended = DispatchSemaphore(value: 0)
        for (from, to) in pairs {
            Thread.detachNewThread {
                copy(from, to)
                // Whoever ends first ends the others.
                for socket in [client, tls, server] { shutdown(socket, Int32(SHUT_RDWR)) }
                ended.signal()
            }
        }
        for _ in 0..<2 { ended.wait() }
        kill(process.processIdentifier, SIGKILL)
        for _ in 0..<2 { ended.wait() }
    }

    private static func copy(_ from: Int32, _ to: Int32) {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = unsafe read(from, &bytes, bytes.count)
            guard count > 0 else { return }
            var sent = 0
            while sent < count {
                let rest = Array(bytes[sent..<count])
                let more = unsafe write(to, rest, rest.count)
                guard more > 0 else { return }
                sent += more
            }
        }
    }

    /// Waits until somebody listens there.
    private static func connected(to port: Int) -> Int32? {
        for _ in 0..<200 {
            let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = in_port_t(port).bigEndian
            place.sin_addr.s_addr = unsafe inet_addr("127.0.0.1")
            let length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let isConnected = unsafe withUnsafePointer(to: &place) { place in
                unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                    unsafe connect(socket, place, length) == 0
                }
            }
            if isConnected { return socket }
            close(socket)
            usleep(20_000)
        }
        return nil
    }

    /// A line without its end, byte by byte: what follows it is not for us.
    private static func line(from socket: Int32) -> String? {
        var line: [UInt8] = []
        while true {
            var byte: UInt8 = 0
            guard unsafe recv(socket, &byte, 1, 0) == 1 else { return nil }
            if byte == 0x0A { return String(decoding: line, as: UTF8.self) }
            if byte != 0x0D { line.append(byte) }
        }
    }

    private static func say(_ text: String, _ socket: Int32) -> Bool {
        let bytes = Array((text + "\r\n").utf8)
        return unsafe send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
}
