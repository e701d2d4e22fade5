import Foundation
import Model

/// Puts notices where people read them, one request each.
///
/// No channel can be asked what it holds. A message has the same id each time, and a webhook the same
/// `Idempotency-Key`; a chat room could not tell a second copy.
struct NoticePost: TicketSystem {
    let channel: NoticeChannel
    let canFind = false

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        nil
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        guard let notice = draft.notice else { preconditionFailure("a channel takes notices only") }
        switch channel.kind {
        case .email: try mail(notice, draft, session)
        case .slack: _ = try post(SlackMessage.body(of: notice), session)
        case .teams:
            let answer = try post(TeamsMessage.body(of: notice), session)
            if let fault = TeamsMessage.fault(in: answer, now: session.now) { throw fault }
        case .webhook: try call(notice, draft.key, session)
        }
        return RemoteTicket(id: draft.key)
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    { preconditionFailure("nothing is added to a notice") }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    { nil }

    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    { [] }

    // MARK: - Private

    private func mail(_ notice: Notice, _ draft: TicketDraft, _ session: TicketSession)
        throws(DeliveryFault)
    {
        guard let left = draft.addresses else {
            return try session.mail(message(notice, draft.key, to: channel.to, session))
        }
        // Somebody who was removed from the channel meanwhile must not get it any more.
        let mailboxes = channel.to.filter { left.contains($0.address) }
        guard !mailboxes.isEmpty else { return }
        do throws(DeliveryFault) {
            try session.mail(message(notice, draft.key, to: mailboxes, session))
        } catch {
            switch error {
            // The other addresses have it, so the attempt counts, and is given up in the end.
            case .unsent(let reason): throw .partly(left: left, reason)
            // Something wrong with these addresses is nothing wrong with the channel.
            case .shut(let reason): throw .refused(DeliveryFault.isPartlyThere(reason))
            case .unclear, .wait, .refused, .gone, .closed, .misfit, .barred, .partly, .unsure,
                .strayed:
                throw error
            }
        }
    }

    private func message(
        _ notice: Notice, _ key: String, to mailboxes: [MailAddress], _ session: TicketSession
    ) -> MailMessage {
        guard let from = channel.from else {
            preconditionFailure("the rules are checked when loaded")
        }
        var message = MailMessage(
            id: "\(key)@\(from.domain)", from: from, to: mailboxes, subject: notice.subject,
            date: session.now, plain: NoticeText.plain(notice))
        message.html = NoticeText.html(notice)
        return message
    }

    private func post(_ body: JSON, _ session: TicketSession) throws(DeliveryFault) -> WebAnswer {
        try session.write(WebRequest.json(.post, "", body))
    }

    private func call(_ notice: Notice, _ key: String, _ session: TicketSession)
        throws(DeliveryFault)
    {
        let sections = notice.sections.map { section -> JSON in
            ["title": .string(section.title), "items": .array(section.items.map(Self.item))]
        }
        var body: [String: JSON] = [
            "schema_version": 1, "key": .string(key), "subject": .string(notice.subject),
            "language": .string(notice.language.rawValue),
            "sentences": .array(notice.sentences.map(JSON.string)),
            "sections": .array(sections), "closing": .string(notice.closing),
        ]
        if let origin = notice.origin {
            body["rule"] = .string(origin.rule.value)
            body["kind"] = .string(origin.kind.rawValue)
            body["after"] = .string(ContractJSON.timestamp(origin.after))
            body["through"] = .string(ContractJSON.timestamp(origin.through))
        }
        if let table = notice.table {
            body["table"] = [
                "head": .array(table.head.map(JSON.string)),
                "rows": .array(table.rows.map { .array($0.map(JSON.string)) }),
            ]
        }
        let request = WebRequest.json(
            .post, "", .object(body), headers: ["Idempotency-Key: \(key)"])
        _ = try session.write(request, isSigned: true)
    }

    private static func item(_ item: Notice.Item) -> JSON {
        [
            "text": .string(item.text), "detail": .string(item.detail),
            "link": item.link.map(JSON.string) ?? .null,
        ]
    }
}

extension NoticeChannel {
    /// What speaks this channel's language.
    package func makeSystem() -> any TicketSystem { NoticePost(channel: self) }
}
