/// One Allow or Disallow line.
struct RobotsRule: Hashable, Sendable, CustomStringConvertible {
    let isAllowed: Bool
    let pattern: RobotsPattern

    /// - Returns: `nil` if the path covers nothing, as that of `Disallow:` does.
    init?(isAllowed: Bool, path: ArraySlice<UInt8>) {
        guard let pattern = RobotsPattern(path) else { return nil }
        self.isAllowed = isAllowed
        self.pattern = pattern
    }

    /// As in a robots.txt: `Disallow: /private/`.
    var description: String {
        "\(isAllowed ? "Allow" : "Disallow"): \(pattern)"
    }

    /// Whether it decides where both match: the longer one does, else the one that allows.
    ///
    /// Rules alike in both are ordered by their paths, so that the same rules are the same list.
    func precedes(_ other: Self) -> Bool {
        let (mine, others) = (pattern.octets, other.pattern.octets)
        if mine.count != others.count { return mine.count > others.count }
        if isAllowed != other.isAllowed { return isAllowed }
        return mine.lexicographicallyPrecedes(others)
    }
}
