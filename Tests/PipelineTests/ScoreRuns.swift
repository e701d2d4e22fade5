import Foundation
import Pipeline

/// Runs over a simulated time, with a score server at the other end.
final class ScoreRuns: Sendable {
    /// Sunday, 22 November 2026, 06:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_795_327_200)

    let server: ScoreServer
    private let folder: TestWorkspace

    /// - Parameters:
    ///   - pauses: those that the feeds file asks for; `nil` for none.
    ///   - settings: a line for the feeds file's `fetching:`.
    init(_ sites: [ScoreSite], pauses: ScoreJudge.Pauses? = nil, settings: String = "") throws {
        server = try ScoreServer(sites, from: Self.start)
        folder = try TestWorkspace([
            "feeds/score.yaml": server.feedsFile(pauses: pauses, settings)
        ])
    }

    deinit { server.stop() }

    /// - Parameters:
    ///   - spacing: time between two runs at most.
    ///   - pauses: to be kept to by the real clock.
    func violations(spacing: TimeInterval, pauses: ScoreJudge.Pauses? = nil) -> [ScoreViolation] {
        server.judge(spacing: spacing, pauses: pauses).violations(in: server.events)
    }

    /// Makes one run; where every feed fails that was due, this is no error.
    func run(at now: Date, deadline: Duration? = nil) async throws {
        try server.beginRun(at: now)
        let server = server
        let run = Run(
            workspace: folder.workspace,
            options: Run.Options(now: now, isFetchOnly: true, deadline: deadline)
        ) { step in
            if case .feed(let outcome, _, _) = step { server.note(outcome) }
        }
        do throws(RunError) {
            _ = try await run.execute()
        } catch {
            // Where few are due, all of them may well have a bad day.
            guard case .nothingFetched = error else { throw error }
        }
    }
}
