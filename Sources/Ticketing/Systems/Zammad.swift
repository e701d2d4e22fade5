import Foundation
import Model

/// Zammad, by its REST API.
///
/// The key is an attribute of tickets that an administrator adds first.
struct Zammad: TicketSystem {
    let destination: TicketDestination
    let canFind = true
    private var fields: TicketDestination.Fields { destination.fields }
    /// What the addresses of its tickets' pages begin with; their ids follow.
    private var pages: String { "\(destination.address)/#ticket/zoom/" }
    private var keyField: String { fields.keyField ?? "" }

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.isPage(of: pages) }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        // A condition asks the database; `query` would ask a search engine that may not be there.
        let condition: JSON = ["ticket.\(keyField)": ["operator": "is", "value": .string(key)]]
        let tickets = try search(condition, page: 1, session)
        // A condition that it does not know finds everything.
        guard tickets.allSatisfy({ $0[keyField]?.text == key }) else {
            throw .misfit(
                "it cannot be searched by '\(keyField)'; add that attribute to tickets")
        }
        return tickets.first.flatMap(ticket)
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var ticket: [String: JSON] = [
            "title": .string(draft.subject), "group": .string(fields.queue ?? ""),
            // Zammad makes a user of an address that it does not know, so this must never be an
            // author's.
            "customer_id": .string("guess:\(fields.requester ?? "")"),
            "tags": .string(TicketTags.listed(draft.tags)), keyField: .string(draft.key),
            "article": article(subject: draft.subject, draft.body),
        ]
        if let priority = draft.priority { ticket["priority"] = .string(priority) }
        if let owner = fields.assignee { ticket["owner"] = .string(owner) }
        for field in draft.fields { ticket[field.name] = field.json }
        let answer = try session.write(.json(.post, "/api/v1/tickets", .object(ticket)))
        guard let json = answer.json, let made = self.ticket(json) else {
            throw answer.namesNoTicket
        }
        guard json[keyField]?.text == draft.key else {
            throw .strayed(
                "ticket \(made.id) was made without its key: '\(keyField)' is no attribute of "
                    + "tickets; correct key_field and delete that ticket")
        }
        return made
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        var members = ["ticket_id": JSON.id(ticket.id)]
        if case .object(let article) = article(
            subject: draft.subject, draft.body + "\n\n" + draft.mark)
        {
            members.merge(article) { own, _ in own }
        }
        try session.add(
            .json(.post, "/api/v1/ticket_articles", .object(members)), to: "ticket \(ticket.id)")
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        let answer = try session.look(
            .get("/api/v1/ticket_articles/by_ticket/\(ticket.id)"),
            accepting: [404])
        if answer.status == 404 { return false }
        return try answer.list().contains { draft.isMarked(in: $0["body"]?.text ?? "") }
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let path = "/api/v1/tickets/\(ticket.id)"
        let answer = try session.write(
            .json(.put, path, ["state": .string(fields.reopenStatus ?? "open")]))
        // States are numbers unless they are asked for by name.
        let now = try session.look(.get(path, [("expand", "true")]))
        guard let state = now.json?["state"]?.text, !closed.contains(state) else {
            throw .refused("it was not opened: \(answer.serverText)")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        let condition: JSON = [
            "ticket.updated_at": [
                "operator": "after (absolute)", "value": .string(ContractJSON.timestamp(since)),
            ]
        ]
        return try TicketPages.all(where: { isOurs($0["id"]?.text ?? "") }) {
            page throws(DeliveryFault) in
            try search(condition, page: page, session)
        }.compactMap(status)
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        // States are numbers unless they are asked for by name.
        let answer = try session.look(
            .get("/api/v1/tickets/\(id)", [("expand", "true")]),
            accepting: [404])
        if answer.status == 404 { return nil }
        guard let status = status(answer.json ?? .null) else {
            throw answer.holdsNoTicket
        }
        return status
    }

    // MARK: - Private

    /// States in which nobody works on a ticket any more; by default those of a new installation.
    ///
    /// A ticket that was merged into another one has the same state in every installation.
    private var closed: [String] {
        (fields.closedStates.isEmpty ? ["closed"] : fields.closedStates) + ["merged"]
    }

    private func search(
        _ condition: JSON, page: Int, _ session: TicketSession
    ) throws(DeliveryFault) -> [JSON] {
        let answer = try session.look(
            .json(
                .post, "/api/v1/tickets/search",
                [
                    "condition": condition, "expand": true, "sort_by": "id",
                    "order_by": "asc", "per_page": .number(Decimal(TicketPages.size)),
                    "page": .number(Decimal(page)),
                ]))
        return try answer.list()
    }

    private func article(subject: String, _ body: String) -> JSON {
        [
            "subject": .string(subject), "body": .string(body), "type": "note", "internal": true,
            "content_type": "text/plain",
        ]
    }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        json["id"]?.text.map { RemoteTicket(id: $0, address: pages + $0) }
    }

    private func status(_ ticket: JSON) -> TicketStatus? {
        guard let id = ticket["id"]?.text, let changed = ticket["updated_at"]?.date else {
            return nil
        }
        let name = ticket["state"]?.text ?? ""
        let isClosed = closed.contains(name)
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open, name: name,
            createdAt: ticket["created_at"]?.date,
            firstResponseAt: ticket["first_response_at"]?.date,
            closedAt: isClosed ? ticket["close_at"]?.date ?? changed : nil, changedAt: changed)
    }
}
