import Foundation
import Model
import TestSupport

@testable import Ticketing

// Help desks: Zendesk, Freshdesk, Zammad.
extension HostedDesk.Dialect {
    /// developer.zendesk.com: Tickets, Ticket Comments, Rate limits, Idempotency.
    static let zendesk = HostedDesk.Dialect(
        system: .zendesk, user: "us@our.example",
        authorization: (
            "Authorization", "Basic " + Data("us@our.example/token:s3".utf8).base64EncodedString()
        ),
        limit: 200,
        order: { request in
            let comment = JSONShape.object(["body": .text, "public": .flag])
            switch (request.method, parts(request).dropFirst(2).map(\.self)) {
            case ("GET", ["tickets"]):
                return .find(key: query(request)["external_id"], isIndexed: false)
            case ("POST", ["tickets"]):
                let json = try body(
                    request,
                    .object([
                        "ticket": .object(
                            ["subject": .text, "comment": comment, "external_id": .text],
                            optional: [
                                "priority": .oneOf(["urgent", "high", "normal", "low"]),
                                "tags": .list(.label(most: 80)), "group_id": .number,
                                "requester": .object(["name": .text, "email": .text]),
                                "assignee_email": .text,
                                "custom_fields": .list(
                                    .object(["id": .number, "value": .text])),
                            ])
                    ]))
                guard let name = request.header("Idempotency-Key"), name.utf8.count <= 255 else {
                    throw HostedDesk.Flaw("no idempotency key")
                }
                return .create(key: try text(json["ticket"]?["external_id"]))
            case ("GET", let path) where path.count == 2 && path[0] == "tickets":
                return .one(try number(path[1])) { found in
                    (found["tickets"]?.items.first).map { ["ticket": $0] }
                }
            case ("GET", let path) where path.count == 3 && path[2] == "comments":
                guard try number(query(request)["per_page"] ?? "100") <= 100 else {
                    throw HostedDesk.Flaw("too many a page")
                }
                return .comments(try number(path[1]))
            case ("GET", ["incremental", "tickets", "cursor"]):
                guard try number(query(request)["start_time"] ?? "") > 0 else {
                    throw HostedDesk.Flaw("no start time")
                }
                // A thousand, where nobody says otherwise, are more bytes than we take.
                guard try number(query(request)["per_page"] ?? "1000") <= 300 else {
                    throw HostedDesk.Flaw("too many a page")
                }
                return .find(key: nil, isIndexed: false)
            case ("GET", let path) where path.count == 3 && path[2] == "metrics":
                return .about(try number(path[1])) { ticket in
                    [
                        "ticket_metric": [
                            "solved_at": ticket.closed,
                            "reply_time_in_minutes": ["calendar": 12, "business": 5],
                        ]
                    ]
                }
            case ("PUT", let path)
            where path.count == 2 && JSON(request.body)?["ticket"]?["status"] != nil:
                _ = try body(
                    request, .object(["ticket": .object(["status": .oneOf(["open"])])]))
                return .reopen(try number(path[1])) {
                    ["ticket": ["id": .id("\($0.id)"), "status": "open"]]
                }
            case ("PUT", let path) where path.count == 2:
                let json = try body(request, .object(["ticket": .object(["comment": comment])]))
                return .comment(try number(path[1]), json["ticket"]?["comment"] ?? .null)
            default: throw unknown
            }
        },
        found: { tickets in
            [
                "tickets": .array(
                    tickets.map {
                        [
                            "id": .id("\($0.id)"), "external_id": .string($0.key),
                            "created_at": $0.made, "updated_at": $0.changed,
                            "status": $0.closedAt == nil ? "open" : "solved",
                        ]
                    }),
                "count": .number(Decimal(tickets.count)), "end_of_stream": true,
                "after_cursor": "next",
            ]
        },
        made: { ["ticket": ["id": .id("\($0.id)"), "external_id": .string($0.key)]] },
        comments: { ["comments": .array($0.comments)] },
        tooMany: { seconds, _ in
            LoopbackServer.Response(
                429,
                headers: [
                    ("Retry-After", "\(seconds)"), ("X-Rate-Limit", "200"),
                    ("X-Rate-Limit-Remaining", "0"), ("ratelimit-reset", "\(seconds)"),
                ], body: Array("Rate limit exceeded".utf8))
        },
        error: { ["error": "RecordInvalid", "description": .string($0)] })

