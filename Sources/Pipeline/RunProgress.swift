package import Model
package import Storing

/// What a run tells while it is at work.
package enum RunProgress: Sendable {
    case stage(RunStage)
    /// Feeds done so far, of all, and the one that was just done.
    case feed(FeedOutcome, done: Int, of: Int)
    case retagged(done: Int)
    /// Something waits, and for whom: nobody, or everybody, stores before they are done.
    case waiting([GateHolder])
    /// Something that the archive needs, to be fast or to let go of what was erased, is left to the next
    /// run, and why.
    case upkeepPutOff(reason: String)
    /// Nothing is let go of as kept long enough, as the moment of the run has not come.
    case keptAll
    /// What feeds have said since the moment of the run is stored as said at it, as it is long past.
    case datedBack
}

/// The steps of a run, in their order.
package enum RunStage: String, Sendable, CaseIterable, Codable {
    case loading, retagging, fetching, grouping, expiring, reporting, writing, exporting, sending
}
