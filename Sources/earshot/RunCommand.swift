import ArgumentParser
import Foundation
import Model
import Pipeline

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Fetches, tags, stores, and writes digest and trends: what the scheduler calls.",
        discussion: """
            Examples:
              earshot run
              earshot run --workspace /srv/earshot --quiet
              earshot run --now 2026-11-22T06:00:00Z --format json
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var output: OutputOptions

    @Option(help: ArgumentHelp("Whole days the trend report covers.", valueName: "days"))
    var trendDays = 28

    @Flag(help: "A single failed feed makes the exit code 69.")
    var strict = false

    func validate() throws { try validateDays(trendDays, of: "--trend-days") }

    func run() async throws {
        try await perform(
            Run.Options(now: clock.moment, trendDays: trendDays), in: workspace, output: output,
            isStrict: strict)
    }
}

struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetches, tags and stores, and writes no reports.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "A single failed feed makes the exit code 69.")
    var strict = false

    func run() async throws {
        try await perform(
            Run.Options(now: clock.moment, isFetchOnly: true), in: workspace, output: output,
            isStrict: strict)
    }
}

/// Runs with progress on standard error and prints what was done.
private func perform(
    _ options: Run.Options, in workspace: WorkspaceOptions, output: OutputOptions, isStrict: Bool
) async throws {
    try await reportingErrors {
        let progress = ProgressDisplay(output: output)
        defer { progress.finish() }
        let run = Run(workspace: workspace.folder, options: options) { progress.show($0) }
        let report = try await StopSignals.cancelling { () async throws(RunError) -> RunReport in
            try await run.execute()
        }
        progress.finish()
        switch output.format {
        case .json: try report.printAsJSON()
        case .text where !output.quiet:
            StandardStream.output.write(RunSummary(report, style: .standardOutput).text)
        case .text: break
        }
        let failed = report.feeds.count { $0.message != nil }
        if isStrict, failed > 0 {
            StandardStream.error.writeIfPossible(
                "earshot: \(failed) of \(report.feeds.count) feeds failed (--strict)\n")
            throw ExitCode(69)
        }
    }
}
