/// Decides which waiting request may start.
///
/// Each line has as many at once as its terms allow and a pause between two; what lines share, and the
/// whole, have limits, too.
///
/// The pause begins when the answer to the last request begins to arrive, or when the request ends
/// without one. So however late either side is, the host gets the whole pause. If several are at work
/// at once, it begins with the start of the last.
///
/// Lines take turns, so that many feeds of one host hold up nobody else; but a line without a pause
/// goes on for a few requests, while its connection can be used again. A line whose first request needs
/// something that others use up waits for it, and then goes before all others. Times come in from
/// outside, so this is a value that can be tested by asking it.
struct HostSchedule {
    /// Who is asked with one set of terms.
    enum Line: Hashable, Sendable {
        /// A host, or the hosts of a domain that are asked as one.
        case host(String)
        /// The operator's own files, which need no pause.
        case files

        /// Its place in the schedule that gave it.
        struct ID: Hashable, Sendable {
            fileprivate let index: Int
        }
    }

    typealias Instant = ContinuousClock.Instant

    private let terms: HostTerms
    private let maximumRunning: Int
    private var running = 0
    private var lines: [HostLine] = []
    private var ids: [Line: Line.ID] = [:]
    /// Lines whose next request may start, in the order they became so.
    private var ready: ArraySlice<Line.ID> = []
    /// Those of them that go before all others: they have just finished one, or begun a poll.
    private var continuing: ArraySlice<Line.ID> = []
    /// Lines with requests that wait for the pause to be over, the earliest last.
    private var resting: [(until: Instant, line: Line.ID)] = []
    private var shared: SharedResources
    /// Whether other crawlers ask the same hosts.
    private let sharesHosts: Bool
    /// Lines to be asked for, and those that may be given back.
    var wanted: [Line.ID] = []
    var perhapsIdle: [Line.ID] = []
    /// Lines whose pause has become longer.
    var slowed: [Line.ID: Duration] = [:]

    /// - Parameter sharesHosts: whether hosts are asked for before they are asked anything.
    init(
        terms: HostTerms, maximumRunning: Int, sharing limits: SharedResources.Limits,
        sharesHosts: Bool = false
    ) {
        self.terms = terms
        self.sharesHosts = sharesHosts
        self.maximumRunning = max(1, maximumRunning)
        shared = SharedResources(limits: limits)
    }

    mutating func id(of line: Line) -> Line.ID {
        if let known = ids[line] { return known }
        let id = Line.ID(index: lines.count)
        ids[line] = id
        let access: HostAccess = sharesHosts && line != .files ? .closed : .own
        lines.append(HostLine(name: line, terms: terms.terms(of: line), access: access))
        return id
    }

    subscript(line: Line.ID) -> Line { lines[line.index].name }

    subscript(access line: Line.ID) -> HostAccess {
        get { lines[line.index].access }
        set { lines[line.index].access = newValue }
    }

    func isIdle(_ line: Line.ID) -> Bool { lines[line.index].isIdle }

    /// When the pause after the line's last start ends; `nil` where there is none.
    func pauseEnd(of line: Line.ID) -> Instant? { lines[line.index].notBefore }

    mutating func hold(_ line: Line.ID, until time: Instant, at now: Instant) {
        lines[line.index].hold(until: time, at: now)
    }

    /// - Parameter isNext: ahead of all that waits in the line, for what continues a poll that
    ///   has begun.
    mutating func add(_ job: Int, to line: Line.ID, isNext: Bool = false, at now: Instant) {
        // In place: a copy of the line would be copied with all that waits in it.
        if isNext {
            lines[line.index].begun += 1
            lines[line.index].waiting.insert(job, at: lines[line.index].waiting.startIndex)
        } else {
            lines[line.index].waiting.append(job)
        }
        enlist(line, at: now)
    }

    /// A job that has left its line, and what it uses of what lines share.
    struct Start: Equatable {
        let job: Int
        let resources: [SharedResource]
    }

    /// Takes out the next job that may start now; it counts as running until `finish`.
    ///
    /// - Parameter resources: what a job would use of what lines share.
    mutating func start(at now: Instant, using resources: (Int) -> [SharedResource]) -> Start? {
        while let rested = resting.last, rested.until <= now {
            resting.removeLast()
            // The pause may have been made longer meanwhile.
            lines[rested.line.index].isEnlisted = false
            enlist(rested.line, at: now)
        }
        while running < maximumRunning {
            let waited = shared.nextToGoOn()
            guard let line = waited ?? continuing.popFirst() ?? ready.popFirst() else { break }
            if let start = start(line, at: now, resources, hasWaited: waited != nil) {
                return start
            }
        }
        return nil
    }

    /// - Parameters:
    ///   - resources: what it has used.
    ///   - answer: when it had started, and when its answer began to come; `nil` where nothing was
    ///     asked.
    mutating func finish(
        _ line: Line.ID, givingBack resources: [SharedResource] = [],
        answer: (startedAt: Instant, at: Instant)? = nil, at now: Instant
    ) {
        running -= 1
        for resource in resources { shared.giveBack(resource) }
        lines[line.index].running -= 1
        if let answer { lines[line.index].noteAnswer(at: answer.at, startedAt: answer.startedAt) }
        if lines[line.index].mayBeEnlisted, lines[line.index].mayGoOn,
            lines[line.index].access.isOpen(at: now)
        {
            lines[line.index].isEnlisted = true
            continuing.append(line)
        } else {
            enlist(line, at: now)
            noteIfIdle(line)
        }
    }

