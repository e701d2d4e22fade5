/// E-mail addresses as people write them: `name@host.example`, `name(at)host.example`, and `%40` in
/// web addresses.
enum EmailAddress {
    /// - Parameters:
    ///   - place: where the sign between name and host may stand.
    ///   - start: the name begins no earlier.
    static func range(around place: Int, in bytes: [UInt8], from start: Int) -> Range<Int>? {
        guard let sign = sign(at: place, in: bytes) else { return nil }
        let name = name(before: sign.range.lowerBound, in: bytes, from: start)
        guard let name,
            let end = hostEnd(from: sign.range.upperBound, isSpelt: sign.isSpelt, in: bytes)
        else { return nil }
        return name..<end
    }

    // MARK: - Private

    /// Bytes in which a repository's path has its first slash; without a bound, a text of nothing but
    /// addresses would be read once for each.
    private static let longestPath = 256

    /// `@`, or what stands for it; spelt out it may have spaces around it.
    private static func sign(at place: Int, in bytes: [UInt8]) -> (
        range: Range<Int>, isSpelt: Bool
    )? {
        switch bytes[place] {
        case UInt8(ascii: "@"): return (place..<place + 1, false)
        case UInt8(ascii: "%"):
            return bytes.starts(with: "%40", at: place) ? (place..<place + 3, false) : nil
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            for word in ["at", "małpa", "malpa", "et"]
            where bytes.starts(with: word, at: place + 1) {
                let end = place + 1 + word.utf8.count
                guard end < bytes.count, ")]}".utf8.contains(bytes[end]) else { continue }
                var (lower, upper) = (place, end + 1)
                while lower > 0, bytes[lower - 1] == UInt8(ascii: " ") { lower -= 1 }
                while upper < bytes.count, bytes[upper] == UInt8(ascii: " ") { upper += 1 }
                return (lower..<upper, true)
            }
            return nil
        default: return nil
        }
    }

    /// Where the name before the sign begins; `nil` for a handle, whose sign stands first.
    private static func name(before end: Int, in bytes: [UInt8], from start: Int) -> Int? {
        var first = end
        // At most 64 bytes (RFC 5321 §4.5.3.1.1), but no character is cut.
        while first > start, end - first < 64 {
            let place = bytes.characterStart(before: first)
            guard place >= start, isPartOfName(place, in: bytes) else { break }
            first = place
        }
        while first < end, ".-+'&=?*%".utf8.contains(bytes[first]) { first += 1 }
        guard first < end, bytes[end - 1] != UInt8(ascii: ".") else { return nil }
        guard first > 0 else { return first }
        // `@user@host` is a handle of another network, and in `//user@host` nobody gets mail.
        let before = bytes[first - 1]
        let isInWebAddress =
            before == UInt8(ascii: "/") && first > 1
            && bytes[first - 2] == UInt8(ascii: "/")
        return before == UInt8(ascii: "@") || isInWebAddress ? nil : first
    }

    /// Where the host ends; `nil` if what follows is none.
    private static func hostEnd(from start: Int, isSpelt: Bool, in bytes: [UInt8]) -> Int? {
        var labels: [Range<Int>] = []
        var place = start
        while true {
            let label = place
            while place < bytes.count, isPartOfLabel(place, in: bytes) {
                place = bytes.characterEnd(at: place)
            }
            while place > label, bytes[place - 1] == UInt8(ascii: "-") { place -= 1 }
            guard place > label, bytes[label] != UInt8(ascii: "-") else { break }
            labels.append(label..<place)
            guard let dot = dotEnd(at: place, isSpelt: isSpelt, in: bytes) else { break }
            place = dot
        }
        guard labels.count > 1, let last = labels.last, isTopLevel(bytes[last]) else { return nil }
        let numeric = labels.count { bytes[$0].allSatisfy(\.isDigit) }
        // A version, as in `package@2.0.beta`.
        guard numeric < 2 else { return nil }
        // An address of a repository: `git@host.example:team/project`.
        let next = last.upperBound
        let isRepository =
            next + 1 < bytes.count && bytes[next] == UInt8(ascii: ":")
            && bytes[(next + 1)...].prefix(longestPath).prefix(while: { $0 > 0x20 })
                .contains(UInt8(ascii: "/"))
            && bytes[next + 1].isWordByte
        return isRepository ? nil : next
    }

    /// Behind `.`, or behind `(dot)` in an address that spells its signs out.
    private static func dotEnd(at place: Int, isSpelt: Bool, in bytes: [UInt8]) -> Int? {
        guard place < bytes.count else { return nil }
        if bytes[place] == UInt8(ascii: ".") { return place + 1 }
        guard isSpelt else { return nil }
        var start = place
        while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
        for word in ["dot", "kropka", "punkts"] where bytes.starts(with: word, at: start + 1) {
            var end = start + 1 + word.utf8.count
            guard "([{".utf8.contains(bytes[start]), end < bytes.count,
                ")]}".utf8.contains(bytes[end])
            else { continue }
            end += 1
            while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
            return end
        }
        return nil
    }

    private static func isTopLevel(_ label: ArraySlice<UInt8>) -> Bool {
        label.count > 1
            && (label.allSatisfy { $0.isLetter || $0 >= 0x80 }
                || label.starts(with: Array("xn--".utf8)))
    }

    /// RFC 5322 §3.2.3, less what in web addresses parts one thing from the next; and the letters of
    /// other scripts (RFC 6531).
    private static func isPartOfName(_ place: Int, in bytes: [UInt8]) -> Bool {
        let byte = bytes[place]
        return byte.isWordByte || ".+-'%".utf8.contains(byte)
            || bytes.mayBeForeignLetter(at: place)
    }

    private static func isPartOfLabel(_ place: Int, in bytes: [UInt8]) -> Bool {
        let byte = bytes[place]
        return byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
            || bytes.mayBeForeignLetter(at: place)
    }
}
