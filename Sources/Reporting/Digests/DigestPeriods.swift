/// The window of a digest, and the two it is held against.
struct DigestPeriods: Sendable {
    let now: HeardPeriod
    let previous: HeardPeriod
    let weekBefore: HeardPeriod
    /// Whether we listened all through it.
    let isPreviousHeard: Bool
    let isWeekBeforeHeard: Bool
}
