/// Groups of digits with blanks or single marks between them, such as `601-234-567`.
struct DigitRun {
    /// What stands between two groups.
    enum Separator: Equatable {
        case space, hyphen, dot, slash
        /// A closing bracket, with or without a blank.
        case bracket
    }

    let bytes: [UInt8]
    /// Where in the bytes.
    private(set) var groups: [Range<Int>] = []
    /// One fewer than groups.
    private(set) var separators: [Separator] = []

    /// Longer than any number we look for: 26 digits of an account, in groups of two at least.
    private static let mostGroups = 16

    /// - Parameter place: of a digit that no digit stands before.
    init(at place: Int, in bytes: [UInt8]) {
        self.bytes = bytes
        var place = place
        while true {
            let start = place
            while place < bytes.count, bytes[place].isDigit { place += 1 }
            groups.append(start..<place)
            guard groups.count < Self.mostGroups,
                let (separator, end) = Self.separator(at: place, in: bytes),
                end < bytes.count, bytes[end].isDigit
            else { return }
            separators.append(separator)
            place = end
        }
    }

    var digitCount: Int { groups.reduce(0) { $0 + $1.count } }

    /// Whether this is a day and nothing more: `2026-11-22`, `22.11.2026`.
    var isDateAlone: Bool {
        guard groups.count == 3, separators[0] == separators[1], separators[0] != .space else {
            return false
        }
        let lengths = (groups[0].count, groups[1].count, groups[2].count)
        return lengths == (4, 2, 2) || lengths == (2, 2, 4)
    }

    var start: Int { groups[0].lowerBound }

    /// Whether the first groups have so many digits each.
    func hasLengths(_ lengths: [Int]) -> Bool {
        groups.count >= lengths.count
            && zip(groups, lengths).allSatisfy { group, length in group.count == length }
    }

    func digits(_ range: Range<Int>) -> [Int] {
        groups[range].flatMap { bytes[$0].map { Int($0 &- 0x30) } }
    }

    func end(_ count: Int) -> Int { groups[count - 1].upperBound }

    /// Whether all that stands between the first groups is the same.
    func isEven(_ count: Int) -> Bool {
        Set(separators.prefix(count - 1).map { "\($0)" }).count <= 1
    }

    /// A digit group goes on behind the first ones with no blank between.
    func isTight(after count: Int) -> Bool {
        count < groups.count && separators[count - 1] != .space
    }

    // MARK: - Private

    private static func separator(at place: Int, in bytes: [UInt8]) -> (Separator, Int)? {
        guard place < bytes.count else { return nil }
        let space = bytes.spaceLength(at: place)
        let mark = place + space
        guard mark < bytes.count else { return nil }
        switch bytes[mark] {
        case UInt8(ascii: ")"):
            let blank = bytes.spaceLength(at: mark + 1)
            let next = mark + 1 + blank
            let isHyphen = next < bytes.count && bytes[next] == UInt8(ascii: "-")
            return (.bracket, isHyphen ? next + 1 : next)
        case UInt8(ascii: "("): return (.bracket, mark + 1)
        case UInt8(ascii: "-"):
            return (.hyphen, mark + 1 + (space > 0 ? bytes.spaceLength(at: mark + 1) : 0))
        case UInt8(ascii: ".") where space == 0: return (.dot, mark + 1)
        case UInt8(ascii: "/") where space == 0: return (.slash, mark + 1)
        default: break
        }
        // Hyphens and dashes as typesetters know them.
        for dash in ["\u{2010}", "\u{2011}", "\u{2013}"]
        where bytes.starts(with: dash, at: mark) {
            let next = mark + dash.utf8.count
            return (.hyphen, next + (space > 0 ? bytes.spaceLength(at: next) : 0))
        }
        return space > 0 ? (.space, mark) : nil
    }
}
