package import Model

extension TicketDraft {
    /// A notice on its way through the same outbox as tickets.
    package init(_ notice: Notice, key: String) {
        self.init(
            key: key, subject: notice.subject, body: "", severity: .normal, priority: nil,
            tags: [], fields: [], facts: [.key: key], notice: notice)
    }
}
