import Model

/// What can be wrong in what rules say about e-mail.
package enum MailMistake: Hashable, Sendable, CustomStringConvertible {
    case badServer(String)
    case badAddress(String)
    case badField(String)
    /// One of user and token without the other.
    case halfCredentials
    case useless(key: String, kind: String)
    case alwaysQuiet

    package var description: String {
        switch self {
        case .badServer(let text):
            "'\(text)' is no mail server; write smtp://host:587 (which goes on in TLS) or "
                + "smtps://host:465"
        case .badAddress(let text):
            "'\(text)' is no e-mail address; write name@host.example or Name <name@host.example>"
        case .badField(let text):
            "'\(text)' cannot be a line of a message; write a name such as X-Team"
        case .useless(let key, let kind): "'\(key)' means nothing to '\(kind)'; remove it"
        case .alwaysQuiet:
            "'from' and 'to' are the same, and nothing would ever be sent; write when it is quiet, or "
                + "remove quiet_hours"
        case .halfCredentials:
            "'user' and 'token' go together; write both, or neither where the server asks for none"
        }
    }
}