    /// developers.freshdesk.com/api: Create a Ticket, Search, Rate Limit.
    static let freshdesk = HostedDesk.Dialect(
        system: .freshdesk, keyField: "cf_earshot_key", priority: "3",
        authorization: ("Authorization", "Basic " + Data("s3:X".utf8).base64EncodedString()),
        lag: 600, limit: 50,
        order: { request in
            switch (request.method, parts(request).dropFirst(2).map(\.self)) {
            case ("GET", ["search", "tickets"]):
                let query = query(request)["query"] ?? ""
                guard query.count <= 512, query.hasPrefix("\"cf_earshot_key:'"),
                    query.hasSuffix("'\"")
                else { throw HostedDesk.Flaw("query: \(query)") }
                return .find(
                    key: String(query.dropFirst("\"cf_earshot_key:'".count).dropLast(2)),
                    isIndexed: true)
            case ("POST", ["tickets"]):
                let json = try body(
                    request,
                    .object(
                        [
                            "subject": .text, "description": .text, "email": .text,
                            "status": .oneOf(["2", "3", "4", "5"]),
                            "priority": .oneOf(["1", "2", "3", "4"]),
                            "custom_fields": .object(["cf_earshot_key": .text]),
                        ], optional: ["tags": .list(.any), "group_id": .number, "type": .text]))
                return .create(key: try text(json["custom_fields"]?["cf_earshot_key"]))
            case ("POST", let path) where path.count == 3 && path[2] == "notes":
                let json = try body(request, .object(["body": .text, "private": .flag]))
                return .comment(try number(path[1]), ["body_text": json["body"] ?? .null])
            case ("PUT", let path) where path.count == 2 && path[0] == "tickets":
                _ = try body(request, .object(["status": .exactly(2)]))
                return .reopen(try number(path[1])) { ["id": .id("\($0.id)"), "status": 2] }
            case ("GET", ["tickets"]):
                let query = query(request)
                guard query["include"] == "stats", query["updated_since"]?.isEmpty == false,
                    ["created_at", "due_by", "updated_at", "status"].contains(query["order_by"]),
                    try number(query["per_page"] ?? "30") <= 100
                else { throw HostedDesk.Flaw("the list of changes") }
                return .list { .array($0.map(freshdeskTicket)) }
            case ("GET", let path) where path.count == 2 && path[0] == "tickets":
                guard query(request)["include"] == "stats" else {
                    throw HostedDesk.Flaw("the ticket without its times")
                }
                return .about(try number(path[1]), freshdeskTicket)
            case ("GET", let path) where path.count == 3 && path[2] == "conversations":
                guard try number(query(request)["per_page"] ?? "30") <= 100 else {
                    throw HostedDesk.Flaw("too many a page")
                }
                return .comments(try number(path[1]))
            default: throw unknown
            }
        },
        found: { tickets in
            [
                "total": .number(Decimal(tickets.count)),
                "results": .array(
                    tickets.map {
                        [
                            "id": .id("\($0.id)"),
                            "custom_fields": ["cf_earshot_key": .string($0.key)],
                        ]
                    }),
            ]
        },
        made: { ["id": .id("\($0.id)"), "custom_fields": ["cf_earshot_key": .string($0.key)]] },
        comments: { .array($0.comments) },
        tooMany: { seconds, _ in
            HostedDesk.json(
                429, ["message": "You have exceeded the limit of requests per minute"],
                headers: [
                    ("Retry-After", "\(seconds)"), ("X-RateLimit-Total", "50"),
                    ("X-RateLimit-Remaining", "0"),
                ])
        },
        error: {
            [
                "description": "Validation failed",
                "errors": [["field": "x", "message": .string($0), "code": "invalid_value"]],
            ]
        })

