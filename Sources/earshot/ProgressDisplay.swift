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
        showsBar = StandardStream.error.isTerminal && !output.quiet && !output.verbose
    }

    func show(_ progress: RunProgress) {
        switch progress {
        case .stage(let stage):
            logger.debug("\(stage.rawValue)")
            if stage != .fetching { draw(stage.rawValue) }
        case .feed(let outcome, let done, let all):
            logger.debug("\(outcome.feed): \(describe(outcome.result))\(cost(of: outcome))")
            draw("fetching \(bar(done, of: all)) \(done) of \(all.counted("feed"))")
        case .retagged(let done):
            draw("tagging again by the changed rules: \(done)")
        case .waiting(let holders):
            let names = holders.map { "\($0)".safeForTerminal }.joined(separator: ", ")
            warn(
                "waiting for \(names) to release the archive; `SELECT pg_terminate_backend(PROCESS)` "
                    + "ends one that never does")
        case .upkeepPutOff(let reason):
            warn("upkeep of the archive is left to the next run: \(reason.safeForTerminal)")
        case .unreadNotKept(let reason):
            warn("documents that cannot be read are not kept: \(reason.safeForTerminal)")
        case .keptAll:
            warn("--now is in the future, so nothing is deleted for having been kept long enough")
        case .datedBack:
            warn(
                """
                --now is long past, and what feeds have said since is stored as said at that moment: \
                leave it out to listen; `earshot digest --now` reports on the past and asks no feed
                """)
        }
    }

    /// Takes the bar away.
    func finish() {
        draw("")
    }

    // MARK: - Private

    /// A message in the place of the bar, which the next progress draws again.
    private func warn(_ message: String) {
        draw("")
        logger.warning("\(message)")
    }

    /// Draws nothing where there is no bar.
    private func draw(_ line: String) {
        if showsBar { StandardStream.error.redrawLine(line) }
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
        case .retired: "gone for good, not asked"
        case .leftOut: "left out"
        case .failed(let failure): "failed: \(failure.message.safeForTerminal)"
        }
    }
}
