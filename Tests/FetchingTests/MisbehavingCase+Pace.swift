import Model
import TestSupport

extension MisbehavingCase {
    /// Servers that take their time, more of it than they are given.
    static let paces = [
        MisbehavingCase("never answers", firstByte, limits: brief, does: .wait),
        MisbehavingCase(
            "stops in the status line", slow, limits: brief, does: .say("HTTP/1.1 20"), .wait),
        MisbehavingCase(
            "stops in the headers", slow, limits: brief, does: .say("HTTP/1.1 200 OK\r\nX-"),
            .wait),
        MisbehavingCase(
            "stops in the body", body, limits: brief, does: .head("Content-Length: 60"),
            .say("<rss>"), .wait),
        MisbehavingCase(
            "drips the status line", slow, limits: brief,
            does: .drip(Array("HTTP/1.1 200 OK\r\n".utf8), bytes: 1, every: .milliseconds(200))),
        MisbehavingCase(
            "drips headers without end", slow, limits: brief, does: .say("HTTP/1.1 200 OK\r\n"),
            .flood(Array("X-Filler: some words\r\n".utf8), every: .milliseconds(50))),
        dripping("drips 1 byte every 500 ms", 1, .milliseconds(500), body, brief),
        dripping("drips 1 byte every 20 ms", 1, .milliseconds(20), body, brief),
        dripping("drips 100 bytes every 10 ms", 100, .milliseconds(10), body, brief),
        dripping("sends 2 bytes a second", 1, .milliseconds(500), tooSlow, long),
        dripping("sends 10 bytes a second", 1, .milliseconds(100), tooSlow, long),
        MisbehavingCase(
            "drips chunks of a byte", tooSlow, limits: long,
            does: .head("Transfer-Encoding: chunked"),
            .flood(Array("1\r\nx\r\n".utf8), every: .milliseconds(100))),
        MisbehavingCase("keeps silent for long", tooSlow, limits: long, does: .wait),
        MisbehavingCase(
            "is slow at every redirect",
            polls: [Ask(path: "/a", limits: brief, outcome: slow)]
        ) { request in
            .init(
                302, headers: [("Location", "\(request.path)a")], body: filler(6),
                delivery: .drip(bytes: 1, every: .milliseconds(100)))
        },
        MisbehavingCase(
            "pauses, and answers in time after all", .sample, does: .pause(.milliseconds(300)),
            .head("Content-Length: 6"), .say("<rss"), .pause(.milliseconds(300)), .say("/>")),
    ]

    // MARK: - Private

    private static let brief = Feed.Limits.seconds(1.5)
    private static let long = Feed.Limits.seconds(15)
    private static let slow = Outcome.failure(.timeout, saying: "out of time after")
    private static let firstByte = Outcome.failure(
        .timeout, saying: "while waiting for the first byte")
    private static let body = Outcome.failure(.timeout, saying: "while receiving the document")
    private static let tooSlow = Outcome.failure(.timeout, saying: "bytes a second for")

    private static func dripping(
        _ name: String, _ count: Int, _ pause: Duration, _ outcome: Outcome, _ limits: Feed.Limits
    ) -> MisbehavingCase {
        MisbehavingCase(
            name, outcome, limits: limits,
            answers: .init(body: filler(100_000), delivery: .drip(bytes: count, every: pause)))
    }
}
