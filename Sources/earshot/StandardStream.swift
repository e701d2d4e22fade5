import Foundation
import Model
import Pipeline

/// Standard output or error, written to the end.
struct StandardStream: Sendable {
    static let output = StandardStream(handle: .standardOutput)
    static let error = StandardStream(handle: .standardError)

    private let handle: FileHandle

    /// Takes the place of each standard stream that was closed before the program began.
    ///
    /// Else the next file that is opened, such as one of a report, got its number, and what is printed
    /// would stand in it. Each is opened the wrong way round, so that reading and writing still fail.
    static func occupyClosed() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest number that is free is given to it, which is this one.
            _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    func write(_ text: String) {
        write(Data(text.utf8))
    }

    /// Writes, or ends the command: quietly when the reader has gone, as `earshot search … | head`
    /// is no error, and with exit code 74 when the bytes cannot be written.
    func write(_ bytes: Data) {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            if errno == EPIPE { exit(128 + SIGPIPE) }
            Self.error.writeIfPossible("earshot: the output cannot be written\n")
            exit(74)
        }
    }

    /// For messages: a run goes on when nobody can be told of it.
    func writeIfPossible(_ text: String) {
        // There is nowhere left to say that saying it failed.
        try? handle.write(contentsOf: Data(text.utf8))
    }

    /// Whether it is a terminal, and one that knows control sequences.
    var isTerminal: Bool {
        isatty(handle.fileDescriptor) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Puts a text in the place of the line that a terminal's cursor is on; an empty one takes it away.
    ///
    /// It is cut where the terminal ends: of a line that went on below, only the end could be taken away.
    func redrawLine(_ text: String) {
        // CSI 2 K clears the line (ECMA-48 §8.3.41).
        writeIfPossible("\r\u{1B}[2K" + text.prefix(columns - 1))
    }

    // MARK: - Private

    /// How wide the terminal is; 80 where it does not say.
    private var columns: Int {
        var size = winsize()
        guard unsafe ioctl(handle.fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return 80 }
        return Int(size.ws_col)
    }
}

extension Encodable {
    /// Prints the value for programs, or what it says to people.
    func print(as format: OutputFormat, _ text: @autoclosure () -> String) throws {
        switch format {
        case .json: try printAsJSON()
        case .text: StandardStream.output.write(text())
        }
    }

    /// Prints the value as JSON over several lines.
    func printAsJSON() throws {
        StandardStream.output.write(try ContractJSON.encode(self, isPretty: true))
        StandardStream.output.write("\n")
    }

    /// Prints the value as a line of JSON Lines.
    func printAsJSONLine() throws {
        StandardStream.output.write(try ContractJSON.encode(self) + Data("\n".utf8))
    }
}
