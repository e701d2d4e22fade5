import Glibc
import Transferring

/// How many descriptors, which files and sockets have, this process may have open at once.
enum DescriptorLimit {
    /// As many as fetching may have open at its busiest, and the rest of the program beside it.
    static func need(of settings: FetchSettings) -> Int {
        let transfers = max(1, settings.maximumTransfers)
        let lookups = min(transfers, SharedResources.Limits.threads)
        return MultiHandle.maximumConnections(for: transfers)
            // Where one address of a name is slow, another is tried beside it (RFC 8305 §5).
            + transfers
            // A pair of sockets that tells when a look-up is done, and within it one to the name
            // server and one file of the system's.
            + 4 * lookups
            + others
    }

    /// Makes sure of what the settings need, and raises the limit where this process may do so.
    static func raise(for settings: FetchSettings) throws(FetchError) {
        let need = need(of: settings)
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard unsafe getrlimit(resource, &limit) == 0 else {
            preconditionFailure("every process has a limit of open files")
        }
        guard limit.rlim_cur < rlim_t(need) else { return }
        limit.rlim_cur = min(rlim_t(need), limit.rlim_max)
        guard unsafe setrlimit(resource, &limit) == 0, limit.rlim_cur >= rlim_t(need) else {
            throw .noDescriptors(
                need, available: Int(clamping: limit.rlim_max),
                transfers: settings.maximumTransfers)
        }
    }

    // MARK: - Private

    /// The standard streams, the loop, the archive with its journals, the lock, the feed or rule that
    /// is read, what is written, and room to spare.
    private static let others = 100
}
