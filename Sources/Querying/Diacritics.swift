import Foundation
import Model
import Tokenizing

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

    /// Whether a text is typed in bare letters: it shows no more than a stray accent, as in a name.
    ///
    /// The same share by which the terms of tone tell it: as they are written, every second or third
    /// word of Polish and Latvian has an accent.
    static func areRare(in title: Words, _ text: Words) -> Bool {
        let words = [title, text]
        let count = words.map(\.countWithoutMarks).reduce(0, +)
        let accents = words.map { $0.foldedBytes.count(where: beginsAccentedLetter) }.reduce(0, +)
        return accents <= count / 20
    }

    /// The same words, folded without accents as well.
    static func removed(from words: Words) -> Words {
        words.folded(with: baseLetter)
    }

    // MARK: - Private

    /// The first byte of U+00C0 … U+024F in UTF-8.
    private static func beginsAccentedLetter(_ byte: UInt8) -> Bool {
        (0xC3...0xC9).contains(byte)
    }

    private static let tableStart = 0xC0
    /// Latin-1, Latin Extended-A and -B.
    private static let table = (tableStart..<0x250).compactMap(Unicode.Scalar.init)
        .map(lookUpBaseLetter)

    private static func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let offset = Int(scalar.value) - tableStart
        return table.indices.contains(offset) ? table[offset] : scalar
    }

    private static func lookUpBaseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "ł": return "l"  // its stroke is no combining mark
        case "đ": return "d"
        case "ø": return "o"
        default:
            return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
                ?? scalar
        }
    }
}
