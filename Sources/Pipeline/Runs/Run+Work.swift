import Fetching
import Foundation
import Hashing
import Model
import Parsing
import RuleLoading
import Scheduling
import Storing

extension Run {
    /// A run whose rules are read, whose lock is held and whose archive is open.
    struct Work {
        let run: Run
        let configuration: Configuration
        let tagger: Tagger
        let fetcher: Fetcher
        let vault: Vault
        let store: Store
        let output: OutputFolder
        /// `nil` for a worker.
        let lock: RunLock?

        var options: Options { run.options }

        func report(_ stopwatch: inout Stopwatch) async throws(RunError) -> RunReport {
            // What this run tells is not ahead of itself.
            let ahead = ToldAhead(try storing(ToldPeriods(of: store)), at: options.now)
            guard !options.isWorker else { return try await workerReport(ahead, &stopwatch) }
            stopwatch.begin(.retagging)
            let privacy = try Privacy.opening(
                store, of: run.workspace, configuration, now: options.now)
            if let note = try ErasureLog(path: run.workspace.erasuresPath).unfinishedNote() {
                run.progress(.upkeepPutOff(reason: note))
            }
            let retagged = try await retag()
            stopwatch.begin(.fetching)
            // Reading the rules and checking their examples took more memory than the crawl needs of
            // them.
            HeapSettings.giveBack()
            let deadline = deadline
            let outcomes = try await crawl(until: deadline, privacy)
            let isPartial = isEnded(outcomes, by: deadline)
            tagger.rest()
            HeapSettings.giveBack()

            let clock = ClockDoubt(outcomes)
            if !options.letsGo, configuration.feeds.privacy.retention != Retention() {
                run.progress(.keptAll)
            }
            let settlement = try await settle(
                outcomes, privacy, expires: clock == nil && options.letsGo, &stopwatch)
            let made = settlement.made
            let (tickets, notices) = made == nil ? (nil, nil) : try await delivered(&stopwatch)
            stopwatch.end()

            var report = crawlReport(
                of: outcomes, isPartial: isPartial || settlement.isLeftToNext, ahead, stopwatch)
            report.settledEntries = settlement.settledEntries
            report.retaggedEntries = retagged + settlement.retaggedEntries
            report.expired = settlement.expired
            report.brands = made?.brands ?? []
            report.files = made?.files ?? []
            report.tickets = tickets
            report.notices = notices
            try write(report)
            if !Task.isCancelled {
                for reason in store.tend(at: clock == nil ? options.now : nil) {
                    run.progress(.upkeepPutOff(reason: reason))
                }
            }
            return report
        }

        /// Counted from when it is asked for.
        private var deadline: ContinuousClock.Instant? {
            (options.deadline ?? configuration.feeds.settings.deadline).map { .now + $0 }
        }

        /// Whether the crawl was ended before every feed had its turn; a feed that was put off because
        /// its host is resting has had its turn.
        private func isEnded(_ outcomes: [FeedOutcome], by deadline: ContinuousClock.Instant?)
            -> Bool
        {
            let isTooLate = deadline.map { $0 <= .now } ?? false
            return Task.isCancelled || isTooLate && outcomes.contains { $0.isPostponed }
        }

        /// What became of the archive behind the crawl.
        private struct Settlement {
            var settledEntries = 0
            /// Of those that crawlers with other rules stored meanwhile.
            var retaggedEntries = 0
            var expired: Expired?
            var made: Made?
            /// Whether it is the next run that groups the entries and makes the reports.
            var isLeftToNext = false
        }

        /// Groups what was heard, deletes what was kept long enough and makes the reports; the reports
        /// are made again if crawlers stored something meanwhile.
        private func settle(
            _ outcomes: [FeedOutcome], _ privacy: Privacy, expires: Bool,
            _ stopwatch: inout Stopwatch
        ) async throws(RunError) -> Settlement {
            let pause = CrawlerPause(of: run.workspace.archive)
            var done = Settlement()
            for attempt in 1... {
                stopwatch.begin(.grouping)
                let unsettled = try storing(store.unsettledEntries())
                try lock?.ensure()
                let isAlone = try await storing { () async throws(StoreError) in
                    try await pause.begin { run.progress(.waiting($0)) }
                }
                // Crawlers with other rules, or of another version, may have stored entries meanwhile.
                if isAlone, store.isShared { done.retaggedEntries += try await retag() }
                done.isLeftToNext =
                    !isAlone || Task.isCancelled && unsettled > Self.mostEntriesAtAnEnd
                if !done.isLeftToNext {
                    try storing { () throws(StoreError) in
                        done.settledEntries += try store.settleEntries()
                        done.isLeftToNext =
                            Task.isCancelled ? try store.unsettledEntries() > 0 : false
                    }
                }
                if !Task.isCancelled, expires, done.expired == nil {
                    done.expired = try expire(privacy, &stopwatch)
                }
                done.made =
                    done.isLeftToNext ? nil : try reports(of: outcomes, in: pause, &stopwatch)
                guard let made = done.made, !made.isRecorded else { break }
                // Crawlers may have stored something that is in none of the reports, so these are made
                // again.
                guard attempt < Self.mostAttempts else { throw .store(.unquiet(path: store.path)) }
            }
            // Crawlers may store again: what the reports cover is written down.
            pause.end()
            return done
        }

        private func retag() async throws(RunError) -> Int {
            try await storing { () async throws(StoreError) in
                try await Retagging(store: store, tagger: tagger)
                    .bringUpToDate(rulesHash: configuration.rulesHash) { done in
                        run.progress(.retagged(done: done))
                    }
            }
        }

