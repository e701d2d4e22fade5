import Foundation
import Synchronization

/// One line on a terminal that says how far a command is; nothing anywhere else.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let last = Mutex(-1)

    init(isQuiet: Bool = false) {
        isShown = StandardStream.error.isTerminal && !isQuiet
    }

    /// May be called from any thread; what comes late and says less is not shown.
    func show(_ work: String, _ done: Int, of all: Int) {
        guard isShown else { return }
        let percent = 100 * done / max(all, 1)
        last.withLock { last in
            guard percent > last else { return }
            last = percent
            StandardStream.error.redrawLine("\(work) \(percent) %")
        }
    }

    /// Says what is at work until it is done, where nobody can tell beforehand how long it takes.
    static func during<Result, Failure: Error>(
        _ work: String, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let line = ProgressLine()
        if line.isShown { StandardStream.error.redrawLine("\(work) …") }
        defer { line.finish() }
        return try body()
    }

    /// Takes the line away.
    func finish() {
        if isShown { StandardStream.error.redrawLine("") }
    }
}
