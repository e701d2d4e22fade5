import Foundation
import Model

/// Issues of a GitHub repository.
///
/// A label for each ticket would be too many labels, and the search's index lags behind. So the key
/// stands in the text, where readers do not see it, and is found by listing the issues with one fixed
/// label, which is up to date.
final class GitHubIssues: TicketSystem {
    let canFind = true
    private let destination: TicketDestination
    private var fields: TicketDestination.Fields { destination.fields }
    private let repository: MovableRepository
    private let label = "earshot"
    /// By key, as far as they have been listed.
    private var known: [String: RemoteTicket] = [:]
    private var listedAt: Date?

    init(destination: TicketDestination) {
        self.destination = destination
        repository = MovableRepository(
            at: "/repos/\(destination.fields.queue ?? "")", of: destination.address)
    }

    func isHere(_ ticket: RemoteTicket) -> Bool {
        repository.hasMoved || ticket.isBehind("/\(destination.fields.queue ?? "")/issues/")
    }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        // Clocks differ by less than that.
        let since = listedAt?.addingTimeInterval(-300)
        let now = session.clock.now()
        for issue in try issues(since: since, session) {
            guard let key = HiddenKey.key(in: issue["body"]?.text ?? ""), known[key] == nil else {
                continue
            }
            known[key] = ticket(issue)
        }
        listedAt = now
        return known[key]
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        var issue: [String: JSON] = [
            "title": .string(draft.subject),
            "body": .string(HiddenKey.hidden(draft.key, in: draft.body)),
            "labels": .array(([label] + draft.tags).map(JSON.string)),
        ]
        if let assignee = fields.assignee { issue["assignees"] = [.string(assignee)] }
        let answer = try repository.answer(
            to: .json(.post, "/issues", .object(issue), headers: headers), now: session.now
        ) { request, statuses throws(DeliveryFault) in
            try session.write(request, accepting: statuses)
        }
        guard let made = answer.json.flatMap(ticket) else {
            throw answer.namesNoTicket
        }
        // GitHub drops the labels of somebody who may not push without a word, and then the issue could
        // not be found again. A label that the repository spells in other letter case is the same one,
        // and is returned in the repository's spelling.
        let labels = (answer.json?["labels"]?.items ?? []).compactMap { $0["name"]?.text }
        guard labels.contains(where: { $0.lowercased() == label }) else {
            throw .strayed(
                "issue \(made.id) was made without its label '\(label)': give the token's user write "
                    + "access to the repository, and delete that issue")
        }
        known[draft.key] = made
        return made
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        let answer = try answer(
            to: .json(
                .post, "/issues/\(ticket.id)/comments",
                ["body": .string(HiddenKey.hidden(draft.mark, in: draft.body))], headers: headers),
            session
        ) { request, statuses throws(DeliveryFault) in
            try session.write(request, accepting: statuses, isToldInJSON: true)
        }
        if Self.gone.contains(answer.status) { throw .gone("issue \(ticket.id) is gone") }
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        try comments(of: ticket.id, session).contains {
            draft.isMarked(in: $0["body"]?.text ?? "")
        }
    }

    func reopen(_ ticket: RemoteTicket, _ session: TicketSession) throws(DeliveryFault) {
        let answer = try answer(
            to: .json(.patch, "/issues/\(ticket.id)", ["state": "open"], headers: headers), session
        ) { request, statuses throws(DeliveryFault) in
            try session.write(request, accepting: statuses)
        }
        guard answer.json?["state"]?.text == "open" else {
            throw .refused("it was not opened: \(answer.serverText)")
        }
    }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        var statuses: [TicketStatus] = []
        for issue in try issues(since: since, session) where isOurs(issue["number"]?.text ?? "") {
            if let status = try status(of: issue, session) { statuses.append(status) }
        }
        return statuses
    }

    func status(of id: String, _ session: TicketSession) throws(DeliveryFault) -> TicketStatus? {
        let answer = try look(WebRequest.get("/issues/\(id)"), session)
        if Self.gone.contains(answer.status) { return nil }
        guard let status = try status(of: answer.json ?? .null, session) else {
            throw answer.holdsNoTicket
        }
        return status
    }

    // MARK: - Private

    /// An issue that was moved to another repository answers 301, one that was deleted 410.
    private static let gone: Set = [301, 404, 410]

    private let headers = ["X-GitHub-Api-Version: 2022-11-28"]

    /// Open and closed ones, oldest first; pull requests, which it lists as well, have no key.
    private func issues(since: Date?, _ session: TicketSession) throws(DeliveryFault) -> [JSON] {
        try TicketPages.all { page throws(DeliveryFault) in
            var query = [
                ("labels", label), ("state", "all"), ("sort", "created"), ("direction", "asc"),
            ]
            query += TicketPages.query(page)
            if let since { query.append(("since", ContractJSON.timestamp(since))) }
            var request = WebRequest.get("/issues", query)
            request.headers = headers
            return try repository.answer(to: request, now: session.now) {
                request, statuses throws(DeliveryFault) in
                try session.look(request, accepting: statuses)
            }.list()
        }
    }

    /// Asks about one issue.
    private func look(_ request: WebRequest, _ session: TicketSession) throws(DeliveryFault)
        -> WebAnswer
    {
        var request = request
        request.headers = headers
        return try answer(to: request, session) { request, statuses throws(DeliveryFault) in
            try session.look(request, accepting: statuses)
        }
    }

    /// The answer about one issue, wherever its repository is by now.
    ///
    /// A single issue may have been moved; the list of all issues shows whether that or the whole
    /// repository was.
    private func answer(
        to request: WebRequest, _ session: TicketSession,
        by send: (WebRequest, _ accepting: Set<Int>) throws(DeliveryFault) -> WebAnswer
    ) throws(DeliveryFault) -> WebAnswer {
        let place = repository.path
        let answer = try send(repository.request(request), Self.gone)
        guard answer.status == 301 else { return answer }
        _ = try issues(since: session.now, session)
        return repository.path == place
            ? answer : try send(repository.request(request), Self.gone)
    }

    private func comments(of id: String, _ session: TicketSession) throws(DeliveryFault) -> [JSON] {
        try TicketPages.all { page throws(DeliveryFault) in
            let answer = try look(
                .get("/issues/\(id)/comments", TicketPages.query(page)), session)
            return Self.gone.contains(answer.status) ? [] : try answer.list()
        }
    }

    private func status(of issue: JSON, _ session: TicketSession) throws(DeliveryFault)
        -> TicketStatus?
    {
        guard let id = issue["number"]?.text, let changed = issue["updated_at"]?.date else {
            return nil
        }
        let author = issue["user"]?["login"]?.text
        let answers = try comments(of: id, session).filter {
            $0["user"]?["login"]?.text != author
        }
        let isClosed = issue["state"]?.text == "closed"
        return TicketStatus(
            id: id, phase: isClosed ? .closed : .open,
            // `not_planned` is what other systems call rejected.
            name: (isClosed ? issue["state_reason"]?.text : nil) ?? issue["state"]?.text ?? "",
            createdAt: issue["created_at"]?.date,
            firstResponseAt: answers.compactMap { $0["created_at"]?.date }.min(),
            closedAt: isClosed ? issue["closed_at"]?.date : nil, changedAt: changed)
    }

    private func ticket(_ json: JSON) -> RemoteTicket? {
        json["number"]?.text.map { RemoteTicket(id: $0, address: json["html_url"]?.text) }
    }
}

/// A key in a text in Markdown, where readers do not see it.
enum HiddenKey {
    static func hidden(_ key: String, in text: String) -> String {
        text + "\n\n<!-- \(key) -->"
    }

    /// The last one: what stands before it may be the words of a stranger.
    static func key(in text: String) -> String? {
        guard let opening = text.ranges(of: "<!-- earshot-").last else { return nil }
        let rest = text[opening.lowerBound...].dropFirst("<!-- ".count)
        return rest.firstRange(of: " -->").map { String(rest[..<$0.lowerBound]) }
    }
}
