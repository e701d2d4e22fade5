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
        package var trendDays: Int
        /// In which reports are written; `nil` for the language of `rules/routing.yaml`.
        package var language: ReportLanguage?
        /// Polls these sources, due or not, and no others; `nil` polls all that are due.
        package var sources: Set<String>?
        /// Feeds that have not begun by then have their turn in the next run; `nil` goes by the
        /// feeds file.
        package var deadline: Duration?
        /// Where figures of the run are written for Prometheus.
        package var metricsPath: String?
        /// Leaves tickets to `earshot export`.
        package var isWithoutExport: Bool

        package init(
            now: Date, isFetchOnly: Bool = false, trendDays: Int = 28,
            language: ReportLanguage? = nil,
            sources: Set<String>? = nil, deadline: Duration? = nil, metricsPath: String? = nil,
            isWithoutExport: Bool = false
        ) {
            self.now = now
            self.isFetchOnly = isFetchOnly
            self.trendDays = trendDays
            self.language = language
            self.sources = sources
            self.deadline = deadline
            self.metricsPath = metricsPath
            self.isWithoutExport = isWithoutExport
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
    /// Cancelling the task ends it in good order: what was fetched is stored and reported, and the
    /// report says `isPartial`.
    ///
    /// - Throws: `RunError` before anything was started for wrong files or a held lock; single feeds
    ///   that fail are in the report.
    package func execute() async throws(RunError) -> RunReport {
        var stopwatch = Stopwatch(progress: progress)
        stopwatch.begin(.loading)
        let configuration = try workspace.load()
        let tagger = try workspace.checkedTagger(for: configuration.checkedRules)
        try checkSources(configuration)
        let vault = try Vault(for: configuration.feeds.feeds, workspace: workspace)
        if !options.isFetchOnly, !options.isWithoutExport {
            try TicketExport.checkSecrets(configuration, workspace)
            try NoticeSending.checkSecrets(configuration, workspace)
        }
        let lock = try RunLock(path: workspace.lockPath)
        defer { withExtendedLifetime(lock) {} }
        let output = OutputFolder(path: workspace.outputPath)
        try output.removeLeftovers()
        let store = try storing { () throws(StoreError) in
            try Store(path: workspace.archivePath)
        }
        let fetcher = try fetcher(
            configuration,
            memory: try storing { () throws(StoreError) in
                try store.forgetOldHosts(now: options.now)
                return try store.hostMemory()
            })
        let work = Work(
            run: self, configuration: configuration, tagger: tagger, fetcher: fetcher,
            vault: vault, store: store, output: output)
        let report = try await work.report(&stopwatch)
        try storing { () throws(StoreError) in try store.checkpoint() }
        if let path = options.metricsPath {
            try WholeFile(path: path).write(
                Data(RunMetrics(report).text.utf8), permissions: 0o644)
        }
        let asked = report.feeds.filter(\.wasAsked)
        let failed = asked.filter(\.isFailure)
        // A few that fail while the others have no turn may be a coincidence.
        let isTelling =
            options.sources != nil || asked.count == report.feeds.count || asked.count >= 10
        if let first = failed.first, failed.count == asked.count, isTelling, !report.isPartial {
            throw .nothingFetched(
                failures: failed.count, example: "\(first.feed): \(first.message ?? "")")
        }
        return report
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
                memory: memory, start: options.now)
        } catch {
            throw .cannotFetch(error.description)
        }
    }

    /// A run whose rules are read, whose lock is held and whose archive is open.
    private struct Work {
        let run: Run
        let configuration: Configuration
        let tagger: Tagger
        let fetcher: Fetcher
        let vault: Vault
        let store: Store
        let output: OutputFolder

        var options: Options { run.options }

        func report(_ stopwatch: inout Stopwatch) async throws(RunError) -> RunReport {
            stopwatch.begin(.retagging)
            let privacy = try Privacy.opening(
                store, of: run.workspace, configuration, now: options.now)
            let retagged = try await storing { () async throws(StoreError) in
                try await Retagging(store: store, tagger: tagger)
                    .bringUpToDate(rulesHash: configuration.rulesHash) { done in
                        run.progress(.retagged(done: done))
                    }
            }
            stopwatch.begin(.fetching)
            let deadline = (options.deadline ?? configuration.feeds.settings.deadline)
                .map { ContinuousClock.now + $0 }
            let outcomes = try await crawl(until: deadline, privacy)
            let isTooLate = deadline.map { $0 <= .now } ?? false
            let isPartial =
                Task.isCancelled || isTooLate && outcomes.contains { $0.isPostponed }

            stopwatch.begin(.grouping)
            let unsettled = try storing { () throws(StoreError) in try store.unsettledEntries() }
            let isLeftToNext = Task.isCancelled && unsettled > Self.mostEntriesAtAnEnd
            let settled = try storing { () throws(StoreError) in
                isLeftToNext ? 0 : try store.settleEntries()
            }
            let expired = Task.isCancelled ? nil : try expire(privacy, &stopwatch)
            let made = isLeftToNext ? nil : try reports(of: outcomes, &stopwatch)
            let tickets = made == nil ? nil : try await tickets(&stopwatch)
            let notices = made == nil ? nil : try await notices(&stopwatch)
            stopwatch.end()

            let report = RunReport(
                version: ProgramVersion.current, rulesHash: configuration.rulesHash,
                now: options.now, isPartial: isPartial,
                feeds: outcomes.map(RunReport.FeedLine.init),
                newEntries: outcomes.reduce(0) { $0 + $1.newEntries }, settledEntries: settled,
                retaggedEntries: retagged, expired: expired, brands: made?.brands ?? [],
                files: made?.files ?? [], tickets: tickets, notices: notices,
                millisecondsByStage: stopwatch.millisecondsByStage)
            let name = ContractJSON.timestamp(options.now).replacing(":", with: "")
            _ = try output.write(json(of: report), to: "runs/\(name).json")
            return report
        }

        /// Who ends a run waits for it; more entries than can be grouped in a second or two are left
        /// to the next run, with the reports.
        private static let mostEntriesAtAnEnd = 2_000

        private func expire(_ privacy: Privacy, _ stopwatch: inout Stopwatch) throws(RunError)
            -> Expired?
        {
            stopwatch.begin(.expiring)
            return try RetentionSweep(
                retention: configuration.feeds.privacy.retention, store: store,
                hashes: privacy.hashes, output: output, now: options.now
            ).apply()
        }

        private func crawl(until deadline: ContinuousClock.Instant?, _ privacy: Privacy)
            async throws(RunError) -> [FeedOutcome]
        {
            try await storing { () async throws(StoreError) in
                let intake = Intake(
                    tagger: tagger, rulesHash: configuration.rulesHash,
                    privacy: privacy, now: options.now,
                    lastDigestEnd: try store.lastDigestEnd())
                let scheduler = PollScheduler(now: options.now)
                let poll = FeedPoll(
                    parser: DocumentParser(), intake: intake, store: store, scheduler: scheduler,
                    follow: FollowUp(fetcher: fetcher, deadline: deadline))
                let crawl = Crawl(
                    fetcher: fetcher, poll: poll, store: store, scheduler: scheduler,
                    vault: vault, deadline: deadline, progress: run.progress)
                return try await crawl.outcomes(
                    of: configuration.feeds.feeds, states: try store.feedStates(),
                    sources: options.sources)
            }
        }

        private func json(of report: RunReport) throws(RunError) -> Data {
            do {
                return try report.json()
            } catch {
                throw .bug("the run report cannot be encoded: \(error)")
            }
        }

        /// Last of all: what other systems do must not keep anybody from their digest.
        private func tickets(_ stopwatch: inout Stopwatch) async throws(RunError) -> TicketReport? {
            guard !options.isWithoutExport, !Task.isCancelled else { return nil }
            stopwatch.begin(.exporting)
            return try await TicketExport(
                workspace: run.workspace, options: TicketExport.Options(now: options.now)
            ).deliver(store: store, configuration: configuration)
        }

        private func notices(_ stopwatch: inout Stopwatch) async throws(RunError) -> TicketReport? {
            guard !options.isWithoutExport, !Task.isCancelled else { return nil }
            stopwatch.begin(.sending)
            return try await NoticeSending(workspace: run.workspace, now: options.now)
                .deliver(store: store, configuration: configuration)
        }

        private struct Made {
            let brands: [RunReport.BrandLine]
            let files: [WrittenFile]
        }

        /// The day's reports; `nil` when none are wanted, or the run was ended before all entries
        /// had been tagged by one set of rules.
        private func reports(of outcomes: [FeedOutcome], _ stopwatch: inout Stopwatch)
            throws(RunError) -> Made?
        {
            let isTagged = try storing { () throws(StoreError) in
                try store.isTagged(by: configuration.rulesHash)
            }
            guard !options.isFetchOnly, isTagged else { return nil }
            stopwatch.begin(.reporting)
            let reports = Reports(
                store: store, configuration: configuration, language: options.language)
            let (digest, trends) = try storing { () throws(StoreError) in
                let health = try reports.health(
                    now: options.now,
                    after: RunCoverage(
                        now: options.now, sources: options.sources,
                        postponed: Set(outcomes.filter(\.isPostponed).map(\.feed))))
                return (
                    try reports.dailyDigest(now: options.now, health: health),
                    try reports.trends(
                        days: options.trendDays, now: options.now, health: health)
                )
            }
            stopwatch.begin(.writing)
            let files = try ReportFiles(output: output, day: reports.day(of: options.now))
                .write(digest, trends)
            FaultPoint.beforeWatermark.pass()
            // Only when the files are in place: ended before, the same digest is made again.
            try storing { () throws(StoreError) in
                try reports.record(digest, now: options.now)
            }
            return Made(brands: digest.brandLines, files: files)
        }
    }
}

extension FeedOutcome {
    /// Whether the feed could not be heard; one that was not asked may well be.
    package var isFailure: Bool {
        if case .failed(let failure) = result { !failure.isWithoutRequest } else { false }
    }

    var isPostponed: Bool {
        if case .failed(let failure) = result { failure.kind == .postponed } else { false }
    }

    package var newEntries: Int {
        if case .updated(_, let new, _) = result { new } else { 0 }
    }
}
