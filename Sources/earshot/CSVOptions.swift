import ArgumentParser
import Reporting

/// How the rows of a table are written as CSV.
struct CSVOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What separates the cells of --format csv; ';' suits Polish and Latvian spreadsheets.",
            valueName: "character"))
    var csvDelimiter = ","

    @Flag(
        help: "Begins --format csv with a byte order mark, by which spreadsheets recognise UTF-8.")
    var csvBom = false

    @Flag(
        help:
            "Leaves texts that begin like a formula as they are, without an apostrophe before them."
    )
    var csvRaw = false

    func validate() throws {
        guard [",", ";", "\t"].contains(csvDelimiter) else {
            throw ValidationError("--csv-delimiter is a comma, a semicolon or a tab.")
        }
    }

    var dialect: CSVDialect {
        CSVDialect(
            delimiter: Character(csvDelimiter), hasByteOrderMark: csvBom, isGuarded: !csvRaw)
    }
}
