import Foundation
import Model

/// Issues of a GitLab project, by REST API v4.
struct GitLabIssues: TicketSystem {
    let destination: TicketDestination
    let canFind = true
    private var fields: TicketDestination.Fields { destination.fields }
    private var project: String { "/api/v4/projects/\((fields.queue ?? "").encodedForQuery)" }
    private let label = "earshot"

    func isHere(_ ticket: RemoteTicket) -> Bool {
        let project = fields.queue ?? ""
        // Of one that is named by its number, the path is not known.
        return ticket.isBehind(Int(project) == nil ? "/\(project)/-/" : "/-/")
    }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        let answer = try session.look(
            .get(
                project + "/issues",
                [
                    ("labels", label), ("search", key), ("in", "description"), ("scope", "all"),
                    ("sort", "asc"),
                ]))
        return try answer.list().first {
            HiddenKey.key(in: $0["description"]?.text ?? "") == key
        }.flatMap(ticket)
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var issue: [String: JSON] = [
            "title": .string(draft.subject),
            "description": .string(HiddenKey.hidden(draft.key, in: text(of: draft))),
            "labels": .string(TicketTags.listed([label] + draft.tags)),
        ]
        if let type = fields.type { issue["issue_type"] = .string(type) }
        if let assignee = fields.assignee { issue["assignee_ids"] = [.id(assignee)] }
        let answer = try session.write(.json(.post, project + "/issues", .object(issue)))
        guard let made = answer.json.flatMap(ticket) else {
            throw answer.namesNoTicket
        }
        // GitLab drops the labels of a guest without a word, and then the issue could not be found
        // again.
        guard answer.json?["labels"]?.items.contains(where: { $0.text == label }) == true else {
            throw .strayed(
                "issue \(made.id) was made without its label '\(label)': give the token the role "
                    + "Reporter at least, and delete that issue")
        }
        return made
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        try session.add(
            .json(
                .post, project + "/issues/\(ticket.id)/notes",
                ["body": .string(HiddenKey.hidden(draft.mark, in: text(of: draft)))]),
            to: "issue \(ticket.id)")
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        try notes(of: ticket.id, session).contains { draft.isMarked(in: $0["body"]?.text ?? "") }
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let answer = try session.write(
            .json(.put, project + "/issues/\(ticket.id)", ["state_event": "reopen"]))
        guard answer.json?["state"]?.text == "opened" else {
            throw .refused("it was not opened: \(answer.serverText)")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        let issues = try TicketPages.all(where: { isOurs($0["iid"]?.text ?? "") }) {
            page throws(DeliveryFault) in
            try session.look(
                .get(
                    project + "/issues",
                    [
                        ("labels", label), ("scope", "all"),
                        ("updated_after", ContractJSON.timestamp(since)),
                        ("order_by", "created_at"), ("sort", "asc"),
                    ] + TicketPages.query(page))
            ).list()
        }
        var statuses: [TicketStatus] = []
        for issue in issues {
            if let status = try status(of: issue, session) { statuses.append(status) }
        }
        return statuses
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        let answer = try session.look(.get(project + "/issues/\(id)"), accepting: [404])
        if answer.status == 404 { return nil }
        guard let status = try status(of: answer.json ?? .null, session) else {
            throw answer.holdsNoTicket
        }
        return status
    }

    // MARK: - Private

    /// Here a line break is one only behind two spaces (CommonMark §6.7), which GitHub does not ask for
    /// in issues.
    private func text(of draft: TicketDraft) -> String {
        draft.body.replacing("\n", with: "  \n")
    }

    private func notes(of id: String, _ session: TicketSession) throws(DeliveryFault) -> [JSON] {
        try TicketPages.all { page throws(DeliveryFault) in
            let answer = try session.look(
                .get(
                    project + "/issues/\(id)/notes",
                    [("sort", "asc")] + TicketPages.query(page)), accepting: [404])
            return answer.status == 404 ? [] : try answer.list()
        }
    }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        json["iid"]?.text.map { RemoteTicket(id: $0, address: json["web_url"]?.text) }
    }

    private func status(of issue: JSON, _ session: TicketSession) throws(DeliveryFault)
        -> TicketStatus?
    {
        guard let id = issue["iid"]?.text, let changed = issue["updated_at"]?.date else {
            return nil
        }
        let author = issue["author"]?["id"]?.text
        let answers = try notes(of: id, session).filter {
            $0["author"]?["id"]?.text != author && $0["system"]?.flag != true
                && $0["internal"]?.flag != true
        }
        let isClosed = issue["state"]?.text == "closed"
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open, name: issue["state"]?.text ?? "",
            createdAt: issue["created_at"]?.date,
            firstResponseAt: answers.compactMap { $0["created_at"]?.date }.min(),
            closedAt: isClosed ? issue["closed_at"]?.date : nil, changedAt: changed)
    }
}
