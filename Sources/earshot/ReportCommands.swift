import ArgumentParser
import Foundation
import Model
import Pipeline

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
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
              earshot digest --from 2026-11-15 --to 2026-11-22 --format json
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(help: "text, json or html.")
    var format = ReportFormat.text

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
            let digest = try archive.digest(from: from, to: to ?? now, now: now)
            switch format {
            case .json: try digest.printAsJSON()
            case .html: StandardStream.output.write(try Reports.html(of: digest))
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

    @Option(help: "text, json or html.")
    var format = ReportFormat.text

    @Option(help: ArgumentHelp("Whole days before today.", valueName: "days"))
    var days = 28

    func validate() throws { try validateDays(days, of: "--days") }

    func run() throws {
        try reportingErrors {
            let archive = try Archive(workspace: workspace.folder)
            let trends = try archive.trends(days: days, now: clock.moment)
            switch format {
            case .json: try trends.printAsJSON()
            case .html: StandardStream.output.write(try Reports.html(of: trends))
            case .text:
                StandardStream.output.write(TrendsText(trends, style: .standardOutput).text)
            }
        }
    }
}
