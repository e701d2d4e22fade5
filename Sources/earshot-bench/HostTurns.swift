/// Whose feed is next: hosts take turns in the order they become free, and each host's feeds come
/// in the order of the list.
///
/// This is the order `Fetcher` keeps. libcurl can hold a host to so many connections by itself,
/// but when one becomes free it looks at the first request that waits, whichever host that is
/// for; asking the same host's next one at once keeps every host busy and costs less.
struct HostTurns {
    private let feeds: Int
    private let hosts: Int
    /// The next feed of each host.
    private var next: [Int]
    private var free: ArraySlice<Int>

    /// Feed `n` lies on host `n % hosts`.
    init(feeds: Int, hosts: Int, requestsPerHost: Int) {
        self.feeds = feeds
        self.hosts = hosts
        next = Array(0..<hosts)
        free = ArraySlice((0..<requestsPerHost).flatMap { _ in 0..<hosts })
    }

    mutating func takeFeed() -> Int? {
        while let host = free.popFirst() {
            let feed = next[host]
            guard feed < feeds else { continue }
            next[host] += hosts
            return feed
        }
        return nil
    }

    /// The host of the feed is done with it.
    mutating func finish(_ feed: Int) {
        free.append(feed % hosts)
    }
}
