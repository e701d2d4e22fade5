/// Decides which waiting request may start: one at a time in each line, a pause between two starts
/// of a host, and no more at once than all together may be.
///
/// Lines take turns, so that many feeds of one host hold up nobody else. Times come in from
/// outside, which makes this a value that can be tested by asking it.
struct HostSchedule {
    /// Who is asked one thing at a time.
    enum Line: Hashable, Sendable {
        case host(String)
        /// The operator's own files, which need no pause.
        case files
    }

    typealias Instant = ContinuousClock.Instant

    private let pause: Duration
    private let maximumRunning: Int
    private var running = 0
    private var lines: [Line: State] = [:]
    /// Lines whose next request may start, in the order they became so.
    private var ready: ArraySlice<Line> = []
    /// Lines with requests that wait for the pause to be over, the earliest last.
    private var resting: [(until: Instant, line: Line)] = []

    init(pause: Duration, maximumRunning: Int) {
        self.pause = pause
        self.maximumRunning = max(1, maximumRunning)
    }

    /// - Parameter isNext: ahead of all that waits in the line, for what continues a poll that
    ///   has begun.
    mutating func add(_ job: Int, to line: Line, isNext: Bool = false, at now: Instant) {
        if isNext, let first = lines[line]?.waiting.startIndex {
            lines[line]?.waiting.insert(job, at: first)
        } else {
            // In place: a copy of the line would be copied with all that waits in it.
            lines[line, default: State()].waiting.append(job)
        }
        enlist(line, at: now)
    }

    /// Takes out the next job that may start now; it counts as running until `finish`.
    mutating func start(at now: Instant) -> Int? {
        while let rested = resting.last, rested.until <= now {
            resting.removeLast()
            ready.append(rested.line)
        }
        while running < maximumRunning, let line = ready.popFirst() {
            lines[line]?.isEnlisted = false
            // A line may have been emptied since it was enlisted.
            guard let job = lines[line]?.waiting.popFirst() else { continue }
            lines[line]?.isRunning = true
            lines[line]?.notBefore = line == .files ? nil : now + pause
            running += 1
            return job
        }
        return nil
    }

    mutating func finish(_ line: Line, at now: Instant) {
        running -= 1
        lines[line]?.isRunning = false
        enlist(line, at: now)
    }

    /// Forgets jobs that have not started.
    mutating func remove(_ jobs: Set<Int>) {
        for line in lines.keys {
            lines[line]?.waiting.removeAll(where: jobs.contains)
        }
    }

    /// When the pause of a waiting host ends next; `nil` if none waits for that alone.
    var nextStart: Instant? {
        running < maximumRunning ? resting.last?.until : nil
    }

    // MARK: - Private

    private struct State {
        var waiting: ArraySlice<Int> = []
        var isRunning = false
        var isEnlisted = false
        var notBefore: Instant?
    }

    private mutating func enlist(_ line: Line, at now: Instant) {
        guard let state = lines[line], !state.isRunning, !state.isEnlisted, !state.waiting.isEmpty
        else { return }
        lines[line]?.isEnlisted = true
        if let until = state.notBefore, until > now {
            let place = resting.firstIndex { $0.until < until } ?? resting.endIndex
            resting.insert((until, line), at: place)
        } else {
            ready.append(line)
        }
    }
}
