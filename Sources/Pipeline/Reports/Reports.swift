package import Foundation
package import Model
import Reporting
import RuleLoading
package import Storing

/// Makes digests and trend reports out of the archive.
package struct Reports: Sendable {
    let store: Store
    let configuration: Configuration
    private var feeds: [Feed] { configuration.feeds.feeds }
    private var rules: Rules { configuration.rules }
    let context: ReportingContext
    private let calendar: LocalCalendar

    /// - Parameters:
    ///   - language: `nil` for that of `rules/routing.yaml`.
    ///   - listed: how many mentions a digest lists, beside those that its other lists refer to.
    package init(
        store: Store, configuration: Configuration, language: ReportLanguage? = nil,
        listed: Int = Self.usuallyListed
    ) {
        self.store = store
        self.configuration = configuration
        var context = ReportingContext(
            brands: configuration.rules.brands, categories: configuration.rules.categories,
            routing: configuration.rules.routing,
            language: language ?? configuration.rules.routing.language,
            rulesHash: configuration.rulesHash,
            programVersion: ProgramVersion.current,
            listedMentions: listed)
        context.facets = configuration.rules.facets
        context.locations = configuration.rules.locations
        context.sources = Dictionary(configuration.feeds.listed.map { ($0.id, $0.source) }) {
            first, _ in first
        }
        calendar = LocalCalendar(timeZone: configuration.rules.routing.timeZone)
        self.context = context
    }

    /// As many as somebody looks through in a morning.
    package static let usuallyListed = 500

    /// The day of the reader's calendar, by which the day's files are named: `2026-11-22`.
    package func day(of now: Date) -> String {
        calendar.dayName(of: now)
    }

    /// The day's digest: from where the last one ended, else of the last 24 hours, up to `now`.
    package func dailyDigest(now: Date, health: [FeedHealth]) throws(StoreError) -> Digest {
        try digest(DigestRequest(), now: now, health: health)
    }

    package func digest(_ request: DigestRequest, now: Date, health: [FeedHealth])
        throws(StoreError) -> Digest
    {
        let window = try request.window(now: now, timeZone: context.routing.timeZone) {
            () throws(StoreError) in
            try store.digestWindow(
                name: day(of: now), now: now, fallback: now.addingTimeInterval(-86_400))
        }
        let isLater = window.through.addingTimeInterval(86_400) < now
        return try digest(
            window, request.scope(in: rules, language: context.language),
            // How long a feed has been silent is told by the clock of the period.
            health: isLater ? try self.health(now: window.through) : health,
            isHealthLater: isLater)
    }

    /// A digest of any time, of everything or a part of it.
    ///
    /// - Parameters:
    ///   - isHealthLater: whether `health` says how the feeds were heard long after it.
    ///   - listening: how the feeds were heard then; `nil` for what `health` says of the scope's.
    ///   - tickets: what it says of them.
    ///   - audience: whose mentions are told, where that is more than a scope can say.
    func digest(
        _ window: Digest.Window, _ scope: Digest.Scope, health: [FeedHealth],
        isHealthLater: Bool = false, listening: ListeningHealth? = nil,
        tickets: ToldTickets = .standing,
        for audience: NoticeRule.Audience = NoticeRule.Audience()
    ) throws(StoreError) -> Digest {
        var context = try namedContext()
        context.scope = scope
        context.audience = audience
        let regions = [scope.region].compactMap(\.self) + audience.regions
        if !regions.isEmpty {
            context.feeds = configuration.feeds.ids(inAnyOf: regions)
        }
        let comparison = try comparison(of: window, scope.period)
        let digest = try DigestMaker(context: context).digest(
            window, against: comparison,
            heard: heard(in: scope.period),
            health: health.filter { context.feeds?.contains($0.feed) ?? true },
            heardIn: try listeningTime(
                since: [
                    try listenedSince(
                        firstHeard().filter { context.feeds?.contains($0.key) ?? true },
                        by: window.through),
                    try keptSince(window.through),
                ].compactMap(\.self).max(),
                pauses: try pauses(
                    before: window.through, days: Self.daysHeldAgainst,
                    // A day's digest must come out the same as when it was made, at its end.
                    isLaterKnown: scope.period != .day)),
            missed: try missedTimes(in: window, scope.period, of: context.feeds),
            missedBefore: try missedTimes(before: comparison, scope.period, of: context.feeds),
            isHealthLater: isHealthLater, listening: listening,
            tickets: try standing(of: tickets, at: window.through, of: context),
            reviewed: try corrections(in: window, of: context),
            answered: try answers(until: window, since: comparison.previous.lowerBound))
        let askable = digest.mentions.items.filter { mention in
            mention.categories.contains { Model.Category.ID.answerable.contains($0.id) }
        }
        let contacts = try RepeatContacts(store: store)
            .contacts(in: try store.entries(numbered: askable.map(\.sequence)))
        return digest.noting(contacts).noting(tickets: try answerTickets(of: digest))
    }

    /// The entries that a digest of this kind counts, read from the archive as they are asked for.
    private func heard(in period: Digest.Scope.Period) -> HeardEntries<StoreError> {
        let reported: HeardEntries<StoreError>.Reader = { span, body throws(StoreError) in
            try store.forEachEntry(reportedAfter: span.lowerBound, through: span.upperBound, body)
        }
        var heard = HeardEntries(
            forEach: period.countsWhatWasSaid ? said : reported,
            numbered: { sequences throws(StoreError) in try store.entries(numbered: sequences) },
            known: { voices, moment throws(StoreError) in try store.known(voices, by: moment) })
        // The entries of any other digest are those said in its window already.
        heard.saidIn = period.countsWhatWasSaid ? nil : said
        heard.holding = past
        return heard
    }

    private var said: HeardEntries<StoreError>.Reader {
        { span, body throws(StoreError) in
            try store.forEachEntry(saidFrom: span.lowerBound, to: span.upperBound, body)
        }
    }

    private func answerTickets(of digest: Digest) throws(StoreError)
        -> [ListedMention.ID: Digest.AnswerTicket]
    {
        let end = digest.window.through
        guard !digest.needsAnswer.items.isEmpty,
            let tickets = AnswerTickets(store: store, configuration: configuration, now: end)
        else { return [:] }
        return try tickets.tickets(
            of: digest, tracked: try store.trackedTickets(since: digest.window.after))
    }

    /// Asks the archive, however far back it goes.
    private var past: ([String], Brand.ID, Date) throws(StoreError) -> [PastEntry] {
        { terms, brand, moment throws(StoreError) in
            try store.entries(
                holdingTwoOf: terms, naming: brand, before: moment, limit: Self.pastCompared)
        }
    }

    private static let pastCompared = 2_000

    /// What a report is narrowed to, and what that is called in its language.
    func scope(of request: DigestRequest) -> Digest.Scope {
        request.scope(in: rules, language: context.language)
    }

    /// What a digest of these is called.
    func scope(of request: DigestRequest, named audience: NoticeRule.Audience) -> Digest.Scope {
        var scope = request.scope(in: rules, language: context.language)
        let parts =
            audience.brands.map { DigestRequest(brand: $0) }
            + audience.teams.map { DigestRequest(team: $0) }
            + audience.categories.map { DigestRequest(category: $0) }
            + audience.locations.map { DigestRequest(location: $0) }
        let names = parts.compactMap { $0.scope(in: rules, language: context.language).name }
        let all = names + audience.regions
        scope.name = all.isEmpty ? nil : all.joined(separator: " · ")
        return scope
    }

    /// Remembers which time the day's digest covered, so that the next one goes on from there.
    package func record(_ digest: Digest, now: Date, madeIn pause: CrawlerPause? = nil)
        throws(StoreError) -> Bool
    {
        try store.recordDigest(
            name: day(of: now), start: digest.window.after, end: digest.window.through,
            madeIn: pause)
    }

    /// Trends of so many whole days and what has gone by of today, `now` included.
    ///
    /// - Parameters:
    ///   - scope: what it is narrowed to; `nil` for nothing.
    ///   - unit: what is counted besides by day; `nil` for nothing.
    package func trends(
        days: Int, now: Date, health: [FeedHealth], of scope: Digest.Scope? = nil,
        by unit: Trends.Course.Unit? = nil
    ) throws(StoreError) -> Trends {
        var context = try namedContext()
        if let scope { context.scope = scope }
        if let region = scope?.region {
            context.feeds = configuration.feeds.ids(inAnyOf: [region])
        }
        let isTold = { (feed: Feed.ID) in context.feeds?.contains(feed) ?? true }
        let start = calendar.startOfDay(now, plus: -days)
        // Reports and the archive count in whole seconds; with one second more, what was said at `now`
        // is included.
        let end = now.addingTimeInterval(1)
        let firstHeard = try firstHeard().filter { isTold($0.key) }
        let listened = calendar.startOfDay(try listenedSince(firstHeard, by: now))
        // What feeds held when they were first polled is told, too, and what was imported.
        let begin = [try store.recordsSince().map { calendar.startOfDay($0) }, listened]
            .compactMap(\.self).min()
        // Of the day in which it begins a part may be gone; today is told all the same.
        let kept = try keptSince(now).map {
            min(calendar.startOfDay($0, plus: 1), calendar.startOfDay(now))
        }
        var heard = HeardEntries(
            forEach: said,
            numbered: { sequences throws(StoreError) in try store.entries(numbered: sequences) })
        heard.holding = past
        heard.praise = { authors, brand, span, body throws(StoreError) in
            try store.forEachEntry(by: authors, about: brand, in: .praise, saidIn: span, body)
        }
        return try TrendsMaker(context: context).trends(
            from: start, to: end, heard: heard, health: health.filter { isTold($0.feed) },
            heardIn: try listeningTime(
                since: [listened, kept].compactMap(\.self).max(),
                pauses: try pauses(before: end, days: days + Self.daysHeldAgainst)),
            recordsSince: [begin, kept].compactMap(\.self).max(),
            firstHeard: firstHeard, allKeptSince: try allKeptSince(now),
            tickets: try tickets(at: end, since: start, of: context),
            tracked: try trackedTickets(since: start, by: end, of: context),
            answers: try store.answersToStories(since: start),
            judged: try store.judgedEntries(saidFrom: start, to: end), by: unit)
    }

    /// How well each feed can be heard.
    ///
    /// - Parameter run: the run that these reports belong to; `nil` for none.
    package func health(now: Date, after run: RunCoverage? = nil) throws(StoreError)
        -> [FeedHealth]
    {
        try store.health(of: feeds, now: now, after: run)
    }

    private func namedContext() throws(StoreError) -> ReportingContext {
        var context = context
        context.unpolledNames = try store.importedNames()
            .merging(configuration.feeds.disabled.map { ($0.id, $0.name) }) { _, listed in listed }
        return context
    }

    package static func html(of digest: Digest) throws(RunError) -> String {
        do {
            return try DigestPage.html(of: digest)
        } catch {
            throw .bug(error.description)
        }
    }

    /// What a screen on the wall shows of a digest.
    static func wallboard(of digest: Digest) throws(RunError) -> String {
        do {
            return try WallboardPage.html(of: digest)
        } catch {
            throw .bug(error.description)
        }
    }

    package static func html(of trends: Trends) throws(RunError) -> String {
        do {
            return try TrendsPage.html(of: trends)
        } catch {
            throw .bug(error.description)
        }
    }
}
