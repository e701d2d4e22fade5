import Foundation
import Model

/// Tickets of Intercom, by its API 2.14.
///
/// The key is a text attribute of the ticket type, which an administrator adds first. An attribute is
/// written by its name and searched by its number, another one in each ticket type, so the type is read
/// once. The search's index lags behind.
final class Intercom: TicketSystem {
    let canFind = true
    private let destination: TicketDestination
    private var fields: TicketDestination.Fields { destination.fields }
    private var keyField: String { fields.keyField ?? "" }
    /// What the key is searched by, once the ticket type was read.
    private var searchedField: String?

    init(destination: TicketDestination) {
        self.destination = destination
    }

    func isHere(_ ticket: RemoteTicket) -> Bool {
        ticket.address?.contains("intercom.com/a/inbox/") ?? true
    }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        let field = try fieldOfKey(session)
        // Some texts are searched by their words, so the whole key is compared; of several the oldest.
        return try tickets([Self.condition(field, "=", key)], session) {
            $0["ticket_attributes"]?[keyField]?.text == key
        }.compactMap(remote).min { (Int($0.id) ?? 0) < (Int($1.id) ?? 0) }
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var attributes: [String: JSON] = [:]
        for field in draft.fields { attributes[field.name] = field.json }
        attributes["_default_title_"] = .string(draft.subject)
        attributes["_default_description_"] = .string(draft.body)
        attributes[keyField] = .string(draft.key)
        var ticket: [String: JSON] = [
            "ticket_type_id": .string(fields.type ?? ""), "contacts": [contact.json],
            "ticket_attributes": .object(attributes), "skip_notifications": true,
        ]
        var assignment: [String: JSON] = [:]
        if let team = fields.queue { assignment["team_assignee_id"] = .string(team) }
        if let admin = fields.assignee { assignment["admin_assignee_id"] = .string(admin) }
        if !assignment.isEmpty { ticket["assignment"] = .object(assignment) }
        let answer = try session.write(.json(.post, "/tickets", .object(ticket), headers: headers))
        guard let json = answer.json, let made = remote(json) else {
            throw answer.namesNoTicket
        }
        guard json["ticket_attributes"]?[keyField]?.text == draft.key else {
            throw .strayed(
                "ticket \(made.id) was made without its key: '\(keyField)' is no attribute of its "
                    + "ticket type; correct key_field and delete that ticket")
        }
        return made
    }

    /// As a note, which only teammates see.
    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        // Attributes are plain text, notes are HTML.
        let body = (draft.body + "\n\n" + draft.mark).escapedAsHTML.replacing("\n", with: "<br>\n")
        let answer = try session.write(
            .json(
                .post, "/tickets/\(ticket.id)/reply",
                [
                    "message_type": "note", "type": "admin", "admin_id": .string(admin),
                    "body": .string(body), "skip_notifications": true,
                ], headers: headers), accepting: [404], isToldInJSON: true)
        guard answer.status == 404 else { return }
        // What is not found may be the author of the note as well.
        guard !answer.serverText.lowercased().contains("admin") else {
            throw .misfit("there is no teammate '\(admin)'; correct user: \(answer.serverText)")
        }
        throw .gone("ticket \(ticket.id) is gone")
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        guard let ticket = try self.ticket(ticket.id, session) else { return false }
        let isThere = ticket.parts.contains { draft.isMarked(in: $0["body"]?.text ?? "") }
        return !isThere && ticket.hasUntoldParts ? nil : isThere
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        guard let before = try self.ticket(ticket.id, session) else {
            throw .gone("ticket \(ticket.id) is gone")
        }
        guard before.isClosed else { return }
        var change: [String: JSON] = ["open": true, "skip_notifications": true]
        if before.isResolved || fields.reopenStatus != nil {
            let states = try look("/ticket_states", session).list("data")
            let state = try IntercomTicketType.openState(
                fields.reopenStatus, of: before.typeID ?? fields.type, in: states)
            change["ticket_state_id"] = .string(state)
        }
        let answer = try session.write(
            .json(.put, "/tickets/\(ticket.id)", .object(change), headers: headers))
        guard let now = IntercomTicket(answer.json), !now.isClosed else {
            throw .refused("it was not opened: \(answer.serverText)")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        // It knows days only, those of UTC: after a moment means from the next day on. What changed
        // earlier is taken, too: it costs no further request, and the index may have been late with it.
        let dayBefore = since.addingTimeInterval(-86_400)
        let conditions = [
            Self.condition("ticket_type_id", "=", fields.type ?? ""),
            Self.condition("updated_at", ">", String(Int(dayBefore.timeIntervalSince1970))),
        ]
        return try tickets(conditions, session) { isOurs($0["id"]?.text ?? "") }
            .compactMap { IntercomTicket($0).map(status) }
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        try ticket(id, session).map(status)
    }

    // MARK: - Private

    private let headers = ["Intercom-Version: 2.14"]

    /// Tickets a page: it sends all that was ever said in each.
    private static let pageSize = 25

    /// In whose name notes are written.
    private var admin: String { destination.credentials.user ?? "" }

    private var contact: IntercomContact { IntercomContact(fields.requester ?? "") }

    private static func condition(_ field: String, _ sign: String, _ value: String) -> JSON {
        ["field": .string(field), "operator": .string(sign), "value": .string(value)]
    }

    private func look(_ path: String, accepting: Set<Int> = [], _ session: TicketSession)
        throws(DeliveryFault) -> WebAnswer
    {
        var request = WebRequest.get(path)
        request.headers = headers
        return try session.look(request, accepting: accepting)
    }

    /// - Returns: `nil` where it is no longer there.
    private func ticket(_ id: String, _ session: TicketSession) throws(DeliveryFault)
        -> IntercomTicket?
    {
        let answer = try look("/tickets/\(id)", accepting: [404], session)
        if answer.status == 404 { return nil }
        guard let ticket = IntercomTicket(answer.json) else { throw answer.holdsNoTicket }
        return ticket
    }

    /// All tickets to which these conditions apply.
    private func tickets(
        _ conditions: [JSON], _ session: TicketSession, where isKept: (JSON) -> Bool
    ) throws(DeliveryFault) -> [JSON] {
        try TicketPages.byCursor(where: isKept) { cursor throws(DeliveryFault) in
            var place: [String: JSON] = ["per_page": .number(Decimal(Self.pageSize))]
            if let cursor { place["starting_after"] = .string(cursor) }
            let answer = try search(
                "/tickets/search",
                [
                    "query": ["operator": "AND", "value": .array(conditions)],
                    "pagination": .object(place),
                ], session)
            let next = answer.json?["pages"]?["next"]?["starting_after"]?.text
            return (try answer.list("tickets"), next)
        }
    }

    private func search(_ path: String, _ body: JSON, _ session: TicketSession)
        throws(DeliveryFault) -> WebAnswer
    {
        try session.look(.json(.post, path, body, headers: headers))
    }

    /// What a ticket is searched by; at the first time it is also seen to that tickets can be made.
    private func fieldOfKey(_ session: TicketSession) throws(DeliveryFault) -> String {
        if let searchedField { return searchedField }
        let types = try look("/ticket_types", session).list("data")
        let attribute = try IntercomTicketType.attribute(
            keyField, of: fields.type ?? "", in: types)
        try checkContact(session)
        let field = "ticket_attribute.\(attribute)"
        searchedField = field
        return field
    }

    /// A contact that is named by an address is made with the first ticket; any other must be there.
    private func checkContact(_ session: TicketSession) throws(DeliveryFault) {
        guard contact.mustExist else { return }
        let found = try search(
            "/contacts/search",
            [
                "query": Self.condition(contact.name, "=", contact.value),
                "pagination": ["per_page": 1],
            ], session)
        guard try found.list("data").isEmpty else { return }
        throw .misfit(
            "there is no contact whose \(contact.name) is '\(contact.value)'; create it in Intercom, or "
                + "correct requester")
    }

    private func remote(_ json: JSON) -> RemoteTicket? {
        guard let id = json["id"]?.text else { return nil }
        let inbox = json["ticket_type"]?["workspace_id"]?.text.flatMap(inbox)
        return RemoteTicket(id: id, address: inbox.map { $0 + "/conversation/\(id)" })
    }

    /// Where agents read, in the region of the API; `nil` behind an address that is not Intercom's.
    private func inbox(of workspace: String) -> String? {
        guard let host = URLComponents(string: destination.address)?.host,
            host.hasPrefix("api."), host.hasSuffix(".intercom.io")
        else { return nil }
        let region = host.dropFirst("api".count).dropLast(".io".count)
        return "https://app\(region).com/a/inbox/\(workspace)/inbox"
    }

    private func status(_ ticket: IntercomTicket) -> TicketStatus {
        TicketStatus(
            id: ticket.id, phase: ticket.isClosed ? .closed : .open, name: ticket.stateName,
            createdAt: ticket.createdAt, firstResponseAt: ticket.firstResponse(besides: admin),
            closedAt: ticket.isClosed ? ticket.lastClosing ?? ticket.changedAt : nil,
            changedAt: ticket.changedAt)
    }
}
