import ArgumentParser

/// What is fetched: so many feeds, which lie in turn on so many addresses of this machine.
struct FetchLoad: ParsableArguments {
    @Option(help: "Feeds to fetch.")
    var feeds = 10_000

    @Option(help: "Hosts they lie on, 254 at most.")
    var hosts = 100

    /// Requests at work at any moment, over all hosts.
    static let maximumTransfers = 200

    /// Requests at work at one host, for both who are measured.
    static let requestsPerHost = 4

    func validate() throws {
        guard (1...254).contains(hosts), feeds >= hosts else {
            throw ValidationError(
                "--hosts must be 1 to 254, and --feeds no less, as each host has one.")
        }
    }

    /// The options that say the same to a child.
    var arguments: [String] { ["--feeds", String(feeds), "--hosts", String(hosts)] }

    /// Where a feed is, counted from 0.
    func address(of feed: Int, port: Int) -> String {
        "http://\(Self.host(feed % hosts)):\(port)/\(feed).xml"
    }

    /// All of 127.0.0.0/8 is this machine; 127.0.0.1 itself is left to others.
    static func host(_ number: Int) -> String { "127.0.1.\(number + 1)" }

    /// What the server's answer is recognised by.
    ///
    /// Some feeds share one document, as making each anew would take longer than to fetch it.
    static func etag(of feed: Int) -> String { "\"document-\(document(of: feed))\"" }

    static func document(of feed: Int) -> Int { feed % documents }

    static let documents = 256
}
