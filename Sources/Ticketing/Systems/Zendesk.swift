import Foundation
import Hashing
import Model

/// Zendesk Support, by its API v2.
struct Zendesk: TicketSystem {
    let destination: TicketDestination
    let canFind = true
    private var fields: TicketDestination.Fields { destination.fields }
    /// What the addresses of its tickets' pages begin with; their ids follow.
    private var pages: String { "\(destination.address)/agent/tickets/" }

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.isPage(of: pages) }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        let answer = try session.look(.get("/api/v2/tickets", [("external_id", key)]))
        // An external id need not be unique: the oldest.
        let found = try answer.list("tickets").filter { $0["external_id"]?.text == key }
        return found.compactMap(ticket).min { (Int($0.id) ?? 0) < (Int($1.id) ?? 0) }
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var ticket: [String: JSON] = [
            "subject": .string(draft.subject), "external_id": .string(draft.key),
            "comment": ["body": .string(draft.body), "public": false],
            "tags": .array(draft.tags.map { .string($0.replacing(" ", with: "_")) }),
        ]
        if !draft.fields.isEmpty {
            ticket["custom_fields"] = .array(
                draft.fields.map { ["id": .id($0.name), "value": $0.json] })
        }
        if let priority = draft.priority { ticket["priority"] = .string(priority) }
        if let group = fields.queue { ticket["group_id"] = .id(group) }
        if let assignee = fields.assignee { ticket["assignee_email"] = .string(assignee) }
        if let requester = fields.requester {
            ticket["requester"] = ["email": .string(requester), "name": "Earshot"]
        }
        var request = WebRequest.json(.post, "/api/v2/tickets", ["ticket": .object(ticket)])
        // Within two hours the same key is answered by the same ticket, and with another body refused:
        // what the rules fill in beside the draft may have been changed meanwhile.
        let hash = ContentHash.hex(request.body ?? []).prefix(Self.hashLength)
        request.headers.append("Idempotency-Key: \(draft.key)-create-\(hash)")
        let answer = try session.write(request)
        guard let made = answer.json?["ticket"].flatMap(self.ticket) else {
            throw answer.namesNoTicket
        }
        return made
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        let body = draft.body + "\n\n" + draft.mark
        let answer = try session.write(
            .json(
                .put, "/api/v2/tickets/\(ticket.id)",
                ["ticket": ["comment": ["body": .string(body), "public": false]]]),
            accepting: [404, 422], isToldInJSON: true)
        if answer.status == 422 { throw try refusal(answer, of: ticket, session) }
        if answer.status == 404 { throw .gone("ticket \(ticket.id) is gone") }
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        try TicketPages.all { page throws(DeliveryFault) in
            let answer = try session.look(
                .get("/api/v2/tickets/\(ticket.id)/comments", TicketPages.query(page)),
                accepting: [404])
            return answer.status == 404 ? [] : try answer.list("comments")
        }.contains { draft.isMarked(in: $0["body"]?.text ?? "") }
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let answer = try session.write(
            .json(.put, "/api/v2/tickets/\(ticket.id)", ["ticket": ["status": "open"]]))
        guard answer.json?["ticket"]?["status"]?.text == "open" else {
            throw .refused("it was not opened: \(answer.serverText)")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        // A ticket that changes meanwhile is listed again.
        let tickets = try TicketPages.byCursor(where: { isOurs($0["id"]?.text ?? "") }) {
            cursor throws(DeliveryFault) in
            let page = try session.look(
                .get(
                    "/api/v2/incremental/tickets/cursor",
                    [
                        cursor.map { ("cursor", $0) }
                            ?? ("start_time", String(Int(since.timeIntervalSince1970))),
                        ("per_page", String(Self.exported)),
                    ]))
            let isMore = page.json?["end_of_stream"]?.flag == false
            return (try page.list("tickets"), isMore ? page.json?["after_cursor"]?.text : nil)
        }
        var statuses: [TicketStatus] = []
        for ticket in tickets {
            if let status = try status(of: ticket, session) { statuses.append(status) }
        }
        return statuses
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        let answer = try session.look(.get("/api/v2/tickets/\(id)"), accepting: [404])
        if answer.status == 404 { return nil }
        guard let status = try status(of: answer.json?["ticket"] ?? .null, session) else {
            throw answer.holdsNoTicket
        }
        return status
    }

    // MARK: - Private

    /// Tickets a page: 1 000, as many as there are unless we say otherwise, may be more bytes than we
    /// take of an answer, and ten pages a minute are all that is allowed.
    private static let exported = 300

    /// With the key in front it has fewer than the 255 characters that are taken.
    private static let hashLength = 32

    /// Some days after it is solved a ticket is closed, and takes nothing more.
    private func refusal(
        _ answer: WebAnswer, of ticket: RemoteTicket, _ session: TicketSession
    ) throws(DeliveryFault) -> DeliveryFault {
        let now = try session.look(.get("/api/v2/tickets/\(ticket.id)"), accepting: [404])
        guard now.status != 404 else { return .gone("ticket \(ticket.id) is gone") }
        return now.json?["ticket"]?["status"]?.text == "closed"
            ? .closed("ticket \(ticket.id) is closed for good")
            : .refused("422: \(answer.serverText)")
    }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        json["id"]?.text.map { RemoteTicket(id: $0, address: pages + $0) }
    }

    private func status(of ticket: JSON, _ session: TicketSession) throws(DeliveryFault)
        -> TicketStatus?
    {
        guard let id = ticket["id"]?.text, let changed = ticket["updated_at"]?.date else {
            return nil
        }
        let answer = try session.look(.get("/api/v2/tickets/\(id)/metrics"), accepting: [404])
        let metrics = answer.json?["ticket_metric"]
        let created = ticket["created_at"]?.date
        let minutes = metrics?["reply_time_in_minutes"]?["calendar"]?.text.flatMap(Double.init)
        let name = ticket["status"]?.text ?? ""
        let isClosed = ["solved", "closed"].contains(name)
        return TicketStatus(
            id: id, phase: isClosed ? .closed : name == "deleted" ? .gone : .open, name: name,
            createdAt: created,
            firstResponseAt: minutes.flatMap { created?.addingTimeInterval($0 * 60) },
            closedAt: isClosed ? metrics?["solved_at"]?.date ?? changed : nil, changedAt: changed)
    }
}
