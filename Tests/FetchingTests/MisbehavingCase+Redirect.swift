import Model
import TestSupport

extension MisbehavingCase {
    /// Redirects that lead nowhere good, and a few that only look so.
    ///
    /// - Parameter elsewhere: address of the sample feed on another host.
    static func redirects(elsewhere: String) -> [MisbehavingCase] {
        [
            to("an address with nothing in it", "", .status(302, saying: isElsewhere)),
            to(
                "itself", "/", .failure(.redirects, saying: "in a circle; tell the owner of 127.0.")
            ),
            to("a part of itself", "/#top", .failure(.redirects, saying: "in a circle; tell")),
            to("a file", "file:///etc/passwd", .failure(.redirects, saying: isNoWeb)),
            to("an FTP server", "ftp://127.0.0.1/feed", .failure(.redirects, saying: isNoWeb)),
            to("a gopher", "gopher://127.0.0.1/feed", .failure(.redirects, saying: isNoWeb)),
            to("a script", "javascript:alert(1)", .failure(.redirects, saying: isNoWeb)),
            to("itself as data", "data:text/xml,<rss/>", .failure(.redirects, saying: isNoWeb)),
            to("a mailbox", "mailto:a@b.example", .failure(.redirects, saying: isNoWeb)),
            to(
                "an address with a password", "http://a:b@127.0.0.1/",
                .failure(.redirects, saying: "a user name or password")),
            to(
                "an address with a backslash", "http://127.0.0.1\\@example.invalid/",
                .failure(.redirects, saying: hasBadCharacter)),
            to(
                "an address with a control character", "/a\u{1}b",
                .failure(.redirects, saying: hasBadCharacter)),
            to(
                "a host with a space", "http://127.0.0.1 .example/",
                .failure(.redirects, saying: "to an address that")),
            to(
                "a port beyond all ports", "http://127.0.0.1:99999/",
                .failure(.redirects, saying: "to an address that cannot be read")),
            to(
                "an address of 10 KB", "/" + String(repeating: "a", count: 10_000),
                .failure(.redirects, saying: "is longer than 2048 characters")),
            to(
                "a private network", "http://10.1.2.3/",
                .failure(.refusedAddress, saying: "address 10.1.2.3, which is not called")),
            to(
                "the keeper of a cloud", "http://169.254.169.254/latest/meta-data/",
                .failure(.refusedAddress, saying: "address 169.254.169.254, which is not called")),
            to(
                "a port where nothing listens", "http://127.0.3.2:1/",
                .failure(.connect, saying: "127.0.3.2 takes no connection")),
            to("another host and port", elsewhere, .sample),
            to("another host and a path with a space", elsewhere + "a b?c=d e", .sample),
            to("another host without a scheme", String(elsewhere.dropFirst(5)), .sample),
            to("a path with a space", "/ok here", .sample),
            to("a path with dots", "/a/../../ok", .sample),
            to("a query", "?ok", .sample),
            to("a relative path", "ok", .sample),
            circle, six,
            MisbehavingCase(
                "redirects without saying where", .status(301, saying: isElsewhere),
                answers: .init(301, body: "elsewhere".utf8)),
            MisbehavingCase(
                "redirects with a page beyond the limit",
                polls: [Ask(path: "/", limits: .bytes(1_000), outcome: .sample)]
            ) { $0.path == "/" ? moved(to: "/ok", body: filler(100_000)) : sample },
            MisbehavingCase(
                "redirects with a page that is not compressed as it says",
                polls: [Ask(path: "/", outcome: .sample)]
            ) { request in
                guard request.path == "/" else { return sample }
                return moved(to: "/ok", and: [("Content-Encoding", "gzip")], body: "moved".utf8)
            },
        ]
    }

    // MARK: - Private

    private static let isElsewhere = "the document is elsewhere; open the feed in a browser"
    private static let isNoWeb = "is not an http or https address; open the feed in a browser"
    private static let hasBadCharacter = "has a space, backslash or control character in it"
    private static let sample = LoopbackServer.Response(body: "<rss/>".utf8)

    private static func moved(
        to location: String, and headers: [(name: String, value: String)] = [],
        body: some Sequence<UInt8> = []
    ) -> LoopbackServer.Response {
        LoopbackServer.Response(302, headers: [("Location", location)] + headers, body: body)
    }

    /// A host whose every path redirects, except those with `ok` in them.
    private static func to(_ place: String, _ location: String, _ outcome: Outcome)
        -> MisbehavingCase
    {
        MisbehavingCase("redirects to \(place)", polls: [Ask(path: "/", outcome: outcome)]) {
            $0.path.contains("ok") ? sample : moved(to: location)
        }
    }

    private static let circle = MisbehavingCase(
        "redirects in a circle of two",
        polls: [
            Ask(path: "/1", outcome: .failure(.redirects, saying: "in a circle; tell the owner"))
        ]
    ) { moved(to: $0.path == "/1" ? "/2" : "/1") }

    private static let six = MisbehavingCase(
        "redirects without end",
        polls: [
            Ask(path: "/a", outcome: .failure(.redirects, saying: "more than 5 redirects; open"))
        ]
    ) { moved(to: "\($0.path)a") }
}
