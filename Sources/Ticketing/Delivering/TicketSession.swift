package import Foundation
package import Model

/// What a system's requests go through: who we are, how often we may ask, what an answer means.
package final class TicketSession {
    package typealias Send = (WebRequest, _ authorization: [String]) throws(WebFault) -> WebAnswer
    /// Returns the addresses that the server refused beside others, with what it said of each.
    package typealias Mail = (MailMessage) throws(MailFault) -> [String]

    let destination: TicketDestination
    let clock: DeliveryClock
    private let secret: String
    private let transport: Send
    private let post: Mail?
    private var pace: RequestPace
    /// Requests made so far.
    package private(set) var requests = 0
    /// Each with what its mail server said.
    package private(set) var refusedAddresses: [String] = []

    /// - Parameters:
    ///   - secret: empty where the destination needs none.
    ///   - mail: hands a message to the mail server, for a destination that is an e-mail address.
    package init(
        destination: TicketDestination, secret: String, clock: DeliveryClock,
        mail: Mail? = nil, send: @escaping Send
    ) {
        self.destination = destination
        self.secret = secret
        self.clock = clock
        transport = send
        post = mail
        pace = RequestPace(limit: destination.terms.requestsPerMinute, clock: clock)
    }

    package var now: Date { clock.now() }

    /// The header line by which a system knows us.
    func authorization(_ line: (_ secret: String) -> String) -> [String] { [line(secret)] }

    /// The same by a name and the secret as its password (RFC 7617).
    func basicAuthorization(user: String) -> [String] {
        authorization { secret in
            "Authorization: Basic " + Data("\(user):\(secret)".utf8).base64EncodedString()
        }
    }

    /// Asks for something, which changes nothing.
    ///
    /// An answer that is no JSON is that of somebody in between, such as a page to sign on, and says
    /// nothing about what is there.
    func look(
        _ request: WebRequest, as authorization: [String], accepting: Set<Int> = []
    ) throws(DeliveryFault) -> WebAnswer {
        do throws(DeliveryFault) {
            let answer = try send(request, authorization, accepting)
            guard accepting.contains(answer.status) || answer.json != nil else {
                throw DeliveryFault.unsent("the answer is no JSON: \(answer.serverText)")
            }
            return answer
        } catch {
            switch error {
            case .unclear(let reason, after: let delay?): throw .wait(delay, reason)
            case .unclear(let reason, after: nil): throw .unsent(reason)
            // A question that is not understood will not be the next time either.
            case .refused(let reason): throw .barred(reason)
            case .unsent, .wait, .gone, .closed, .shut, .barred, .unsure, .strayed: throw error
            }
        }
    }

    /// Changes something there.
    ///
    /// - Parameter isToldInJSON: whether the system says so in JSON. A page in its place is that of
    ///   somebody in between, who may have let the request through or not.
    func write(
        _ request: WebRequest, as authorization: [String], accepting: Set<Int> = [],
        isToldInJSON: Bool = false
    ) throws(DeliveryFault) -> WebAnswer {
        let answer = try send(request, authorization, accepting)
        guard !isToldInJSON || accepting.contains(answer.status) || answer.json != nil else {
            throw .unclear("the answer is no JSON: \(answer.serverText)")
        }
        return answer
    }

    func mail(_ message: MailMessage) throws(DeliveryFault) {
        guard let post else { preconditionFailure("this destination is no e-mail address") }
        try pace.awaitTurn()
        defer { pace.end() }
        requests += 1
        do throws(MailFault) {
            refusedAddresses += try post(message)
        } catch {
            switch error {
            case .unsent(let reason): throw .unsent(reason)
            case .unanswered(let reason): throw .unclear(reason)
            case .refused(let reason): throw .refused(reason)
            case .shut(let reason): throw .shut(reason)
            }
        }
    }

    // MARK: - Private

    private func send(
        _ request: WebRequest, _ authorization: [String], _ accepted: Set<Int>
    ) throws(DeliveryFault) -> WebAnswer {
        try pace.awaitTurn()
        defer { pace.end() }
        requests += 1
        let answer: WebAnswer
        do throws(WebFault) {
            answer = try transport(request, authorization)
        } catch {
            switch error {
            case .unsent(let reason): throw .unsent(reason)
            case .unanswered(let reason): throw .unclear(reason)
            }
        }
        if (200..<300).contains(answer.status) || accepted.contains(answer.status) { return answer }
        throw fault(answer)
    }

    private func fault(_ answer: WebAnswer) -> DeliveryFault {
        let text = answer.serverText.isEmpty ? "" : ": \(answer.serverText)"
        let reason = "\(answer.status)\(text)"
        let delay = answer.requestedDelay(now: clock.now())
        switch answer.status {
        case 429: return .wait(delay, reason)
        // Some say so when too much was asked of them.
        case 403 where delay != nil: return .wait(delay, reason)
        case 401, 407: return .shut("access is refused: \(reason)")
        // A ticket may be locked, or where we may not go.
        case 403: return .barred("access is refused: \(reason)")
        case 404, 410: return .shut("there is no such project, queue or address: \(reason)")
        case 300..<400: return .shut("it answers from elsewhere (\(reason)); write that address")
        case 408, 500...: return .unclear(reason, after: delay)
        default: return .refused(reason)
        }
    }
}

extension WebAnswer {
    var json: JSON? { JSON(body) }

    /// The list behind these names, one in the other.
    ///
    /// - Throws: `unsent` where there is none; taken for an empty one it would say that nothing is
    ///   there.
    func list(_ names: String...) throws(DeliveryFault) -> [JSON] {
        var value = json
        for name in names { value = value?[name] }
        guard case .array(let items) = value else {
            throw .unsent(
                "the answer has no list\(names.map { " '\($0)'" }.joined()): \(serverText)")
        }
        return items
    }

    /// How long the server asks us to wait, a week at most (RFC 9110 §10.2.3, and the headers in use
    /// beside it).
    func requestedDelay(now: Date) -> Duration? {
        if let delay = headers["retry-after"].flatMap({ retryDelay($0, now: now) }) { return delay }
        guard headers["x-ratelimit-remaining"] == "0" || headers["ratelimit-remaining"] == "0",
            let reset = headers["x-ratelimit-reset"] ?? headers["ratelimit-reset"]
        else { return nil }
        let seconds: TimeInterval
        if let date = ContractJSON.date(reset) {
            seconds = date.timeIntervalSince(now)
        } else if let number = Double(reset), number >= 0 {
            // A moment since 1970, or so many seconds.
            seconds = number > 1e9 ? number - now.timeIntervalSince1970 : number
        } else {
            return nil
        }
        return .seconds(min(max(1, seconds.rounded(.up)), 7 * 86_400))
    }

    /// What the server says of its reasons, in one line.
    var serverText: String {
        let texts = json.map(Self.messages) ?? [String(decoding: body.prefix(2_000), as: UTF8.self)]
        return texts.joined(separator: "; ").withoutInvisibles.onOneLine.cut(to: 300)
    }

    /// Every text in it, in the order of the keys: servers agree on no name for their reasons.
    private static func messages(_ json: JSON) -> [String] {
        switch json {
        case .string(let text): [text]
        case .array(let items): items.flatMap(messages)
        case .object(let members):
            members.sorted { $0.key < $1.key }.flatMap { key, value in
                messages(value).map {
                    ["error", "errors", "message"].contains(key) ? $0 : "\(key): \($0)"
                }
            }
        case .null, .bool, .number: []
        }
    }
}
