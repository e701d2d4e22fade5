/// Decides which waiting request may start: so many at a time in each line as its terms allow, a
/// pause between two starts, and no more at once than all together may be.
///
/// Lines take turns, so that many feeds of one host hold up nobody else; but a line without a pause
/// goes on for a few requests, while its connection is there to be used again. Times come in from
/// outside, which makes this a value that can be tested by asking it.
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
    private var lines: [State] = []
    private var ids: [Line: Line.ID] = [:]
    /// Lines whose next request may start, in the order they became so.
    private var ready: ArraySlice<Line.ID> = []
    /// Those of them that go before all others: they have just finished one, or begun a poll.
    private var continuing: [Line.ID] = []
    /// Lines with requests that wait for the pause to be over, the earliest last.
    private var resting: [(until: Instant, line: Line.ID)] = []

    init(terms: HostTerms, maximumRunning: Int) {
        self.terms = terms
        self.maximumRunning = max(1, maximumRunning)
    }

    mutating func id(of line: Line) -> Line.ID {
        if let known = ids[line] { return known }
        let id = Line.ID(index: lines.count)
        ids[line] = id
        lines.append(State(name: line, terms: terms.terms(of: line)))
        return id
    }

    subscript(line: Line.ID) -> Line { lines[line.index].name }

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

    /// Takes out the next job that may start now; it counts as running until `finish`.
    mutating func start(at now: Instant) -> Int? {
        while let rested = resting.last, rested.until <= now {
            resting.removeLast()
            // The pause may have been made longer meanwhile.
            lines[rested.line.index].isEnlisted = false
            enlist(rested.line, at: now)
        }
        while running < maximumRunning, let line = continuing.popLast() ?? ready.popFirst() {
            lines[line.index].isEnlisted = false
            // A line may have been emptied or held since it was enlisted.
            let job = lines[line.index].begin(at: now)
            if job != nil { running += 1 }
            enlist(line, at: now)
            if let job { return job }
        }
        return nil
    }

    mutating func finish(_ line: Line.ID, at now: Instant) {
        running -= 1
        lines[line.index].running -= 1
        if lines[line.index].mayBeEnlisted, lines[line.index].mayGoOn {
            lines[line.index].isEnlisted = true
            continuing.append(line)
        } else {
            enlist(line, at: now)
        }
    }

    /// Makes the pause between two starts of a line at least so long.
    mutating func slowDown(_ line: Line.ID, to pause: Duration) {
        lines[line.index].slowDown(to: pause)
    }

    /// Forgets jobs that have not started.
    mutating func remove(_ jobs: Set<Int>) {
        for index in lines.indices {
            lines[index].begun -= lines[index].waiting.prefix(lines[index].begun)
                .count(where: jobs.contains)
            lines[index].waiting.removeAll(where: jobs.contains)
        }
    }

    /// Forgets what waits in a line, and returns it in order.
    mutating func removeAll(in line: Line.ID) -> [Int] {
        defer {
            lines[line.index].waiting = []
            lines[line.index].begun = 0
        }
        return Array(lines[line.index].waiting)
    }

    /// When the pause of a waiting host ends next; `nil` if none waits for that alone.
    var nextStart: Instant? {
        running < maximumRunning ? resting.last?.until : nil
    }

    // MARK: - Private

    private struct State {
        let name: Line
        let mostAtOnce: Int
        var pause: Duration
        var waiting: ArraySlice<Int> = []
        /// How many at the front of `waiting` continue a poll that has begun.
        var begun = 0
        var running = 0
        var isEnlisted = false
        var lastStart: Instant?
        /// Starts in a row while others may have waited.
        private var streak = 0

        init(name: Line, terms: HostTerms.Terms) {
            self.name = name
            mostAtOnce = terms.atOnce
            pause = terms.pause
        }

        var mayBeEnlisted: Bool { running < mostAtOnce && !isEnlisted && !waiting.isEmpty }

        /// Before then nothing of it starts.
        var notBefore: Instant? {
            pause > .zero ? lastStart.map { $0 + pause } : nil
        }

        /// A connection saved is worth a little patience of the others.
        var mayGoOn: Bool { pause == .zero && streak % 8 != 0 }

        mutating func begin(at now: Instant) -> Int? {
            if let notBefore, notBefore > now { return nil }
            guard let job = waiting.popFirst() else { return nil }
            running += 1
            begun = max(0, begun - 1)
            streak += 1
            lastStart = now
            return job
        }

        mutating func slowDown(to pause: Duration) {
            self.pause = max(self.pause, pause)
        }
    }

    private mutating func enlist(_ line: Line.ID, at now: Instant) {
        guard lines[line.index].mayBeEnlisted else { return }
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
