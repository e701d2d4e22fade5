import Foundation
import Model
import TestSupport

@testable import Ticketing

// Issue trackers: Jira in the cloud and in a data center, GitHub, GitLab.
extension HostedDesk.Dialect {
    /// Atlassian's description of the platform API, v3: createIssue, addComment, the search by JQL with
    /// a token, rate limiting.
    static let jira = jira(
        .jira, version: "3",
        authorization: "Basic " + Data("us@our.example:s3".utf8).base64EncodedString(),
        text: .object([
            "type": .oneOf(["doc"]), "version": .exactly(1),
            "content": .list(
                .object([
                    "type": .oneOf(["paragraph"]),
                    "content": .list(
                        .object(
                            ["type": .oneOf(["text"]), "text": .text],
                            optional: [
                                "marks": .list(
                                    .object([
                                        "type": .oneOf(["link"]), "attrs": .object(["href": .text]),
                                    ]))
                            ])),
                ])),
        ]), search: ["search", "jql"], place: [:], lag: 200)

    /// docs.atlassian.com, Jira Data Center 9, REST API 2.
    static let jiraDataCenter = jira(
        .jiraDataCenter, version: "2", authorization: "Bearer s3", text: .text,
        search: ["search"], place: ["startAt": .number], lag: 0)

    private static func jira(
        _ system: TicketSystemName, version: String, authorization: String, text shape: JSONShape,
        search: [String], place: [String: JSONShape], lag: TimeInterval
    ) -> HostedDesk.Dialect {
        HostedDesk.Dialect(
            system: system, queue: "SOC", type: "Task",
            user: system == .jira ? "us@our.example" : nil, priority: "High",
            authorization: ("Authorization", authorization), lag: lag, limit: 60,
            order: { request in
                let path = parts(request)
                guard path.starts(with: ["rest", "api", version]) else { throw unknown }
                switch (request.method, path.dropFirst(3).map(\.self)) {
                case ("GET", ["myself"]): return .answer(["accountId": "us", "key": "us"])
                case ("POST", search):
                    let json = try body(
                        request,
                        .object(
                            [
                                "jql": .text, "fields": .list(.text), "maxResults": .number,
                            ].merging(place) { own, _ in own }))
                    let isOfChanges = try text(json["jql"]).contains(" AND updated >= \"")
                    if isOfChanges { return .find(key: nil, isIndexed: false) }
                    let key = try text(json["jql"]).split(separator: "\"").dropFirst().first
                    guard let key else { throw HostedDesk.Flaw("the query has no bounds") }
                    return .find(key: String(key), isIndexed: true)
                case ("GET", let path) where path.count == 2 && path[0] == "issue":
                    return .one(try number(path[1])) { $0["issues"]?.items.first }
                case ("GET", let path) where path.count == 3 && path[2] == "transitions":
                    return .about(try number(path[1])) { _ in
                        let ways: [(id: String, category: String)] = [
                            ("11", "done"), ("21", "new"),
                        ]
                        return [
                            "transitions": .array(
                                ways.map { way in
                                    [
                                        "id": .string(way.id),
                                        "to": ["statusCategory": ["key": .string(way.category)]],
                                    ]
                                })
                        ]
                    }
                case ("POST", let path) where path.count == 3 && path[2] == "transitions":
                    _ = try body(
                        request, .object(["transition": .object(["id": .oneOf(["21"])])]))
                    return .reopen(try number(path[1])) { _ in [:] }
                case ("POST", ["issue"]):
                    let json = try body(
                        request,
                        .object([
                            "fields": .object(
                                [
                                    "project": .object(["key": .text]),
                                    "issuetype": .object(["name": .text]), "summary": .text,
                                    "description": shape, "labels": .list(.label(most: 255)),
                                ], optional: ["priority": .object(["name": .text])])
                        ]))
                    guard let summary = json["fields"]?["summary"]?.text, summary.count <= 255,
                        !summary.contains("\n")
                    else { throw HostedDesk.Flaw("summary") }
                    return .create(key: try text(json["fields"]?["labels"]?.items.first))
                case ("POST", let path) where path.count == 3 && path[2] == "comment":
                    return .comment(
                        try number(path[1]), try body(request, .object(["body": shape])))
                case ("GET", let path) where path.count == 3 && path[2] == "comment":
                    return .comments(try number(path[1]))
                default: throw unknown
                }
            },
            found: { tickets in
                [
                    "issues": .array(
                        tickets.map {
                            [
                                "id": .string("\($0.id)"), "key": .string("SOC-\($0.id)"),
                                "fields": [
                                    "labels": [.string($0.key), "earshot"], "created": $0.made,
                                    "updated": $0.changed, "resolutiondate": $0.closed,
                                    "status": [
                                        "name": $0.closedAt == nil ? "To Do" : "Done",
                                        "statusCategory": [
                                            "key": $0.closedAt == nil ? "new" : "done"
                                        ],
                                    ],
                                ],
                            ]
                        }), "total": .number(Decimal(tickets.count)),
                ]
            },
            made: { ["id": .string("\($0.id)"), "key": .string("SOC-\($0.id)")] },
            comments: { ["comments": .array($0.comments)] },
            tooMany: { seconds, now in
                HostedDesk.json(
                    429, ["errorMessages": ["Rate limit exceeded"], "errors": [:]],
                    headers: [
                        ("Retry-After", "\(seconds)"), ("X-RateLimit-Remaining", "0"),
                        (
                            "X-RateLimit-Reset",
                            ContractJSON.timestamp(now.addingTimeInterval(Double(seconds)))
                        ),
                        ("RateLimit-Reason", "jira-burst-based"),
                    ])
            },
            error: { ["errorMessages": [], "errors": ["summary": .string($0)]] })
    }

