import Foundation

extension String {
    /// An address as it may stand in a log or report: no user, and no value of a query parameter
    /// whose name or look says that it opens something.
    package var withoutSecrets: String {
        guard var parts = URLComponents(string: self), parts.host != nil else { return self }
        let hasSecret = parts.queryItems?.contains(where: \.isSecret) ?? false
        // Taken apart and put together it would be another address, `c%2B%2B` would be `c++`.
        guard hasSecret || parts.user != nil || parts.password != nil else { return self }
        parts.user = nil
        parts.password = nil
        if hasSecret, let items = parts.queryItems, let written = parts.percentEncodedQueryItems {
            parts.percentEncodedQueryItems = zip(items, written).map { item, written in
                item.isSecret ? URLQueryItem(name: written.name, value: "hidden") : written
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
