import Model
import TestSupport

extension MisbehavingCase {
    /// What one feed's answer does to the next feed of the same host.
    static let neighbours = [
        pair("closes after every answer, as it says") { request in
            [.sample("Connection: close", "X-Path: \(request.path)"), .close]
        },
        pair("closes after every answer without saying so") { _ in [.sample(), .close] },
        pair("closes a kept connection when it is asked again") { request in
            request.number == 1 ? [.sample()] : [.close]
        },
        pair("resets a kept connection when it is asked again") { request in
            request.number == 1 ? [.sample()] : [.reset]
        },
        pair("sends more than it announced") { _ in [.sample(and: "<!-- more -->")] },
        pair("sends a second answer nobody asked for") { _ in [.sample(and: poison)] },
        MisbehavingCase(
            "breaks off one answer, not the next",
            polls: [Ask(path: "/1", outcome: .brokenOff), Ask(path: "/2", outcome: .sample)]
        ) { request in
            request.path == "/1"
                ? .init(body: "<rss/>".utf8, delivery: .reset(after: 2))
                : .init(body: "<rss/>".utf8)
        },
    ]

    /// What befalls a kept connection while nobody uses it.
    static let idle = [
        pair("closes an idle connection") { _ in [.sample(), moment, .close] },
        pair("resets an idle connection") { _ in [.sample(), moment, .reset] },
        pair("says something on an idle connection") { _ in
            [.sample(), moment, .say("<!-- more -->")]
        },
        pair("answers on an idle connection") { _ in
            [.sample(), moment, .say(poison)]
        },
        // As some servers and balancers do when a kept connection has been idle for too long.
        pair("says 408 on an idle connection and closes it") { _ in
            [.sample(), moment, .head(status: "HTTP/1.1 408 Request Timeout"), .close]
        },
    ]

    // MARK: - Private

    private static let poison = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison"

    /// Much shorter than the pause between two feeds.
    private static let moment = LoopbackServer.Step.pause(.milliseconds(50))

    /// Two feeds of a host that both must arrive.
    private static func pair(
        _ name: String,
        does steps: @escaping @Sendable (LoopbackServer.Request) -> [LoopbackServer.Step]
    ) -> MisbehavingCase {
        MisbehavingCase(name, polls: ["/1", "/2"].map { Ask(path: $0, outcome: .sample) }) {
            .init(delivery: .script(steps($0)))
        }
    }
}