    /// docs.github.com/rest: Issues, Comments, Rate limits (the secondary one for what makes content).
    static let github = HostedDesk.Dialect(
        system: .github, queue: "our/mentions", authorization: ("Authorization", "Bearer s3"),
        limit: 80,
        order: { request in
            guard request.header("X-GitHub-Api-Version") == "2022-11-28",
                request.header("User-Agent")?.isEmpty == false
            else { throw HostedDesk.Flaw("a header is missing") }
            let path = parts(request)
            guard path.starts(with: ["repos", "our", "mentions", "issues"]) else { throw unknown }
            switch (request.method, path.dropFirst(4).map(\.self)) {
            case ("GET", []):
                let query = query(request)
                guard query["state"] == "all", query["labels"] == "earshot",
                    try number(query["per_page"] ?? "30") <= 100
                else { throw HostedDesk.Flaw("the list leaves out issues") }
                return .find(key: nil, isIndexed: false)
            case ("POST", []):
                let json = try body(
                    request,
                    .object(
                        ["title": .text, "body": .text, "labels": .list(.text)],
                        optional: ["assignees": .list(.text)]))
                return .create(
                    key: try text(HiddenKey.key(in: text(json["body"])).map(JSON.string)))
            case ("GET", let path) where path.count == 1:
                return .one(try number(path[0])) { $0.items.first }
            case ("PATCH", let path) where path.count == 1:
                _ = try body(request, .object(["state": .oneOf(["open"])]))
                return .reopen(try number(path[0])) {
                    ["number": .id("\($0.id)"), "state": "open"]
                }
            case ("POST", let path) where path.count == 2 && path[1] == "comments":
                return .comment(try number(path[0]), try body(request, .object(["body": .text])))
            case ("GET", let path) where path.count == 2 && path[1] == "comments":
                return .comments(try number(path[0]))
            default: throw unknown
            }
        },
        found: {
            .array(
                $0.map {
                    [
                        "number": .id("\($0.id)"), "body": $0.body["body"] ?? .null,
                        "created_at": $0.made, "updated_at": $0.changed, "closed_at": $0.closed,
                        "state": $0.closedAt == nil ? "open" : "closed", "user": ["login": "us"],
                    ]
                })
        },
        made: {
            [
                "number": .id("\($0.id)"),
                "html_url": .string("https://g.example/our/mentions/issues/\($0.id)"),
                "labels": [["name": "earshot"]],
            ]
        },
        comments: { .array($0.comments) },
        tooMany: { seconds, now in
            HostedDesk.json(
                403, ["message": "You have exceeded a secondary rate limit."],
                headers: [
                    ("retry-after", "\(seconds)"), ("x-ratelimit-remaining", "0"),
                    ("x-ratelimit-reset", "\(Int(now.timeIntervalSince1970) + seconds)"),
                ])
        },
        error: { ["message": .string($0), "documentation_url": "https://docs.github.com/rest"] })

