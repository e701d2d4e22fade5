import Foundation

/// For how long a destination may keep a run busy with sending.
///
/// What is sent is not broken off, as nobody would know whether it has arrived. So nothing is begun that
/// would last beyond the end, were it answered as slowly as the slowest before it.
struct BusyTime {
    private let end: Date
    private var slowest: TimeInterval = 0

    init(end: Date) { self.end = end }

    func isOver(at moment: Date) -> Bool { moment.addingTimeInterval(slowest) > end }

    mutating func note(from start: Date, to moment: Date) {
        slowest = max(slowest, moment.timeIntervalSince(start))
    }

    static let isOver = "it answers so slowly that a run would have to wait for it for too long"
}
