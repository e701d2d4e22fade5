/// One line of a `HostSchedule`: what waits in it, and when the next of it may start.
struct HostLine {
    typealias Instant = ContinuousClock.Instant

    let name: HostSchedule.Line
    let mostAtOnce: Int
    var pause: Duration
    var waiting: ArraySlice<Int> = []
    /// How many at the front of `waiting` continue a poll that has begun.
    var begun = 0
    var running = 0
    var isEnlisted = false
    var access: HostAccess
    /// The pause after what another crawler asked of it.
    private var heldUntil: Instant?
    private var lastStart: Start?
    private var startBefore: Start?
    /// Starts in a row while others may have waited.
    private var streak = 0

    init(name: HostSchedule.Line, terms: HostTerms.Terms, access: HostAccess) {
        self.name = name
        self.access = access
        mostAtOnce = terms.atOnce
        pause = terms.pause
    }

    var mayBeEnlisted: Bool { running < mostAtOnce && !isEnlisted && !waiting.isEmpty }
    var isIdle: Bool { running == 0 && waiting.isEmpty }

    /// Before then nothing of it starts.
    var notBefore: Instant? {
        guard let lastStart else { return heldUntil }
        let pause = max(pause, lastStart.pause)
        let end = pause > .zero ? lastStart.time + pause : nil
        return heldUntil.map { max($0, end ?? $0) } ?? end
    }

    /// A connection saved is worth a little patience of the others.
    var mayGoOn: Bool { notBefore == nil && streak % 8 != 0 }

    /// The job that may start now, as far as it is for the line to say.
    func next(at now: Instant) -> Int? {
        guard access.isOpen(at: now) else { return nil }
        if let notBefore, notBefore > now { return nil }
        return waiting.first
    }

    mutating func begin(at now: Instant) {
        waiting.removeFirst()
        running += 1
        begun = max(0, begun - 1)
        streak += 1
        (startBefore, lastStart) = (lastStart, Start(time: now))
        heldUntil = nil
    }

    /// Lets nothing start before then, beside the line's own pause.
    mutating func hold(until time: Instant, at now: Instant) {
        heldUntil = time > now ? time : nil
    }

    /// Ends a start as if there had been none.
    mutating func undoStart(at time: Instant) {
        running -= 1
        guard lastStart?.time == time else { return }
        lastStart = startBefore
        streak -= 1
    }

    /// Lets a job wait again as if it had not started.
    mutating func takeBack(_ job: Int, startedAt time: Instant) {
        undoStart(at: time)
        // Of several the oldest first.
        let place = waiting.prefix(begun).firstIndex { $0 > job }
        waiting.insert(job, at: place ?? waiting.startIndex + begun)
        begun += 1
    }

    /// Counts the pause from when a request was answered, as its host cannot have had it later.
    ///
    /// - Parameter start: of the request; where another one has started since, that one counts.
    mutating func noteAnswer(at time: Instant, startedAt start: Instant) {
        guard let lastStart, lastStart.time == start, time > start else { return }
        self.lastStart?.time = time
    }

    /// Makes the pause behind the last start longer than the line's own.
    mutating func lengthenPause(to pause: Duration) {
        lastStart?.pause = pause
    }

    // MARK: - Private

    private struct Start {
        /// Before which its host has had it.
        var time: Instant
        var pause = Duration.zero
    }
}
