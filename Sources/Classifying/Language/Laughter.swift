extension Collection<UInt8> {
    /// Whether a folded word is laughter or a sigh in letters, "hahaha", "hehe" or "ehhh".
    ///
    /// It has one vowel and at least two `h`. All languages write it alike, though its n-grams are like
    /// Estonian.
    var isLaughter: Bool {
        var breaths = 0
        var vowel: UInt8?
        for letter in self {
            switch letter {
            case UInt8(ascii: "h"): breaths += 1
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"):
                guard vowel ?? letter == letter else { return false }
                vowel = letter
            default: return false
            }
        }
        return breaths > 1 && vowel != nil
    }
}
