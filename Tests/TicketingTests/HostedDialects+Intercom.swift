import Foundation
import Model
import TestSupport

@testable import Ticketing

extension HostedDesk.Dialect {
    /// Intercom's description of its API, 2.14 (Tickets, Types, States, Contacts), and Rate limiting.
    ///
    /// That its search knows days only was measured by others; the description does not say it.
    static let intercom = HostedDesk.Dialect(
        system: .intercom, type: "88", keyField: "Earshot key", user: "991",
        requester: "listening", authorization: ("Authorization", "Bearer s3"), lag: 120, limit: 80,
        order: { request in
            guard request.header("Intercom-Version") == "2.14" else {
                throw HostedDesk.Flaw("no version")
            }
            return try intercomOrder(request)
        },
        found: intercomList, made: intercomTicket, comments: { .array($0.comments) },
        tooMany: { seconds, now in
            let reset = now.addingTimeInterval(Double(seconds)).timeIntervalSince1970
            return HostedDesk.json(
                429, intercomError("rate_limit_exceeded", "Exceeded rate limit"),
                headers: [
                    ("X-RateLimit-Limit", "80"), ("X-RateLimit-Remaining", "0"),
                    ("X-RateLimit-Reset", String(Int(reset.rounded(.up)))),
                ])
        },
        error: { intercomError("parameter_invalid", $0) })

    // MARK: - Private

    private static func intercomOrder(_ request: LoopbackServer.Request) throws -> HostedDesk.Order
    {
        switch (request.method, parts(request)) {
        case ("GET", ["ticket_types"]): return .answer(["type": "list", "data": [intercomType]])
        case ("GET", ["ticket_states"]): return .answer(["type": "list", "data": intercomStates])
        case ("POST", ["contacts", "search"]):
            _ = try body(
                request,
                .object([
                    "query": intercomCondition("external_id", .oneOf(["listening"])),
                    "pagination": .object(["per_page": .number]),
                ]))
            return .answer([
                "type": "list", "data": [["type": "contact", "external_id": "listening"]],
                "total_count": 1,
            ])
        case ("POST", ["tickets", "search"]): return try intercomSearch(request)
        case ("POST", ["tickets"]):
            let json = try body(request, intercomCreation)
            return .create(key: try text(json["ticket_attributes"]?["Earshot key"]))
        case ("POST", let path) where path.count == 3 && path[2] == "reply":
            let json = try body(
                request,
                .object([
                    "message_type": .oneOf(["note"]), "type": .oneOf(["admin"]),
                    "admin_id": .oneOf(["991"]), "body": .text,
                    "skip_notifications": .exactly(true),
                ]))
            let note: JSON = [
                "type": "ticket_part", "part_type": "note", "body": json["body"] ?? .null,
                "author": ["type": "admin", "id": "991"],
            ]
            return .comment(try number(path[1]), note)
        case ("GET", let path) where path.count == 2 && path[0] == "tickets":
            return .about(try number(path[1]), intercomTicket)
        case ("PUT", let path) where path.count == 2 && path[0] == "tickets":
            _ = try body(
                request,
                .object([
                    "open": .exactly(true), "ticket_state_id": .oneOf(["8321"]),
                    "skip_notifications": .exactly(true),
                ]))
            return .reopen(try number(path[1]), intercomTicket)
        default: throw unknown
        }
    }

    private static let intercomCreation = JSONShape.object(
        [
            "ticket_type_id": .oneOf(["88"]),
            "contacts": .list(.object(["external_id": .oneOf(["listening"])])),
            "ticket_attributes": .object([
                "_default_title_": .text, "_default_description_": .text, "Earshot key": .text,
            ]),
            "skip_notifications": .exactly(true),
        ],
        optional: [
            "assignment": .object(
                [:], optional: ["admin_assignee_id": .text, "team_assignee_id": .text])
        ])

    private static func intercomCondition(
        _ field: String, _ value: JSONShape, sign: String = "="
    ) -> JSONShape {
        .object(["field": .oneOf([field]), "operator": .oneOf([sign]), "value": value])
    }

