/// What a single request may cost beside what `Feed.Limits` says.
struct TransferLimits: Sendable {
    /// For name look-up, connecting and TLS together.
    var connectTimeout: Duration
    /// Bytes a second; a transfer that is slower for `lowSpeedTime` ends.
    var lowSpeedInBytes: Int
    var lowSpeedTime: Duration
    /// Length of a body as sent.
    var wireBytes: Int
    var headerBytes: Int
    /// How many times its wire length a body may unpack to.
    ///
    /// Looked at once it is longer than `expansionFreeBytes`. Feeds reach 20, bombs start at 150.
    var expansion: Int
    var expansionFreeBytes: Int
    var redirects: Int
    /// Answers that may wait to be taken while more is asked for.
    var answersWaiting: Int
    /// Bytes of their bodies: some hundred usual feeds, which are read in about the time that the
    /// next ones take to come.
    var bodyBytesWaiting: Int
    /// The longest Crawl-delay that is kept to between two requests.
    ///
    /// A longer one would keep a run waiting; instead it asks for one page only.
    var longestCrawlDelay: Duration = .seconds(30)
    /// Addresses of names that need no look-up, for tests.
    ///
    /// As libcurl takes them: `example.org:80:192.0.2.1`. The address policy holds all the
    /// same.
    var resolve: [String] = []

    static let standard = TransferLimits(
        connectTimeout: .seconds(10), lowSpeedInBytes: 100, lowSpeedTime: .seconds(10),
        wireBytes: 5 << 20, headerBytes: 64 << 10, expansion: 100, expansionFreeBytes: 1 << 20,
        redirects: 5, answersWaiting: 1_024,
        bodyBytesWaiting: 2 << 20)
}
