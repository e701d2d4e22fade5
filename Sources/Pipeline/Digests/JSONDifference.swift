/// A place at which two JSON values differ.
package struct JSONDifference: Codable, Hashable, Sendable, CustomStringConvertible {
    /// As in `$.brands[0].counts.mentions`.
    package let path: String
    /// What the first has there; absent where it has nothing.
    package let was: String?
    /// What the second has there; absent where it has nothing.
    package let now: String?

    package var description: String {
        "\(path): was \(was ?? "not there"), is now \(now ?? "not there")"
    }

    /// Every place, in the order of the keys.
    static func all(between one: JSONTree, and other: JSONTree, at path: String = "$") -> [Self] {
        switch (one, other) {
        case _ where one == other: []
        case (.object(let first), .object(let second)):
            Set(first.keys).union(second.keys).sorted().flatMap { key in
                all(first[key], second[key], at: "\(path).\(key)")
            }
        case (.list(let first), .list(let second)):
            (0..<max(first.count, second.count)).flatMap { index in
                all(
                    index < first.count ? first[index] : nil,
                    index < second.count ? second[index] : nil, at: "\(path)[\(index)]")
            }
        default: [JSONDifference(path: path, was: one.shortText, now: other.shortText)]
        }
    }

    // MARK: - Private

    private static func all(_ one: JSONTree?, _ other: JSONTree?, at path: String) -> [Self] {
        guard let one, let other else {
            return [JSONDifference(path: path, was: one?.shortText, now: other?.shortText)]
        }
        return all(between: one, and: other, at: path)
    }
}

extension JSONTree {
    private static let lengthShown = 80

    fileprivate var shortText: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .whole(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): "\"\(value.withoutControls.shortened(to: Self.lengthShown))\""
        case .list(let items): "a list of \(items.count)"
        case .object(let members): "an object of \(members.count)"
        }
    }
}
