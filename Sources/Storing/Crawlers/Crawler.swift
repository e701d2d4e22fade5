/// One of several processes that crawl for one archive.
package struct Crawler: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// Holds the lock of the archive: there is one at a time.
        case run
        /// One of any number.
        case worker
    }

    package let kind: Kind
    /// The kind first, as in `run db1 4711`; another one for each process, and never used again.
    package let name: String

    package init(_ kind: Kind, name: String) {
        self.kind = kind
        self.name = "\(kind.rawValue) \(name)"
    }
}

/// That one crawler alone may poll a feed and store what comes of it.
///
/// A lease that has run out may be given to another crawler, under a higher number: what is stored
/// under the lower one is refused then ("fencing"; Burrows, The Chubby lock service, OSDI 2006, §2.4).
package struct FeedLease: Hashable, Sendable {
    package let crawler: Crawler
    package let number: Int64
}

/// That one crawler alone may ask a host, or the hosts of a domain that are asked as one.
package struct HostLease: Sendable {
    package let host: String
    /// What is left of its pause, since another crawler asked it.
    package let pauseLeft: Duration
}
