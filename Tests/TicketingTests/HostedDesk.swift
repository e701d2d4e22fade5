import Foundation
import Model
import Synchronization
import TestSupport

@testable import Ticketing

/// A stand-in for a system that cannot be run here: it takes only requests that its documentation
/// allows, keeps its rate limit, words its errors and is as late with its index as the real one is said
/// to be.
///
/// What each vendor's requests and answers look like is a `Dialect`. The time is the tests' own clock.
final class HostedDesk: Sendable {
    struct Ticket: Sendable {
        let id: Int
        let key: String
        /// The body it was made of.
        let body: JSON
        let madeAt: Date
        var comments: [JSON] = []
        var closedAt: Date?
    }

    /// What becomes of one request that writes.
    enum Trouble: Sendable {
        case none, lostAnswer, late, failure, refusal
    }

    /// A request as its dialect understands it.
    enum Order: Sendable {
        /// - Parameter isIndexed: whether what it finds comes from an index that lags behind.
        case find(key: String?, isIndexed: Bool)
        case create(key: String)
        case comment(Int, JSON)
        case comments(Int)
        /// A closed ticket is open again, and shown as the answer says.
        case reopen(Int, @Sendable (Ticket) -> JSON)
        /// One ticket, as `found` shows it, in another form around it.
        case one(Int, @Sendable (JSON) -> JSON?)
        /// Something else that is asked about a ticket.
        case about(Int, @Sendable (Ticket) -> JSON)
        /// All tickets, in another form than `found` has.
        case list(@Sendable ([Ticket]) -> JSON)
        /// Something that is asked about nothing of ours.
        case answer(JSON)
    }

    struct Dialect: Sendable {
        let system: TicketSystemName
        var queue: String?
        var type: String?
        var keyField: String?
        var user: String?
        var requester = "us@our.example"
        var priority = "high"
        /// The header line by which we are known.
        let authorization: (name: String, value: String)
        /// How late the index is.
        var lag: TimeInterval = 0
        /// Requests in a minute.
        let limit: Int
        /// - Throws: `Flaw` for what the documentation does not allow.
        let order: @Sendable (LoopbackServer.Request) throws -> Order
        let found: @Sendable ([Ticket]) -> JSON
        let made: @Sendable (Ticket) -> JSON
        let comments: @Sendable (Ticket) -> JSON
        /// What it answers to too many requests, and for how many seconds.
        var tooMany: @Sendable (_ seconds: Int, _ now: Date) -> LoopbackServer.Response
        /// The body of an error.
        let error: @Sendable (_ text: String) -> JSON
    }

    struct Flaw: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    private struct State {
        var tickets: [Ticket] = []
        var late: [@Sendable (inout State) -> Void] = []
        var troubles: [Trouble] = []
        var flaws: [String] = []
        /// Answers by their idempotency key.
        var repeated: [String: Int] = [:]
        var window: (start: Date, count: Int)?
        var refusedUntil: Date?
    }

    let dialect: Dialect
    private let clock: TestClock
    private let state = Mutex(State())

    init(_ dialect: Dialect, clock: TestClock) {
        self.dialect = dialect
        self.clock = clock
    }

    var tickets: [Ticket] { state.withLock { $0.tickets } }
    /// What was asked that must not be asked.
    var flaws: [String] { state.withLock { $0.flaws } }

    /// As an agent does who has solved it.
    func close(_ id: Int) {
        let now = clock.clock.now()
        state.withLock { state in
            for place in state.tickets.indices where state.tickets[place].id == id {
                state.tickets[place].closedAt = now
            }
        }
    }

    /// As somebody does who deletes it.
    func delete(_ id: Int) { state.withLock { $0.tickets.removeAll { $0.id == id } } }

    func expect(_ troubles: [Trouble]) { state.withLock { $0.troubles += troubles } }

    func start() throws -> LoopbackServer { try LoopbackServer { [self] in answer($0) } }

    // MARK: - Private

