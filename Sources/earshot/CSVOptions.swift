import ArgumentParser
import Reporting

/// How rows are written.
struct CSVOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Between the cells of --format csv; ';' suits Polish and Latvian spreadsheets.",
            valueName: "character"))
    var csvDelimiter = ","

    @Flag(help: "Begins --format csv with a byte order mark, by which spreadsheets know UTF-8.")
    var csvBom = false

    @Flag(help: "Puts no apostrophe before texts of --format csv that begin like a formula.")
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
