import ArgumentParser
import Foundation
import Model
import Pipeline
import Reporting

enum DigestFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, html, csv, jsonl
}

enum TrendsFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, html, csv
}

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

struct DigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Prints a digest of what is in the archive.",
        discussion: """
            Without --from it is the day's digest, which goes on where the last one ended.

            Examples:
              earshot digest
              earshot digest --format html > digest.html
              earshot digest --format csv --csv-delimiter ';' --csv-bom > mentions.csv
              earshot digest --from 2026-11-15 --to 2026-11-22 --format json
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var locale: LocaleOptions

    @Option(help: "text, json or html; csv and jsonl list every mention.")
    var format = DigestFormat.text

    @OptionGroup var csv: CSVOptions

    @Option(
        help: ArgumentHelp("Counts what came later than this.", valueName: "time"),
        transform: time)
    var from: Date?

    @Option(
        help: ArgumentHelp("Counts up to and including this; default: now.", valueName: "time"),
        transform: time)
    var to: Date?

    func validate() throws {
        if let from, from >= to ?? clock.moment {
            throw ValidationError("--from must be before --to, which is the present by default.")
        }
    }

    func run() throws {
        try reportingErrors {
            let now = clock.moment
            let archive = try Archive(workspace: workspace.folder)
            let digest = try archive.digest(
                from: from, to: to ?? now, now: now, language: locale.locale,
                listsAll: format == .csv || format == .jsonl)
            switch format {
            case .json: try digest.printAsJSON()
            case .html: StandardStream.output.write(try Reports.html(of: digest))
            case .csv:
                StandardStream.output.write(Reports.csv(of: digest, in: csv.dialect))
            case .jsonl:
                for mention in digest.mentions.items {
                    StandardStream.output.write(try ContractJSON.encode(mention) + Data("\n".utf8))
                }
            case .text:
                StandardStream.output.write(DigestText(digest, style: .standardOutput).text)
            }
        }
    }
}

struct TrendsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "Prints how counts and tones have moved.",
        discussion: """
            Examples:
              earshot trends --days 28
              earshot trends --days 90 --format html > quarter.html
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var locale: LocaleOptions

    @Option(help: "text, json or html; csv has the numbers of every chart.")
    var format = TrendsFormat.text

    @OptionGroup var csv: CSVOptions

    @Option(help: ArgumentHelp("Whole days before today.", valueName: "days"))
    var days = 28

    func validate() throws { try validateDays(days, of: "--days") }

    func run() throws {
        try reportingErrors {
            let archive = try Archive(workspace: workspace.folder)
            let trends = try archive.trends(
                days: days, now: clock.moment, language: locale.locale)
            switch format {
            case .json: try trends.printAsJSON()
            case .html: StandardStream.output.write(try Reports.html(of: trends))
            case .csv:
                StandardStream.output.write(Reports.csv(of: trends, in: csv.dialect))
            case .text:
                StandardStream.output.write(TrendsText(trends, style: .standardOutput).text)
            }
        }
    }
}
