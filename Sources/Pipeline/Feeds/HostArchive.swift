import Fetching
import Foundation
import Model
import Storing

/// What the archive knows of hosts, for a command that fetches without being a run.
///
/// It holds the run lock as long as it exists: a run would ask the same hosts at the same time, and the
/// archive has one writer.
struct HostArchive: Sendable {
    /// What earlier commands learnt of hosts.
    let memory: HostMemory
    private let store: Store
    private let lock: RunLock
    private let now: Date

    /// - Returns: `nil` where no run has made an archive yet, as there is nothing to remember then.
    /// - Throws: `RunError.locked` while a run is at work.
    init?(workspace: Workspace, now: Date) throws(RunError) {
        let isMade =
            workspace.archive.isServer
            ? try Archive.ifMade(workspace) != nil
            : FileManager.default.fileExists(atPath: workspace.archivePath)
        guard isMade else { return nil }
        self.now = now
        lock = try RunLock(of: workspace)
        store = try storing(Store(workspace.archive))
        let store = store
        memory = try storing { () throws(StoreError) in
            try store.forgetOldHosts(now: now)
            return try store.hostMemory()
        }
    }

    /// Whether crawlers may be asking the same hosts.
    var areShared: Bool { store.isShared }

    /// Lets a fetcher ask hosts only while no crawler asks them, and keeps their pauses.
    ///
    /// It leases hosts as a run does; should this process vanish, the next run ends its leases.
    func sharing<Value: Sendable>(
        _ fetcher: Fetcher, _ settings: FetchSettings,
        _ work: @escaping @Sendable () async throws(RunError) -> Value
    ) async throws(RunError) -> Value {
        let sharing = HostSharing(
            fetcher: fetcher, store: store, crawler: .ofThisProcess(.run),
            lifetimes: LeaseLifetimes(longestPoll: Feed.Limits.standard.timeout),
            groups: HostGroups(settings), start: now)
        do {
            return try await sharing.during(work)
        } catch let error as RunError {
            throw error
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            preconditionFailure("sharing hosts throws nothing else, got \(error)")
        }
    }

    /// Remembers what was learnt just now.
    func remember(_ news: HostMemory) async throws(RunError) {
        guard !news.isEmpty else { return }
        _ = try await storing { () async throws(StoreError) in
            try await store.commit([], hosts: news)
        }
    }
}
