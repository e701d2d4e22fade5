import Foundation

/// The address of a page as a person copies it from the browser, taken apart.
struct SiteAddress {
    /// Scheme, host and port, which feeds of the same server begin with.
    let origin: String
    /// In small letters, without port.
    let host: String
    /// Empty, or `/` before every component and none at the end; percent-encoded.
    let path: String
    private let query: [String: String]

    /// - Parameter text: a web address.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            let host = parts.encodedHost?.lowercased()
        else { return nil }
        self.host = host
        origin = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
        var components = parts.percentEncodedPath.split(separator: "/")
        if let last = components.last, Self.indexes.contains(last.lowercased()) {
            components.removeLast()
        }
        path = components.map { "/" + $0 }.joined()
        let items = parts.percentEncodedQueryItems ?? []
        query = Dictionary(
            items.compactMap { item in item.value.map { (item.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// What the query says under a name, percent-encoded; `nil` where it says nothing.
    func query(_ name: String) -> String? {
        query[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    // MARK: - Private

    /// File names that stand for their folder.
    private static let indexes: Set<String> = ["index.php", "index.html", "index.htm"]
}
