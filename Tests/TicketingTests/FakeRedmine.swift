import Foundation
import Synchronization
import TestSupport

@testable import Ticketing

/// As much of Redmine as an export uses, with what a network may do to it.
///
/// It answers as a real 5.0.4 was seen to: a field that is not searchable lists everything, an unknown
/// one is dropped from a new issue.
final class FakeRedmine: Sendable {
    /// What becomes of one request.
    enum Trouble: Sendable {
        case none
        /// The answer is this one, and nothing is done.
        case answer(Int, retryAfter: Int?)
        /// It is done, and the connection ends without an answer.
        case lostAnswer
        /// It is done, and the answer breaks off.
        case halfAnswer
        /// Not a byte comes, and nothing is done.
        case deaf
        /// It is done only after the client has given up, before the next request.
        case late
        /// The same, where the connection ends before the client gives up.
        case brokenOff
        /// It is done, and something in front of it says that it was not.
        case lyingGateway
        /// Somebody in between answers, and nothing is done.
        case page
        /// It is said to be done, and is not.
        case dropped
        /// Somebody has deleted this issue before.
        case deletion(of: Int)
    }

    struct Issue: Sendable {
        let id: Int
        let subject: String
        let body: String
        let key: String?
        var notes: [String] = []
    }

    private struct State {
        var issues: [Issue] = []
        var made = 0
        var late: [JSON] = []
        var troubles: [Trouble] = []
        var refusedText: String?
    }

    private let state = Mutex(State())
    /// The number of the field that holds the key.
    let keyField = "7"

    var issues: [Issue] { state.withLock { $0.issues } }

    var countOfNotes: Int { issues.reduce(0) { $0 + $1.notes.count } }

    /// What happens to the next requests that write, in order.
    func expect(_ troubles: [Trouble]) {
        state.withLock { $0.troubles += troubles }
    }

    /// Does what it was still at when its client gave up.
    private func finish() {
        state.withLock { state in
            let late = state.late
            state.late = []
            for issue in late { Self.make(issue, keyField, &state) }
        }
    }

    func start() throws -> LoopbackServer {
        try LoopbackServer { [self] request in respond(to: request) }
    }

    // MARK: - Private

    private func respond(to request: LoopbackServer.Request) -> LoopbackServer.Response {
        finish()
        guard request.header("X-Redmine-API-Key") == "right" else { return .init(401) }
        let path = request.path.prefix { $0 != "?" }
        switch (request.method, path) {
        case ("GET", "/issues.json"): return found(request.path)
        case ("GET", "/projects/mentions.json"): return .init(body: Array("{}".utf8))
        case ("GET", let path) where path.hasPrefix("/issues/"): return read(path)
        case ("POST", "/issues.json"):
            return troubled { state in
                guard let issue = JSON(request.body)?["issue"] else { return .init(400) }
                if issue["project_id"]?.text != "mentions" {
                    return .init(422, body: Array(#"{"errors":["Project cannot be blank"]}"#.utf8))
                }
                if issue["subject"]?.text?.contains("refuse") == true {
                    return .init(
                        422, body: Array(#"{"errors":["Tags is not included in the list"]}"#.utf8))
                }
                let made = Self.make(issue, self.keyField, &state)
                return .init(201, body: Array(Self.json(made, self.keyField).utf8))
            } late: {
                $0.late.append(JSON(request.body)?["issue"] ?? .null)
            }
        case ("PUT", let path):
            return troubled { state in
                let id = Int(path.dropFirst("/issues/".count).prefix { $0.isNumber })
                guard let place = state.issues.firstIndex(where: { $0.id == id }) else {
                    return .init(404)
                }
                state.issues[place].notes.append(
                    JSON(request.body)?["issue"]?["notes"]?.text ?? "")
                return .init(204)
            } late: { _ in
            }
        default: return .init(404)
        }
    }

    private func troubled(
        _ body: (inout State) -> LoopbackServer.Response, late: (inout State) -> Void
    ) -> LoopbackServer.Response {
        state.withLock { state in
            let trouble = state.troubles.isEmpty ? .none : state.troubles.removeFirst()
            switch trouble {
            case .none: return body(&state)
            case .answer(let status, let delay):
                return .init(
                    status, headers: delay.map { [("Retry-After", "\($0)")] } ?? [])
            case .lostAnswer:
                _ = body(&state)
                return .init(delivery: .script([.close]))
            case .halfAnswer:
                var answer = body(&state)
                answer.delivery = .cut(after: answer.body.count / 2)
                return answer
            case .page: return .init(200, body: Array("<html>Sign on</html>".utf8))
            case .deletion(let id):
                state.issues.removeAll { $0.id == id }
                return body(&state)
            case .dropped: return .init(204)
            case .deaf: return .init(delivery: .silence)
            case .late:
                late(&state)
                return .init(delivery: .silence)
            case .brokenOff:
                late(&state)
                return .init(delivery: .script([.close]))
            case .lyingGateway:
                _ = body(&state)
                return .init(502)
            }
        }
    }

    @discardableResult
    private static func make(_ issue: JSON, _ keyField: String, _ state: inout State) -> Issue {
        let key = issue["custom_fields"]?.items.first { $0["id"]?.text == keyField }
        state.made += 1
        let made = Issue(
            id: state.made, subject: issue["subject"]?.text ?? "",
            body: issue["description"]?.text ?? "", key: key?["value"]?.text)
        state.issues.append(made)
        return made
    }

    private func found(_ path: String) -> LoopbackServer.Response {
        let query = URLComponents(string: path)?.queryItems ?? []
        let key = query.first { $0.name == "cf_\(keyField)" }?.value
        let found = issues.filter { key == nil || $0.key == key }
        let list = found.map { Self.issue($0, keyField) }
        return .init(body: JSON.object(["issues": .array(list)]).bytes)
    }

    private func read(_ path: Substring) -> LoopbackServer.Response {
        let id = Int(path.dropFirst("/issues/".count).prefix { $0.isNumber })
        guard let issue = issues.first(where: { $0.id == id }) else { return .init(404) }
        let journals = issue.notes.map { JSON.object(["notes": .string($0)]) }
        return .init(
            body: JSON.object(["issue": ["id": .id("\(issue.id)"), "journals": .array(journals)]])
                .bytes)
    }

    private static func json(_ issue: Issue, _ keyField: String) -> String {
        String(decoding: JSON.object(["issue": self.issue(issue, keyField)]).bytes, as: UTF8.self)
    }

    private static func issue(_ issue: Issue, _ keyField: String) -> JSON {
        [
            "id": .number(Decimal(issue.id)),
            "custom_fields": [
                ["id": .id(keyField), "value": issue.key.map(JSON.string) ?? .null]
            ],
        ]
    }
}
