import Foundation
import TestSupport

/// `openssl s_server` on 127.0.0.1, which answers every request with a page about the connection.
///
/// It hangs on a leash: a shell ends it once told so, or once our end of its input is closed,
/// which happens even if this process ends before its time. So none is left behind.
final class TLSServer {
    let port: Int
    private let certificates: TLSCertificates
    private let shell = Process()
    private let leash = Pipe()
    /// Kept open, as it may go on writing.
    private let output = Pipe()

    /// - Parameter options: more of s_server's own.
    init(_ certificates: TLSCertificates, options: [String] = [], tool: TLSTool) throws {
        self.certificates = certificates
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments =
            [
                "-c", Self.script, tool.path, "-www",
                "-accept",
                "127.0.0.1:0", "-key", "server.key", "-cert", "server.pem", "-cert_chain",
                "server.pem",
            ] + options
        shell.currentDirectoryURL = URL(filePath: certificates.folder)
        shell.standardInput = leash
        shell.standardOutput = output
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        guard let port = Self.port(in: output.fileHandleForReading) else {
            Self.end(shell, leash)
            throw Tool.Failure(description: "openssl s_server did not start")
        }
        self.port = port
    }

    deinit { Self.end(shell, leash) }

    /// The address of a path.
    func url(_ path: String) -> String { "https://127.0.0.1:\(port)\(path)" }

    // MARK: - Private

    /// The shell lets go of the output, so that it ends with the server.
    ///
    /// Of the signals KILL alone is sure to arrive: the others may be blocked in the thread that
    /// starts the shell, and so in both.
    private static let script =
        "\"$0\" s_server \"$@\" & exec >/dev/null; read -r _; kill -KILL $!"

    /// Reads up to the line `ACCEPT 127.0.0.1:12345`.
    private static func port(in output: FileHandle) -> Int? {
        var text = ""
        while true {
            let more = output.availableData
            guard !more.isEmpty else { return nil }
            text += String(decoding: more, as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { $0.hasPrefix("ACCEPT ") }) {
                return line.split(separator: ":").last.flatMap { Int($0) }
            }
        }
    }

    private static func end(_ shell: Process, _ leash: Pipe) {
        // It fails only if the shell is gone, and then so is the server.
        try? leash.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        try? leash.fileHandleForWriting.close()
        shell.waitUntilExit()
    }
}
