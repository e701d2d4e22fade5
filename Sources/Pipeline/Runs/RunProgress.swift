package import Model
package import Storing

/// What a run tells while it is at work.
package enum RunProgress: Sendable {
    case stage(RunStage)
    /// Feeds done so far, of all, and the one that was just done.
    case feed(FeedOutcome, done: Int, of: Int)
    case retagged(done: Int)
    /// Something in the archive must wait for these to be done: for one that keeps everybody from
    /// storing, or for all who are storing.
    case waiting([GateHolder])
    /// Something that the archive needs, to be fast or to let go of what was erased, is left to the next
    /// run, and why.
    case upkeepPutOff(reason: String)
    /// Documents that cannot be read are not kept in this run, and why.
    case unreadNotKept(reason: String)
    /// Nothing is deleted for having been kept long enough, since the run's moment is in the future.
    case keptAll
    /// The run's moment is long past, so what feeds have said since is stored as said at that moment.
    case datedBack
}

/// The steps of a run, in their order.
package enum RunStage: String, Sendable, CaseIterable, Codable {
    case loading, retagging, fetching, grouping, expiring, reporting, writing, exporting, sending
}
