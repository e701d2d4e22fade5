package import Model

/// What an engine that shares its hosts with other crawlers says to whoever shares them out.
package enum HostWish: Hashable, Sendable {
    /// Requests wait for the host, or for the hosts of a domain that are asked as one; nothing of it
    /// is asked before `Fetcher.open`.
    case wanted(String)
    /// Nothing is left to ask of it, and others may have it when its pause is over.
    case done(String, pauseLeft: Duration)
    /// It is asked more slowly than it was to be, as its robots.txt says so.
    case slowed(String, pause: Duration)
}

/// For how long one crawler alone may ask a host.
package struct HostPermit: Sendable {
    typealias Instant = ContinuousClock.Instant

    /// Nothing starts before: the host's pause after what another crawler asked.
    package let notBefore: ContinuousClock.Instant
    /// Nothing starts from then on, unless the host is opened anew.
    ///
    /// What has begun still comes to its end: nobody else may have the host before that.
    package let end: ContinuousClock.Instant
    /// What others have learnt of the host meanwhile.
    package let memory: HostMemory

    package init(
        notBefore: ContinuousClock.Instant, end: ContinuousClock.Instant,
        memory: HostMemory = HostMemory()
    ) {
        self.notBefore = notBefore
        self.end = end
        self.memory = memory
    }
}

/// Whether a line of the schedule may be asked.
enum HostAccess {
    /// Nobody else asks it.
    case own
    /// Somebody else may be asking it.
    case closed
    /// The same, and it has been asked for.
    case wanted
    /// Ours until then.
    case open(until: HostPermit.Instant)

    func isOpen(at now: HostPermit.Instant) -> Bool {
        switch self {
        case .own: true
        case .closed, .wanted: false
        case .open(let end): now < end
        }
    }
}

/// Wishes on their way from the engine's thread to whoever shares hosts out.
final class HostWishes: Sendable {
    let stream: AsyncStream<HostWish>
    private let continuation: AsyncStream<HostWish>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    deinit { continuation.finish() }

    func add(_ wish: HostWish) {
        continuation.yield(wish)
    }
}
