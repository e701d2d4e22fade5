import Model
import TestSupport

extension MisbehavingCase {
    /// Answers that do not begin as HTTP does, or begin again and again.
    static let statusLines = [
        line("answers in HTTP/0.9", .notHTTP, nil),
        line("begins with an empty line", .notHTTP, "\r\nHTTP/1.1 200 OK"),
        line("begins with a word nobody knows", .notHTTP, "HELLO 200 OK"),
        line("answers like a radio station", .notHTTP, "ICY 200 OK"),
        line("answers in HTTP/9.9", .notHTTP, "HTTP/9.9 200 OK"),
        line("says HTTP/2 without having agreed to it", .sample, "HTTP/2 200"),
        line("names its status in words", .notHTTP, "HTTP/1.1 two hundred"),
        line("names a status of four digits", .notHTTP, "HTTP/1.1 2000 OK"),
        line("names the status 000", .notHTTP, "HTTP/1.1 000 OK"),
        line("names the status 99", .notHTTP, "HTTP/1.1 99 OK"),
        line("names the status 600", .status(600, saying: unknown), "HTTP/1.1 600 OK"),
        line("names the status 700", .status(700, saying: unknown), "HTTP/1.1 700 OK"),
        line("names the status 999", .status(999, saying: unknown), "HTTP/1.1 999 OK"),
        line("gives no reason with its status", .sample, "HTTP/1.1 200"),
        line("answers in HTTP/1.0", .sample, "HTTP/1.0 200 OK"),
        line("hints first and answers then", .sample, "HTTP/1.1 103 Hints\r\n\r\nHTTP/1.1 200 OK"),
        line(
            "changes the protocol without being asked", .status(101, saying: unknown),
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: sponge\r\nConnection: Upgrade"),
        MisbehavingCase(
            "asks to go on without end", .tooManyHeaders,
            does: .flood(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), every: .zero)),
        MisbehavingCase(
            "ends its lines with a line feed alone", .sample,
            does: .say("HTTP/1.1 200 OK\nContent-Length: 6\n\n<rss/>"), .close),
    ]

    /// Headers that are too many, too long, or not made as headers are.
    static let headers = [
        MisbehavingCase(
            "sends 10,000 headers", .tooManyHeaders,
            does: .say(
                "HTTP/1.1 200 OK\r\n" + String(repeating: "X-Filler: some words\r\n", count: 10_000)
                    + "\r\n")),
        MisbehavingCase(
            "sends headers without end", .tooManyHeaders, does: .say("HTTP/1.1 200 OK\r\n"),
            .flood(Array("X-Filler: some words\r\n".utf8), every: .zero)),
        MisbehavingCase(
            "sends a header of 80 KB", .tooManyHeaders,
            does: .sample("X-Filler: " + String(repeating: "x", count: 80_000))),
        MisbehavingCase(
            "sends a header of 200 KB", .tooManyHeaders,
            does: .sample("X-Filler: " + String(repeating: "x", count: 200_000))),
        MisbehavingCase(
            "sends a header without end", .tooManyHeaders, does: .say("HTTP/1.1 200 OK\r\nX: "),
            .flood(filler(4_096), every: .zero)),
        MisbehavingCase("has a NUL in a header", .notHTTP, does: .sample("X-Filler: a\0b")),
        MisbehavingCase("has a header without a colon", .notHTTP, does: .sample("X-Filler")),
        MisbehavingCase("has a header without a name", .sample, does: .sample(": nameless")),
        MisbehavingCase("has a space before the colon", .sample, does: .sample("X-Filler : a")),
        MisbehavingCase("folds a header", .sample, does: .sample("X-Filler: a\r\n b\r\n\tc")),
        MisbehavingCase(
            "has a content type of control characters", .sample,
            does: .sample("Content-Type: \u{1}\u{7f}\u{1b}[0m")),
        MisbehavingCase(
            "has an ETag with control characters", .sample, does: .sample("ETag: \"a\u{1}b\"")),
        MisbehavingCase(
            "has an ETag of 10 KB", .document("<rss/>", isRecognisable: true),
            does: .sample("ETag: \"\(String(repeating: "e", count: 10_000))\"")),
        MisbehavingCase(
            "was last modified in 2041", .sample,
            does: .sample("Last-Modified: Sat, 11 May 2041 10:00:00 GMT")),
        MisbehavingCase(
            "asks for another page and another protocol", .sample,
            does: .sample(
                "Refresh: 0; url=http://127.0.0.1:1/", "Strict-Transport-Security: max-age=9999",
                "Alt-Svc: h2=\"127.0.0.1:1\"; ma=9999")),
        MisbehavingCase(
            "gives 500 cookies",
            polls: ["/1", "/2"].map { Ask(path: $0, outcome: .sample) }
        ) { _ in
            .init(
                headers: (0..<500).map { ("Set-Cookie", "crumb\($0)=sample; Max-Age=99999999") },
                body: "<rss/>".utf8)
        },
    ]

    // MARK: - Private

    private static let unknown = "not an answer HTTP knows; check the address"

    private static func line(_ name: String, _ outcome: Outcome, _ line: String?)
        -> MisbehavingCase
    {
        let head = line.map { "\($0)\r\nContent-Length: 6\r\n\r\n" } ?? ""
        return MisbehavingCase(name, outcome, does: .say(head + "<rss/>"), .close)
    }
}
