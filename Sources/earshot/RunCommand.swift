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

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many whole days the trend report covers.", valueName: "days"))
    var trendDays = 28

    @Flag(help: "Leaves tickets to `earshot export`, and messages to `earshot send`.")
    var noExport = false

    @OptionGroup var locale: LocaleOptions
    @OptionGroup var crawl: CrawlOptions

    func validate() throws { try validateDays(trendDays, of: "--trend-days") }

    func run() async throws {
        var options = crawl.options(at: clock)
        options.trendDays = trendDays
        options.language = locale.locale
        options.isWithoutExport = noExport
        try await perform(options, in: workspace, output: output, isStrict: crawl.strict)
    }
}

/// What a crawl covers, for `run` and `fetch`.
struct CrawlOptions: ParsableArguments {
    @Option(
        name: .customLong("source"),
        help: ArgumentHelp(
            "Asks only this source, and asks it now, due or not; may be given several times.",
            valueName: "id"))
    var sources: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Begins no further feed after this time, such as 45m; the rest come first in the next run.",
            valueName: "time"),
        transform: duration)
    var deadline: Duration?

    @Option(
        help: ArgumentHelp(
            "Writes the run's figures for Prometheus' textfile collector.", valueName: "file"))
    var metrics: String?

    @Flag(
        help: """
            Makes the exit code 69 if even one feed that was asked in this run failed; feeds that \
            were not due do not matter.
            """)
    var strict = false

    func options(at clock: ClockOptions) -> Run.Options {
        var options = Run.Options(
            now: clock.moment, sources: sources.isEmpty ? nil : Set(sources), deadline: deadline,
            metricsPath: metrics)
        options.letsGo = clock.hasCome
        options.isPast = clock.isPast
        return options
    }
}

struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetches, tags and stores, and writes no reports.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var output: OutputOptions

    @OptionGroup var crawl: CrawlOptions

    @Flag(
        help: """
            Works as one of several crawlers, on any number of machines, that share the feeds of an \
            archive on a server: asks what is due and no other is asking, and takes over from those \
            that vanish.
            """)
    var worker = false

    func run() async throws {
        var options = crawl.options(at: clock)
        options.isFetchOnly = true
        options.isWorker = worker
        try await perform(options, in: workspace, output: output, isStrict: crawl.strict)
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
            try await run.report()
        }
        progress.finish()
        switch output.format {
        case .json: StandardStream.output.write(try report.json())
        case .text where !output.quiet:
            StandardStream.output.write(RunSummary(report, style: .standardOutput).text)
        case .text: break
        }
        if let failure = run.failure(of: report) { throw failure }
        if let failure = report.tickets?.failure ?? report.notices?.failure { throw failure }
        let failed = report.feeds.count(where: \.isFailure)
        if isStrict, failed > 0 {
            StandardStream.error.writeIfPossible(
                "earshot: \(failed) of \(report.feeds.count.counted("feed")) failed (--strict)\n")
            throw ExitCode.unavailable
        }
    }
}
