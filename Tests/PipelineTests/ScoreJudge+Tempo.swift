// How close to each other a host sees two requests of one run.

extension ScoreJudge {
    /// - Parameter events: of one host.
    func tempo(_ events: [ScoreEvent]) -> [ScoreViolation] {
        guard let pauses else { return [] }
        let seen = events.filter { !$0.isRefused }
        return tooClose(seen, pauses.feeds, .shortPause)
            + tooClose(seen.filter(\.isOfPage), pauses.pages, .shortPagePause)
    }

    // MARK: - Private

    private func tooClose(_ events: [ScoreEvent], _ pause: Duration, _ rule: ScoreRule)
        -> [ScoreViolation]
    {
        zip(events, events.dropFirst()).compactMap { last, next in
            next.seenAt - last.seenAt < pause - Pauses.tolerance
                ? ScoreViolation(rule: rule, event: next) : nil
        }
    }
}
