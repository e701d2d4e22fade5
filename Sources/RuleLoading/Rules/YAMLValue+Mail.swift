import Foundation
import Model

// What sending e-mail takes: servers, addresses, names of header lines.

extension YAMLValue {
    /// `smtp://host` or `smtps://host`, with the port that is usual for sending where none is given
    /// (RFC 8314 §3.3).
    func mailServer() throws(RuleError) -> String {
        let text = try text()
        guard !text.contains(where: \.isWhitespace), let parts = URLComponents(string: text),
            let host = parts.host, !host.isEmpty, let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), ["", "/"].contains(parts.path),
            parts.query == nil, parts.fragment == nil
        else { throw RuleError(.mail(.badServer(text)), at: place) }
        try checkUserAndPort(of: parts)
        return "\(scheme)://\(host):\(parts.port ?? (scheme == "smtp" ? 587 : 465))"
    }

    func mailAddress() throws(RuleError) -> MailAddress {
        let text = try text()
        guard let address = MailAddress(text) else {
            throw RuleError(.mail(.badAddress(text)), at: place)
        }
        return address
    }

    /// A header line of nobody else's (RFC 5322 §2.2), and none of ours: `X-Team`.
    func mailFieldName(
        beside others: [TicketDestination.CustomField]
    ) throws(RuleError) -> String {
        let text = try text()
        let name = text.lowercased()
        let isName =
            name.hasPrefix("x-") && text.utf8.count <= 60 && !Self.ownMailFields.contains(name)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard isName else { throw RuleError(.mail(.badField(text)), at: place) }
        // Their case means nothing (RFC 5322 §1.2.2).
        guard !others.contains(where: { $0.name.lowercased() == name }) else {
            throw RuleError(.duplicateKeys([text]), at: place)
        }
        return text
    }

    // MARK: - Private

    /// What a ticket's mail says itself: `key` and `priority` of the destination.
    private static let ownMailFields: Set<String> = ["x-earshot-key", "x-priority"]
}
