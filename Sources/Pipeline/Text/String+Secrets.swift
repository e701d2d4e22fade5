import Foundation

extension String {
    /// An address as it may stand in a log or report: no user, and no value of a query parameter
    /// whose name or look says that it opens something.
    package var withoutSecrets: String {
        guard var parts = URLComponents(string: self), parts.host != nil else { return self }
        parts.user = nil
        parts.password = nil
        if let items = parts.queryItems {
            parts.queryItems = items.map { item in
                item.isSecret ? URLQueryItem(name: item.name, value: "hidden") : item
            }
        }
        return parts.string ?? self
    }
}

extension URLQueryItem {
    /// Long values without a word in them are keys more often than not.
    fileprivate var isSecret: Bool {
        guard let value, !value.isEmpty else { return false }
        let name = name.lowercased()
        if Self.names.contains(where: name.contains) { return true }
        let isOneWord = value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        return value.count >= 20 && isOneWord && value.contains(where: \.isNumber)
    }

    private static let names = [
        "token", "key", "secret", "pass", "pwd", "auth", "sig", "session", "sid", "hash",
        "credential",
    ]
}
