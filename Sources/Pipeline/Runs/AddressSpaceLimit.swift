import Glibc

/// How much address space the process may have (`ulimit -v`, `LimitAS=` of systemd).
///
/// Where there is too little, an allocation that fails ends the program at once, wherever it is: Swift knows no
/// other way. So that is said before.
package enum AddressSpaceLimit {
    /// A line to be told before anything is begun; `nil` where there is room enough.
    package static var warning: String? {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else {
            return nil
        }
        return warning(ofBytes: UInt64(limit.rlim_cur))
    }

    /// - Parameter bytes: the limit; as many as there can be for none.
    package static func warning(ofBytes bytes: UInt64) -> String? {
        guard bytes < least else { return nil }
        return
            "no more than \(bytes >> 20) MiB of address space are allowed (ulimit -v), and most "
            + "commands need \(least >> 20) MiB; with less they may abort. MemoryMax= of systemd limits "
            + "what is in use instead"
    }

    // MARK: - Private

    /// `rules check` of the shipped rules aborts with 250 MB, and a run holds more as its archive grows.
    private static let least: UInt64 = 512 << 20
}
