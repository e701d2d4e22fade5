import Fetching
package import Foundation
import Hashing
package import Model
import Parsing
import RuleLoading
import Scheduling
import Storing

/// One scheduled run: everything from feeds to files.
package struct Run: Sendable {
    package struct Options: Sendable {
        /// The moment the run is made for.
        package var now: Date
        /// Ends after the entries are stored: `earshot fetch`.
        package var isFetchOnly: Bool
        /// Whole days that the trend report covers.
        package var trendDays = 28
        /// In which reports are written; `nil` for the language of `rules/routing.yaml`.
        package var language: ReportLanguage?
        /// Polls these sources, due or not, and no others; `nil` polls all that are due.
        package var sources: Set<String>?
        /// After this time no further feed is begun, and those left over come first in the next run;
        /// `nil` for what the feeds file says.
        package var deadline: Duration?
        /// Where figures of the run are written for Prometheus.
        package var metricsPath: String?
        /// Only crawls, as one of several at an archive on a server: `earshot fetch --worker`.
        package var isWorker = false
        /// Leaves tickets to `earshot export`.
        package var isWithoutExport: Bool
        /// Whether what has been kept long enough is deleted; not if the run's moment is in the future.
        package var letsGo = true
        /// Whether the run's moment is so long past that what is heard now was said after it.
        package var isPast = false
        /// How long a digest waits for ticket systems, of whose tickets it tells.
        package var longestWaitForTickets = Duration.seconds(300)

        package init(
            now: Date, isFetchOnly: Bool = false, sources: Set<String>? = nil,
            deadline: Duration? = nil, metricsPath: String? = nil, isWithoutExport: Bool = false
        ) {
            self.now = now
            self.isFetchOnly = isFetchOnly
            self.sources = sources
            self.deadline = deadline
            self.metricsPath = metricsPath
            self.isWithoutExport = isWithoutExport
        }
    }

    let workspace: Workspace
    let options: Options
    let progress: @Sendable (RunProgress) -> Void

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
    /// Cancelling the task ends it in good order: what was fetched is stored and reported, and the
    /// report says `isPartial`.
    ///
    /// - Throws: `RunError` before anything was started for wrong files or a held lock; feeds that
    ///   fail are in the report, all of them too (`failure(of:)`).
    package func report() async throws(RunError) -> RunReport {
        var stopwatch = Stopwatch(progress: progress)
        stopwatch.begin(.loading)
        let configuration = try workspace.load()
        let tagger = try workspace.checkedTagger(for: configuration.checkedRules)
        try checkSources(configuration)
        if options.isPast, configuration.feeds.feeds.contains(where: \.isFetched) {
            progress(.datedBack)
        }
        let vault = Vault(for: configuration.feeds.feeds, workspace: workspace)
        guard !options.isWorker || workspace.archive.isServer else {
            throw .badInput(
                "workers share an archive on a server; name it with --store, or leave --worker out")
        }
        // What only one process may do, a worker leaves to it.
        let lock = options.isWorker ? nil : try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        let output = OutputFolder(path: workspace.outputPath)
        // Those of another that is writing are none.
        if lock != nil { try output.removeLeftovers() }
        let store = try storing(Store(workspace.archive))
        let fetcher = try fetcher(
            configuration,
            memory: try storing { () throws(StoreError) in
                try store.forgetOldHosts(now: options.now)
                return try store.hostMemory()
            })
        let work = Work(
            run: self, configuration: configuration, tagger: tagger, fetcher: fetcher,
            vault: vault, store: store, output: output, lock: lock)
        let report = try await work.report(&stopwatch)
        try storing(store.checkpoint())
        if let path = options.metricsPath {
            try WholeFile(path: path).write(
                Data(RunMetrics(report).text.utf8), permissions: 0o644)
        }
        return report
    }

    /// The same, where a run that heard nobody is an error.
    package func execute() async throws(RunError) -> RunReport {
        let report = try await report()
        if let failure = failure(of: report) { throw failure }
        return report
    }

    /// Why a run that stored and reported what there was has failed all the same: nothing of what it
    /// asked for could be fetched.
    package func failure(of report: RunReport) -> RunError? {
        let asked = report.feeds.filter(\.wasAsked)
        let failed = asked.filter(\.isFailure)
        // A few that fail while the others have no turn may be a coincidence; what is gone has none.
        let askable = report.feeds.count { !$0.isRetired }
        let isTelling = options.sources != nil || asked.count == askable || asked.count >= 10
        guard let first = failed.first, failed.count == asked.count, isTelling, !report.isPartial
        else { return nil }
        return .nothingFetched(
            failures: failed.count, example: "\(first.feed): \(first.message ?? "")")
    }

    // MARK: - Private

    private func checkSources(_ configuration: Configuration) throws(RunError) {
        let known = Set(configuration.feeds.feeds.map(\.source.id.value))
        guard let unknown = options.sources?.subtracting(known).min() else { return }
        throw .badInput(
            "there is no source '\(unknown)' that is switched on; `earshot feeds check` lists them")
    }

    private func fetcher(_ configuration: Configuration, memory: HostMemory) throws(RunError)
        -> Fetcher
    {
        do {
            return try Fetcher(
                settings: FetchSettings(configuration.feeds.settings), workspace: workspace.path,
                memory: memory, start: options.now, sharesHosts: workspace.archive.isServer)
        } catch {
            throw .cannotFetch(error.description)
        }
    }
}

extension Feed {
    /// Whether somebody else writes it, who goes on doing so.
    fileprivate var isFetched: Bool {
        if case .url = address { true } else { false }
    }
}
