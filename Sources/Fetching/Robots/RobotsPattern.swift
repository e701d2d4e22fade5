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
    /// - Complexity: Linear. What lies between two stars is taken where it first occurs, as any
    ///   later place would only leave less for the rest; and it is looked for without going back
    ///   in the path (Knuth, Morris and Pratt 1977).
    func matches<Path: RandomAccessCollection<UInt8>>(_ path: Path) -> Bool {
        let isAnchored = octets.last == Self.end
        let count = isAnchored ? octets.count - 1 : octets.count
        var place = path.startIndex
        var next = 0
        /// Where the part after the last star begins.
        var start: Int?
        var fallbacks: [Int] = []
        while true {
            if next == count {
                if !isAnchored || place == path.endIndex { return true }
            } else if octets[next] == Self.wildcard {
                next += 1
                start = next
                if fallbacks.isEmpty { fallbacks = self.fallbacks }
                continue
            } else if place == path.endIndex {
                return false
            } else if path[place] == octets[next] {
                next += 1
                path.formIndex(after: &place)
                continue
            }
            guard let start else { return false }
            if next == start { path.formIndex(after: &place) } else { next = fallbacks[next] }
        }
    }

    // MARK: - Private

    private static let wildcard = UInt8(ascii: "*")
    private static let end = UInt8(ascii: "$")

    /// For each octet where to go on in the pattern if the path has another one there: behind the
    /// longest beginning of the same part that the path has just been seen to have.
    private var fallbacks: [Int] {
        var fallbacks = Array(repeating: 0, count: octets.count)
        var start = 0
        var next = 0
        for (index, octet) in octets.enumerated() {
            if octet == Self.wildcard {
                start = index + 1
                next = start
                continue
            }
            fallbacks[index] = next
            while next > start, octets[next] != octet { next = fallbacks[next] }
            if next < index, octets[next] == octet { next += 1 }
        }
        return fallbacks
    }
}
