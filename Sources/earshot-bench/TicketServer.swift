import Foundation
import Synchronization
import TestSupport

/// As much of Redmine as an export uses, which notes when each request came.
final class TicketServer: Sendable {
    private struct State {
        /// Issues by their key.
        var issues: [String: Int] = [:]
        var repeated = 0
        var times: [ContinuousClock.Instant] = []
    }

    private let state = Mutex(State())
    static let keyField = "7"

    func start() throws -> LoopbackServer { try LoopbackServer { [self] in answer($0) } }

    struct Figures: Codable {
        let tickets: Int
        /// Made although there was one of the same key.
        let repeated: Int
        let requests: Int
        /// The most that came within any sixty seconds.
        let mostInAMinute: Int
    }

    var figures: Figures {
        state.withLock { state in
            var (most, first) = (0, 0)
            for (place, time) in state.times.enumerated() {
                while time - state.times[first] >= .seconds(60) { first += 1 }
                most = max(most, place - first + 1)
            }
            return Figures(
                tickets: state.issues.count, repeated: state.repeated,
                requests: state.times.count, mostInAMinute: most)
        }
    }

    // MARK: - Private

    private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        state.withLock { state in
            state.times.append(.now)
            switch request.method {
            case "POST": return make(request, &state)
            case "GET" where request.path.hasPrefix("/users/"): return .json(["user": ["id": 9]])
            default: return list(request.path, state)
            }
        }
    }

    private func list(_ path: String, _ state: State) -> LoopbackServer.Response {
        let query = URLComponents(string: path)?.queryItems ?? []
        let key = query.first { $0.name == "cf_\(Self.keyField)" }?.value
        guard let key, let id = state.issues[key] else {
            return .json(["issues": [Any](), "total_count": 0])
        }
        return .json(["issues": [Self.issue(id, key)], "total_count": 1])
    }

    private func make(_ request: LoopbackServer.Request, _ state: inout State)
        -> LoopbackServer.Response
    {
        // What cannot be read has no key, and is refused.
        let json = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
        let fields = (json?["issue"] as? [String: Any])?["custom_fields"] as? [[String: Any]]
        guard let key = fields?.first?["value"] as? String else { return .init(422) }
        if state.issues[key] != nil { state.repeated += 1 }
        let id = state.issues.count + 1
        state.issues[key] = id
        return .json(["issue": Self.issue(id, key)], 201)
    }

    private static func issue(_ id: Int, _ key: String) -> [String: Any] {
        ["id": id, "custom_fields": [["id": Int(keyField) ?? 0, "value": key]]]
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
