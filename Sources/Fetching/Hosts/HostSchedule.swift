/// Decides which waiting request may start: so many at a time in each line as its terms allow, a
/// pause between two starts, and no more at once than all together may be.
///
/// Lines take turns, so that many feeds of one host hold up nobody else. Times come in from
/// outside, which makes this a value that can be tested by asking it.
struct HostSchedule {
    /// Who is asked with one set of terms.
    enum Line: Hashable, Sendable {
        /// A host, or the hosts of a domain that are asked as one.
        case host(String)
        /// The operator's own files, which need no pause.
        case files
    }

    typealias Instant = ContinuousClock.Instant

    private let terms: HostTerms
    private let maximumRunning: Int
    private var running = 0
    private var lines: [Line: State] = [:]
    /// Lines whose next request may start, in the order they became so.
    private var ready: ArraySlice<Line> = []
    /// Lines with requests that wait for the pause to be over, the earliest last.
    private var resting: [(until: Instant, line: Line)] = []

    init(terms: HostTerms, maximumRunning: Int) {
        self.terms = terms
        self.maximumRunning = max(1, maximumRunning)
    }

    /// - Parameter isNext: ahead of all that waits in the line, for what continues a poll that
    ///   has begun.
    mutating func add(_ job: Int, to line: Line, isNext: Bool = false, at now: Instant) {
        // In place: a copy of the line would be copied with all that waits in it.
        if isNext, let first = lines[line]?.waiting.startIndex {
            lines[line]?.waiting.insert(job, at: first)
        } else {
            lines[line, default: State(terms: terms.terms(of: line))].waiting.append(job)
        }
        enlist(line, at: now)
    }

    /// Takes out the next job that may start now; it counts as running until `finish`.
    mutating func start(at now: Instant) -> Int? {
        while let rested = resting.last, rested.until <= now {
            resting.removeLast()
            // The pause may have been made longer meanwhile.
            lines[rested.line]?.isEnlisted = false
            enlist(rested.line, at: now)
        }
        while running < maximumRunning, let line = ready.popFirst() {
            lines[line]?.isEnlisted = false
            // A line may have been emptied or held since it was enlisted.
            guard let job = lines[line]?.begin(at: now) else {
                enlist(line, at: now)
                continue
            }
            running += 1
            enlist(line, at: now)
            return job
        }
        return nil
    }

    mutating func finish(_ line: Line, at now: Instant) {
        running -= 1
        lines[line]?.running -= 1
        enlist(line, at: now)
    }

    /// Lets nothing of the line start before `instant`.
    mutating func hold(_ line: Line, until instant: Instant) {
        lines[line]?.hold(until: instant)
    }

    /// Makes the pause between two starts of a line at least so long.
    mutating func slowDown(_ line: Line, to pause: Duration) {
        lines[line]?.slowDown(to: pause)
    }

    /// Forgets jobs that have not started.
    mutating func remove(_ jobs: Set<Int>) {
        for line in lines.keys {
            lines[line]?.waiting.removeAll(where: jobs.contains)
        }
    }

    /// Forgets what waits in a line, and returns it in order.
    mutating func removeAll(in line: Line) -> [Int] {
        defer { lines[line]?.waiting = [] }
        return Array(lines[line]?.waiting ?? [])
    }

    /// When the pause of a waiting host ends next; `nil` if none waits for that alone.
    var nextStart: Instant? {
        running < maximumRunning ? resting.last?.until : nil
    }

    // MARK: - Private

    private struct State {
        let mostAtOnce: Int
        var pause: Duration
        var waiting: ArraySlice<Int> = []
        var running = 0
        var isEnlisted = false
        var lastStart: Instant?
        var notBefore: Instant?

        init(terms: HostTerms.Terms) {
            mostAtOnce = terms.atOnce
            pause = terms.pause
        }

        mutating func begin(at now: Instant) -> Int? {
            if let notBefore, notBefore > now { return nil }
            guard let job = waiting.popFirst() else { return nil }
            running += 1
            lastStart = now
            if pause > .zero { hold(until: now + pause) }
            return job
        }

        mutating func hold(until instant: Instant) {
            notBefore = max(notBefore ?? instant, instant)
        }

        mutating func slowDown(to pause: Duration) {
            self.pause = max(self.pause, pause)
            if let lastStart { hold(until: lastStart + self.pause) }
        }
    }

    private mutating func enlist(_ line: Line, at now: Instant) {
        guard let state = lines[line], state.running < state.mostAtOnce, !state.isEnlisted,
            !state.waiting.isEmpty
        else { return }
        lines[line]?.isEnlisted = true
        if let until = state.notBefore, until > now {
            resting.insert((until, line), at: restingPlace(of: until))
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
