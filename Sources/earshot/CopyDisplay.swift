import Foundation
import Pipeline
import Synchronization

/// Says on standard error how far a copy is: on one line of a terminal, and elsewhere, as in a log, in
/// a line every half minute.
final class CopyDisplay: Sendable {
    private struct State {
        /// When the stage began, and at which row.
        var start: (time: ContinuousClock.Instant, rows: Int)?
        var stage: StoreCopy.Progress.Stage?
        var next = ContinuousClock.now
    }

    private let isQuiet: Bool
    private let isTerminal = StandardStream.error.isTerminal
    private let state = Mutex(State())

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
    }

    func show(_ progress: StoreCopy.Progress) {
        guard !isQuiet else { return }
        let now = ContinuousClock.now
        let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(30)
        let start = state.withLock { state -> (time: ContinuousClock.Instant, rows: Int)? in
            if state.stage != progress.stage {
                state.stage = progress.stage
                state.start = (now, progress.rows)
                state.next = now + pause
            }
            guard now >= state.next else { return nil }
            state.next = now + pause
            return state.start
        }
        guard let start else { return }
        let line = progress.line(since: start.rows, in: now - start.time)
        if isTerminal {
            StandardStream.error.redrawLine(line)
        } else {
            StandardStream.error.writeIfPossible("earshot: \(line)\n")
        }
    }

    /// Takes the line away.
    func finish() {
        if isTerminal, !isQuiet { StandardStream.error.redrawLine("") }
    }
}
