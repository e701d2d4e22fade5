import Model
import Testing
import TestSupport

/// A server that plays cases, each on an address of its own, and knows what must come of them.
struct MisbehavingHost {
    /// What to ask it, case by case.
    let requests: [FetchRequest]
    private let server: LoopbackServer
    private let expected: [Feed.ID: (name: String, outcome: MisbehavingCase.Outcome)]

    init(_ cases: [MisbehavingCase]) throws {
        let addresses = cases.indices.map { "127.0.0.\($0 + 1)" }
        let played = Dictionary(uniqueKeysWithValues: zip(addresses, cases))
        let server = try LoopbackServer(addresses: addresses) { address in
            played[address]?.greeting ?? []
        } respond: { request in
            played[request.host]?.respond(request) ?? .init(500)
        }
        var requests: [FetchRequest] = []
        var expected: [Feed.ID: (name: String, outcome: MisbehavingCase.Outcome)] = [:]
        for (number, played) in cases.enumerated() {
            for ask in played.polls {
                let request = Self.request(for: ask, host: number + 1, of: server)
                requests.append(request)
                expected[request.feed.id] = (played.name(of: ask), ask.outcome)
            }
        }
        self.server = server
        self.requests = requests
        self.expected = expected
    }

    /// All it was asked so far.
    var received: [LoopbackServer.Request] { server.requests }

    /// Compares a result with what its case must come to.
    ///
    /// - Returns: `false` if the request is none of ours.
    func judge(_ result: FetchResult, of request: FetchRequest) -> Bool {
        guard let (name, outcome) = expected[request.feed.id] else { return false }
        #expect(outcome.fits(result), "\(name): \(result.inWords)")
        return true
    }

    /// What a request's case is called.
    func name(of request: FetchRequest) -> String {
        expected[request.feed.id]?.name ?? request.feed.id.value
    }

    // MARK: - Private

    private static func request(
        for ask: MisbehavingCase.Ask, host: Int, of server: LoopbackServer
    ) -> FetchRequest {
        var url = ask.path.hasPrefix("/") ? server.url(ask.path, host: host) : ask.path
        if ask.isSecure { url = url.replacing("http:", with: "https:") }
        let held = Validators(url: url, etag: "\"held\"", lastModified: nil)
        return .url(url, limits: ask.limits, validators: ask.isHeld ? held : nil)
    }
}

extension MisbehavingCase.Outcome {
    fileprivate func fits(_ result: FetchResult) -> Bool {
        switch (self, result) {
        case (.document(let text, let isRecognisable), .fetched(let document)):
            document.body == Array(text.utf8) && (document.validators != nil) == isRecognisable
        case (.notModified, .notModified): true
        case (.failure(let kind, let part), .failed(let failure)):
            failure.kind == kind && failure.message.contains(part)
        case (.status(let status, let part, let delay), .failed(let failure)):
            failure.kind == .status && failure.status == status && failure.message.contains(part)
                && failure.retryAfterSeconds == delay
        case (.document, _), (.notModified, _), (.failure, _), (.status, _): false
        }
    }
}

extension FetchResult {
    /// For the message of an expectation that fails.
    fileprivate var inWords: String {
        switch self {
        case .fetched(let document):
            "a document of \(document.body.count) bytes: "
                + String(decoding: document.body.prefix(40), as: UTF8.self)
        case .notModified: "not modified"
        case .failed(let failure): "\(failure.kind): \(failure.message)"
        }
    }
}
