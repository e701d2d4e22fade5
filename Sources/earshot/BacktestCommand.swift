import ArgumentParser
import Foundation
import Model
import Pipeline

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Says what another set of rules would have changed over the whole archive.",
        discussion: """
            Compares the rules of --against with the rules/ of this workspace. Nothing is written to \
            the archive. Counts are of entries that mention a brand; the examples of each change come \
            from as many sources as possible.

            With --fail-over the exit code is 1 if more of the mentions change than that, so that a \
            code review can ask for a person.

            Examples:
              earshot rules backtest --against ../proposed/rules
              earshot rules backtest --against ../proposed --since 2026-10-01 --format json
              earshot rules backtest --workspace /srv/earshot --against . --fail-over 5%
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(
        help: ArgumentHelp("A folder of rules, or a workspace that has one.", valueName: "dir"))
    var against: String

    @Option(
        name: [.long, .customLong("from")],
        help: ArgumentHelp(
            "Leaves out what was said before this time; a day begins at midnight on the clocks of "
                + "rules/routing.yaml.", valueName: "time"),
        transform: timeOrDay)
    var since: AskedMoment?

    @Option(
        help: ArgumentHelp("Leaves out what was said at this time or later.", valueName: "time"),
        transform: timeOrDay)
    var until: AskedMoment?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many weeks the trend covers.", valueName: "weeks"))
    var weeks = 8

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many examples of each change to show at most.", valueName: "count"))
    var examples = 20

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Makes the exit code 1 if more of the mentions change than this, such as 5%.",
            valueName: "percent"),
        transform: percent)
    var failOver: Double?

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Writes nothing but errors to standard error.")
    var quiet = false

    func validate() throws {
        guard (1...520).contains(weeks) else {
            throw ValidationError("--weeks goes from 1 to 520.")
        }
        guard (0...1_000).contains(examples) else {
            throw ValidationError("--examples goes from 0 to 1000.")
        }
    }

    func run() throws {
        try reportingErrors {
            let folder = workspace.folder
            let (start, end) = (try folder.start(of: since), try folder.start(of: until))
            if let start, let end, start >= end {
                throw ValidationError("--since must be before --until.")
            }
            let display = ProgressLine(isQuiet: quiet)
            defer { display.finish() }
            let backtest = Backtest(
                workspace: folder, from: try folder.loadRules(),
                to: try folder.loadRules(folder: Workspace.rulesFolder(at: against)),
                options: Backtest.Options(
                    now: clock.moment, since: start, until: end, weeks: weeks,
                    examples: examples))
            let report = try backtest.report { display.show("comparing", $0, of: $1) }
            display.finish()
            try report.print(as: format, BacktestText(report, style: .standardOutput).text)
            if let failOver, report.changes(moreThan: failOver) {
                StandardStream.error.writeIfPossible(
                    "earshot: \(BacktestText.excess(of: report, over: failOver))\n")
                throw ExitCode.no
            }
        }
    }
}

/// Reads a share of the command line: `5%` or `5`.
@Sendable private func percent(_ text: String) throws -> Double {
    let number = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let percent = Double(number), (0...100).contains(percent) else {
        throw ValidationError("'\(text)' is not a share; write 5%, from 0% to 100%.")
    }
    return percent
}
