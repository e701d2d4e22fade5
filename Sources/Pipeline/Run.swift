import Fetching
package import Foundation
import Hashing
package import Model
import Parsing
import RuleLoading
import Storing

/// One scheduled run: everything from feeds to files.
package struct Run: Sendable {
    package struct Options: Sendable {
        /// The moment the run is made for.
        package var now: Date
        /// Ends after the entries are stored: `earshot fetch`.
        package var isFetchOnly: Bool
        /// Whole days that the trend report covers.
        package var trendDays: Int

        package init(now: Date, isFetchOnly: Bool = false, trendDays: Int = 28) {
            self.now = now
            self.isFetchOnly = isFetchOnly
            self.trendDays = trendDays
        }
    }

    private let workspace: Workspace
    private let options: Options
    private let progress: @Sendable (RunProgress) -> Void

    package init(
        workspace: Workspace, options: Options,
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) {
        self.workspace = workspace
        self.options = options
        self.progress = progress
    }

    /// Runs, and returns what was done.
    ///
    /// Cancelling the task ends the fetching early; the report then says `isPartial`.
    ///
    /// - Throws: `RunError` before anything was started for wrong files or a held lock; single feeds
    ///   that fail are in the report.
    package func execute() async throws(RunError) -> RunReport {
        var stopwatch = Stopwatch(progress: progress)

        stopwatch.begin(.loading)
        let configuration = try workspace.load()
        let tagger = Tagger(rules: configuration.rules)
        let failures = RulesCheck.exampleFailures(of: configuration.rules, tagger: tagger)
        guard failures.isEmpty else { throw .examples(failures) }
        let lock = try RunLock(path: workspace.lockPath)
        defer { withExtendedLifetime(lock) {} }
        do {
            let store = try Store(path: workspace.archivePath)

            stopwatch.begin(.retagging)
            let retagged = try Retagging(store: store, tagger: tagger)
                .bringUpToDate(rulesHash: configuration.rulesHash) { progress(.retagged(done: $0)) }

            stopwatch.begin(.fetching)
            let outcomes = try await crawl(configuration, tagger: tagger, store: store)
            let isPartial = Task.isCancelled

            stopwatch.begin(.grouping)
            let settled = try store.settleEntries()

            var files: [WrittenFile] = []
            var brands: [RunReport.BrandLine] = []
            if !options.isFetchOnly {
                stopwatch.begin(.reporting)
                let reports = Reports(store: store, configuration: configuration)
                let digest = try reports.dailyDigest(now: options.now)
                let trends = try reports.trends(days: options.trendDays, now: options.now)
                brands = digest.brandLines
                stopwatch.begin(.writing)
                files = try write(digest, trends, day: reports.day(of: options.now))
                try reports.record(digest, now: options.now)
            }
            stopwatch.end()
            try store.set(configuration.rulesHash, for: "rules_hash")
            try store.checkpoint()

            let report = RunReport(
                version: ProgramVersion.current, rulesHash: configuration.rulesHash,
                now: options.now, isPartial: isPartial,
                feeds: outcomes.map(RunReport.FeedLine.init),
                newEntries: outcomes.reduce(0) { $0 + $1.newEntries }, settledEntries: settled,
                retaggedEntries: retagged, brands: brands, files: files,
                millisecondsByStage: stopwatch.millisecondsByStage)
            try write(report)
            try refuseIfNothingFetched(outcomes)
            return report
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as RunError {
            throw error
        } catch {
            preconditionFailure("a run throws nothing but its own errors, got \(error)")
        }
    }

    // MARK: - Private

    private func crawl(_ configuration: Configuration, tagger: Tagger, store: Store) async throws
        -> [FeedOutcome]
    {
        let intake = Intake(
            tagger: tagger, rulesHash: configuration.rulesHash,
            pseudonyms: Pseudonymizer(key: try PseudonymKey.read(workspace.pseudonymKeyPath)),
            now: options.now)
        let crawl = Crawl(
            fetcher: try Fetcher(
                settings: FetchSettings(configuration.feeds.settings), workspace: workspace.path),
            poll: FeedPoll(
                parser: DocumentParser(), intake: intake, store: store, now: options.now),
            store: store, progress: progress)
        return try await crawl.outcomes(
            of: configuration.feeds.feeds, states: try store.feedStates())
    }

    /// The manifest goes last: who reads it finds every file it names.
    private func write(_ digest: Digest, _ trends: Trends, day: String) throws -> [WrittenFile] {
        let folder = OutputFolder(path: workspace.outputPath)
        let files = [
            try folder.write(
                try ContractJSON.encode(digest, isPretty: true).asFile,
                to: "digests/\(day).json"),
            try folder.write(Data(try Reports.html(of: digest).utf8), to: "digests/\(day).html"),
            try folder.write(
                try ContractJSON.encode(trends, isPretty: true).asFile, to: "trends/\(day).json"),
            try folder.write(Data(try Reports.html(of: trends).utf8), to: "trends/\(day).html"),
        ]
        _ = try folder.write(
            try ContractJSON.encode(Manifest(day: day, files: files), isPretty: true).asFile,
            to: "manifest.json")
        return files
    }

    private func write(_ report: RunReport) throws {
        let name = ContractJSON.timestamp(options.now).replacing(":", with: "")
        _ = try OutputFolder(path: workspace.outputPath).write(
            try ContractJSON.encode(report, isPretty: true).asFile, to: "runs/\(name).json")
    }

    private func refuseIfNothingFetched(_ outcomes: [FeedOutcome]) throws(RunError) {
        let failures = outcomes.count(where: \.isFailure)
        if failures > 0, failures == outcomes.count {
            throw .nothingFetched(failures: failures)
        }
    }
}

/// Lists the day's files; written last.
private struct Manifest: Encodable {
    let day: String
    let files: [WrittenFile]
}

extension Data {
    /// Text files end in a line feed.
    fileprivate var asFile: Data { self + Data("\n".utf8) }
}

extension FeedOutcome {
    package var isFailure: Bool {
        if case .failed = result { true } else { false }
    }

    package var newEntries: Int {
        if case .updated(_, let new, _) = result { new } else { 0 }
    }
}
