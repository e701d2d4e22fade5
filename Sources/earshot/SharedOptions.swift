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

    @Option(
        help: ArgumentHelp(
            "The PostgreSQL database that keeps the archive, such as "
                + "postgres://earshot@db.example.org/earshot, instead of earshot.sqlite in the "
                + "folder. Default: EARSHOT_STORE. Give a password in PGPASSWORD or ~/.pgpass.",
            valueName: "address"))
    var store: String?

    func validate() throws {
        do {
            _ = try named
        } catch {
            throw ValidationError(error.description)
        }
    }

    var folder: Workspace {
        do {
            return try named
        } catch {
            preconditionFailure("an address that cannot be one was not refused when it was read")
        }
    }

    // MARK: - Private

    private var named: Workspace {
        get throws(RunError) {
            let ofEnvironment = ProcessInfo.processInfo.environment["EARSHOT_STORE"] ?? ""
            return try Workspace(
                path: workspace, store: store ?? (ofEnvironment.isEmpty ? nil : ofEnvironment))
        }
    }
}

struct ClockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The moment to take for now, such as 2026-11-22T06:00:00Z; the same moment gives the same "
                + "files. Default: the present.", valueName: "time"),
        transform: time)
    var now: Date?

    /// Whole seconds, as every time is stored and written.
    var moment: Date {
        Date(timeIntervalSince1970: (now ?? Date()).timeIntervalSince1970.rounded(.down))
    }

    /// Whether it has come, but for a day in which clocks and zones may be mistaken.
    var hasCome: Bool { moment < Date().addingTimeInterval(86_400) }

    /// Whether more than such a day has gone by since.
    var isPast: Bool { moment < Date().addingTimeInterval(-86_400) }
}

struct LocaleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The report's language: en, pl or lv. Default: language in rules/routing.yaml.",
            valueName: "language"))
    var locale: ReportLanguage?
}

extension ReportLanguage: ExpressibleByArgument {}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct OutputOptions: ParsableArguments {
    @Option(help: "What goes to standard output: text for people, json for programs.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Writes nothing but errors to standard error.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Writes what becomes of each feed to standard error.")
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

/// As of when the archive is looked at.
struct LookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Lists only what was there by this moment, such as 2026-11-22T06:00:00Z; how it stands, "
                + "and its tags, are those of today. Default: all.", valueName: "time"),
        transform: time)
    var now: Date?
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

/// Reads a moment of the command line: RFC 3339, or a day, which is the reader's.
@Sendable func timeOrDay(_ text: String) throws -> AskedMoment {
    guard let moment = AskedMoment(text) else {
        throw ValidationError(
            "'\(text)' is not a time; write 2026-11-22T06:00:00Z, or 2026-11-22 for that day.")
    }
    return moment
}

/// Reads a time span of the command line: `90s`, `45m` or `2h`.
@Sendable func duration(_ text: String) throws -> Duration {
    let units = ["s": 1, "m": 60, "h": 3_600]
    guard let unit = text.last.flatMap({ units[String($0)] }), let count = Int(text.dropLast()),
        (1...86_400).contains(count)
    else { throw ValidationError("'\(text)' is not a time span; write 90s, 45m or 2h.") }
    return .seconds(count * unit)
}

/// Reads a value of a facet of the command line: `touchpoint:app`.
@Sendable func facetValue(_ text: String) throws -> FacetValue {
    guard let value = FacetValue(text) else {
        throw ValidationError(
            "'\(text)' is no value of a facet; write one such as touchpoint:app.")
    }
    return value
}

/// Reads a language of the command line: `pl`.
@Sendable func languageCode(_ text: String) throws -> LanguageCode {
    guard let code = LanguageCode(tag: text) else {
        throw ValidationError("'\(text)' is no language code; write one such as pl.")
    }
    return code
}

/// Ten years of days at most.
func validateDays(_ days: Int, of option: String) throws {
    guard (1...3_660).contains(days) else {
        throw ValidationError("\(option) goes from 1 to 3660.")
    }
}

extension TerminalStyle {
    /// As standard output shows it; `NO_COLOR` (no-color.org), `TERM=dumb` and files get plain text.
    static var standardOutput: TerminalStyle {
        let refuses = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return TerminalStyle(isOn: StandardStream.output.isTerminal && !refuses)
    }
}
