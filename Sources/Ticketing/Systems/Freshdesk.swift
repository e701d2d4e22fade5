import Foundation
import Model

/// Freshdesk, by its API v2.
///
/// Its search lags minutes behind: `settle_time` must be longer, 15 minutes if nobody says otherwise.
struct Freshdesk: TicketSystem {
    let destination: TicketDestination
    let canFind = true
    private var fields: TicketDestination.Fields { destination.fields }
    /// What the addresses of its tickets' pages begin with; their ids follow.
    private var pages: String { "\(destination.address)/a/tickets/" }
    /// With `cf_` in front, as tickets and searches name it.
    private var keyField: String { fields.keyField ?? "" }

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.isPage(of: pages) }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        let answer = try session.look(
            .get("/api/v2/search/tickets", [("query", "\"\(keyField):'\(key)'\"")]))
        return try answer.list("results").first {
            $0["custom_fields"]?[keyField]?.text == key
        }.flatMap(ticket)
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var custom: [String: JSON] = [keyField: .string(draft.key)]
        for field in draft.fields { custom[field.name] = field.json }
        var ticket: [String: JSON] = [
            "subject": .string(draft.subject), "description": .string(draft.body),
            "email": .string(fields.requester ?? ""), "status": 2,
            "priority": .id(draft.priority ?? "1"), "custom_fields": .object(custom),
            "tags": .array(draft.tags.map(JSON.string)),
        ]
        if let group = fields.queue { ticket["group_id"] = .id(group) }
        if let type = fields.type { ticket["type"] = .string(type) }
        if let agent = fields.assignee { ticket["responder_id"] = .id(agent) }
        let answer = try session.write(.json(.post, "/api/v2/tickets", .object(ticket)))
        guard let made = answer.json.flatMap(self.ticket) else {
            throw answer.namesNoTicket
        }
        return made
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        try session.add(
            .json(
                .post, "/api/v2/tickets/\(ticket.id)/notes",
                ["body": .string(draft.body + "<br>\n" + draft.mark), "private": true]),
            to: "ticket \(ticket.id)")
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        try TicketPages.all { page throws(DeliveryFault) in
            let answer = try session.look(
                .get("/api/v2/tickets/\(ticket.id)/conversations", TicketPages.query(page)),
                accepting: [404])
            return answer.status == 404 ? [] : try answer.list()
        }.contains { draft.isMarked(in: $0["body_text"]?.text ?? "") }
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let answer = try session.write(.json(.put, "/api/v2/tickets/\(ticket.id)", ["status": 2]))
        guard answer.json?["status"]?.text == "2" else {
            throw .refused("it was not opened: \(answer.serverText)")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        try TicketPages.all(where: { isOurs($0["id"]?.text ?? "") }) {
            page throws(DeliveryFault) in
            try session.look(
                .get(
                    "/api/v2/tickets",
                    [
                        ("updated_since", ContractJSON.timestamp(since)), ("include", "stats"),
                        ("order_by", "created_at"), ("order_type", "asc"),
                    ] + TicketPages.query(page))
            ).list()
        }.compactMap(status)
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        let answer = try session.look(
            .get("/api/v2/tickets/\(id)", [("include", "stats")]),
            accepting: [404])
        // One in the trash is shown all the same.
        if answer.status == 404 || answer.json?["deleted"]?.flag == true { return nil }
        guard let status = status(answer.json ?? .null) else {
            throw answer.holdsNoTicket
        }
        return status
    }

    // MARK: - Private

    /// States in which nobody works on a ticket any more: resolved, closed, and the desk's own ones
    /// that the rules name by their numbers.
    private var closed: [String] { ["4", "5"] + fields.closedStates }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        json["id"]?.text.map { RemoteTicket(id: $0, address: pages + $0) }
    }

    private func status(_ ticket: JSON) -> TicketStatus? {
        guard let id = ticket["id"]?.text, let changed = ticket["updated_at"]?.date else {
            return nil
        }
        let names = ["2": "open", "3": "pending", "4": "resolved", "5": "closed"]
        let number = ticket["status"]?.text ?? ""
        let stats = ticket["stats"]
        let isClosed = closed.contains(number)
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open, name: names[number] ?? number,
            createdAt: ticket["created_at"]?.date,
            firstResponseAt: stats?["first_responded_at"]?.date,
            closedAt: isClosed
                ? stats?["resolved_at"]?.date ?? stats?["closed_at"]?.date ?? changed : nil,
            changedAt: changed)
    }
}
