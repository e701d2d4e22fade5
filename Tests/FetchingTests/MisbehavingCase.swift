import Model
import TestSupport

/// One way for a server to misbehave, and what the polls of it must come to.
///
/// Each case has a host of its own, as a host is asked one thing at a time and may be left alone
/// for a while after what it did.
struct MisbehavingCase: Sendable {
    let name: String
    /// Asked in this order.
    let polls: [Ask]
    /// What the server does on a new connection before it reads.
    let greeting: [LoopbackServer.Step]
    let respond: @Sendable (LoopbackServer.Request) -> LoopbackServer.Response

    /// One poll of the host.
    struct Ask: Sendable {
        /// Path, or a whole address that is not the host's own.
        let path: String
        var isSecure = false
        /// Whether we hold a version of it, with the ETag `"held"`.
        var isHeld = false
        var limits = Feed.Limits.seconds(20)
        let outcome: Outcome
    }

    enum Outcome: Sendable {
        case document(String, isRecognisable: Bool = false)
        case notModified
        case failure(FetchFailure.Kind, saying: String)
        /// With Retry-After as passed on.
        case status(Int, saying: String, retryAfterSeconds: Int? = nil)
    }

    init(
        _ name: String, polls: [Ask], greeting: [LoopbackServer.Step] = [],
        respond: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Response
    ) {
        self.name = name
        self.polls = polls
        self.greeting = greeting
        self.respond = respond
    }

    /// All that need no pause between two polls.
    ///
    /// - Parameter elsewhere: an address of a host that behaves.
    static func all(elsewhere: String) -> [MisbehavingCase] {
        connections + handshakes + lengths + chunks + statusLines + headers + statuses
            + redirects(elsewhere: elsewhere) + encodings + sizes + paces + neighbours
    }

    /// The case's own name, with the path where it has several feeds.
    func name(of ask: Ask) -> String {
        polls.count == 1 ? name : "\(name), \(ask.path)"
    }

    /// A host that takes the same steps whatever it is asked.
    init(
        _ name: String, _ outcome: Outcome, limits: Feed.Limits = .seconds(20),
        isHeld: Bool = false, does steps: LoopbackServer.Step...
    ) {
        self.init(
            name, polls: [Ask(path: "/", isHeld: isHeld, limits: limits, outcome: outcome)]
        ) { _ in .init(delivery: .script(steps)) }
    }

    /// A host with one answer to everything.
    init(
        _ name: String, _ outcome: Outcome, limits: Feed.Limits = .seconds(20),
        answers response: LoopbackServer.Response
    ) {
        self.init(name, polls: [Ask(path: "/", limits: limits, outcome: outcome)]) { _ in response }
    }
}

extension MisbehavingCase.Outcome {
    static let sample = document("<rss/>")
    static let brokenOff = failure(
        .interrupted, saying: "broke off before the document was whole; tried again next time")
    static let notHTTP = failure(
        .interrupted, saying: "does not answer in HTTP; check the address and its port")
    static let undecodable = failure(
        .interrupted, saying: "is damaged or not one we read; tell its owner if this lasts")
    static let tooManyHeaders = failure(.tooLarge, saying: "bytes of headers; tell its owner")
}

extension LoopbackServer.Step {
    /// The head of an answer, 200 unless it says otherwise.
    static func head(_ lines: String..., status: String = "HTTP/1.1 200 OK") -> Self {
        say(([status] + lines).joined(separator: "\r\n") + "\r\n\r\n")
    }

    /// A whole answer with the sample feed, and these headers as well.
    ///
    /// - Parameter rest: what the server says beyond it, at once. Said a moment later, the client may have
    ///   asked for the next feed in between, and nobody could tell that from a fast answer.
    static func sample(_ headers: String..., and rest: String = "") -> Self {
        say(
            (["HTTP/1.1 200 OK", "Content-Length: 6"] + headers).joined(separator: "\r\n")
                + "\r\n\r\n<rss/>" + rest)
    }
}
