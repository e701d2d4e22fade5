import Foundation

/// A JSON object as names and texts: `{"author": {"name": "Anna"}}` has `author.name`.
enum FlatJSON {
    struct NotAnObject: Error {}

    struct Members {
        /// By their names; `true` and `false` too.
        var texts: [String: String] = [:]
        /// Names of those that are `true` or `false`, and no texts.
        var truthValues: Set<String> = []
    }

    /// Numbers and truth values become texts; lists and null are left out.
    ///
    /// A name that is written with its full stop counts before one that is put together. Members of
    /// one whose name is longer than any column's are left out: each would have a copy of it.
    static func members(of line: Data) throws -> Members {
        guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] else {
            throw NotAnObject()
        }
        var members = Members()
        add(object, under: "", to: &members)
        return members
    }

    // MARK: - Private

    /// In bytes, of those that others stand in.
    private static let longestName = 1_000

    private static func add(
        _ object: [String: Any], under prefix: String, to members: inout Members
    ) {
        // Not in the order of a hash, which is another one in each process.
        let names = object.keys.sorted()
        for name in names where members.texts[prefix + name] == nil {
            switch object[name] {
            case let text as String: members.texts[prefix + name] = text
            case let number as NSNumber where number.isTruthValue:
                members.texts[prefix + name] = "\(number.boolValue)"
                members.truthValues.insert(prefix + name)
            case let number as NSNumber: members.texts[prefix + name] = number.stringValue
            default: break
            }
        }
        for name in names {
            guard prefix.utf8.count + name.utf8.count < longestName,
                let inner = object[name] as? [String: Any]
            else { continue }
            add(inner, under: prefix + name + ".", to: &members)
        }
    }
}

extension NSNumber {
    /// `as? Bool` takes 1 and 0 for truth values as well, and no number of JSON is kept as a character,
    /// as truth values are (@encode of Objective-C).
    fileprivate var isTruthValue: Bool {
        unsafe UInt8(bitPattern: objCType.pointee) == UInt8(ascii: "c")
    }
}
