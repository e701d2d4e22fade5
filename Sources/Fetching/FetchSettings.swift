/// How all feeds together are fetched; what a single feed may cost is in `Feed.Limits`.
package struct FetchSettings: Sendable {
    /// Whom a server's log shows: product, version, and how to reach the operator.
    package var userAgent: String
    /// Transfers at work at any moment, over all hosts.
    package var maximumTransfers: Int
    /// Requests at work at any moment at one host.
    package var requestsPerHost: Int
    /// Requests at work at any moment at one network address, whatever number of hosts are there.
    ///
    /// With a proxy it is the proxy alone that knows addresses, and its own is not counted.
    package var requestsPerAddress: Int
    /// Least time between two starts at the same host.
    package var pausePerHost: Duration
    /// The same behind a page, as pages cost their host more than feeds.
    package var pausePerPage: Duration
    /// What holds for a domain and all below it instead of what every host has; they are asked as one.
    package var termsByDomain: [String: DomainTerms]
    /// Private or reserved networks that may be called after all, such as `10.1.0.0/16`.
    package var allowedNetworks: [String]
    /// Ports that may be called anywhere; within `allowedNetworks` every port may.
    package var allowedPorts: Set<Int>
    /// Address of a proxy that all transfers go through.
    ///
    /// What names lead to is then for the proxy to judge: we see the proxy's address alone. Proxies
    /// in the environment are never used.
    package var proxy: String?
    /// Length of all bodies that have arrived, in part or whole, and not been taken yet.
    ///
    /// When it is reached nothing new starts, and growing bodies wait for room. Only one
    /// body grows beyond it, when there is none to take.
    package var maximumBodyBytesInFlight: Int

    /// How the hosts of one domain are asked.
    package struct DomainTerms: Hashable, Sendable {
        package var pause: Duration
        package var atOnce: Int
        /// Feeds that are asked in one run, the others have to wait for the next; `nil` for all.
        package var feedsPerRun: Int?

        package init(pause: Duration, atOnce: Int = 1, feedsPerRun: Int? = nil) {
            self.pause = pause
            self.atOnce = atOnce
            self.feedsPerRun = feedsPerRun
        }
    }

    package init(
        userAgent: String = "Earshot", maximumTransfers: Int = 64,
        requestsPerHost: Int = 1, requestsPerAddress: Int = 2, pausePerHost: Duration = .seconds(1),
        pausePerPage: Duration = .seconds(5), termsByDomain: [String: DomainTerms] = [:],
        allowedNetworks: [String] = [], allowedPorts: Set<Int> = [80, 443], proxy: String? = nil,
        maximumBodyBytesInFlight: Int = 128 << 20
    ) {
        self.userAgent = userAgent
        self.maximumTransfers = maximumTransfers
        self.requestsPerHost = requestsPerHost
        self.requestsPerAddress = requestsPerAddress
        self.pausePerHost = pausePerHost
        self.pausePerPage = pausePerPage
        self.termsByDomain = termsByDomain
        self.allowedNetworks = allowedNetworks
        self.allowedPorts = allowedPorts
        self.proxy = proxy
        self.maximumBodyBytesInFlight = maximumBodyBytesInFlight
    }
}
