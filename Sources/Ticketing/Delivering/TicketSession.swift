package import Foundation
import Hashing
package import Model

/// What a system's requests go through: who we are, how often we may ask, what an answer means.
package final class TicketSession {
    package typealias Send = (WebRequest, _ authorization: [String]) throws(WebFault) -> WebAnswer
    package typealias Mail = (MailMessage) throws(MailFault) -> MailReceipt

    let destination: TicketDestination
    let clock: DeliveryClock
    private let secret: String
    private let authorization: [String]
    private let transport: Send
    private let post: Mail?
    private var pace: RequestPace
    /// Requests made so far.
    package private(set) var requests = 0
    /// Each with what its mail server said.
    package private(set) var refusedAddresses: [String] = []
    /// Whether questions wait when the system asks for a pause, and are repeated where they get no answer.
    ///
    /// `Deliverer` has other things to do meanwhile, so it waits by itself.
    var isPatient = false
    /// For how long they still wait, in all that is read before and after the delivery.
    private var patience = Duration.seconds(600)
    /// When the latest request was sent, after it had waited for its turn.
    private var sentAt = Date.distantPast
    /// How far the system's clock is behind ours, as its latest answer with a time tells; a day at most, as
    /// one that was kept in between is older.
    package private(set) var lag = Duration.zero
    /// Why the latest requests, so many in a row, were waited for in vain.
    private var inVain: [String] = []
    /// Why nothing more is to be asked or sent, since one request after the other was waited for in vain;
    /// `nil` where that is not so.
    ///
    /// A single one may be what its system takes so long for.
    package var silence: String? {
        guard let reason = inVain.last, inVain.count >= Self.mostInVain else { return nil }
        return "\(inVain.count) in a row were waited for in vain: \(reason)"
    }

    /// - Parameters:
    ///   - secret: empty where the destination needs none.
    ///   - mail: hands a message to the mail server, for a destination that is an e-mail address.
    package init(
        destination: TicketDestination, secret: String, clock: DeliveryClock,
        mail: Mail? = nil, send: @escaping Send
    ) {
        self.destination = destination
        self.secret = secret
        authorization = destination.authorization(secret)
        self.clock = clock
        transport = send
        post = mail
        pace = RequestPace(limit: destination.terms.requestsPerMinute, clock: clock)
    }

    package var now: Date { clock.now() }
    /// Whether the run is to end, so that nothing more is asked than need be.
    package var isStopped: Bool { clock.isStopped() }

    /// Asks for something, which changes nothing.
    ///
    /// An answer that is no JSON comes from something in between, such as a sign-on page, and says
    /// nothing about what is there.
    func look(_ request: WebRequest, accepting: Set<Int> = []) throws(DeliveryFault) -> WebAnswer {
        var (failures, pauses) = (0, 0)
        while true {
            do throws(DeliveryFault) {
                return try ask(request, accepting: accepting)
            } catch {
                switch error {
                case .wait(let delay, _) where pauses < Self.mostPauses:
                    pauses += 1
                    guard waits(for: delay) else { throw error }
                case .unsent where isPatient && failures < Self.mostRepeats:
                    failures += 1
                    // A system that takes its time to fail is not asked for long.
                    guard !isSlow, waits(for: .seconds(failures)) else { throw error }
                case .wait, .unsent, .unclear, .refused, .gone, .closed, .shut, .misfit, .barred,
                    .partly, .unsure, .strayed:
                    throw error
                }
            }
        }
    }

    /// Changes something there.
    ///
    /// - Parameters:
    ///   - isToldInJSON: whether the system confirms it in JSON, by what it has made or changed. A page or
    ///     an error instead of that comes from something in between, which may have let the request
    ///     through or not.
    ///   - isSigned: whether the body is signed with the secret, `X-Earshot-Signature: sha256=` and
    ///     the HMAC of its bytes (RFC 2104) in hex.
    func write(
        _ request: WebRequest, accepting: Set<Int> = [], isToldInJSON: Bool = false,
        isSigned: Bool = false
    ) throws(DeliveryFault) -> WebAnswer {
        let answer = try send(
            request, isSigned ? [signature(of: request)] : authorization, accepting)
        guard !isToldInJSON || accepting.contains(answer.status) || answer.isConfirmation else {
            throw .unclear("the answer does not confirm it: \(answer.quoted)")
        }
        return answer
    }

    /// Adds something to a ticket.
    ///
    /// - Parameter name: of the ticket, for people.
    /// - Throws: `gone` where it is not there.
    func add(_ request: WebRequest, to name: String) throws(DeliveryFault) {
        let answer = try write(request, accepting: [404], isToldInJSON: true)
        if answer.status == 404 { throw .gone("\(name) is gone") }
    }

    /// - Throws: `partly` where some of its addresses have it and others are to have it later.
    func mail(_ message: MailMessage) throws(DeliveryFault) {
        guard let post else { preconditionFailure("this destination is no e-mail address") }
        try pace.awaitTurn()
        defer { pace.end() }
        requests += 1
        sentAt = clock.now()
        let receipt: MailReceipt
        do throws(MailFault) {
            receipt = try post(message)
        } catch {
            let fault: DeliveryFault =
                switch error {
                case .unsent(let reason): .unsent(reason)
                case .unanswered(let reason): .unclear(reason)
                case .refused(let reason): .refused(reason)
                case .shut(let reason): .shut(reason)
                }
            note(fault)
            throw fault
        }
        note(nil)
        refusedAddresses += receipt.refused
        guard receipt.postponed.isEmpty else {
            throw .partly(
                left: receipt.postponed.map(\.address),
                receipt.postponed.map(\.line).joined(separator: "; "))
        }
    }

    // MARK: - Private

    /// In a row, for one question: a system that is down may ask for a second each time.
    private static let mostPauses = 5
    private static let mostRepeats = 2
    private static let longestHiccup = Duration.seconds(5)
    private static let mostInVain = 2

    private func ask(_ request: WebRequest, accepting: Set<Int>) throws(DeliveryFault) -> WebAnswer
    {
        do throws(DeliveryFault) {
            let answer = try send(request, authorization, accepting)
            guard accepting.contains(answer.status) || answer.json != nil else {
                throw DeliveryFault.unsent("the answer is no JSON: \(answer.quoted)")
            }
            return answer
        } catch {
            switch error {
            case .unclear(let reason, after: let delay?): throw .wait(delay, reason)
            case .unclear(let reason, after: nil): throw .unsent(reason)
            // A question that is not understood will not be the next time either.
            case .refused(let reason): throw .barred(reason)
            case .unsent, .wait, .gone, .closed, .shut, .misfit, .barred, .unsure, .strayed,
                .partly:
                throw error
            }
        }
    }

    private func signature(of request: WebRequest) -> String {
        "X-Earshot-Signature: sha256="
            + MessageSignature.hex(of: request.body ?? [], secret: secret)
    }

    /// Sleeps as long as the system asks, where there is patience for it.
    ///
    /// - Parameter delay: `nil` where it does not say: limits count by the minute.
    private func waits(for delay: Duration?) -> Bool {
        let pause = max(delay ?? .seconds(60), .seconds(1))
        guard isPatient, pause <= patience else { return false }
        patience -= pause
        clock.sleep(pause)
        return !clock.isStopped()
    }

    /// The secret and what is made of it: a server that sends back what it was told would otherwise
    /// have it appear among the reasons.
    private func secrets(_ authorization: [String]) -> [String] {
        [secret] + authorization.compactMap { $0.split(separator: " ").last.map(String.init) }
            + destination.secretsOfAddress
    }

    private func send(
        _ request: WebRequest, _ authorization: [String], _ accepted: Set<Int>
    ) throws(DeliveryFault) -> WebAnswer {
        try pace.awaitTurn()
        defer { pace.end() }
        requests += 1
        sentAt = clock.now()
        let fault: DeliveryFault
        do throws(WebFault) {
            let answer = try transport(request, authorization).hiding(secrets(authorization))
            noteTime(of: answer)
            if (200..<300).contains(answer.status) || accepted.contains(answer.status) {
                note(nil)
                return answer
            }
            // A gateway gives up, too, on a system that does not answer it.
            fault = answer.fault(now: clock.now())
        } catch {
            switch error {
            case .unsent(let reason): fault = .unsent(reason)
            case .unanswered(let reason): fault = .unclear(reason)
            }
        }
        note(fault)
        throw fault
    }

    private func noteTime(of answer: WebAnswer) {
        guard let text = answer.headers["date"], let date = HTTPDate.date(text, now: sentAt) else {
            return
        }
        // It is written between the request and its answer, in whole seconds.
        lag = .seconds(min(max(0, sentAt.timeIntervalSince(date)), 86_400))
    }

    /// Notes what became of the latest request: one that fails at once holds up nobody.
    private func note(_ fault: DeliveryFault?) {
        guard let fault, fault.isWithoutAnswer, isSlow else {
            inVain = []
            return
        }
        inVain.append(fault.reason)
    }

    /// Whether the latest request has taken longer than a failure that passes by itself.
    private var isSlow: Bool {
        clock.now() >= sentAt + min(Self.longestHiccup, destination.terms.timeout)
    }
}