    /// docs.gitlab.com/api: Issues, Notes, Rate limits.
    static let gitlab = HostedDesk.Dialect(
        system: .gitlab, queue: "our/mentions", authorization: ("PRIVATE-TOKEN", "s3"), limit: 40,
        order: { request in
            // The project's path is one part, encoded.
            let path = parts(request)
            guard path.starts(with: ["api", "v4", "projects", "our%2Fmentions", "issues"]) else {
                throw unknown
            }
            switch (request.method, path.dropFirst(5).map(\.self)) {
            case ("GET", []):
                let query = query(request)
                let isOfChanges = query["updated_after"]?.isEmpty == false
                guard query["scope"] == "all", isOfChanges || query["in"] == "description",
                    query["state"] ?? "all" == "all"
                else { throw HostedDesk.Flaw("the list leaves out issues") }
                return .find(key: query["search"], isIndexed: false)
            case ("POST", []):
                let json = try body(
                    request,
                    .object(
                        ["title": .text, "description": .text, "labels": .text],
                        optional: ["issue_type": .text, "assignee_ids": .list(.number)]))
                return .create(
                    key: try text(HiddenKey.key(in: text(json["description"])).map(JSON.string)))
            case ("GET", let path) where path.count == 1:
                return .one(try number(path[0])) { $0.items.first }
            case ("PUT", let path) where path.count == 1:
                _ = try body(request, .object(["state_event": .oneOf(["reopen"])]))
                return .reopen(try number(path[0])) {
                    ["iid": .id("\($0.id)"), "state": "opened"]
                }
            case ("POST", let path) where path.count == 2 && path[1] == "notes":
                let json = try body(request, .object(["body": .text]))
                guard
                    !(try text(json["body"])).split(separator: "\n").contains(where: {
                        $0.hasPrefix("/")
                    })
                else { throw HostedDesk.Flaw("a note commands") }
                return .comment(try number(path[0]), json)
            case ("GET", let path) where path.count == 2 && path[1] == "notes":
                return .comments(try number(path[0]))
            default: throw unknown
            }
        },
        found: {
            .array(
                $0.map {
                    [
                        "iid": .id("\($0.id)"), "description": $0.body["description"] ?? .null,
                        "created_at": $0.made, "updated_at": $0.changed, "closed_at": $0.closed,
                        "state": $0.closedAt == nil ? "opened" : "closed", "author": ["id": 1],
                    ]
                })
        },
        made: {
            [
                "iid": .id("\($0.id)"),
                "web_url": .string("https://g.example/our/mentions/-/issues/\($0.id)"),
                "labels": ["earshot"],
            ]
        },
        comments: { .array($0.comments) },
        tooMany: { seconds, now in
            LoopbackServer.Response(
                429,
                headers: [
                    ("Retry-After", "\(seconds)"), ("RateLimit-Remaining", "0"),
                    ("RateLimit-Reset", "\(Int(now.timeIntervalSince1970) + seconds)"),
                ], body: Array("Retry later\n".utf8))
        },
        error: { ["message": ["title": [.string($0)]]] })
}
