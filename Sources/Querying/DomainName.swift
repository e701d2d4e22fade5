import Tokenizing

/// Names of domains, however a link or a query spells them.
package enum DomainName {
    /// The name in small letters, with the letters that `xn--` labels stand for: a link may have the one
    /// spelling and whoever asks for it the other (RFC 5890 §2.3.2.1).
    package static func sameForAllSpellings(of name: String) -> String {
        let small = name.lowercased()
        let isPlain = small.utf8.allSatisfy { $0 < 0x80 }
        guard !isPlain || small.contains(asciiPrefix) else { return small }
        return small.precomposed.split(separator: ".", omittingEmptySubsequences: false)
            .map(label).joined(separator: ".")
    }

    // MARK: - Private

    private static let asciiPrefix = "xn--"

    /// The most that a name may have between two dots (RFC 1034 §3.1).
    private static let longestLabel = 63

    /// One that is no Punycode stays as it is.
    private static func label(_ label: Substring) -> String {
        guard label.hasPrefix(asciiPrefix), label.utf8.count <= longestLabel else {
            return String(label)
        }
        return decoded(label.dropFirst(asciiPrefix.count)) ?? String(label)
    }

    /// Punycode by the parameters of RFC 3492 §5, decoded as §6.2 has it.
    private static func decoded(_ text: Substring) -> String? {
        var scalars: [Unicode.Scalar] = []
        var rest = text.utf8[...]
        guard !rest.isEmpty else { return nil }
        if let delimiter = rest.lastIndex(of: UInt8(ascii: "-")) {
            scalars = rest[..<delimiter].map { Unicode.Scalar($0) }
            rest = rest[rest.index(after: delimiter)...]
        }
        var (code, position, bias) = (128, 0, 72)
        while !rest.isEmpty {
            let start = position
            var weight = 1
            for step in stride(from: 36, through: .max, by: 36) {
                guard let digit = rest.popFirst().flatMap(digit) else { return nil }
                let (product, isTooLarge) = digit.multipliedReportingOverflow(by: weight)
                guard !isTooLarge, product <= largest - position else { return nil }
                position += product
                let threshold = min(max(step - bias, 1), 26)
                guard digit >= threshold else { break }
                weight *= 36 - threshold
                guard weight <= largest else { return nil }
            }
            let count = scalars.count + 1
            bias = adapted(position - start, count: count, isFirst: start == 0)
            code += position / count
            position %= count
            guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
                return nil
            }
            scalars.insert(scalar, at: position)
            position += 1
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// More than any label comes to.
    private static let largest = 1 << 40

    /// Of small letters and digits, which alone are left.
    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    /// RFC 3492 §6.1.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }
}
