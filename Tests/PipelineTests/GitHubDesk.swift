import Foundation
import Model
import Synchronization
import TestSupport

/// As much of GitHub's issues as an export asks of it.
final class GitHubDesk: Sendable {
    struct Issue {
        var body: String
        var isClosed = false
        var hasLabel = true
        var comments: [String] = []
        var changedAt: Date
    }

    private struct State {
        var issues: [Int: Issue] = [:]
        var broken: [Int: Int] = [:]
        var isListBarred = false
        var barredLists = 0
        var now = Date.crawlDay(0)
        var time: String?
    }

    private let state = Mutex(State())

    func issue(_ number: Int) -> Issue? { state.withLock { $0.issues[number] } }

    /// As somebody else does.
    func add(_ issue: Issue) { state.withLock { $0.issues[$0.issues.count + 1] = issue } }

    func change(_ number: Int, at moment: Date, _ change: (inout Issue?) -> Void) {
        state.withLock { state in
            state.issues[number]?.changedAt = moment
            change(&state.issues[number])
        }
    }

    /// Lets a question for one issue be answered so from now on; `nil` by the issue.
    func answer(_ status: Int?, for number: Int) {
        state.withLock { $0.broken[number] = status }
    }

    /// Refuses from now on to list changes, of which a key that is looked for asks for the latest only.
    func barList() { state.withLock { $0.isListBarred = true } }

    /// How often a list was asked for that is refused.
    var barredLists: Int { state.withLock { $0.barredLists } }

    func set(now: Date) { state.withLock { $0.now = now } }

    /// What it says its clock shows, as HTTP writes a time.
    func say(time: String) { state.withLock { $0.time = time } }

    func start() throws -> LoopbackServer {
        try LoopbackServer { [self] request in
            state.withLock { state in
                var answer = Self.answer(request, &state)
                if let time = state.time { answer.headers.append(("Date", time)) }
                return answer
            }
        }
    }

    private static func answer(_ request: LoopbackServer.Request, _ state: inout State)
        -> LoopbackServer.Response
    {
        let parts = URLComponents(string: request.path)
        let path = (parts?.path ?? "").split(separator: "/").dropFirst(4).map(String.init)
        // What is no JSON comes back without its key, which an export tells of.
        let sent = try? JSONSerialization.jsonObject(with: Data(request.body))
        let body = sent as? [String: Any] ?? [:]
        let number = path.first.flatMap { Int($0) } ?? state.issues.count + 1
        switch (request.method, path.count) {
        case ("POST", 0):
            state.issues[number] = Issue(
                body: body["body"] as? String ?? "", changedAt: state.now)
            return json(201, shown(number, state.issues[number], behind: parts?.path))
        case ("GET", 0):
            let since = parts?.queryItems?.first { $0.name == "since" }?.value
            let start = since.flatMap(ContractJSON.date) ?? .distantPast
            if since != nil, start < state.now - 3_600, state.isListBarred {
                state.barredLists += 1
                return json(403, ["message": "Not for you"])
            }
            let listed = state.issues.sorted { $0.key < $1.key }.filter {
                $0.value.hasLabel && $0.value.changedAt >= start
            }
            return json(200, listed.map { shown($0.key, $0.value) })
        case ("GET", 1):
            if let status = state.broken[number] {
                return json(status, [:] as [String: String])
            }
            guard let issue = state.issues[number] else {
                return json(410, ["message": "This issue was deleted"])
            }
            return json(200, shown(number, issue))
        case ("PATCH", 1):
            state.issues[number]?.isClosed = body["state"] as? String != "open"
            state.issues[number]?.changedAt = state.now
            return json(200, shown(number, state.issues[number]))
        case ("GET", 2):
            return json(
                200, (state.issues[number]?.comments ?? []).map { ["body": $0] })
        case ("POST", 2):
            state.issues[number]?.comments.append(body["body"] as? String ?? "")
            state.issues[number]?.changedAt = state.now
            return json(201, ["id": 1])
        default: return .init(404)
        }
    }

    /// - Parameter path: of its repository's issues, where its page is to be told.
    private static func shown(
        _ number: Int, _ issue: Issue?, behind path: String? = nil
    ) -> [String: Any] {
        guard let issue else { return [:] }
        var shown: [String: Any] = [
            "number": number, "body": issue.body, "state": issue.isClosed ? "closed" : "open",
            "created_at": ContractJSON.timestamp(Date.crawlDay(0)),
            "updated_at": ContractJSON.timestamp(issue.changedAt),
            "closed_at": ContractJSON.timestamp(issue.changedAt), "user": ["login": "us"],
            "labels": [["name": "earshot"]],
        ]
        shown["html_url"] = path.map { "https://github.example\($0)/\(number)" }
        return shown
    }

    private static func json(_ status: Int, _ value: Any) -> LoopbackServer.Response {
        let bytes = try? JSONSerialization.data(withJSONObject: value)
        return .init(
            status, headers: [("Content-Type", "application/json")],
            body: Array(bytes ?? Data()))
    }
}