    /// Ends a job that asked its host for nothing in its turn: no pause follows.
    mutating func giveUp(
        _ line: Line.ID, startedAt start: Instant, givingBack resources: [SharedResource] = [],
        at now: Instant
    ) {
        running -= 1
        for resource in resources { shared.giveBack(resource) }
        lines[line.index].undoStart(at: start)
        enlist(line, at: now)
        noteIfIdle(line)
    }

    /// Puts a job back that found out, before it asked its host for anything, that it has to wait.
    ///
    /// It gets the next turn of its line and needs no pause, as if it had not started.
    mutating func takeBack(
        _ job: Int, to line: Line.ID, startedAt start: Instant,
        givingBack resources: [SharedResource], at now: Instant
    ) {
        running -= 1
        for resource in resources { shared.giveBack(resource) }
        lines[line.index].takeBack(job, startedAt: start)
        enlist(line, at: now)
    }

    /// Uses more of what is shared for a job that runs, unless it or others would have to wait for it.
    mutating func takeIfFree(_ resource: SharedResource) -> Bool {
        guard shared.mayUse(resource) else { return false }
        shared.take(resource)
        return true
    }

    mutating func giveBack(_ resource: SharedResource) {
        shared.giveBack(resource)
    }

    /// Makes the pause between two starts of a line at least so long, for good.
    mutating func slowDown(_ line: Line.ID, to pause: Duration) {
        guard pause > lines[line.index].pause else { return }
        lines[line.index].pause = pause
        if sharesHosts { slowed[line] = pause }
    }

    /// Makes the pause behind the last start of a line at least so long, and no other.
    mutating func lengthenPause(of line: Line.ID, to pause: Duration) {
        lines[line.index].lengthenPause(to: pause)
    }

    /// Forgets jobs that have not started.
    ///
    /// - Parameter places: the lines that they wait in; no other is looked at, as there may be
    ///   thousands.
    mutating func remove(_ jobs: Set<Int>, from places: Set<Line.ID>) {
        for index in places.map(\.index).sorted() {
            lines[index].begun -= lines[index].waiting.prefix(lines[index].begun)
                .count(where: jobs.contains)
            lines[index].waiting.removeAll(where: jobs.contains)
            noteIfIdle(Line.ID(index: index))
        }
    }

    /// Forgets what waits in a line, and returns it in order.
    mutating func removeAll(in line: Line.ID) -> [Int] {
        defer {
            lines[line.index].waiting = []
            lines[line.index].begun = 0
            noteIfIdle(line)
        }
        return Array(lines[line.index].waiting)
    }

    /// When the pause of a waiting host ends next; `nil` if none waits for that alone.
    var nextStart: Instant? {
        running < maximumRunning ? resting.last?.until : nil
    }

    /// Whether there is room to keep a connection until its host has its next turn.
    ///
    /// libcurl keeps twice as many as there are transfers, and closes the oldest for one more; in a
    /// crawl of more hosts than that none would live to be used again.
    ///
    /// - Parameter isContinued: whether the host is asked again ahead of all that is ready.
    func mayKeepConnection(isContinued: Bool) -> Bool {
        running + resting.count + (isContinued ? 0 : ready.count) < 2 * maximumRunning
    }

    // MARK: - Private

    /// Starts the first job of a line that was enlisted, unless it has to wait.
    private mutating func start(
        _ line: Line.ID, at now: Instant, _ resources: (Int) -> [SharedResource],
        hasWaited: Bool
    ) -> Start? {
        lines[line.index].isEnlisted = false
        // A line may have been emptied or held since it was enlisted.
        guard let job = lines[line.index].next(at: now) else {
            enlist(line, at: now)
            return nil
        }
        let needed = resources(job)
        if let scarce = needed.first(where: { !shared.mayUse($0, hasWaited: hasWaited) }) {
            lines[line.index].isEnlisted = true
            shared.wait(line, for: scarce)
            return nil
        }
        for resource in needed { shared.take(resource) }
        lines[line.index].begin(at: now)
        running += 1
        enlist(line, at: now)
        return Start(job: job, resources: needed)
    }

    mutating func enlist(_ line: Line.ID, at now: Instant) {
        guard lines[line.index].mayBeEnlisted, isOpen(line, at: now) else { return }
        lines[line.index].isEnlisted = true
        if let until = lines[line.index].notBefore, until > now {
            resting.insert((until, line), at: restingPlace(of: until))
        } else if lines[line.index].begun > 0 {
            continuing.append(line)
        } else {
            ready.append(line)
        }
    }

    /// Where a line that rests until then belongs; found by halves, as thousands rest at once.
    private func restingPlace(of until: Instant) -> Int {
        var low = 0
        var high = resting.count
        while low < high {
            let middle = (low + high) / 2
            if resting[middle].until < until { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
