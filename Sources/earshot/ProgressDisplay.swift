import Foundation
import Logging
import Model
import Pipeline

/// Shows how far a run is: a bar on a terminal, log lines when asked for.
final class ProgressDisplay: Sendable {
    private let logger: Logger
    private let showsBar: Bool

    init(output: OutputOptions) {
        logger = output.logger
        showsBar = isatty(STDERR_FILENO) == 1 && !output.quiet && !output.verbose
    }

    func show(_ progress: RunProgress) {
        switch progress {
        case .stage(let stage):
            logger.debug("\(stage.rawValue)")
            if showsBar, stage != .fetching { draw(stage.rawValue) }
        case .feed(let outcome, let done, let all):
            logger.debug("\(outcome.feed): \(describe(outcome.result))\(cost(of: outcome))")
            if showsBar { draw("fetching \(bar(done, of: all)) \(done) of \(all.counted("feed"))") }
        case .retagged(let done):
            if showsBar { draw("tagging again by the changed rules: \(done)") }
        case .waiting(let holders):
            if showsBar { draw("") }
            let names = holders.map { "\($0)".safeForTerminal }.joined(separator: ", ")
            logger.warning(
                "waiting for \(names) to let go of the archive; `SELECT pg_terminate_backend(PROCESS)` ends who never does"
            )
        case .upkeepPutOff(let reason):
            if showsBar { draw("") }
            logger.warning(
                "upkeep of the archive is left to the next run: \(reason.safeForTerminal)")
        case .keptAll:
            if showsBar { draw("") }
            logger.warning(
                "--now has not come yet, so nothing is let go of as kept long enough")
        case .datedBack:
            if showsBar { draw("") }
            logger.warning(
                """
                --now is long past, and what feeds have said since is stored as said then: leave it \
                out to listen; `earshot digest --now` tells of the past and asks nobody
                """)
        }
    }

    /// Takes the bar away.
    func finish() {
        if showsBar { draw("") }
    }

    // MARK: - Private

    private func draw(_ line: String) {
        // CSI 2 K clears the line (ECMA-48 §8.3.41).
        StandardStream.error.writeIfPossible("\r\u{1B}[2K" + line)
    }

    private func bar(_ done: Int, of all: Int) -> String {
        let width = 24
        let filled = width * done / max(all, 1)
        return "[" + String(repeating: "#", count: filled)
            + String(repeating: "·", count: width - filled) + "]"
    }

    /// What it took, and when the feed is asked again.
    private func cost(of outcome: FeedOutcome) -> String {
        var parts: [String] = []
        if let cost = outcome.cost {
            if let status = cost.status { parts.append("status \(status)") }
            parts.append("\(Int(cost.duration / .milliseconds(1))) ms")
            parts.append("\(cost.wireBytes) bytes")
        }
        if let next = outcome.nextCheckAt {
            parts.append("next \(ContractJSON.timestamp(next))")
        }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    private func describe(_ result: FeedOutcome.Result) -> String {
        switch result {
        case .updated(let entries, let new, let changed):
            "\(entries.counted("entry", "entries")), \(new) new, \(changed) changed"
        case .notModified: "unchanged"
        case .notDue: "not due"
        case .leftOut: "left out"
        case .failed(let failure): "failed: \(failure.message.safeForTerminal)"
        }
    }
}
