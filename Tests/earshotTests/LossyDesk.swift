import Foundation
import Synchronization
import TestSupport

/// A ticket system behind a bad network: as much of Redmine as an export uses, which makes some answers
/// late, loses others, and now and then wants to be left alone.
///
/// What it does with a request follows from the seed and the request's number, so that a failure can be
/// seen again.
final class LossyDesk: Sendable {
    private struct State {
        var generator: SeededGenerator
        /// Keys of issues by their number, from 1 on.
        var keys: [String] = []
        var notes: [[String]] = []
        var isCalm = false
    }

    private enum Fate {
        case answer, late, lost, refusal(Int)
    }

    private let state: Mutex<State>
    /// Called on the connection's thread before anything is done.
    private let beforeAnswer: @Sendable () -> Void
    static let keyField = "7"

    init(seed: UInt64, beforeAnswer: @escaping @Sendable () -> Void = {}) {
        state = Mutex(State(generator: SeededGenerator(seed: seed)))
        self.beforeAnswer = beforeAnswer
    }

    func start() throws -> LoopbackServer {
        try LoopbackServer { [self] request in
            beforeAnswer()
            return answer(request)
        }
    }

    /// From now on nothing goes wrong.
    func calmDown() { state.withLock { $0.isCalm = true } }

    /// The key of each ticket it has, in the order they were made.
    var keys: [String] { state.withLock { $0.keys } }
    /// What was added to each.
    var notes: [[String]] { state.withLock { $0.notes } }

    // MARK: - Private

    private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let path = request.path.prefix { $0 != "?" }
        switch (request.method, path) {
        case ("GET", "/issues.json"): return list(request.path)
        case ("GET", "/users/current.json"): return .json(["user": ["id": 9]])
        case ("GET", let path) where path.hasPrefix("/projects/"): return .json([:])
        case ("GET", let path): return issue(Self.number(in: path), withNotes: true)
        case ("POST", _): return make(request)
        case ("PUT", let path): return add(to: Self.number(in: path), request)
        default: return .init(404)
        }
    }

    private func list(_ path: String) -> LoopbackServer.Response {
        let query = URLComponents(string: path)?.queryItems ?? []
        let key = query.first { $0.name == "cf_\(Self.keyField)" }?.value
        let issues = state.withLock { state in
            state.keys.enumerated().filter { key == nil || $1 == key }
                .map { Self.issue($0 + 1, key: $1) }
        }
        return .json(["issues": issues, "total_count": issues.count])
    }

    private func issue(_ number: Int, withNotes: Bool) -> LoopbackServer.Response {
        state.withLock { state in
            guard state.keys.indices.contains(number - 1) else { return .init(404) }
            var issue = Self.issue(number, key: state.keys[number - 1])
            issue["journals"] = state.notes[number - 1].map { ["notes": $0] }
            return .json(["issue": issue])
        }
    }

    private func make(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let issue = Self.issue(of: request)
        let fields = issue["custom_fields"] as? [[String: Any]] ?? []
        let key = fields.first { "\($0["id"] ?? "")" == Self.keyField }?["value"] as? String
        guard let key else { return .init(422, body: Array(#"{"errors":["no key"]}"#.utf8)) }
        return suffer { state in
            state.keys.append(key)
            state.notes.append([])
            return .json(["issue": Self.issue(state.keys.count, key: key)], 201)
        }
    }

    private func add(to number: Int, _ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let note = Self.issue(of: request)["notes"] as? String ?? ""
        return suffer { state in
            guard state.notes.indices.contains(number - 1) else { return .init(404) }
            state.notes[number - 1].append(note)
            return .init(204)
        }
    }

    private func suffer(_ body: (inout State) -> LoopbackServer.Response)
        -> LoopbackServer.Response
    {
        let fate = state.withLock { state -> Fate in
            guard !state.isCalm else { return .answer }
            return switch Int.random(in: 0..<100, using: &state.generator) {
            case 0..<4: .refusal(429)
            case 4..<8: .refusal(503)
            case 8..<11: .late
            case 11..<18: .lost
            default: .answer
            }
        }
        switch fate {
        case .answer: return state.withLock { body(&$0) }
        case .refusal(let status):
            return .init(status, headers: status == 429 ? [("Retry-After", "1")] : [])
        case .late:
            // The client has given up by then.
            Thread.sleep(forTimeInterval: 0.4)
            return state.withLock { body(&$0) }
        case .lost:
            var answer = state.withLock { body(&$0) }
            answer.delivery = LoopbackServer.Delivery.reset(after: 0)
            return answer
        }
    }

    private static func issue(of request: LoopbackServer.Request) -> [String: Any] {
        // What is no JSON has no key, and is refused.
        let json = try? JSONSerialization.jsonObject(with: Data(request.body))
        return (json as? [String: Any])?["issue"] as? [String: Any] ?? [:]
    }

    private static func issue(_ number: Int, key: String) -> [String: Any] {
        [
            "id": number, "status": ["id": 1, "name": "New", "is_closed": false],
            "custom_fields": [["id": Int(keyField) ?? 0, "value": key]],
            "created_on": "2026-11-22T06:00:00Z", "updated_on": "2026-11-22T06:00:00Z",
        ]
    }

    private static func number(in path: Substring) -> Int {
        Int(path.dropFirst("/issues/".count).prefix { $0.isNumber }) ?? 0
    }
}

extension LoopbackServer.Response {
    fileprivate static func json(_ object: [String: Any], _ status: Int = 200)
        -> LoopbackServer.Response
    {
        // Objects of texts and numbers can be written.
        let body = (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
        return LoopbackServer.Response(
            status, headers: [("Content-Type", "application/json")], body: Array(body))
    }
}
