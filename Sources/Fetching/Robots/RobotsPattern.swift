/// The path of a rule, which covers all paths that begin like it.
///
/// `*` stands for any octets, also none; `$` as the last octet for the end of the path.
struct RobotsPattern: Hashable, Sendable, CustomStringConvertible {
    /// Spelt as `RobotsPath` has it; its length is how specific the rule is.
    let octets: [UInt8]

    /// - Returns: `nil` if no path can match: one begins with `/`, so the pattern begins with that
    ///   or with `*`.
    init?(_ value: ArraySlice<UInt8>) {
        guard value.first == UInt8(ascii: "/") || value.first == Self.wildcard else { return nil }
        octets = RobotsPath.octets(ofPattern: Array(value))
    }

    var description: String { String(decoding: octets, as: UTF8.self) }

    /// - Parameter path: spelt as `RobotsPath` has it.
    /// - Complexity: At most each octet of the path is compared with each of the pattern. What lies
    ///   between two wildcards is taken where it first occurs: any later place would only leave
    ///   less for the rest, so of all wildcards none but the last is ever tried again.
    func matches<Path: RandomAccessCollection<UInt8>>(_ path: Path) -> Bool {
        let isAnchored = octets.last == Self.end
        let count = isAnchored ? octets.count - 1 : octets.count
        var place = path.startIndex
        var next = 0
        var retry: (place: Path.Index, next: Int)?
        while true {
            if next == count {
                if !isAnchored || place == path.endIndex { return true }
            } else if octets[next] == Self.wildcard {
                next += 1
                retry = (place, next)
                continue
            } else if place == path.endIndex {
                return false
            } else if path[place] == octets[next] {
                next += 1
                path.formIndex(after: &place)
                continue
            }
            guard let last = retry, last.place != path.endIndex else { return false }
            (place, next) = (path.index(after: last.place), last.next)
            retry = (place, next)
        }
    }

    // MARK: - Private

    private static let wildcard = UInt8(ascii: "*")
    private static let end = UInt8(ascii: "$")
}
