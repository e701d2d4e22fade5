import Model
import Tokenizing

/// Brands that somebody was kept from, or whose work somebody else put right: "opinie uchroniły mnie przed
/// fatalnym Zefirnetem", "the dessert saved our awful dinner at Kawka". Their blame stays.
extension Reading {
    /// Whether a verb that wards off has a brand behind what it wards off, and not before itself.
    func wardsOff(_ brand: Brand.ID, by verb: Int, behind blame: Range<Int>) -> Bool {
        let word = words.folded(verb)
        guard Self.warding.contains(where: word.hasPrefix) else { return false }
        return isNamed(brand, in: blame.upperBound..<blame.upperBound + Self.objectReach, of: verb)
            && !isNamed(brand, in: verb - Self.subjectReach..<verb, of: verb)
    }

    // MARK: - Private

    /// Words behind the blame, "fatalny obiad w Kawce", and before the verb.
    private static let objectReach = 4
    private static let subjectReach = 10
    /// How the verbs begin that ward off.
    private static let warding = [
        "prevent", "sav", "protect", "uratowa", "uchroni", "ochroni", "ustrze", "zapobieg",
        "powstrzyma", "udaremni", "wyłapa", "paglāb", "izglāb", "pasargā", "nosargā", "aizsargā",
    ]

    private func isNamed(_ brand: Brand.ID, in range: Range<Int>, of verb: Int) -> Bool {
        range.clamped(to: words.indices).contains {
            words[$0].sentence == words[verb].sentence && self.brand(at: $0)?.brand == brand
        }
    }
}
