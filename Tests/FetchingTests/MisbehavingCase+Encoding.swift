import Model
import TestSupport

extension MisbehavingCase {
    /// Bodies that are not compressed as they are said to be, or far too well.
    static let encodings = [
        encoded("says gzip and sends plain text", .undecodable, "gzip", Array("<rss/>".utf8)),
        encoded(
            "says gzip and sends garbage behind a good start", .undecodable, "gzip",
            Array(gzip.prefix(10)) + [7, 255, 255, 255]),
        // libcurl does not look whether compressed data is complete; the parser finds that its
        // document is not.
        encoded(
            "cuts the compressed data short", .document("<r"), "gzip", Array(gzip.dropLast(12))),
        encoded("cuts the checksum off", .sample, "gzip", Array(gzip.dropLast(6))),
        encoded(
            "sends a wrong checksum", .undecodable, "gzip",
            Array(gzip.dropLast(8)) + [1, 2, 3, 4] + Array(gzip.suffix(4))),
        // RFC 1952 §2.2 allows it; libcurl reads one part and takes the other for damage.
        MisbehavingCase(
            "compresses in two parts where it may compress",
            polls: [Ask(path: "/", outcome: .sample)]
        ) { request in
            request.header("Accept-Encoding") == nil
                ? .init(body: "<rss/>".utf8)
                : .init(headers: [("Content-Encoding", "gzip")], body: gzip + gzip)
        },
        encoded("compresses in two parts, asked or not", .undecodable, "gzip", gzip + gzip),
        encoded("says gzip and sends nothing", .document(""), "gzip", []),
        encoded("compresses twice, and says so", .sample, "gzip, gzip", Gzip.stored(gzip)),
        encoded(
            "says it compressed six times", .undecodable, "gzip, gzip, gzip, gzip, gzip, gzip",
            gzip),
        encoded("uses gzip's old name", .sample, "x-gzip", gzip),
        encoded("sends raw deflate", .sample, "deflate", Array(gzip.dropFirst(10).dropLast(8))),
        encoded("says it did not compress", .sample, "identity", Array("<rss/>".utf8)),
        encoded("names an encoding nobody knows", .sample, "sponge", Array("<rss/>".utf8)),
        encoded("takes its alphabet for an encoding", .sample, "UTF-8", Array("<rss/>".utf8)),
        encoded(
            "names an encoding nobody knows beside gzip", .undecodable, "sponge, gzip",
            Array("<rss/>".utf8)),
        encoded("names brotli, which we did not ask for", .undecodable, "br", Array("<rss/>".utf8)),
        encoded(
            "sends a bomb of 158 to 1", bomb, "gzip", Gzip.bomb(unpacksTo: 20_000_000)),
        encoded(
            "sends a bomb of 1000 to 1", bomb, "gzip", Gzip.steepBomb(unpacksTo: 20_000_000)),
        encoded(
            "sends a bomb inside a bomb", bomb, "gzip, gzip",
            Gzip.stored(Gzip.steepBomb(unpacksTo: 20_000_000))),
    ]

    /// Bodies that are too large by one measure or another.
    static let sizes = [
        MisbehavingCase(
            "announces a body beyond the feed's limit", tooLong, limits: .bytes(1_000),
            answers: .init(body: filler(1_001))),
        MisbehavingCase(
            "sends a body beyond the feed's limit in chunks", tooLong, limits: .bytes(1_000),
            answers: .init(body: filler(1_001), delivery: .chunked(sizeInBytes: 100))),
        MisbehavingCase(
            "announces a body beyond the limit for all", tooMuch,
            does: .head("Content-Length: 524289"),
            .wait),
        MisbehavingCase(
            "sends a body beyond the limit for all in chunks", tooMuch,
            answers: .init(body: filler(800_000), delivery: .chunked(sizeInBytes: 10_000))),
        MisbehavingCase(
            "sends a body without length or end", tooMuch, does: .head(),
            .flood(filler(4_096), every: .zero)),
        encoded(
            "unpacks beyond the feed's limit", tooLong, "gzip",
            Gzip.stored(filler(1_001)), limits: .bytes(1_000)),
    ]

    // MARK: - Private

    private static let gzip = Gzip.stored(Array("<rss/>".utf8))
    private static let bomb = Outcome.failure(
        .tooLarge, saying: "unpacks to more than 100 times its size, as no feed does")
    private static let tooLong = Outcome.failure(
        .tooLarge, saying: "the document is larger than 1000 bytes; raise max_size of this feed")
    private static let tooMuch = Outcome.failure(.tooLarge, saying: "sent more than 524288 bytes;")

    private static func encoded(
        _ name: String, _ outcome: Outcome, _ encoding: String, _ body: [UInt8],
        limits: Feed.Limits = .seconds(20)
    ) -> MisbehavingCase {
        MisbehavingCase(
            name, outcome, limits: limits,
            answers: .init(headers: [("Content-Encoding", encoding)], body: body))
    }
}
