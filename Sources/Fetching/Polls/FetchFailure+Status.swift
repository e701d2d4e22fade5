import Model

extension FetchFailure {
    /// What became of the log-in that the feeds file gives for a feed.
    enum LogIn {
        /// It gives none, or none for this document.
        case notGiven
        case sent
        /// A redirect has led away from the origin that it is for.
        case keptBack
    }

    /// For an answer that brought no document.
    ///
    /// - Parameter delay: what Retry-After asked for.
    init(status: Int, retryAfter delay: Duration?, host: String, logIn: LogIn = .notGiven) {
        var message = "\(host) answers \(status): \(Self.advice(on: status, logIn))"
        if let delay {
            message += "; it asks us to stay away for \(delay.inWords)"
        }
        self.init(
            kind: .status, message: message, status: status,
            retryAfterSeconds: delay.map { Int($0.components.seconds) })
    }

    init(_ wall: BotWallAnswer, status: Int, retryAfter delay: Duration?, host: String) {
        self.init(
            kind: .botWall,
            message:
                "\(host) turns programs away (\(wall.name), status \(status)); ask its owner to "
                + "let our User-Agent in, or look for another feed of this source",
            status: status, retryAfterSeconds: delay.map { Int($0.components.seconds) })
    }

    // MARK: - Private

    private static func advice(on status: Int, _ logIn: LogIn) -> String {
        switch (status, logIn) {
        case (401, .sent):
            "the log-in that the feeds file gives is not taken; check its secret"
        case (401, .keptBack), (403, .keptBack):
            "a redirect leads there, and the log-in is sent to the address in the feeds file alone; if "
                + "the feed has moved, write its new address"
        default: advice(on: status)
        }
    }

    private static func advice(on status: Int) -> String {
        switch status {
        case 304: "'not modified', though we hold nothing of it; tell its owner if this lasts"
        case 206, 226: "only a part of the document; tell its owner if this lasts"
        case 200..<300: "without a document; check the address"
        case 300..<400: "the document is elsewhere; open the feed in a browser and take its address"
        case 401: "a log-in is asked for; look for a public feed of this source"
        case 402: "payment is asked for; look for a public feed of this source"
        case 403: "we are not let in; ask the owner, or look for another feed of this source"
        case 404: "nothing is at this address; check it, the feed may have moved"
        case 407: "a proxy on the way asks for a log-in; check proxy in the feeds file"
        case 408: "the server has grown tired of waiting; tried again next time"
        case 410: "the feed is gone for good; remove it from the feeds file"
        case 429: "we ask too often; poll its feeds less often"
        case 451: "withheld for legal reasons; look for another feed of this source"
        case 400..<500: "the server does not take the request; check the address"
        case 503: "the server is overloaded or being serviced; tried again next time"
        case 500..<600: "the server has a fault of its own; tried again next time"
        default: "not an answer HTTP knows; check the address"
        }
    }
}
