import Foundation
import Model

/// Redmine 4 and 5, by its REST API.
struct Redmine: TicketSystem {
    let destination: TicketDestination
    let canFind = true
    private var fields: TicketDestination.Fields { destination.fields }
    /// What the addresses of its tickets' pages begin with; their ids follow.
    private var pages: String { "\(destination.address)/issues/" }
    private var keyField: String { fields.keyField ?? "" }

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.isPage(of: pages) }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        // Closed ones are left out unless asked for.
        let answer = try session.look(
            .get(
                "/issues.json",
                [("cf_\(keyField)", key), ("status_id", "*"), ("sort", "id"), ("limit", "5")]))
        let issues = try answer.list("issues")
        // A field that cannot be searched by is ignored without a word, and all issues come.
        guard issues.allSatisfy({ self.key(of: $0) == key }) else {
            throw .misfit(
                "it cannot be searched by field \(keyField); check key_field, and that the field is "
                    + "used as a filter")
        }
        return issues.first.flatMap(ticket)
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var issue: [String: JSON] = [
            "project_id": .string(fields.queue ?? ""), "tracker_id": .id(fields.type ?? ""),
            "subject": .string(draft.subject), "description": .string(draft.body),
            "custom_fields": .array(
                [Self.field(keyField, .string(draft.key))]
                    + draft.fields.map { Self.field($0.name, $0.json) }),
        ]
        if let priority = draft.priority { issue["priority_id"] = .id(priority) }
        if let assignee = fields.assignee { issue["assigned_to_id"] = .id(assignee) }
        let answer = try session.write(
            .json(.post, "/issues.json", ["issue": .object(issue)]),
            accepting: [422])
        if answer.status == 422 { throw try refusal(answer, session) }
        guard let made = answer.json?["issue"], let ticket = ticket(made) else {
            throw answer.namesNoTicket
        }
        // Unknown fields are dropped without a word, and the issue could not be found again.
        guard key(of: made) == draft.key else {
            throw .strayed(
                "issue \(ticket.id) was made without its key: field \(keyField) is not one of its "
                    + "tracker and project; correct key_field and delete that issue")
        }
        return ticket
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        let answer = try session.write(
            .json(
                .put, "/issues/\(ticket.id).json",
                ["issue": ["notes": .string(draft.body + "\n\n" + draft.mark)]]), accepting: [404])
        if answer.status == 404 { throw .gone("issue \(ticket.id) is gone") }
        guard answer.body.isEmpty else {
            throw .unclear("the answer is another's: \(answer.serverText)")
        }
        try checkNote(draft, on: ticket, session)
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        guard let issue = try issue(ticket.id, session) else { return false }
        return issue["journals"]?.items.contains { journal in
            draft.isMarked(in: journal["notes"]?.text ?? "")
        } ?? false
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let statuses = try session.look(.get("/issue_statuses.json"))
        let open = try statuses.list("issue_statuses")
            .filter { $0["is_closed"]?.flag != true }.compactMap { $0["id"]?.text }
        let path = "/issues/\(ticket.id).json"
        func issue() throws(DeliveryFault) -> JSON? {
            try session.look(
                .get(path, [("include", "allowed_statuses")])
            ).json?["issue"]
        }
        func isOpen(_ issue: JSON?) -> Bool {
            issue?["status"]?["id"]?.text.map { open.contains($0) } ?? false
        }
        let before = try issue()
        guard !isOpen(before) else { return }
        // Before Redmine 5 it does not say what its workflow allows.
        let allowed = before?["allowed_statuses"]?.items.compactMap { $0["id"]?.text }
        let status =
            fields.reopenStatus ?? open.first { id in allowed.map { $0.contains(id) } ?? true }
        guard let status else {
            throw .refused("its workflow allows the token's role no open status")
        }
        _ = try session.write(.json(.put, path, ["issue": ["status_id": .id(status)]]))
        // A status that the workflow does not allow is passed over without a word.
        guard isOpen(try issue()) else {
            throw .refused(
                "status \(status) left it closed; its workflow has to allow it the token's role")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        let ownID = try ownID(session)
        let changed = try TicketPages.byPlace { start throws(DeliveryFault) in
            let page = try session.look(
                .get(
                    "/issues.json",
                    [
                        ("status_id", "*"), ("updated_on", ">=" + ContractJSON.timestamp(since)),
                        ("sort", "id"), ("limit", String(TicketPages.size)),
                        ("offset", String(start)),
                    ]))
            return (
                try page.list("issues"), page.json?["total_count"]?.text.flatMap { Int($0) }
            )
        }
        var statuses: [TicketStatus] = []
        for id in changed.compactMap({ $0["id"]?.text }) where isOurs(id) {
            if let issue = try issue(id, session), let status = status(of: issue, ownID) {
                statuses.append(status)
            }
        }
        return statuses
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        guard let issue = try issue(id, session) else { return nil }
        guard let status = status(of: issue, try ownID(session)) else {
            throw .unsent("issue \(id) does not say when it was changed")
        }
        return status
    }

    // MARK: - Private

    /// Who we are there.
    private func ownID(_ session: TicketSession) throws(DeliveryFault) -> String? {
        let user = try session.look(.get("/users/current.json"))
        return user.json?["user"]?["id"]?.text
    }

    /// An unknown project is refused like a wrong value, yet no ticket will ever get past it.
    private func refusal(_ answer: WebAnswer, _ session: TicketSession) throws(DeliveryFault)
        -> DeliveryFault
    {
        let project = (fields.queue ?? "").encodedForQuery
        _ = try session.look(.get("/projects/\(project).json"))
        return .refused("422: \(answer.serverText)")
    }

    /// A note that the role may not add, or a status of the workflow does not allow, is dropped without
    /// a word: the answer is the same 204.
    private func checkNote(
        _ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession
    ) throws(DeliveryFault) {
        let isThere: Bool?
        do throws(DeliveryFault) {
            isThere = try hasComment(draft, on: ticket, session)
        } catch {
            // It may be there, whatever became of the question for it.
            throw .unclear(error.reason)
        }
        guard isThere == true else {
            throw .barred(
                "issue \(ticket.id) was answered for and has no new note: give the token's role the "
                    + "permission 'Add notes'")
        }
    }

    private static func field(_ id: String, _ value: JSON) -> JSON {
        ["id": .id(id), "value": value]
    }

    private func key(of issue: JSON) -> String? {
        issue["custom_fields"]?.items.first { $0["id"]?.text == keyField }?["value"]?.text
    }

    private func ticket(_ issue: JSON) -> RemoteTicket? {
        issue["id"]?.text.map { RemoteTicket(id: $0, address: pages + $0) }
    }

    private func issue(_ id: String, _ session: TicketSession) throws(DeliveryFault) -> JSON? {
        let answer = try session.look(
            .get("/issues/\(id).json", [("include", "journals")]),
            accepting: [404])
        if answer.status == 404 { return nil }
        guard let issue = answer.json?["issue"] else {
            throw answer.holdsNoTicket
        }
        return issue
    }

    private func status(of issue: JSON, _ ownID: String?) -> TicketStatus? {
        guard let id = issue["id"]?.text, let changed = issue["updated_on"]?.date else {
            return nil
        }
        let isClosed = issue["status"]?["is_closed"]?.flag ?? (issue["closed_on"]?.text != nil)
        let answers = issue["journals"]?.items.filter { journal in
            journal["user"]?["id"]?.text != ownID && journal["private_notes"]?.flag != true
                && journal["notes"]?.text?.isEmpty == false
        }
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open,
            name: issue["status"]?["name"]?.text ?? "", createdAt: issue["created_on"]?.date,
            firstResponseAt: answers?.compactMap { $0["created_on"]?.date }.min(),
            // It stays set when an issue is opened again.
            closedAt: isClosed ? issue["closed_on"]?.date : nil, changedAt: changed)
    }
}
