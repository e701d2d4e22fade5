import Foundation

/// A JSON object as names and texts: `{"author": {"name": "Anna"}}` has `author.name`.
enum FlatJSON {
    struct NotAnObject: Error {}

    /// Numbers and truth values become texts; lists and null are left out.
    static func members(of line: Data) throws -> [String: String] {
        guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] else {
            throw NotAnObject()
        }
        var members: [String: String] = [:]
        add(object, under: "", to: &members)
        return members
    }

    // MARK: - Private

    private static func add(
        _ object: [String: Any], under prefix: String, to members: inout [String: String]
    ) {
        for (name, value) in object {
            switch value {
            case let text as String: members[prefix + name] = text
            case let number as NSNumber: members[prefix + name] = number.stringValue
            case let inner as [String: Any]: add(inner, under: prefix + name + ".", to: &members)
            default: break
            }
        }
    }
}
