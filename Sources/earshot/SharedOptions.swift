import ArgumentParser
import Foundation
import Logging
import Model
import Pipeline

struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder with feeds/ and rules/.", valueName: "dir"))
    var workspace = "."

    var folder: Workspace { Workspace(path: workspace) }
}

struct ClockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The moment to work for, such as 2026-11-22T06:00:00Z; the same moment gives the same "
                + "files. Default: the present.", valueName: "time"),
        transform: time)
    var now: Date?

    /// Whole seconds, as every time is stored and written.
    var moment: Date {
        now ?? Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct OutputOptions: ParsableArguments {
    @Option(help: "What goes to standard output: text for people, json for programs.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Nothing on standard error but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "What becomes of each feed, on standard error.")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("Choose one of --quiet and --verbose.") }
    }

    var logger: Logger {
        var logger = Logger(label: "earshot") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : quiet ? .error : .notice
        return logger
    }
}

/// Reads a moment of the command line: RFC 3339, or a day, which begins at midnight UTC.
@Sendable func time(_ text: String) throws -> Date {
    guard let date = ContractJSON.date(text) ?? ContractJSON.date(text + "T00:00:00Z") else {
        throw ValidationError(
            "'\(text)' is not a time; write 2026-11-22T06:00:00Z, or 2026-11-22 for its midnight "
                + "in UTC.")
    }
    return date
}

extension TerminalStyle {
    /// As standard output shows it; `NO_COLOR` (no-color.org) and files get plain text.
    static var standardOutput: TerminalStyle {
        let refuses = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return TerminalStyle(isOn: isatty(STDOUT_FILENO) == 1 && !refuses)
    }
}

/// Ends the command with the exit code of an error of ours, its message on standard error.
func reportingErrors<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as RunError {
        StandardStream.error.write("earshot: \(error)\n")
        throw ExitCode(error.exitCode)
    }
}

/// Standard output or error, written to the end; a reader that has gone away ends the command.
struct StandardStream {
    static let output = StandardStream(handle: .standardOutput)
    static let error = StandardStream(handle: .standardError)

    private let handle: FileHandle

    func write(_ text: String) {
        write(Data(text.utf8))
    }

    func write(_ bytes: Data) {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            // As SIGPIPE would have it: `earshot search … | head` is no error.
            exit(128 + SIGPIPE)
        }
    }
}

extension Encodable {
    /// Prints the value as JSON over several lines.
    func printAsJSON() throws {
        StandardStream.output.write(try ContractJSON.encode(self, isPretty: true))
        StandardStream.output.write("\n")
    }
}