    /// By the key, or by days: after a moment means after its day.
    private static func intercomSearch(_ request: LoopbackServer.Request) throws
        -> HostedDesk.Order
    {
        let conditions = JSON(request.body)?["query"]?["value"]?.items ?? []
        let isByKey = conditions.count == 1
        let first =
            isByKey
            ? intercomCondition("ticket_attribute.207", .text)
            : intercomCondition("ticket_type_id", .oneOf(["88"]))
        let second = intercomCondition("updated_at", .text, sign: ">")
        let shapes = [first] + (isByKey ? [] : [second])
        for (shape, condition) in zip(shapes, conditions) {
            if let flaw = shape.flaw(in: condition) { throw HostedDesk.Flaw(flaw) }
        }
        let json = try body(
            request,
            .object([
                "query": .object(["operator": .oneOf(["AND"]), "value": .list(.any)]),
                "pagination": .object(["per_page": .number]),
            ]))
        guard conditions.count == shapes.count,
            try number(try text(json["pagination"]?["per_page"])) <= 150
        else { throw HostedDesk.Flaw("the search") }
        if isByKey { return .find(key: try text(conditions[0]["value"]), isIndexed: true) }
        let day = try number(try text(conditions[1]["value"])) / 86_400
        return .list { tickets in
            intercomList(
                tickets.filter {
                    Int(($0.closedAt ?? $0.madeAt).timeIntervalSince1970) / 86_400 > day
                })
        }
    }

    private static let intercomType: JSON = [
        "type": "ticket_type", "id": "88", "name": "Mention", "archived": false,
        "category": "Customer",
        "ticket_type_attributes": [
            "type": "list",
            "data": [
                ["id": "206", "name": "_default_title_", "data_type": "string", "archived": false],
                ["id": "207", "name": "Earshot key", "data_type": "string", "archived": false],
            ],
        ],
    ]

    private static let intercomStates: JSON = .array(
        [("8321", "submitted"), ("8322", "in_progress"), ("8324", "resolved")].map {
            [
                "id": .string($0), "category": .string($1), "internal_label": .string($1),
                "archived": false, "ticket_types": ["type": "list", "data": [["id": "88"]]],
            ]
        })

    @Sendable private static func intercomList(_ tickets: [HostedDesk.Ticket]) -> JSON {
        [
            "type": "ticket.list", "total_count": .number(Decimal(tickets.count)),
            "pages": ["type": "pages", "page": 1, "per_page": 25, "total_pages": 1],
            "tickets": .array(tickets.map(intercomTicket)),
        ]
    }

    @Sendable private static func intercomTicket(_ ticket: HostedDesk.Ticket) -> JSON {
        func epoch(_ date: Date) -> JSON { .number(Decimal(Int(date.timeIntervalSince1970))) }
        let state = ticket.closedAt == nil ? "submitted" : "resolved"
        var parts = ticket.comments
        if let closedAt = ticket.closedAt {
            parts.append([
                "type": "ticket_part", "part_type": "ticket_state_updated_by_admin",
                "previous_ticket_state": "submitted", "ticket_state": "resolved",
                "created_at": epoch(closedAt), "author": ["type": "admin", "id": "12"],
            ])
        }
        return [
            "type": "ticket", "id": .string("\(ticket.id)"), "category": "Customer",
            "ticket_attributes": ["Earshot key": .string(ticket.key)],
            "ticket_state": ["category": .string(state), "internal_label": .string(state)],
            "ticket_type": ["id": "88"], "open": .bool(ticket.closedAt == nil),
            "created_at": epoch(ticket.madeAt),
            "updated_at": epoch(ticket.closedAt ?? ticket.madeAt),
            "ticket_parts": [
                "ticket_parts": .array(parts), "total_count": .number(Decimal(parts.count)),
            ],
        ]
    }

    @Sendable private static func intercomError(_ code: String, _ text: String) -> JSON {
        [
            "type": "error.list", "request_id": "c7bf358f-135e-48d7-8286-a4988a8a1d9b",
            "errors": [["code": .string(code), "message": .string(text)]],
        ]
    }
}