extension TicketDestination {
    /// Parts of a webhook's address that nobody guesses: whoever knows them may post there, as in chat
    /// programs.
    fileprivate var secretsOfAddress: [String] {
        guard system == .webhook, let parts = URLComponents(string: address) else { return [] }
        let pieces =
            parts.percentEncodedPath.split(separator: "/").map(String.init)
            + (parts.percentEncodedQueryItems ?? []).compactMap(\.value)
        // A server may tell them as they are meant. Shorter ones are words of its interface.
        return (pieces + pieces.compactMap(\.removingPercentEncoding))
            .filter { $0.utf8.count >= 16 }
    }
}

extension WebAnswer {
    /// That it holds no ticket, which does not say that none is there.
    var holdsNoTicket: DeliveryFault { .unsent("the answer holds no ticket: \(quoted)") }

    /// That it names no new ticket, which may have been made all the same.
    var namesNoTicket: DeliveryFault { .unclear("the answer names no new ticket: \(quoted)") }

    /// Whether it shows what was made or changed; Request Tracker says in lines what it did.
    fileprivate var isConfirmation: Bool {
        switch json ?? .null {
        case .object(let members):
            ["id", "ticket", "data"].contains { (members[$0] ?? .null) != .null }
        case .array(let lines): !lines.isEmpty
        case .null, .bool, .number, .string: false
        }
    }

    /// What it says, or that it says nothing.
    var quoted: String {
        guard serverText.isEmpty else { return serverText }
        return body.isEmpty ? "it is empty" : "it has no words"
    }

    /// The list behind these names, one in the other.
    ///
    /// - Throws: `unsent` where there is none; taken for an empty one it would say that nothing is
    ///   there.
    func list(_ names: String...) throws(DeliveryFault) -> [JSON] {
        var value = json
        for name in names { value = value?[name] }
        guard case .array(let items) = value else {
            throw .unsent(
                "the answer has no list\(names.map { " '\($0)'" }.joined()): \(quoted)")
        }
        return items
    }
}
