import Foundation

/// A JSON object as names and texts: `{"author": {"name": "Anna"}}` has `author.name`.
enum FlatJSON {
    struct NotAnObject: Error {}

    /// Numbers and truth values become texts; lists and null are left out.
    ///
    /// A name that is written with its full stop counts before one that is put together.
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
        // Not in the order of a hash, which is another one in each process.
        let names = object.keys.sorted()
        for name in names where members[prefix + name] == nil {
            switch object[name] {
            case let text as String: members[prefix + name] = text
            case let number as NSNumber: members[prefix + name] = number.stringValue
            default: break
            }
        }
        for name in names {
            guard let inner = object[name] as? [String: Any] else { continue }
            add(inner, under: prefix + name + ".", to: &members)
        }
    }
}