        private func write(_ report: RunReport) throws(RunError) {
            var name = ContractJSON.timestamp(options.now).replacing(":", with: "")
            // Others may begin in the same second, on other machines too.
            if options.isWorker { name += "-" + UUID().uuidString.prefix(8).lowercased() }
            _ = try output.write(json(of: report), to: "\(OutputFolder.runs)/\(name).json")
        }

        /// Somebody who ends a run waits for it; so if there are more new entries than can be grouped
        /// in a second or two, they and the reports are left to the next run.
        private static let mostEntriesAtAnEnd = 2_000
        /// How often the reports are made where crawlers cannot be kept from storing meanwhile.
        private static let mostAttempts = 3

        private func expire(_ privacy: Privacy, _ stopwatch: inout Stopwatch) throws(RunError)
            -> Expired?
        {
            stopwatch.begin(.expiring)
            try storing(store.forgetOldAnswers(now: options.now))
            return try RetentionSweep(
                retention: configuration.feeds.privacy.retention, store: store,
                hashes: privacy.hashes, output: output, now: options.now
            ).apply()
        }

        private func crawl(until deadline: ContinuousClock.Instant?, _ privacy: Privacy)
            async throws(RunError) -> [FeedOutcome]
        {
            let unread = try UnreadDocuments(
                of: run.workspace, configuration.feeds, now: options.now)
            let folder = UnreadFolder(of: run.workspace)
            let outcomes = try await folder.storing { () async throws(StoreError) in
                let intake = Intake(
                    tagger: tagger, rulesHash: configuration.rulesHash,
                    privacy: privacy, now: options.now,
                    told: try ToldPeriods(of: store), makesDigest: !options.isFetchOnly)
                let scheduler = PollScheduler(now: options.now)
                let feeds = configuration.feeds.feeds
                let timeZone =
                    TimeZone(identifier: configuration.rules.routing.timeZone) ?? .gmt
                let poll = FeedPoll(
                    parser: DocumentParser(timeZone: timeZone), intake: intake, store: store,
                    scheduler: scheduler,
                    follow: FollowUp(fetcher: fetcher, deadline: deadline), unread: unread,
                    formerFeeds: try store.formerFeeds(besides: Set(feeds.map(\.id))))
                let crawl = Crawl(
                    fetcher: fetcher, poll: poll, store: store, scheduler: scheduler,
                    vault: vault, deadline: deadline, progress: run.progress)
                guard !store.isShared else {
                    return try await shared(crawl).outcomes(
                        of: feeds, sources: options.sources)
                }
                return try await crawl.outcomes(
                    of: feeds, states: try store.feedStates(), sources: options.sources)
            }
            await unread.settle(outcomes)
            if let failure = await unread.failure {
                run.progress(.unreadNotKept(reason: failure.description))
            }
            return outcomes
        }

        private func shared(_ crawl: Crawl) -> SharedCrawl {
            SharedCrawl(
                crawl: crawl, store: store,
                crawler: .ofThisProcess(options.isWorker ? .worker : .run),
                settings: FetchSettings(configuration.feeds.settings),
                lifetimes: LeaseLifetimes(
                    longestPoll: configuration.feeds.feeds.map(\.limits.timeout).max() ?? .zero))
        }

        /// What one crawler of several did: it stores what it hears, and leaves everything else to
        /// whoever makes the digest.
        private func workerReport(_ ahead: ToldAhead?, _ stopwatch: inout Stopwatch)
            async throws(RunError) -> RunReport
        {
            let privacy = try Privacy.joining(store, of: run.workspace, configuration)
            stopwatch.begin(.fetching)
            let deadline = deadline
            let outcomes = try await crawl(until: deadline, privacy)
            let isPartial = isEnded(outcomes, by: deadline)
            stopwatch.end()
            let report = crawlReport(of: outcomes, isPartial: isPartial, ahead, stopwatch)
            try write(report)
            return report
        }

        /// What there is to tell of a crawl alone.
        private func crawlReport(
            of outcomes: [FeedOutcome], isPartial: Bool, _ ahead: ToldAhead?,
            _ stopwatch: Stopwatch
        ) -> RunReport {
            RunReport(
                version: ProgramVersion.current, rulesHash: configuration.rulesHash,
                now: options.now, isPartial: isPartial,
                feeds: outcomes.map(RunReport.FeedLine.init),
                newEntries: outcomes.reduce(0) { $0 + $1.newEntries },
                clock: ClockDoubt(outcomes), toldAhead: ahead,
                millisecondsByStage: stopwatch.millisecondsByStage)
        }

        private func json(of report: RunReport) throws(RunError) -> Data {
            do {
                return try report.json()
            } catch {
                throw .bug("the run report cannot be encoded: \(error)")
            }
        }

        private struct Made {
            let brands: [RunReport.BrandLine]
            let files: [WrittenFile]
            /// Whether the archive knows of them; if not, something may have come in between.
            let isRecorded: Bool
        }

        /// The day's reports; `nil` when none are wanted, or the run was ended before all entries
        /// had been tagged by one set of rules.
        private func reports(
            of outcomes: [FeedOutcome], in pause: CrawlerPause, _ stopwatch: inout Stopwatch
        ) throws(RunError) -> Made? {
            let isTagged = try storing(store.isTagged(by: configuration.rulesHash))
            guard !options.isFetchOnly, isTagged else { return nil }
            stopwatch.begin(.reporting)
            let reports = Reports(
                store: store, configuration: configuration, language: options.language)
            let (digest, trends) = try storing { () throws(StoreError) in
                let health = try reports.health(
                    now: options.now,
                    after: RunCoverage(
                        outcomes, now: options.now, sources: options.sources))
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
            let isRecorded = try storing(reports.record(digest, now: options.now, madeIn: pause))
            return Made(brands: digest.brandLines, files: files, isRecorded: isRecorded)
        }
    }
}
