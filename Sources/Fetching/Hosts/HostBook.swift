import Foundation
import Model
import Synchronization

/// What a run knows of hosts: who rests until when, what each robots.txt says, who cannot be
/// reached, and how many feeds each has been asked for.
///
/// Kept by the engine's thread; what is to be remembered goes into the journal as well.
struct HostBook {
    private let terms: HostTerms
    private let journal: HostJournal
    /// The time of the run goes on from here.
    private let clock: RunClock
    private var rests: [HostSchedule.Line: Date]
    private var robots: [String: RobotsRecord]
    private var troubles: [HostSchedule.Line: Int] = [:]
    private var slowPages: [String: Int] = [:]
    private var admitted: [HostSchedule.Line: Int] = [:]

    init(terms: HostTerms, memory: HostMemory, journal: HostJournal, clock: RunClock) {
        self.terms = terms
        self.journal = journal
        self.clock = clock
        rests = Dictionary(
            uniqueKeysWithValues: memory.rests.map { (HostSchedule.Line.host($0.key), $0.value) })
        robots = memory.robots.mapValues(RobotsRecord.init)
    }

    var now: Date { clock.now }

    /// Takes in what other crawlers have learnt, as far as it is news here.
    mutating func learn(_ news: HostMemory) {
        for (name, until) in news.rests where isBelievable(until) {
            extendRest(of: .host(name), to: until)
        }
        for (origin, copy) in news.robots
        where robots[origin].map({ $0.copy.checkedAt < copy.checkedAt }) ?? true {
            robots[origin] = RobotsRecord(copy)
        }
    }

    /// After so many failures to reach a host the rest of its feeds are left for the next run.
    static let troubleLimit = 5

    // MARK: Rests

    /// Lets the host, or its whole group, be alone for so long.
    mutating func rest(_ line: HostSchedule.Line, for duration: Duration) {
        guard case .host(let name) = line else { return }
        journal.note(rest: name, until: extendRest(of: line, to: now + duration / .seconds(1)))
    }

    /// Why nothing of the line is asked now; `nil` if it may be.
    func reasonToWait(_ line: HostSchedule.Line) -> FetchFailure? {
        guard case .host(let name) = line else { return nil }
        if troubles[line, default: 0] >= Self.troubleLimit { return .outOfReach(name) }
        guard let until = rests[line] else { return nil }
        let left = until.timeIntervalSince(now)
        guard left > 0, isBelievable(until) else { return nil }
        return .resting(name, for: .seconds(left))
    }

    /// Counts one more feed of the line; `nil` if the run's share is not used up by it.
    mutating func admit(to line: HostSchedule.Line) -> FetchFailure? {
        guard case .host(let name) = line, let limit = terms.feedsPerRun(in: line) else {
            return nil
        }
        admitted[line, default: 0] += 1
        return admitted[line, default: 0] > limit ? .shareUsedUp(of: name, feeds: limit) : nil
    }

    // MARK: Trouble

    mutating func noteTrouble(_ line: HostSchedule.Line) {
        troubles[line, default: 0] += 1
    }

    mutating func noteAnswer(_ line: HostSchedule.Line) {
        if !troubles.isEmpty { troubles[line] = nil }
    }

    // MARK: robots.txt

    /// What is known of an origin's robots.txt; `nil` if it has to be asked for first.
    func robotsDecision(on address: WebAddress) -> RobotsRecord.Decision? {
        guard let record = robots[address.origin], !record.needsFetch(at: now) else { return nil }
        return record.decision(for: address.pathAndQuery, at: now)
    }

    func robotsRecord(of origin: String) -> RobotsRecord? { robots[origin] }

    /// Whether this is the run's one page of an origin that asks for long pauses, the first that asks.
    mutating func admitSlowPage(_ page: Int, of origin: String) -> Bool {
        if let admitted = slowPages[origin] { return admitted == page }
        slowPages[origin] = page
        return true
    }

    func crawlDelay(of origin: String) -> Duration? { robots[origin]?.rules?.crawlDelay }

    mutating func note(_ record: RobotsRecord, of origin: String) {
        robots[origin] = record
        journal.note(robots: record.copy, of: origin)
    }

    // MARK: - Private

    private static let longestRest: TimeInterval = 8 * 86_400

    /// Whether a rest is no longer than any that we grant; a longer one was written by a clock that has
    /// since been put right.
    private func isBelievable(_ until: Date) -> Bool {
        until.timeIntervalSince(now) <= Self.longestRest
    }

    /// Makes a rest last at least until then.
    ///
    /// A rest that is not believed is replaced, since it would otherwise hide each later one.
    ///
    /// - Returns: until when it lasts now.
    @discardableResult
    private mutating func extendRest(of line: HostSchedule.Line, to until: Date) -> Date {
        let held = rests[line].flatMap { isBelievable($0) ? $0 : nil }
        let end = max(held ?? until, until)
        rests[line] = end
        return end
    }
}

/// The time a run is made for, going on as the run does.
struct RunClock: Sendable {
    private let start: Date
    private let began = ContinuousClock.now

    /// - Parameter start: the moment of the run; `nil` for the present.
    init(start: Date?) {
        self.start = start ?? Date()
    }

    var now: Date { start + (ContinuousClock.now - began) / .seconds(1) }
}

/// What is to be remembered of hosts, until somebody takes it to the archive.
final class HostJournal: Sendable {
    /// An element for each note that must not be lost, those that nobody waited for in one.
    let urgentNotes: AsyncStream<Void>
    private let hasUrgentNote: AsyncStream<Void>.Continuation
    private let news = Mutex(HostMemory())

    init() {
        (urgentNotes, hasUrgentNote) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func note(rest host: String, until: Date) {
        news.withLock { $0.rests[host] = until }
        hasUrgentNote.yield()
    }

    func note(robots copy: RobotsCopy, of origin: String) {
        news.withLock { $0.robots[origin] = copy }
        if copy.isUnavailable { hasUrgentNote.yield() }
    }

    func takeAll() -> HostMemory {
        news.withLock { news in
            defer { news = HostMemory() }
            return news
        }
    }
}
