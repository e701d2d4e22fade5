import Foundation
import Model

/// Request Tracker 5, by REST2.
struct RequestTracker: TicketSystem {
    let destination: TicketDestination
    let canFind = true
    private let root = "/REST/2.0"
    private var fields: TicketDestination.Fields { destination.fields }
    /// What the addresses of its tickets' pages begin with; their ids follow.
    private var pages: String { "\(destination.address)/Ticket/Display.html?id=" }
    private var keyField: String { fields.keyField ?? "" }

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.isPage(of: pages) }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        // In whatever queue: people move tickets.
        let answer = try session.look(
            .get(
                root + "/tickets",
                [
                    ("query", "'CF.{\(keyField)}'='\(key)'"), ("fields", "CustomFields"),
                    ("orderby", "id"), ("per_page", "5"),
                ]))
        return try answer.list("items").first { self.key(of: $0) == key }.flatMap(ticket)
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var custom: [String: JSON] = [keyField: .string(draft.key)]
        for field in draft.fields { custom[field.name] = field.json }
        var body: [String: JSON] = [
            "Queue": .string(fields.queue ?? ""), "Subject": .string(draft.subject),
            "Content": .string(draft.body), "ContentType": "text/plain",
            // It writes to the requestor, who must never be a stranger.
            "Requestor": .string(fields.requester ?? ""), "CustomFields": .object(custom),
        ]
        if let priority = draft.priority { body["Priority"] = .id(priority) }
        if let assignee = fields.assignee { body["Owner"] = .string(assignee) }
        let answer = try session.write(.json(.post, root + "/ticket", .object(body)))
        guard let made = answer.json.flatMap(ticket) else {
            throw answer.namesNoTicket
        }
        do throws(DeliveryFault) {
            return try checked(made, draft.key, session)
        } catch {
            if case .strayed = error { throw error }
            // It is made, whatever became of the question for its key.
            throw .unclear(error.reason)
        }
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        // A comment stays inside; correspondence would be mailed.
        try session.add(
            .json(
                .post, root + "/ticket/\(ticket.id)/comment",
                [
                    "Content": .string(draft.body + "\n\n" + draft.mark),
                    "ContentType": "text/plain",
                ]), to: "ticket \(ticket.id)")
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        let path = root + "/ticket/\(ticket.id)/attachments"
        func attachments(_ fields: String) throws(DeliveryFault) -> [JSON] {
            try items(path, [("fields", fields), ("orderby", "id")], session, accepting: [404])
        }
        // What customers attach may be larger than the answers that we accept; a single photograph can
        // be.
        let parts = try attachments("ContentType,ContentLength")
        guard parts.reduce(0, { $0 + Self.length($1) }) > Self.mostAtOnce else {
            return try attachments("Content,ContentType").contains { Self.isMarked($0, by: draft) }
        }
        // Comments are plain text, and the latest is the one that may be there already.
        for part in parts.reversed() where part["ContentType"]?.text == "text/plain" {
            guard Self.length(part) <= Self.mostAtOnce, let id = part["id"]?.text else { continue }
            let answer = try session.look(.get(root + "/attachment/\(id)"), accepting: [404])
            if let part = answer.json, Self.isMarked(part, by: draft) { return true }
        }
        return false
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let path = root + "/ticket/\(ticket.id)"
        let answer = try session.write(
            .json(.put, path, ["Status": .string(fields.reopenStatus ?? "open")]))
        // It answers 200 as well where the role may not, and says so in words.
        let now = try session.look(.get(path))
        guard let status = now.json?["Status"]?.text, !closed.contains(status) else {
            throw .refused(answer.serverText)
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        // Dates of a query are in the time zone of whoever asks: a day earlier is never too late.
        let moment = ContractJSON.timestamp(since.addingTimeInterval(-86_400))
            .replacing("T", with: " ").dropLast()
        let tickets = try items(
            root + "/tickets",
            [
                ("query", "LastUpdated >= '\(moment)'"), ("orderby", "id"),
                ("fields", "Status,Created,Resolved,LastUpdated"),
            ], session, where: { isOurs($0["id"]?.text ?? "") })
        var statuses: [TicketStatus] = []
        for ticket in tickets {
            guard let id = ticket["id"]?.text, let changed = date(ticket["LastUpdated"]),
                changed >= since
            else { continue }
            statuses.append(try status(of: id, ticket, changed, session))
        }
        return statuses
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        let answer = try session.look(.get(root + "/ticket/\(id)"), accepting: [404])
        if answer.status == 404 { return nil }
        guard let ticket = answer.json, let changed = date(ticket["LastUpdated"]) else {
            throw answer.holdsNoTicket
        }
        // One that was merged into another is shown as that one.
        return try status(of: id, ticket, changed, session)
    }

    // MARK: - Private

    /// Bytes of attachments that are asked for in one answer: not all of them are text, and JSON writes
    /// what is none in twice as many and more.
    private static let mostAtOnce = 1_000_000

    private static func length(_ attachment: JSON) -> Int {
        // More of one is as much too much.
        min(attachment["ContentLength"]?.text.flatMap { Int($0) } ?? 0, 2 * mostAtOnce)
    }

    private static func isMarked(_ attachment: JSON, by draft: TicketDraft) -> Bool {
        let content = attachment["Content"]?.text ?? ""
        // Asked for by itself, and in some versions always, it is in Base64 (RFC 4648 §4), in lines.
        let decoded = Data(base64Encoded: content, options: .ignoreUnknownCharacters)
            .map { String(decoding: $0, as: UTF8.self) }
        return draft.isMarked(in: content) || draft.isMarked(in: decoded ?? "")
    }

    /// States in which nobody works on a ticket any more; by default those of a new installation.
    ///
    /// A deleted ticket has the same state in every installation.
    private var closed: [String] {
        (fields.closedStates.isEmpty ? ["resolved", "rejected"] : fields.closedStates) + ["deleted"]
    }

    /// Every page of a collection; nothing of one that is not there, where that is accepted.
    private func items(
        _ path: String, _ query: [(String, String)], _ session: TicketSession,
        accepting: Set<Int> = [], where isKept: (JSON) -> Bool = { _ in true }
    ) throws(DeliveryFault) -> [JSON] {
        try TicketPages.all(where: isKept) { page throws(DeliveryFault) in
            let answer = try session.look(
                .get(path, query + TicketPages.query(page)), accepting: accepting)
            return accepting.contains(answer.status) ? [] : try answer.list("items")
        }
    }

    /// A field whose values are unique loses the value of a second ticket without a word.
    ///
    /// So a ticket that was made without its key is either a copy, or the field is wrong.
    private func checked(_ made: RemoteTicket, _ key: String, _ session: TicketSession)
        throws(DeliveryFault) -> RemoteTicket
    {
        let answer = try session.look(.get(root + "/ticket/\(made.id)"))
        if answer.json.flatMap(self.key) == key { return made }
        guard let first = try find(key, session) else {
            throw .strayed(
                "ticket \(made.id) was made without its key: '\(keyField)' is not a field of its "
                    + "queue, or not ours to fill; correct key_field and delete that ticket")
        }
        _ = try session.write(
            .json(.put, root + "/ticket/\(made.id)", ["MergeInto": .id(first.id)]))
        return RemoteTicket(id: first.id, address: first.address, wasFound: true)
    }

    private func key(of ticket: JSON) -> String? {
        let field = ticket["CustomFields"]?.items.first { $0["name"]?.text == keyField }
        return field?["values"]?.items.first?.text
    }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        json["id"]?.text.map { RemoteTicket(id: $0, address: pages + $0) }
    }

    private func status(
        of id: String, _ item: JSON, _ changed: Date, _ session: TicketSession
    ) throws(DeliveryFault) -> TicketStatus {
        let name = item["Status"]?.text ?? ""
        let rows = try items(
            root + "/ticket/\(id)/history", [("fields", "Type,Creator,Created")], session)
        let own = rows.first { $0["Type"]?.text == "Create" }?["Creator"]?["id"]?.text
        let answers = rows.filter {
            $0["Type"]?.text == "Correspond" && $0["Creator"]?["id"]?.text != own
        }
        let isClosed = closed.contains(name)
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open, name: name,
            createdAt: date(item["Created"]),
            firstResponseAt: answers.compactMap { date($0["Created"]) }.min(),
            closedAt: isClosed ? date(item["Resolved"]) : nil, changedAt: changed)
    }

    /// What is not set is told as the beginning of 1970.
    private func date(_ value: JSON?) -> Date? {
        value?.text.flatMap(ContractJSON.date).flatMap {
            $0.timeIntervalSince1970 > 0 ? $0 : nil
        }
    }
}