    @Sendable private static func freshdeskTicket(_ ticket: HostedDesk.Ticket) -> JSON {
        [
            "id": .id("\(ticket.id)"), "created_at": ticket.made,
            "updated_at": ticket.changed, "status": ticket.closedAt == nil ? 2 : 5,
            "stats": [
                "resolved_at": ticket.closed, "closed_at": ticket.closed,
                "first_responded_at": .null,
            ],
        ]
    }

    /// docs.zammad.org: Ticket, Ticket articles, Search.
    ///
    /// It has no limit of its own; what stands in front of it may.
    static let zammad = HostedDesk.Dialect(
        system: .zammad, queue: "Mentions", keyField: "earshot_key", priority: "3 high",
        authorization: ("Authorization", "Token token=s3"), limit: 100,
        order: { request in
            let article: [String: JSONShape] = [
                "subject": .text, "body": .text, "type": .oneOf(["note"]),
                "internal": .exactly(true), "content_type": .oneOf(["text/plain"]),
            ]
            switch (request.method, parts(request).dropFirst(2).map(\.self)) {
            case ("POST", ["tickets", "search"])
            where JSON(request.body)?["condition"]?["ticket.updated_at"] != nil:
                _ = try body(
                    request,
                    .object([
                        "condition": .object([
                            "ticket.updated_at": .object([
                                "operator": .oneOf(["after (absolute)"]), "value": .text,
                            ])
                        ]),
                        "expand": .flag, "sort_by": .text, "order_by": .oneOf(["asc", "desc"]),
                        "per_page": .number, "page": .number,
                    ]))
                return .find(key: nil, isIndexed: false)
            case ("POST", ["tickets", "search"]):
                let json = try body(
                    request,
                    .object([
                        "condition": .object([
                            "ticket.earshot_key": .object([
                                "operator": .oneOf(["is"]), "value": .text,
                            ])
                        ]),
                        "expand": .flag, "sort_by": .text, "order_by": .oneOf(["asc", "desc"]),
                        "per_page": .number, "page": .number,
                    ]))
                return .find(
                    key: json["condition"]?["ticket.earshot_key"]?["value"]?.text,
                    isIndexed: false)
            case ("POST", ["tickets"]):
                let json = try body(
                    request,
                    .object(
                        [
                            "title": .text, "group": .text, "customer_id": .text,
                            "earshot_key": .text, "article": .object(article),
                        ],
                        optional: [
                            "tags": .any, "priority": .oneOf(["1 low", "2 normal", "3 high"]),
                        ]))
                return .create(key: try text(json["earshot_key"]))
            case ("POST", ["ticket_articles"]):
                let json = try body(
                    request, .object(article.merging(["ticket_id": .number]) { own, _ in own }))
                return .comment(try number(try text(json["ticket_id"])), json)
            case ("PUT", let path) where path.count == 2 && path[0] == "tickets":
                _ = try body(request, .object(["state": .oneOf(["open"])]))
                return .reopen(try number(path[1])) { ["id": .id("\($0.id)"), "state_id": 2] }
            case ("GET", let path) where path.count == 2 && path[0] == "tickets":
                guard query(request)["expand"] == "true" else { throw unknown }
                return .one(try number(path[1])) { $0.items.first }
            case ("GET", let path)
            where path.count == 3 && path.starts(with: ["ticket_articles", "by_ticket"]):
                return .comments(try number(path[2]))
            default: throw unknown
            }
        },
        found: { tickets in
            .array(
                tickets.map {
                    [
                        "id": .id("\($0.id)"), "earshot_key": .string($0.key),
                        "created_at": $0.made, "updated_at": $0.changed, "close_at": $0.closed,
                        "state": $0.closedAt == nil ? "open" : "closed",
                    ]
                })
        },
        made: { ["id": .id("\($0.id)"), "earshot_key": .string($0.key)] },
        comments: { .array($0.comments) },
        tooMany: { seconds, _ in
            LoopbackServer.Response(
                503, headers: [("Retry-After", "\(seconds)")], body: Array("<html>busy".utf8))
        },
        error: { ["error": .string($0), "error_human": .string($0)] })
}
