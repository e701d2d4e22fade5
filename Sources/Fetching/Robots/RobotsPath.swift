/// One spelling for all spellings of a path, so that paths can be compared octet by octet.
///
/// Letters, digits and `-._~` stand for themselves, percent-encoded or not. A reserved character
/// (RFC 3986 §2.2) and its encoded form are two things: `%2F` does not part a path as `/` does. All
/// else is encoded, with capitals (RFC 9309 §2.2.2).
enum RobotsPath {
    /// - Parameter path: path and query; a fragment is left off, and an empty path is `/`.
    static func octets(ofPath path: String) -> [UInt8] {
        let given = path.utf8.prefix { $0 != UInt8(ascii: "#") }
        let isRooted = given.first == UInt8(ascii: "/")
        return normalized((isRooted ? [] : [UInt8(ascii: "/")]) + given) { _ in false }
    }

    /// - Parameter pattern: of a rule. `*`, and `$` at the end, keep their meaning.
    static func octets(ofPattern pattern: [UInt8]) -> [UInt8] {
        normalized(pattern) { index in
            pattern[index] == UInt8(ascii: "*")
                || pattern[index] == UInt8(ascii: "$") && index == pattern.count - 1
        }
    }

    // MARK: - Private

    private static func normalized(_ octets: [UInt8], isSpecial: (Int) -> Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(octets.count)
        var index = 0
        while index < octets.count {
            let octet = octets[index]
            if octet == UInt8(ascii: "%"), let value = encodedOctet(octets, at: index) {
                append(value, isPlain: isUnreserved(value), to: &result)
                index += 3
            } else {
                append(octet, isPlain: isPlain(octet) || isSpecial(index), to: &result)
                index += 1
            }
        }
        return result
    }

    private static func append(_ octet: UInt8, isPlain: Bool, to result: inout [UInt8]) {
        if isPlain {
            result.append(octet)
        } else {
            result += [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 0xf)]]
        }
    }

    /// What `%` and two hexadecimal digits stand for; `nil` for a bare `%`.
    private static func encodedOctet(_ octets: [UInt8], at index: Int) -> UInt8? {
        guard index + 2 < octets.count, let high = hexadecimal(octets[index + 1]),
            let low = hexadecimal(octets[index + 2])
        else { return nil }
        return high << 4 | low
    }

    private static func hexadecimal(_ octet: UInt8) -> UInt8? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func isUnreserved(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Whether a character that is not encoded stays so.
    ///
    /// The star and the dollar sign do not: in a path they are like any other, and `%2A` in a rule
    /// means the star itself (RFC 9309 §2.2.3). A number sign would begin a comment or a fragment.
    private static func isPlain(_ octet: UInt8) -> Bool {
        isUnreserved(octet) || reserved.contains(octet)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let reserved = Array("/?=&:;,+@!'()[]".utf8)
}
