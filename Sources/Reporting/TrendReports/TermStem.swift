import Foundation

/// What the case forms of a word have in common: “sieć”, “sieci” and “siecią” tell of one thing.
///
/// A light stemmer (Savoy 2006, “Light Stemming Approaches for the French, Portuguese, German and
/// Hungarian Languages”): the letters without their marks, and the longest ending of Polish, Latvian or
/// English declension cut off. Four letters stay at least, so that short words are left as they are.
enum TermStem {
    static func stem(of word: String) -> String {
        let plain = word.folding(options: .diacriticInsensitive, locale: nil)
            .replacing("ł", with: "l")
        for length in stride(from: min(longest, plain.count - fewest), through: 1, by: -1)
        where endings.contains(plain.suffix(length)) {
            return String(plain.dropLast(length))
        }
        return plain
    }

    /// The stems of a phrase's words.
    static func stems(of phrase: String) -> String {
        phrase.split(separator: " ").map { stem(of: String($0)) }.joined(separator: " ")
    }

    // MARK: - Private

    private static let fewest = 4
    private static let longest = 4

    private static let endings = Set(
        (polish + " " + latvian + " " + english).split(separator: " "))
    private static let polish = """
        a e i o u y ach ami ego emu owi iem em ie om ow ej ich ych imi ymi im ym ia ii iu \
        iach iami iom
        """
    private static let latvian = "s as es is us os ai ei am iem ies aja ajas ajam ajos"
    private static let english = "s ed ing"
}
