/// What became of one feed in one run.
package struct FeedOutcome: Sendable {
    package enum Result: Sendable {
        /// `entries` in the document, of which so many were `new` to us or `changed` since.
        case updated(entries: Int, new: Int, changed: Int)
        case notModified
        case failed(FetchFailure)
    }

    package let feed: Feed.ID
    package let sourceName: String
    package let result: Result
    /// What was repaired in the document.
    package let problems: [ParseProblem]
    package let sizeInBytes: Int
    package let duration: Duration

    package init(
        feed: Feed.ID, sourceName: String, result: Result, problems: [ParseProblem] = [],
        sizeInBytes: Int = 0, duration: Duration = .zero
    ) {
        self.feed = feed
        self.sourceName = sourceName
        self.result = result
        self.problems = problems
        self.sizeInBytes = sizeInBytes
        self.duration = duration
    }
}
