import ArgumentParser
import Foundation
import Model
import Pipeline
import Reporting

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, html, csv, jsonl

    /// Whether it is the rows of one table.
    var hasTable: Bool { self == .csv || self == .jsonl }
}

extension DigestTable: ExpressibleByArgument {}
extension TrendsTable: ExpressibleByArgument {}

struct DigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Prints a digest of what is in the archive.",
        discussion: """
            Without --period and --from it is the day's digest, which begins where the last one ended.

            Examples:
              earshot digest
              earshot digest --format html > digest.html
              earshot digest --format csv --csv-delimiter ';' --csv-bom > mentions.csv
              earshot digest --from 2026-11-15 --to 2026-11-22 --format json
              earshot digest --period week --team support --save
              earshot digest --period week --facet touchpoint:staff --language pl
              earshot digest --verify out/digests/2026-11-22.json
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var locale: LocaleOptions

    @Option(help: "text, json or html; or csv or jsonl for the rows of a --table.")
    var format = ReportFormat.text

    @Option(
        help: """
            What --format csv and jsonl list. Default: mentions, every one of them, in jsonl with \
            all its tags.
            """)
    var table: DigestTable?

    @OptionGroup var csv: CSVOptions

    @Option(
        help: ArgumentHelp(
            "day begins where the last digest ended; hour, week and month are the last whole ones "
                + "before now, on the clocks of rules/routing.yaml.", valueName: "period"))
    var period: DigestPeriod?

    @OptionGroup var part: DigestPart

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many mentions --format json and html list.", valueName: "count"))
    var list = Reports.usuallyListed

    @Flag(
        help: "Writes the digest to out/digests/, as JSON and as a page, and adds it to the index.")
    var save = false

    @Option(
        help: ArgumentHelp(
            "Makes this digest again from the archive and the rules, and says what differs; "
                + "exit code 1 if anything does.", valueName: "file"))
    var verify: String?

    @Option(
        name: [.long, .customLong("since")],
        help: ArgumentHelp(
            "Counts what was said from this time on; a day begins at its midnight on the clocks of "
                + "rules/routing.yaml.", valueName: "time"),
        transform: timeOrDay)
    var from: AskedMoment?

    @Option(
        help: ArgumentHelp(
            "Counts until before this time, now at the latest; a day is counted to its end. "
                + "Default: now.",
            valueName: "time"),
        transform: timeOrDay)
    var to: AskedMoment?

    func validate() throws {
        if table != nil, !format.hasTable {
            throw ValidationError("--table goes with --format csv or --format jsonl.")
        }
        try csv.validate(for: format)
        if period != nil, from != nil {
            throw ValidationError("Choose one of --period and --from.")
        }
        if save, from == nil, period ?? .day == .day, part.isEmpty {
            throw ValidationError(
                "The day's digest is written by `earshot run`; --save needs --period, --from, "
                    + "--brand, --team, --region, --category, --location, --facet, --severity or "
                    + "--language.")
        }
        if save, list != Reports.usuallyListed {
            throw ValidationError("--save writes as many mentions as `earshot run` does.")
        }
        if list < 0 { throw ValidationError("--list must be at least 0.") }
    }

    func run() throws {
        try reportingErrors {
            let now = clock.moment
            if let verify {
                try check(verify)
                return
            }
            let (start, asked) = try workspace.folder.moments(from: from, to: to)
            // Of what is yet to come nobody knows that nothing was said.
            let end = min(asked ?? now, now)
            if let start, start >= end {
                throw ValidationError(
                    "--from must be before --to, which is the present by default, and not in the future."
                )
            }
            let archive = try Archive(workspace: workspace.folder)
            let digest = try archive.digest(
                request(of: start.map { $0..<end }), now: start == nil ? end : now,
                language: locale.locale,
                listed: format.hasTable ? .max : list)
            if save {
                for path in try archive.save(digest) {
                    StandardStream.output.write("out/\(path)\n")
                }
                return
            }
            let table = table ?? .mentions
            let origins =
                format.hasTable && table == .mentions ? try archive.origins(in: digest) : [:]
            switch format {
            case .json: try digest.printAsJSON()
            case .html: StandardStream.output.write(try Reports.html(of: digest))
            case .csv:
                StandardStream.output.write(
                    table.figures(of: digest, from: origins).csv(in: csv.dialect))
            case .jsonl where table != .mentions:
                StandardStream.output.write(try table.figures(of: digest).jsonLines())
            case .jsonl:
                for mention in digest.mentions.items {
                    try MentionLine(mention, from: origins[mention.sequence]).printAsJSONLine()
                }
            case .text:
                StandardStream.output.write(DigestText(digest, style: .standardOutput).text)
            }
        }
    }
}

extension DigestCommand {
    private func check(_ path: String) throws {
        let verification = try Archive(workspace: workspace.folder).verify(digestAt: path)
        if format == .json {
            try verification.printAsJSON()
        } else {
            StandardStream.output.write(verification.text)
        }
        if !verification.isReproduced { throw ExitCode.no }
    }

    private func request(of span: Range<Date>?) -> DigestRequest {
        part.request(of: span == nil ? period?.period ?? .day : .span, span: span)
    }
}

/// What trends are counted by.
enum TrendsUnit: String, ExpressibleByArgument, CaseIterable {
    case hour, day, week

    /// `nil` for days, which are counted anyway.
    var unit: Trends.Course.Unit? {
        switch self {
        case .hour: .hour
        case .day: nil
        case .week: .week
        }
    }
}

/// Periods that a calendar has.
enum DigestPeriod: String, ExpressibleByArgument, CaseIterable {
    case hour, day, week, month

    var period: Digest.Scope.Period {
        switch self {
        case .hour: .hour
        case .day: .day
        case .week: .week
        case .month: .month
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
              earshot trends --days 90 --location gdansk --category complaint
              earshot trends --format csv --table incidents > incidents.csv
              earshot trends --days 2 --by hour --format csv > hours.csv
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var locale: LocaleOptions

    @Option(help: "text, json or html; or csv or jsonl for the numbers of a --table.")
    var format = ReportFormat.text

    @Option(
        help: """
            What --format csv and jsonl list: the numbers of a chart or a list. Default: series.
            """)
    var table: TrendsTable?

    @OptionGroup var csv: CSVOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many whole days before today it covers.", valueName: "days"))
    var days = 28

    @OptionGroup var part: DigestPart

    @Option(
        help: ArgumentHelp(
            "What each row of --table series covers, and what JSON also counts by, besides days; "
                + "hours and weeks are those of the clocks of rules/routing.yaml.",
            valueName: "unit"))
    var by = TrendsUnit.day

    func validate() throws {
        try validateDays(days, of: "--days")
        if table != nil, !format.hasTable {
            throw ValidationError("--table goes with --format csv or --format jsonl.")
        }
        try csv.validate(for: format)
        if by != .day, !(format == .json || format.hasTable && table ?? .series == .series) {
            throw ValidationError("--by is for --format json, and for --table series.")
        }
    }

    func run() throws {
        try reportingErrors {
            let archive = try Archive(workspace: workspace.folder)
            let trends = try archive.trends(
                days: days, now: clock.moment, language: locale.locale,
                of: part.request(of: .span), by: by.unit)
            let table = table ?? .series
            switch format {
            case .json: try trends.printAsJSON()
            case .html: StandardStream.output.write(try Reports.html(of: trends))
            case .csv:
                StandardStream.output.write(table.figures(of: trends).csv(in: csv.dialect))
            case .jsonl:
                StandardStream.output.write(try table.figures(of: trends).jsonLines())
            case .text:
                StandardStream.output.write(TrendsText(trends, style: .standardOutput).text)
            }
        }
    }
}
