import Foundation
import Model

/// Any address that takes JSON, made as the destination's fields say or, without any, of all that is
/// known.
///
/// The body is signed. It cannot be asked what it holds, so it may get an operation twice, each time with
/// the same `Idempotency-Key`.
struct Webhook: TicketSystem {
    let destination: TicketDestination
    let canFind = false

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        nil
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        let answer = try send(draft, .create, name: "\(draft.key)-create", session)
        // What it calls the ticket, where it says so.
        let id = answer.json?["id"]?.text ?? draft.key
        return RemoteTicket(id: id, address: answer.json?["url"]?.text)
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        _ = try send(draft, .comment, name: "\(draft.key)-\(draft.commentName)", session)
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    { nil }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    { [] }

    // MARK: - Private

    private func send(
        _ draft: TicketDraft, _ operation: TicketDelivery.Operation, name: String,
        _ session: TicketSession
    ) throws(DeliveryFault) -> WebAnswer {
        let request = WebRequest.json(
            .post, "", body(draft, operation), headers: ["Idempotency-Key: \(name)"])
        return try session.write(request, isSigned: true)
    }

    private func body(_ draft: TicketDraft, _ operation: TicketDelivery.Operation) -> JSON {
        guard draft.fields.isEmpty else {
            var body = JSON.object([:])
            for field in draft.fields {
                body.set(field.name.split(separator: ".").map(String.init), field.json)
            }
            return body
        }
        return [
            "schema_version": 1, "operation": .string(operation.rawValue),
            "key": .string(draft.key), "subject": .string(draft.subject),
            "body": .string(draft.body), "tags": .array(draft.tags.map(JSON.string)),
            "priority": draft.priority.map(JSON.string) ?? .null,
            "facts": .object(
                Dictionary(uniqueKeysWithValues: draft.facts.map { ($0.rawValue, .string($1)) })),
        ]
    }
}

extension JSON {
    /// Puts a value at a path of names, making the objects on the way.
    mutating func set(_ path: [String], _ value: JSON) {
        guard let name = path.first else {
            self = value
            return
        }
        var members: [String: JSON] = [:]
        if case .object(let own) = self { members = own }
        var inner = members[name] ?? .object([:])
        inner.set(Array(path.dropFirst()), value)
        members[name] = inner
        self = .object(members)
    }
}
