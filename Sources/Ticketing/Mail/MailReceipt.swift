/// The addresses for which a mail server did not take a message that it took for others.
package struct MailReceipt: Sendable {
    /// For good; each address with what the server said.
    package var refused: [String] = []
    /// For now (RFC 5321 §4.2.1, 4yz): the same again, later.
    package var postponed: [(address: String, line: String)] = []
}

/// Why a message was not taken, or may not have been.
package enum MailFault: Error, Hashable, Sendable {
    /// It was not taken; the same again, later.
    case unsent(String)
    /// It was handed over whole, and whether the server took it was not heard.
    case unanswered(String)
    /// The server will not take this message.
    case refused(String)
    /// The server takes none from us, or none for this address.
    case shut(String)
}
