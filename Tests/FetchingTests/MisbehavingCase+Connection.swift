import Model
import TestSupport

extension MisbehavingCase {
    /// Connections that are not made, or end too soon.
    static let connections = [
        MisbehavingCase(
            "nothing listens at the port",
            polls: [
                Ask(
                    path: "http://127.0.3.1:1/",
                    outcome: .failure(.connect, saying: "takes no connection; if this lasts, check")
                )
            ]
        ) { _ in .init() },
        MisbehavingCase(
            "has a name that no server can have",
            polls: [
                Ask(
                    path: "http://\(String(repeating: "a", count: 64)).example/",
                    outcome: .failure(.dns, saying: "has no address; check its spelling"))
            ]
        ) { _ in .init() },
        MisbehavingCase(
            "closes before it has read the request", polls: [Ask(path: "/", outcome: .brokenOff)],
            greeting: [.close]
        ) { _ in .init() },
        MisbehavingCase("closes without a byte", .brokenOff, does: .close),
        MisbehavingCase("resets without a byte", .brokenOff, does: .reset),
        MisbehavingCase("closes in the status line", .brokenOff, does: .say("HTTP/1.1 20"), .close),
        MisbehavingCase("resets in the status line", .brokenOff, does: .say("HTTP/1.1 20"), .reset),
        MisbehavingCase(
            "closes in the headers", .brokenOff,
            does: .say("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConte"), .close),
        MisbehavingCase(
            "closes between two headers", .brokenOff,
            does: .say("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"), .close),
        MisbehavingCase(
            "resets in the headers", .brokenOff,
            does: .say("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConte"), .reset),
        MisbehavingCase(
            "resets in the body", .brokenOff, does: .head("Content-Length: 60"), .say("<rss>"),
            .reset),
        MisbehavingCase(
            "resets in a body without a length", .brokenOff, does: .head(), .say("<rss>"), .reset),
        MisbehavingCase(
            "speaks first, and not in HTTP", polls: [Ask(path: "/", outcome: .notHTTP)],
            greeting: [.say("220 mail.example ESMTP ready\r\n")]
        ) { _ in .init(delivery: .script([.close])) },
    ]

    /// Servers that are asked for TLS and do not speak it.
    static let handshakes = [
        secure(
            "is silent when asked for TLS",
            .failure(.timeout, saying: "while agreeing on a secure connection with 127.0."),
            [.wait]),
        secure(
            "drips half of a TLS record",
            .failure(.timeout, saying: "while agreeing on a secure connection with 127.0."),
            [
                .drip(
                    [0x16, 3, 3, 0, 100, 2, 0, 0, 96, 3, 3], bytes: 1, every: .milliseconds(100)),
                .wait,
            ]),
        secure(
            "answers in plain HTTP when asked for TLS",
            .failure(.tls, saying: "no secure connection to 127.0."),
            [.head("Connection: close", status: "HTTP/1.1 400 Bad Request"), .close]),
        secure(
            "closes when asked for TLS", .failure(.tls, saying: "no secure connection to 127.0."),
            [.close]),
    ]

    // MARK: - Private

    private static func secure(
        _ name: String, _ outcome: Outcome, _ greeting: [LoopbackServer.Step]
    ) -> MisbehavingCase {
        MisbehavingCase(
            name,
            polls: [Ask(path: "/", isSecure: true, limits: .seconds(1.5), outcome: outcome)],
            greeting: [.read] + greeting
        ) { _ in .init() }
    }
}
