import Model
import Storing

/// Collects polls so that several share one transaction, which is what a disk is fast at.
///
/// A poll waits for others for a second at most: whoever adds to the queue calls `commitAll` when
/// `endOfPatience` has come.
struct CommitQueue {
    /// Returns the feeds of which nothing was stored, as another crawler has them by now.
    typealias Commit =
        (_ polls: [FeedCommit], _ hosts: HostMemory) async throws(StoreError) -> Set<Feed.ID>

    private let commit: Commit
    private var polls: [FeedCommit] = []
    private var hosts = HostMemory()
    private var entries = 0
    /// When what is waiting must be stored; `nil` while nothing is.
    private(set) var endOfPatience: ContinuousClock.Instant?
    private(set) var refused: Set<Feed.ID> = []

    init(commit: @escaping Commit) {
        self.commit = commit
    }

    mutating func add(_ poll: FeedCommit) async throws(StoreError) {
        polls.append(poll)
        entries += poll.entryCount
        beginToWait()
        if polls.count >= Self.mostPolls || entries >= Self.mostEntries { try await commitAll() }
    }

    /// Stores at once that a host wants to be left alone, since that must not be forgotten with this
    /// process.
    mutating func add(_ news: HostMemory) async throws(StoreError) {
        guard !news.isEmpty else { return }
        hosts.merge(news)
        beginToWait()
        let isUrgent = !news.rests.isEmpty || news.robots.values.contains(where: \.isUnavailable)
        if isUrgent { try await commitAll() }
    }

    /// Stores everything that would be missed if the run ended here.
    ///
    /// A feed may show entries only once, so they are stored now. That a document has not changed, or
    /// could not be had, is soon found out again, so it may wait for others of its kind.
    mutating func commitWhatMatters() async throws(StoreError) {
        if entries > 0 { try await commitAll() }
    }

    mutating func commitAll() async throws(StoreError) {
        guard endOfPatience != nil else { return }
        refused.formUnion(try await commit(polls, hosts))
        polls = []
        hosts = HostMemory()
        entries = 0
        endOfPatience = nil
    }

    // MARK: - Private

    private static let patience = Duration.seconds(1)
    private static let mostPolls = 100
    /// With their tags some 6 KB each, and they wait in memory.
    private static let mostEntries = 600

    private mutating func beginToWait() {
        endOfPatience = endOfPatience ?? .now + Self.patience
    }
}
