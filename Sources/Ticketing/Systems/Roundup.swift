import Foundation
import Model

/// Roundup 2, by its REST API.
struct Roundup: TicketSystem {
    let destination: TicketDestination
    let canFind = true
    private let root = "/rest/data"
    private var fields: TicketDestination.Fields { destination.fields }
    /// What the addresses of its tickets' pages begin with; their ids follow.
    private var pages: String { "\(destination.address)/issue" }
    private var keyField: String { fields.keyField ?? "" }

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.isPage(of: pages) }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        // Without the colon it would search for parts of words.
        let answer = try look(
            "/issue", [("\(keyField):", key), ("@fields", keyField), ("@sort", "id")], session)
        let issues = try answer.list("data", "collection")
        return issues.first { $0[keyField]?.text == key }.flatMap(ticket)
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        let message = try message(draft.body, session)
        var issue: [String: JSON] = [
            "title": .string(draft.subject), keyField: .string(draft.key),
            "messages": [.string(message)],
        ]
        for field in draft.fields { issue[field.name] = field.json }
        if let priority = draft.priority { issue["priority"] = .string(priority) }
        if let assignee = fields.assignee { issue["assignedto"] = .string(assignee) }
        let answer = try session.write(
            .json(.post, root + "/issue", .object(issue), headers: headers), accepting: [409])
        // Where the key is unique, somebody was faster.
        if answer.status == 409 {
            guard let first = try find(draft.key, session) else {
                throw .refused("409: \(answer.serverText)")
            }
            return RemoteTicket(id: first.id, address: first.address, wasFound: true)
        }
        guard let made = answer.json?["data"].flatMap(ticket) else {
            throw answer.namesNoTicket
        }
        return made
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        let message = try message(draft.body + "\n\n" + draft.mark, session)
        try change(ticket, ["@op": "add", "messages": [.string(message)]], session)
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        // The classic tracker does it itself where a message is added.
        guard try isClosed(ticket, session) else { return }
        let statuses = try look(
            "/status", [("@fields", "name"), ("@sort", "order")], session
        ).list("data", "collection")
        let first = statuses.compactMap { $0["name"]?.text }.first { !closed.contains($0) }
        guard let status = fields.reopenStatus ?? first else {
            throw .refused("there is no status but closed ones")
        }
        try change(ticket, ["@op": "replace", "status": .string(status)], session)
        guard try !isClosed(ticket, session) else {
            throw .refused("status '\(status)' left it as it was")
        }
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        for id in try messages(of: ticket.id, session) {
            let content = try look("/msg/\(id)/content", [], session, accepting: [404])
            if draft.isMarked(in: content.json?["data"]?["data"]?.text ?? "") { return true }
        }
        return false
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        // Dates of a query are in the time zone of whoever asks: a day earlier is never too late.
        let moment = ContractJSON.timestamp(since.addingTimeInterval(-86_400))
            .replacing("T", with: ".").dropLast()
        let issues = try TicketPages.all(where: { isOurs($0["id"]?.text ?? "") }) {
            page throws(DeliveryFault) in
            try look(
                "/issue",
                [
                    ("activity", "from \(moment)"), ("@sort", "id"),
                    ("@fields", "status,activity,creation"), ("@verbose", "2"),
                    ("@page_size", String(TicketPages.size)), ("@page_index", String(page)),
                ], session
            ).list("data", "collection")
        }
        var statuses: [TicketStatus] = []
        for issue in issues {
            guard let id = issue["id"]?.text, let changed = date(issue["activity"]),
                changed >= since
            else { continue }
            statuses.append(try status(of: id, issue, changed, session))
        }
        return statuses
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        // Asked for by itself, one that was retired is shown as if it were there; no list has it.
        let answer = try look(
            "/issue", [("id", id), ("@fields", "status,activity,creation"), ("@verbose", "2")],
            session)
        let issues = try answer.list("data", "collection")
        guard let issue = issues.first(where: { $0["id"]?.text == id }) else { return nil }
        guard let changed = date(issue["activity"]) else { throw answer.holdsNoTicket }
        return try status(of: id, issue, changed, session)
    }

    // MARK: - Private

    private static let mostConflicts = 5
    /// States in which nobody works on an issue any more; by default those of the classic tracker.
    private var closed: [String] {
        fields.closedStates.isEmpty ? ["resolved", "done-cbb"] : fields.closedStates
    }

    /// Asks from the same origin as it writes: one that is not Roundup's own is told of before anything
    /// is sent.
    private func look(
        _ path: String, _ query: [(String, String)], _ session: TicketSession,
        accepting: Set<Int> = []
    ) throws(DeliveryFault) -> WebAnswer {
        var request = WebRequest.get(root + path, query)
        request.headers = headers
        do throws(DeliveryFault) {
            return try session.look(request, accepting: accepting)
        } catch {
            guard case .barred(let reason) = error, reason.contains(Self.isElsewhere) else {
                throw error
            }
            throw .misfit(
                "\(reason) Its address is not the one that it has as its own: write that one, `web` under "
                    + "[tracker] in its config.ini")
        }
    }

    /// What it says to another origin than its own.
    private static let isElsewhere = "not allowed to use Rest Interface"

    /// What it wants of everything that writes, against requests forged by other pages.
    private var headers: [String] {
        let parts = URLComponents(string: destination.address)
        let port = parts?.port.map { ":\($0)" } ?? ""
        return [
            "Origin: \(parts?.scheme ?? "https")://\(parts?.host ?? "")\(port)",
            "X-Requested-With: Earshot",
        ]
    }

    private func change(
        _ ticket: RemoteTicket, _ change: JSON, _ session: TicketSession
    ) throws(DeliveryFault) {
        for _ in 0..<Self.mostConflicts {
            let issue = try look("/issue/\(ticket.id)", [], session, accepting: [404])
            if issue.status == 404 { throw .gone("issue \(ticket.id) is gone") }
            guard let tag = issue.json?["data"]?["@etag"]?.text else {
                throw issue.holdsNoTicket
            }
            let answer = try session.write(
                .json(
                    .patch, root + "/issue/\(ticket.id)", change,
                    headers: headers + ["If-Match: \(tag)"]),
                accepting: [412], isToldInJSON: true)
            if answer.status != 412 { return }
        }
        throw .unclear("issue \(ticket.id) was changed by others each time")
    }

    private func isClosed(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault)
        -> Bool
    {
        let answer = try look(
            "/issue/\(ticket.id)", [("@fields", "status"), ("@verbose", "2")], session)
        guard let name = answer.json?["data"]?["attributes"]?["status"]?["name"]?.text else {
            throw .unsent("the answer holds no status: \(answer.quoted)")
        }
        return closed.contains(name)
    }

    /// A message by itself is seen by nobody, so making one twice does no harm.
    ///
    /// - Throws: `unclear` all the same where it is, so that a text that the system cannot take is given
    ///   up in the end.
    private func message(_ text: String, _ session: TicketSession) throws(DeliveryFault) -> String {
        let answer = try session.write(
            .json(
                .post, root + "/msg",
                [
                    "content": .string(text),
                    "author": .string(destination.credentials.user ?? ""),
                ], headers: headers))
        guard let id = answer.json?["data"]?["id"]?.text else {
            throw .unclear("the answer names no new message: \(answer.quoted)")
        }
        return id
    }

    private func messages(of issue: String, _ session: TicketSession) throws(DeliveryFault)
        -> [String]
    {
        let answer = try look("/issue/\(issue)", [], session, accepting: [404])
        if answer.status == 404 { return [] }
        let links = try answer.list("data", "attributes", "messages")
        return links.compactMap { $0["id"]?.text }
    }

    /// Who wrote a message, and when.
    private func origin(of message: String, _ session: TicketSession) throws(DeliveryFault)
        -> (author: String, date: Date)?
    {
        let answer = try look(
            "/msg/\(message)", [("@fields", "author,creation"), ("@verbose", "2")], session,
            accepting: [404])
        let attributes = answer.json?["data"]?["attributes"]
        guard let author = attributes?["author"]?["username"]?.text,
            let date = date(attributes?["creation"])
        else { return nil }
        return (author, date)
    }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        json["id"]?.text.map { RemoteTicket(id: $0, address: pages + $0) }
    }

    private func status(
        of id: String, _ issue: JSON, _ changed: Date, _ session: TicketSession
    ) throws(DeliveryFault) -> TicketStatus {
        let name = issue["status"]?["name"]?.text ?? ""
        var answers: [Date] = []
        for message in try messages(of: id, session) {
            guard let origin = try origin(of: message, session),
                origin.author != destination.credentials.user
            else { continue }
            answers.append(origin.date)
        }
        let isClosed = closed.contains(name)
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open, name: name,
            createdAt: date(issue["creation"]),
            firstResponseAt: answers.min(),
            // It keeps no time of its own for that; the latest change is the latest it can be.
            closedAt: isClosed ? changed : nil, changedAt: changed)
    }

    /// `2026-11-22.01:29:13`, in UTC.
    private func date(_ value: JSON?) -> Date? {
        value?.text.flatMap { text in
            ContractJSON.date(text.prefix(19).replacing(".", with: "T") + "Z")
        }
    }
}
