import ArgumentParser
import Foundation
import Model
import Pipeline

struct UsageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage",
        abstract: "Says how often each rule has fired, and which have not for long.",
        discussion: """
            The whole archive is read by the present rules; nothing is written to it. Counts are of \
            entries that mention a brand, of exceptions and struck forms those of all entries, and a \
            rule has fired where `earshot explain` names it. \
            First come rules that have not fired for --days, then those that fire far more or less \
            often than in the time before, as long as the period, then those that fired most, \
            with what reviewers confirmed and corrected.

            Examples:
              earshot rules usage
              earshot rules usage --days 365
              earshot rules usage --period month --format json > usage.json
              earshot rules usage --from 2026-10-01 --to 2026-10-31 --all
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Days after which a rule that has not fired is told of; without --period and --from "
                + "those of the period, too.", valueName: "days"))
    var days = 90

    @Option(
        help: ArgumentHelp(
            "week or month: the last whole one before now, on the clocks of rules/routing.yaml.",
            valueName: "period"))
    var period: UsagePeriod?

    @Option(
        name: [.long, .customLong("since")],
        help: ArgumentHelp(
            "Counts what was said from this time on; a day begins at its midnight on the clocks of "
                + "rules/routing.yaml.", valueName: "time"),
        transform: timeOrDay)
    var from: AskedMoment?

    @Option(
        help: ArgumentHelp(
            "Counts until before this time; a day is counted to its end. Default: now.",
            valueName: "time"),
        transform: timeOrDay)
    var to: AskedMoment?

    @Flag(help: "Lists every keyword, and every line of the lexicons.")
    var all = false

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Writes nothing but errors to standard error.")
    var quiet = false

    func validate() throws {
        try validateDays(days, of: "--days")
        if period != nil, from != nil || to != nil {
            throw ValidationError("Choose one of --period and --from with --to.")
        }
    }

    func run() throws {
        try reportingErrors {
            let folder = workspace.folder
            let (start, end) = try folder.moments(from: from, to: to)
            let now = clock.moment
            if let start, start >= min(end ?? now, now) {
                throw ValidationError(
                    "--from must be before --to, which is the present by default.")
            }
            let display = ProgressLine(isQuiet: quiet)
            defer { display.finish() }
            let usage = RuleUsage(
                workspace: folder,
                options: RuleUsage.Options(
                    now: now, unit: period?.unit, from: start, to: end, silentDays: days,
                    includesAll: all))
            let report = try usage.report { display.show("counting", $0, of: $1) }
            display.finish()
            try report.print(as: format, RuleUsageText(report, style: .standardOutput).text)
        }
    }
}

/// Whole parts of the calendar.
enum UsagePeriod: String, ExpressibleByArgument, CaseIterable {
    case week, month

    var unit: RuleUsage.Unit {
        switch self {
        case .week: .week
        case .month: .month
        }
    }
}