    private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let now = clock.clock.now()
        return state.withLock { state in
            for work in state.late { work(&state) }
            state.late = []
            if let refusal = refusal(&state, now) { return refusal }
            guard request.header(dialect.authorization.name) == dialect.authorization.value else {
                return Self.json(401, dialect.error("no access"))
            }
            do {
                return try carryOut(try dialect.order(request), request, &state, now)
            } catch {
                state.flaws.append("\(request.method) \(request.path): \(error)")
                return Self.json(400, dialect.error("\(error)"))
            }
        }
    }

    /// Over the limit, and whoever asks again before the time that was named is a flaw.
    private func refusal(_ state: inout State, _ now: Date) -> LoopbackServer.Response? {
        if let until = state.refusedUntil, now < until {
            state.flaws.append("asked before the end of the pause")
        }
        if state.window.map({ now.timeIntervalSince($0.start) >= 60 }) ?? true {
            state.window = (now, 0)
        }
        state.window?.count += 1
        guard let window = state.window, window.count > dialect.limit else { return nil }
        let end = window.start.addingTimeInterval(60)
        let seconds = Int(end.timeIntervalSince(now).rounded(.up))
        state.refusedUntil = end
        return dialect.tooMany(seconds, now)
    }

    private func carryOut(
        _ order: Order, _ request: LoopbackServer.Request, _ state: inout State, _ now: Date
    ) throws -> LoopbackServer.Response {
        switch order {
        case .find(let key, let isIndexed):
            let seen = state.tickets.filter {
                (key == nil || $0.key == key)
                    && (!isIndexed || now.timeIntervalSince($0.madeAt) >= dialect.lag)
            }
            return Self.json(200, dialect.found(seen))
        case .comments(let id):
            guard let ticket = state.tickets.first(where: { $0.id == id }) else {
                return Self.json(404, dialect.error("not found"))
            }
            return Self.json(200, dialect.comments(ticket))
        case .one(let id, let answer):
            guard let ticket = state.tickets.first(where: { $0.id == id }) else {
                return Self.json(404, dialect.error("not found"))
            }
            guard let shown = answer(dialect.found([ticket])) else { throw Flaw("nothing to show") }
            return Self.json(200, shown)
        case .about(let id, let answer):
            guard let ticket = state.tickets.first(where: { $0.id == id }) else {
                return Self.json(404, dialect.error("not found"))
            }
            return Self.json(200, answer(ticket))
        case .reopen(let id, let answer):
            guard let place = state.tickets.firstIndex(where: { $0.id == id }) else {
                return Self.json(404, dialect.error("not found"))
            }
            return suffer(&state) { state in
                state.tickets[place].closedAt = nil
                return Self.json(200, answer(state.tickets[place]))
            }
        case .list(let answer): return Self.json(200, answer(state.tickets))
        case .answer(let json): return Self.json(200, json)
        case .create(let key):
            let body = JSON(request.body) ?? .null
            let name = request.header("Idempotency-Key")
            if let id = name.flatMap({ state.repeated[$0] }),
                let ticket = state.tickets.first(where: { $0.id == id })
            {
                guard ticket.body == body else { throw Flaw("the same key with another body") }
                return Self.json(201, dialect.made(ticket))
            }
            return suffer(&state) { [dialect] state in
                let ticket = Ticket(
                    id: state.tickets.count + 101, key: key, body: body, madeAt: now)
                state.tickets.append(ticket)
                if let name { state.repeated[name] = ticket.id }
                return Self.json(201, dialect.made(ticket))
            }
        case .comment(let id, let comment):
            guard let place = state.tickets.firstIndex(where: { $0.id == id }) else {
                return Self.json(404, dialect.error("not found"))
            }
            return suffer(&state) { state in
                state.tickets[place].comments.append(comment)
                return Self.json(201, .object(["id": 1]))
            }
        }
    }

    private func suffer(
        _ state: inout State,
        _ work: @escaping @Sendable (inout State) -> LoopbackServer.Response
    ) -> LoopbackServer.Response {
        switch state.troubles.isEmpty ? .none : state.troubles.removeFirst() {
        case .none: return work(&state)
        case .failure: return Self.json(503, dialect.error("try again later"))
        case .refusal: return Self.json(422, dialect.error("not so"))
        case .lostAnswer:
            var answer = work(&state)
            answer.delivery = .reset(after: 0)
            return answer
        case .late:
            state.late.append { _ = work(&$0) }
            var answer = LoopbackServer.Response()
            answer.delivery = .silence
            return answer
        }
    }

    static func json(
        _ status: Int, _ body: JSON, headers: [(name: String, value: String)] = []
    ) -> LoopbackServer.Response {
        LoopbackServer.Response(
            status, headers: [("Content-Type", "application/json")] + headers,
            body: Array(body.bytes))
    }
}

extension HostedDesk.Ticket {
    var made: JSON { .string(ContractJSON.timestamp(madeAt)) }
    /// When it was changed last.
    var changed: JSON { .string(ContractJSON.timestamp(closedAt ?? madeAt)) }
    var closed: JSON { closedAt.map { .string(ContractJSON.timestamp($0)) } ?? .null }
}

extension HostedDesk.Dialect {
    /// The parts of a path, without the query.
    static func parts(_ request: LoopbackServer.Request) -> [String] {
        request.path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
    }

    static func query(_ request: LoopbackServer.Request) -> [String: String] {
        let items = URLComponents(string: request.path)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }) { _, last in last }
    }

    /// The body, where it is as documented.
    static func body(_ request: LoopbackServer.Request, _ shape: JSONShape) throws -> JSON {
        guard request.header("Content-Type")?.hasPrefix("application/json") == true else {
            throw HostedDesk.Flaw("the body is not said to be JSON")
        }
        guard let json = JSON(request.body) else { throw HostedDesk.Flaw("the body is no JSON") }
        if let flaw = shape.flaw(in: json) { throw HostedDesk.Flaw(flaw) }
        return json
    }

    static func text(_ json: JSON?) throws -> String {
        guard let text = json?.text else { throw HostedDesk.Flaw("a text is missing") }
        return text
    }

    static func number(_ text: String) throws -> Int {
        guard let number = Int(text) else { throw HostedDesk.Flaw("\(text) is no number") }
        return number
    }

    static let unknown = HostedDesk.Flaw("no such address, or no such method there")
}
