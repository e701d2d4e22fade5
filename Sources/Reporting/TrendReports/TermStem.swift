import Foundation

/// What the case forms of a word have in common: “sieć”, “sieci” and “siecią” tell of one thing.
///
/// A light stemmer (Savoy 2006, “Light Stemming Approaches for the French, Portuguese, German and
/// Hungarian Languages”): the letters without their marks, and the longest ending of Polish, Latvian or
/// English declension cut off. Four letters stay at least, so that short words are left as they are.
package enum TermStem {
    package static func stem(of word: String) -> String {
        let plain = unmarked(word)
        let scalars = plain.unicodeScalars
        let longest = min(longest, scalars.count - fewest)
        guard longest > 0 else { return plain }
        var ending: UInt32 = 0
        var cut = scalars.endIndex
        for (length, scalar) in zip(1...longest, scalars.reversed()) {
            guard scalar.isASCII else { break }
            ending |= scalar.value << (8 * (UInt32(length) - 1))
            if endings.contains(ending) {
                cut = scalars.index(scalars.endIndex, offsetBy: -length)
            }
        }
        return String(scalars[..<cut])
    }

    /// The stems of a phrase's words.
    static func stems(of phrase: String) -> String {
        phrase.split(separator: " ").map { stem(of: String($0)) }.joined(separator: " ")
    }

    // MARK: - Private

    private static let fewest = 4
    private static let longest = 4

    /// Packed, the last letter in the lowest byte: most words are looked at once.
    private static let endings = Set(
        (polish + " " + latvian + " " + english).split(separator: " ").map { ending in
            ending.utf8.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        })
    private static let polish = """
        a e i o u y ach ami ego emu owi iem em ie om ow ej ich ych imi ymi im ym ia ii iu \
        iach iami iom
        """
    private static let latvian = "s as es is us os ai ei am iem ies aja ajas ajam ajos"
    private static let english = "s ed ing"

    private static func unmarked(_ word: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                plain.append(scalar)
            } else if let letter = latin[scalar] {
                plain.append(contentsOf: letter)
            } else {
                return folded(word)
            }
        }
        return String(plain)
    }

    private static func folded(_ word: String) -> String {
        word.folding(options: .diacriticInsensitive, locale: nil).replacing("ł", with: "l")
    }

    /// Latin letters without their marks, as `folded` has them, which takes much longer.
    private static let latin: [Unicode.Scalar: String.UnicodeScalarView] = {
        let letters = (0xC0...0x17F).compactMap { Unicode.Scalar($0 as UInt32) }
        return Dictionary(
            uniqueKeysWithValues: letters.map { ($0, folded(String($0)).unicodeScalars) })
    }()
}
