import Model

/// One request on its way through the engine, with what it has cost so far.
///
/// Lives on the engine's thread. While it waits it holds no more than its place in the list of
/// requests, as there may be a hundred thousand of them.
final class Job {
    enum Work {
        /// Nothing has been asked yet; without an address it is a file.
        case waiting(WebAddress?)
        // Apart: a job that only waits needs no room for them.
        indirect case poll(Poll)
        /// Its origin's robots.txt has to be read first.
        indirect case robots(RobotsPoll, before: Poll)
    }

    let key: Int
    let channel: ResultChannel
    private let index: Int
    var work = Work.waiting(nil)
    /// Where it waits for its turn, or has it.
    var line: HostSchedule.Line.ID
    /// When it had its turn, while it takes up one of the places of its line.
    var startTime: ContinuousClock.Instant?
    /// When the answer to what it asked in this turn began to come, or it ended without one.
    var answerTime: ContinuousClock.Instant?
    /// What it uses meanwhile of what all lines share.
    var resources: [SharedResource] = []
    /// At work in libcurl.
    var transfer: Transfer?
    /// Whether its document has been asked for, for which robots.txt alone does not count.
    private(set) var hasBegun = false
    /// Whether its next request must not go over a kept connection.
    var needsNewConnection = false
    /// Whether it takes compressed answers, and undoes their compression.
    var unpacks = true
    private(set) var timing = FetchTiming()

    init(key: Int, channel: ResultChannel, index: Int, line: HostSchedule.Line.ID) {
        self.key = key
        self.channel = channel
        self.index = index
        self.line = line
    }

    var request: FetchRequest { channel.requests[index] }
    // Read where they lie: a copy of the whole request would count two dozen references.
    var address: Feed.Address { channel.requests[index].address }
    var limits: Feed.Limits { channel.requests[index].feed.limits }
    var terms: Feed.Terms { channel.requests[index].feed.terms }

    /// The host that is asked next; `nil` for a file.
    var host: String? {
        switch work {
        case .waiting(let address): address?.host
        case .poll(let poll): poll.address.host
        case .robots(let robots, _): robots.address.host
        }
    }

    /// What is left of the feed's own time.
    var timeLeft: Duration {
        limits.timeout - timing.duration
    }

    func noteAsked() {
        if case .poll = work { hasBegun = true }
    }

    func takeResources() -> [SharedResource] {
        defer { resources = [] }
        return resources
    }

    /// Lets go of some of what it uses.
    func giveBack(to schedule: inout HostSchedule, where isMeant: (SharedResource) -> Bool) {
        for resource in resources where isMeant(resource) { schedule.giveBack(resource) }
        resources.removeAll(where: isMeant)
    }

    func add(_ cost: FetchTiming) {
        timing.wireBytes += cost.wireBytes
        // What robots.txt took is not the feed's.
        if case .robots = work { return }
        timing.duration += cost.duration
        timing.decodedBytes += cost.decodedBytes
        timing.phases = cost.phases
        timing.status = cost.status
    }
}
