/// How to behave toward those we fetch from, as the mapping `fetching:` of a feeds file says.
package struct FetchingSettings: Hashable, Sendable {
    /// A web or mail address for the User-Agent, where a publisher can complain.
    package var contact: String?
    /// Private networks that may be fetched from, in CIDR form: `10.0.0.0/8`.
    package var allowedNetworks: [String] = []
    /// Ports that may be called beside 80 and 443.
    package var allowedPorts: Set<Int> = []
    /// Address of the proxy that all requests go through; http, https or socks5h.
    package var proxy: String?
    /// How many feeds are fetched at once, 1 … 1,000.
    package var concurrency = 64
    /// Length of all bodies that have arrived and are not yet worked on.
    package var maximumBytesInFlight = 128_000_000
    /// How long a run hands out new feeds; `nil` is until all are done.
    package var deadline: Duration?
    /// Between the starts of two requests to one host.
    package var pausePerHost = Duration.seconds(1)
    /// The same behind a page, which costs its server more than a feed.
    package var pausePerPage = Duration.seconds(5)
    /// Requests to one host at work together, 1 … 10.
    package var atOncePerHost = 1
    /// Requests to one network address at work together, 1 … 100: of all hosts that are there.
    package var atOncePerAddress = 2
    /// By domain in small letters, for hosts that ask for terms of their own.
    package var hosts: [String: HostSettings] = [:]

    package init() {}

    package static let standard = FetchingSettings()
}

/// How a domain wants to be fetched from: it and all of its subdomains share one queue.
package struct HostSettings: Hashable, Sendable {
    /// Between two starts; `nil` is as for every other host.
    package var pause: Duration?
    /// Requests at work together, 1 … 10.
    package var atOnce: Int
    /// Feeds that one run polls; `nil` is all that are due.
    package var perRun: Int?

    package init(pause: Duration? = nil, atOnce: Int = 1, perRun: Int? = nil) {
        self.pause = pause
        self.atOnce = atOnce
        self.perRun = perRun
    }
}
