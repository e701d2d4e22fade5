/// How we show a publisher that we may read a feed.
package enum Authorization: Hashable, Sendable {
    /// User and password (RFC 7617).
    case basic(user: String, password: SecretReference)
    /// A token (RFC 6750).
    case bearer(SecretReference)
    /// A field of the publisher's own, such as `X-Api-Key`.
    case header(name: String, value: SecretReference)
}

/// Where a secret stands; the secret itself is read only when a request needs it.
package enum SecretReference: Hashable, Sendable {
    /// The value of an environment variable.
    case environment(String)
    /// The content of a file; relative paths start at the workspace.
    case file(String)
}

extension SecretReference: CustomStringConvertible {
    /// As a feeds file writes it.
    package var description: String {
        switch self {
        case .environment(let name): "secret:env:\(name)"
        case .file(let path): "secret:file:\(path)"
        }
    }
}
