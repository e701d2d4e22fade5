import Foundation
import Model

/// A queue behind an e-mail address, as help desks have one.
///
/// The message of a story has an id made of its key, and those of later mentions refer to it, so that a
/// desk that joins messages by References (RFC 5322 §3.6.4) makes one ticket of them. A mailbox cannot
/// be asked what it holds; `MailClient` says how little doubt is left.
struct MailQueue: TicketSystem {
    let destination: TicketDestination
    let canFind = false

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        nil
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        let id = "\(draft.key)@\(sender.domain)"
        try session.mail(message(id, draft.subject, draft, session))
        return RemoteTicket(id: id)
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        let id = "\(draft.key).\(draft.commentName)@\(sender.domain)"
        var message = message(id, "Re: \(draft.subject)", draft, session)
        // Of one that a person saw arrive, the key is all that is known.
        message.references = [
            ticket.id.contains("@") ? ticket.id : "\(ticket.id)@\(sender.domain)"
        ]
        try session.mail(message)
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    { nil }

    /// Who answers does so by e-mail, to somebody else.
    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    { [] }

    // MARK: - Private

    private var sender: MailAddress { address(destination.fields.requester) }

    private func address(_ text: String?) -> MailAddress {
        guard let address = text.flatMap({ MailAddress($0) }) else {
            preconditionFailure("the rules are checked when loaded")
        }
        return address
    }

    private func message(
        _ id: String, _ subject: String, _ draft: TicketDraft, _ session: TicketSession
    ) -> MailMessage {
        var message = MailMessage(
            id: id, from: sender, to: [address(destination.fields.queue)], subject: subject,
            date: session.now, plain: draft.body)
        message.fields = [("X-Earshot-Key", draft.key)]
        if let priority = draft.priority { message.fields.append(("X-Priority", priority)) }
        if !draft.tags.isEmpty {
            message.fields.append(("Keywords", TicketTags.listed(draft.tags, separator: ", ")))
        }
        message.fields += draft.fields.map { ($0.name, $0.value.onOneLine) }
        return message
    }
}
