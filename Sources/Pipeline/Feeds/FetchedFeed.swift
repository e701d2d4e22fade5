import Fetching
import Foundation
import Model

/// A request, and what it brought.
struct FetchedFeed: Sendable {
    let request: FetchRequest
    let result: FetchResult
    let timing: FetchTiming
    /// By how much this machine's clock is ahead of the server's; `nil` where that is not known.
    let secondsAhead: Double?

    init(request: FetchRequest, result: FetchResult, timing: FetchTiming = FetchTiming()) {
        self.request = request
        self.result = result
        self.timing = timing
        secondsAhead = result.serverTime.map { Date.now.timeIntervalSince($0) }
    }

    init(_ element: FetchResults.Element) {
        self.init(request: element.request, result: element.result, timing: element.timing)
    }
}

extension FetchResult {
    fileprivate var serverTime: Date? {
        switch self {
        case .fetched(let document): document.hints.serverTime
        case .notModified(_, let hints): hints.serverTime
        case .failed: nil
        }
    }
}

extension FeedOutcome.Cost {
    /// All requests of a poll; the phases are those of the first.
    init(_ timings: [FetchTiming]) {
        let phases = timings.first?.phases ?? FetchTiming.Phases()
        self.init(
            duration: timings.reduce(.zero) { $0 + $1.duration },
            wireBytes: timings.reduce(0) { $0 + $1.wireBytes },
            decodedBytes: timings.reduce(0) { $0 + $1.decodedBytes },
            status: timings.first?.status,
            phases: FeedOutcome.Phases(
                dns: phases.nameLookup.milliseconds, connect: phases.connect.milliseconds,
                tls: phases.tls.milliseconds, firstByte: phases.firstByte.milliseconds,
                total: phases.total.milliseconds))
    }
}

extension Duration {
    /// `nil` for none at all.
    fileprivate var milliseconds: Int? { self > .zero ? Int(self / .milliseconds(1)) : nil }
}
