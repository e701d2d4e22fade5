import Model
import TestSupport

extension MisbehavingCase {
    /// Answers without a document, each with what an operator is told to do.
    static let statuses =
        words.map { status, words in
            MisbehavingCase(
                "answers \(status)", .status(status, saying: "answers \(status): \(words)"),
                answers: .init(status, body: "sorry".utf8))
        } + delays + hiddenStatuses + held + [
            MisbehavingCase(
                "answers 203 where a proxy has changed something", .sample,
                answers: .init(203, body: "<rss/>".utf8))
        ]

    // MARK: - Private

    private static let words = [
        (204, "without a document; check the address"),
        (205, "without a document; check the address"),
        (206, "only a part of the document; tell its owner if this lasts"),
        (226, "only a part of the document; tell its owner if this lasts"),
        (300, "the document is elsewhere; open the feed in a browser and take its address"),
        (304, "'not modified', though we hold nothing of it; tell its owner if this lasts"),
        (305, "the document is elsewhere; open the feed in a browser and take its address"),
        (400, "the server does not take the request; check the address"),
        (401, "a log-in is asked for; look for a public feed of this source"),
        (402, "payment is asked for; look for a public feed of this source"),
        (403, "we are not let in; ask the owner, or look for another feed of this source"),
        (404, "nothing is at this address; check it, the feed may have moved"),
        (406, "the server does not take the request; check the address"),
        (407, "a proxy on the way asks for a log-in; check proxy in the feeds file"),
        (408, "the server has grown tired of waiting; tried again next time"),
        (410, "the feed is gone for good; remove it from the feeds file"),
        (418, "the server does not take the request; check the address"),
        (429, "we ask too often; poll its feeds less often"),
        (451, "withheld for legal reasons; look for another feed of this source"),
        (500, "the server has a fault of its own; tried again next time"),
        (502, "the server has a fault of its own; tried again next time"),
        (503, "the server is overloaded or being serviced; tried again next time"),
    ]

    /// Retry-After, whose forms have tests of their own.
    private static let delays = [429, 503].flatMap { status in
        [("7200", "2 h", 7_200), ("Sat, 11 May 2041 10:00:00 GMT", "168 h", 604_800)].map {
            value, words, seconds in
            MisbehavingCase(
                "answers \(status) and asks for \(words)",
                .status(
                    status, saying: "; it asks us to stay away for \(words)",
                    retryAfterSeconds: seconds),
                answers: .init(status, headers: [("Retry-After", value)], body: "later".utf8))
        }
    }

    /// A page that only says "sorry" has nothing to lose: its faults must not hide its status.
    private static let hiddenStatuses = [
        MisbehavingCase(
            "answers 404 with a page beyond the limit", .status(404, saying: "nothing is at"),
            limits: .bytes(1_000), answers: .init(404, body: filler(100_000))),
        MisbehavingCase(
            "answers 404 with a page without end", .status(404, saying: "nothing is at"),
            does: .head(status: "HTTP/1.1 404 Not Found"), .flood(filler(4_096), every: .zero)),
        MisbehavingCase(
            "answers 404 with a page that is cut", .status(404, saying: "nothing is at"),
            does: .head("Content-Length: 100", status: "HTTP/1.1 404 Not Found"), .say("so"), .close
        ),
        MisbehavingCase(
            "answers 500 with a page that is not compressed as it says",
            .status(500, saying: "a fault of its own"),
            answers: .init(500, headers: [("Content-Encoding", "gzip")], body: "sorry".utf8)),
        MisbehavingCase(
            "asks for a log-in of every kind", .status(401, saying: "a log-in is asked for"),
            answers: .init(
                401,
                headers: [
                    "Basic realm=\"a\"", "Digest realm=\"a\", nonce=\"b\"", "Negotiate", "NTLM",
                ]
                .map { ("WWW-Authenticate", $0) })),
    ]

    /// 304 as it should not be.
    private static let held = [
        MisbehavingCase(
            "says 'not modified' with a length and no body", .notModified, isHeld: true,
            does: .head("Content-Length: 100", status: "HTTP/1.1 304 Not Modified")),
        MisbehavingCase(
            "says 'not modified' in chunks and gzip", .notModified, isHeld: true,
            does: .head(
                "Transfer-Encoding: chunked", "Content-Encoding: gzip",
                status: "HTTP/1.1 304 Not Modified")),
        MisbehavingCase(
            "says 'not modified' and sends a body", .notModified, isHeld: true,
            does: .head("Content-Length: 6", status: "HTTP/1.1 304 Not Modified"), .say("<rss/>"),
            .close),
    ]
}
