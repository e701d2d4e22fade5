import Model
import TestSupport

extension MisbehavingCase {
    /// Bodies that are not as long as they are said to be, or not said to be of any length.
    static let lengths = [
        MisbehavingCase(
            "announces more than it sends", .brokenOff, does: .head("Content-Length: 100"),
            .say("<rss>"), .close),
        MisbehavingCase(
            "announces less than it sends", .sample, does: .head("Content-Length: 6"),
            .say("<rss/><!-- more -->"), .close),
        MisbehavingCase(
            "announces nothing and sends a body", .document(""), does: .head("Content-Length: 0"),
            .say("<rss/>"), .close),
        MisbehavingCase(
            "announces two lengths, the longer one first", .brokenOff,
            does: .head("Content-Length: 6", "Content-Length: 3"), .say("<rss/>"), .close),
        MisbehavingCase(
            "announces two lengths, the shorter one first", .brokenOff,
            does: .head("Content-Length: 3", "Content-Length: 6"), .say("<rss/>"), .close),
        MisbehavingCase(
            "announces the same length twice", .sample, does: .sample("Content-Length: 6"), .close),
        MisbehavingCase(
            "announces a length below zero", .notHTTP, does: .head("Content-Length: -6"),
            .say("<rss/>"), .close),
        MisbehavingCase(
            "announces a length in words", .notHTTP, does: .head("Content-Length: six"),
            .say("<rss/>"), .close),
        MisbehavingCase(
            "announces an empty length", .notHTTP, does: .head("Content-Length:"), .say("<rss/>"),
            .close),
        MisbehavingCase(
            "announces a length beyond 64 bits", .failure(.tooLarge, saying: "sent more than"),
            does: .head("Content-Length: 99999999999999999999"), .say("<rss/>"), .close),
        MisbehavingCase(
            "announces no length and closes", .sample, does: .head(), .say("<rss/>"), .close),
        MisbehavingCase(
            "announces no length and does not close",
            .failure(.timeout, saying: "while receiving the document"), limits: .seconds(1.5),
            does: .head(), .say("<rss/>"), .wait),
        MisbehavingCase("sends no body at all", .document(""), does: .head("Content-Length: 0")),
    ]

    /// Bodies in chunks that are not put together as they should be.
    static let chunks = [
        chunked("names a chunk's size in words", .brokenOff, "six\r\n<rss/>\r\n0\r\n\r\n"),
        chunked("names a chunk's size below zero", .brokenOff, "-6\r\n<rss/>\r\n0\r\n\r\n"),
        chunked(
            "names a chunk's size beyond 64 bits", .brokenOff,
            "fffffffffffffffff\r\n<rss/>\r\n0\r\n\r\n"),
        chunked("names no chunk size", .brokenOff, "\r\n<rss/>\r\n0\r\n\r\n"),
        chunked("closes in a chunk", .brokenOff, "60\r\n<rss>"),
        chunked("closes in a chunk's size", .brokenOff, "6\r\n<rss/>\r\n1"),
        chunked("leaves out the last chunk", .brokenOff, "6\r\n<rss/>\r\n"),
        chunked("sends more than the chunk's size", .brokenOff, "3\r\n<rss/>\r\n0\r\n\r\n"),
        chunked("adds extensions to a chunk", .sample, "6;a=b;c=\"d\"\r\n<rss/>\r\n0\r\n\r\n"),
        chunked("adds a trailer", .sample, "6\r\n<rss/>\r\n0\r\nX-Sum: 1\r\n\r\n"),
        MisbehavingCase(
            "sends a length and chunks", .sample,
            does: .head("Content-Length: 3", "Transfer-Encoding: chunked"),
            .say("6\r\n<rss/>\r\n0\r\n\r\n"), .close),
        MisbehavingCase(
            "names a transfer encoding nobody knows", .undecodable,
            does: .head("Transfer-Encoding: sponge"), .say("<rss/>"), .close),
        MisbehavingCase(
            "sends chunks without end", .failure(.tooLarge, saying: "sent more than 524288 bytes"),
            does: .head("Transfer-Encoding: chunked"),
            .flood(Array("1000\r\n".utf8) + filler(0x1000) + Array("\r\n".utf8), every: .zero)),
        MisbehavingCase(
            "sends a chunk extension without end",
            .failure(.timeout, saying: "while receiving the document"), limits: .seconds(1.5),
            does: .head("Transfer-Encoding: chunked"), .say("6;"),
            .flood(filler(1_000), every: .milliseconds(1))),
        MisbehavingCase(
            "sends trailers without end", .tooManyHeaders,
            does: .head("Transfer-Encoding: chunked"), .say("6\r\n<rss/>\r\n0\r\n"),
            .flood(Array("X-Sum: 1\r\n".utf8), every: .zero)),
    ]

    static func filler(_ count: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: "x"), count: count)
    }

    // MARK: - Private

    private static func chunked(_ name: String, _ outcome: Outcome, _ body: String)
        -> MisbehavingCase
    {
        MisbehavingCase(
            name, outcome, does: .head("Transfer-Encoding: chunked"), .say(body), .close)
    }
}
