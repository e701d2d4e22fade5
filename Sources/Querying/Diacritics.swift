import Foundation
import Model

/// What is left of a letter without its accents: `krowka` is how many type "krówka".
enum Diacritics {
    /// Whether a query is typed in ASCII alone.
    static func areAbsent(from query: Query) -> Bool {
        switch query {
        case .phrase(let term), .prefix(let term), .caseSensitive(let term):
            term.utf8.allSatisfy { $0 < 0x80 }
        case .near(let one, let other, _): areAbsent(from: one) && areAbsent(from: other)
        case .all(let parts), .any(let parts): parts.allSatisfy(areAbsent)
        case .not(let part), .field(_, let part): areAbsent(from: part)
        }
    }

    /// Whether a folded word says, or begins with, a word typed in ASCII.
    static func matches(_ word: some Sequence<UInt8>, _ plain: [UInt8], isStem: Bool) -> Bool {
        var rest = plain[...]
        var scalars = UTF8.ForwardParser()
        var bytes = word.makeIterator()
        while case .valid(let encoded) = scalars.parseScalar(from: &bytes) {
            guard let expected = rest.popFirst() else { return isStem }
            guard baseLetter(of: UTF8.decode(encoded)) == UInt32(expected) else { return false }
        }
        return rest.isEmpty
    }

    // MARK: - Private

    private static let tableStart: UInt32 = 0xC0
    /// Latin-1, Latin Extended-A and -B.
    private static let table = (tableStart..<0x250).map(lookUpBaseLetter)

    private static func baseLetter(of scalar: Unicode.Scalar) -> UInt32 {
        let offset = Int(scalar.value) - Int(tableStart)
        return table.indices.contains(offset) ? table[offset] : scalar.value
    }

    private static func lookUpBaseLetter(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x142: return 0x6C  // ł: its stroke is no combining mark
        case 0x111: return 0x64  // đ
        case 0xF8: return 0x6F  // ø
        default:
            guard let scalar = Unicode.Scalar(value) else { return value }
            return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value
                ?? value
        }
    }
}
