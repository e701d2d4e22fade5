import Foundation
import Model

/// Jira, by REST API v3 in Atlassian's cloud and v2 in a data center of one's own.
///
/// The key is a label: issue properties can be searched only where an app has declared them.
struct Jira: TicketSystem {
    let destination: TicketDestination
    let isCloud: Bool
    let canFind = true
    private var fields: TicketDestination.Fields { destination.fields }
    /// What the addresses of its tickets' pages begin with.
    private var pages: String { "\(destination.address)/browse/" }
    private var root: String { isCloud ? "/rest/api/3" : "/rest/api/2" }
    /// Every ticket of ours has it, beside its key.
    private let commonLabel = "earshot"

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.isBehind(pages) }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        try search("labels = \"\(key)\" ORDER BY created ASC", fields: ["labels"], session)
            .first { $0["fields"]?["labels"]?.items.contains { $0.text == key } == true }
            .flatMap(ticket)
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        // A label has no spaces.
        let labels = [draft.key, commonLabel] + draft.tags.map { $0.replacing(" ", with: "_") }
        var issue: [String: JSON] = [
            "project": ["key": .string(fields.queue ?? "")],
            "issuetype": ["name": .string(fields.type ?? "")],
            "summary": .string(draft.subject), "description": text(draft.body, of: draft),
            "labels": .array(labels.map(JSON.string)),
        ]
        if let priority = draft.priority { issue["priority"] = ["name": .string(priority)] }
        if let assignee = fields.assignee {
            issue["assignee"] = [isCloud ? "accountId" : "name": .string(assignee)]
        }
        var content = JSON.object(issue)
        for field in draft.fields { content.set(field) }
        let answer = try session.write(.json(.post, root + "/issue", ["fields": content]))
        guard let made = answer.json.flatMap(ticket) else {
            throw answer.namesNoTicket
        }
        return made
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        try session.add(
            .json(
                .post, root + "/issue/\(ticket.id)/comment",
                ["body": text(draft.body + "\n\n" + draft.mark, of: draft)]),
            to: "issue \(ticket.id)")
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        try comments(of: ticket.id, session).contains { comment in
            comment["body"].map { draft.isMarked(in: JiraDocument.plain($0)) } ?? false
        }
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let path = root + "/issue/\(ticket.id)"
        guard try isDone(path, session) else { return }
        // Each workflow has statuses and transitions of its own; their categories are Jira's.
        let transitions = try session.look(
            .get(path + "/transitions")
        ).list("transitions")
        let out = transitions.first { Self.category(of: $0["to"]).map { $0 != "done" } ?? false }
        guard let id = out?["id"]?.text else {
            throw .refused("its workflow has no way out of 'done' that is open to us")
        }
        _ = try session.write(
            .json(.post, path + "/transitions", ["transition": ["id": .string(id)]]))
        guard try !isDone(path, session) else {
            throw .refused("transition \(id) left it as it was")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        let ownID = try ownID(session)
        // JQL knows minutes only, in the time zone of the user: a day earlier is never too late.
        let day = ContractJSON.timestamp(since.addingTimeInterval(-86_400)).prefix(10)
        let issues = try search(
            "labels = \(commonLabel) AND updated >= \"\(day)\" ORDER BY created ASC",
            fields: Self.statusFields, session)
        var statuses: [TicketStatus] = []
        for issue in issues where isOurs(issue["id"]?.text ?? "") {
            guard let changed = date(issue["fields"]?["updated"]), changed >= since else {
                continue
            }
            if let status = try status(of: issue, changed, ownID, session) {
                statuses.append(status)
            }
        }
        return statuses
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        let answer = try session.look(
            .get(
                root + "/issue/\(id)",
                [("fields", Self.statusFields.joined(separator: ","))]), accepting: [404])
        if answer.status == 404 { return nil }
        guard let issue = answer.json, let changed = date(issue["fields"]?["updated"]),
            let status = try status(of: issue, changed, try ownID(session), session)
        else { throw answer.holdsNoTicket }
        return status
    }

    // MARK: - Private

    private static let statusFields = ["status", "created", "updated", "resolutiondate"]

    /// Who we are there.
    private func ownID(_ session: TicketSession) throws(DeliveryFault) -> String? {
        try session.look(.get(root + "/myself"))
            .json.flatMap(Self.person)
    }

    /// Everything a query finds.
    ///
    /// The cloud's search goes on by a token and has no count, that of a data center by the place
    /// it begins at.
    private func search(
        _ jql: String, fields: [String], _ session: TicketSession
    ) throws(DeliveryFault) -> [JSON] {
        let body: [String: JSON] = [
            "jql": .string(jql), "fields": .array(fields.map(JSON.string)),
            "maxResults": .number(Decimal(TicketPages.size)),
        ]
        func page(_ path: String, _ place: [String: JSON]) throws(DeliveryFault) -> WebAnswer {
            try session.look(
                .json(.post, root + path, .object(body.merging(place) { own, _ in own })))
        }
        guard isCloud else {
            return try TicketPages.byPlace { start throws(DeliveryFault) in
                let answer = try page("/search", ["startAt": .number(Decimal(start))])
                return (try answer.list("issues"), answer.total)
            }
        }
        return try TicketPages.byCursor { token throws(DeliveryFault) in
            let answer = try page(
                "/search/jql", token.map { ["nextPageToken": .string($0)] } ?? [:])
            return (try answer.list("issues"), answer.json?["nextPageToken"]?.text)
        }
    }

    private func comments(of id: String, _ session: TicketSession) throws(DeliveryFault) -> [JSON] {
        try TicketPages.byPlace { start throws(DeliveryFault) in
            let answer = try session.look(
                .get(
                    root + "/issue/\(id)/comment",
                    [
                        ("orderBy", "created"), ("maxResults", String(TicketPages.size)),
                        ("startAt", String(start)),
                    ]), accepting: [404])
            return answer.status == 404 ? ([], 0) : (try answer.list("comments"), answer.total)
        }
    }

    /// As v3 takes it, or as v2 does.
    private func text(_ text: String, of draft: TicketDraft) -> JSON {
        isCloud ? JiraDocument.document(text, linking: draft.links) : .string(text)
    }

    private func isDone(_ path: String, _ session: TicketSession) throws(DeliveryFault) -> Bool {
        let answer = try session.look(.get(path, [("fields", "status")]))
        guard let category = Self.category(of: answer.json?["fields"]?["status"]) else {
            throw answer.holdsNoTicket
        }
        return category == "done"
    }

    private static func category(of status: JSON?) -> String? {
        status?["statusCategory"]?["key"]?.text
    }

    private static func person(_ json: JSON) -> String? {
        json["accountId"]?.text ?? json["key"]?.text
    }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        guard let id = json["id"]?.text else { return nil }
        return RemoteTicket(id: id, address: json["key"]?.text.map { pages + $0 })
    }

    private func status(
        of issue: JSON, _ changed: Date, _ ownID: String?, _ session: TicketSession
    ) throws(DeliveryFault) -> TicketStatus? {
        guard let id = issue["id"]?.text, let fields = issue["fields"] else { return nil }
        let isClosed = Self.category(of: fields["status"]) == "done"
        let answers = try comments(of: id, session).filter { comment in
            comment["author"].flatMap(Self.person) != ownID
                && comment["jsdPublic"]?.flag != false
        }
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open, name: fields["status"]?["name"]?.text ?? "",
            createdAt: date(fields["created"]),
            firstResponseAt: answers.compactMap { date($0["created"]) }.min(),
            closedAt: isClosed ? date(fields["resolutiondate"]) ?? changed : nil,
            changedAt: changed)
    }

    /// `2026-11-22T12:00:00.000+0100`: the offset has no colon.
    private func date(_ value: JSON?) -> Date? {
        guard let text = value?.text else { return nil }
        let digits = text.suffix(5)
        let isBare = "+-".contains(digits.first ?? " ") && !digits.contains(":")
        return ContractJSON.date(isBare ? text.dropLast(2) + ":" + text.suffix(2) : text)
    }
}

extension JSON {
    /// A field to choose from takes options, which are objects: `customfield_10010.value`; one that takes
    /// several has a list of them.
    fileprivate mutating func set(_ field: TicketDraft.Field) {
        let path = field.name.split(separator: ".").map(String.init)
        guard let values = field.values, path.count > 1 else { return set(path, field.json) }
        let options = values.map { value in
            var option = JSON.object([:])
            option.set(Array(path.dropFirst()), .string(value))
            return option
        }
        set([path[0]], .array(options))
    }
}

extension WebAnswer {
    /// How many items its list has in all, where it says so.
    fileprivate var total: Int? { json?["total"]?.text.flatMap { Int($0) } }
}
