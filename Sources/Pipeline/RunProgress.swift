package import Model

/// What a run tells while it is at work.
package enum RunProgress: Sendable {
    case stage(RunStage)
    /// Feeds done so far, of all, and the one that was just done.
    case feed(FeedOutcome, done: Int, of: Int)
    case retagged(done: Int)
}

/// The steps of a run, in their order.
package enum RunStage: String, Sendable, CaseIterable, Codable {
    case loading, retagging, fetching, grouping, expiring, reporting, writing, exporting, sending
}
