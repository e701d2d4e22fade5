import ArgumentParser
import Reporting

/// How the rows of a table are written as CSV.
struct CSVOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What separates the cells of --format csv: ',', ';' or tab; ';' suits Polish and Latvian "
                + "spreadsheets. Default: a comma.", valueName: "character"),
        transform: cellDelimiter)
    var csvDelimiter: Character?

    @Flag(
        help: ArgumentHelp(
            "Writes 0,5 for 0.5, as Polish and Latvian spreadsheets read numbers; goes with "
                + "--csv-delimiter ';' or tab."))
    var csvDecimalComma = false

    @Flag(
        help: "Begins --format csv with a byte order mark, by which spreadsheets recognise UTF-8.")
    var csvBom = false

    @Flag(
        help:
            "Leaves texts that begin like a formula as they are, without an apostrophe before them."
    )
    var csvRaw = false

    func validate() throws {
        if csvDecimalComma, csvDelimiter ?? "," == "," {
            throw ValidationError("--csv-decimal-comma goes with --csv-delimiter ';' or tab.")
        }
    }

    /// Refuses options of CSV where something else is printed.
    func validate(for format: ReportFormat) throws {
        let given = [
            ("--csv-delimiter", csvDelimiter != nil), ("--csv-decimal-comma", csvDecimalComma),
            ("--csv-bom", csvBom), ("--csv-raw", csvRaw),
        ]
        if format != .csv, let (option, _) = given.first(where: \.1) {
            throw ValidationError("\(option) goes with --format csv.")
        }
    }

    var dialect: CSVDialect {
        CSVDialect(
            delimiter: csvDelimiter ?? ",", hasByteOrderMark: csvBom, isGuarded: !csvRaw,
            hasDecimalComma: csvDecimalComma)
    }
}

// MARK: - Private

@Sendable private func cellDelimiter(_ text: String) throws -> Character {
    switch text {
    case ",", ";", "\t": Character(text)
    case "tab", "\\t": "\t"
    default: throw ValidationError("'\(text)' is no delimiter; write ',', ';' or tab.")
    }
}
