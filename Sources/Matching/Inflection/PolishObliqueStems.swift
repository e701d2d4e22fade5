/// The stems that a Polish word in a consonant may take before an ending, the likeliest first.
enum PolishObliqueStems {
    static func of(_ word: String) -> [String] {
        if let stem = irregular[word.lowercased()] {
            // The first letter keeps its case.
            return [String(word.prefix(1)) + stem.dropFirst()]
        }
        if word.hasSuffix("x") { return [word.dropLast() + "ks", word] }
        return withoutFleetingE(word) ?? withVowelChange(word) ?? [word]
    }

    // MARK: - Private

    /// An `e` that goes before an ending: `Maciek`, `Maćka`; `grudzień`, `grudnia`.
    private struct FleetingE {
        let ending: String
        /// Words that keep the `e` are so rare that they are left out.
        let isCertain: Bool
        /// How the consonants before `ie` are written without it.
        var hardened: KeyValuePairs<String, String> = ["dz": "d", "c": "t"]
    }

    private static let fleeting = [
        FleetingE(
            ending: "ek", isCertain: true,
            hardened: ["dz": "dź", "c": "ć", "s": "ś", "z": "ź", "n": "ń"]),
        FleetingE(ending: "ec", isCertain: true, hardened: ["n": "ń", "dz": "dź"]),
        FleetingE(
            ending: "eń", isCertain: false, hardened: ["dz": "d", "śc": "śc", "c": "t", "s": "ś"]),
        FleetingE(ending: "eł", isCertain: true),
        FleetingE(ending: "er", isCertain: false),
        FleetingE(ending: "el", isCertain: false),
    ]

    /// `hotel`, `tunel`, `karmel`, `Daniel`.
    private static let keepingE = ["tel", "nel", "mel", "rel", "wel", "niel", "riel", "uel"]
    /// `kufel`, `kabel`, `stempel`, `węgiel`.
    private static let seldomKeepingE = ["bel", "fel", "pel", "giel", "kiel", "siel"]

    /// `Aleksander`, `minister`, `cukier`; names from abroad in `-er` are without number, and keep it.
    private static func mayDropEOfEr(_ word: String) -> Bool {
        let lowercased = word.lowercased()
        return lowercased.hasSuffix(in: ["nder", "ster", "ther", "kier"])
            || ["koper", "kufer", "luter", "puder", "sweter", "wicher"].contains(lowercased)
    }

    private static let irregular = [
        "człowiek": "człowiek", "kocioł": "kotł", "kozioł": "kozł", "osioł": "osł", "dzień": "dń",
        "król": "król", "lew": "lw", "ojciec": "ojc", "ołów": "ołowi",
        "pies": "ps", "pień": "pń", "płeć": "płć", "sen": "sn", "sól": "sol", "tydzień": "tygodń",
        "wieś": "wś",
    ]

    private static func withoutFleetingE(_ word: String) -> [String]? {
        guard let fleeting = fleeting.first(where: { word.hasSuffix($0.ending) }),
            syllables(of: word) > 1
        else { return nil }
        var rest = String(word.dropLast(fleeting.ending.count))
        if rest.hasSuffix("i") {
            rest.removeLast()
            if let (soft, hard) = fleeting.hardened.first(where: { rest.hasSuffix($0.key) }) {
                rest = rest.dropLast(soft.count) + hard
            }
        } else if rest.hasSuffix("rz"), ["ec", "eł"].contains(fleeting.ending) {
            rest.removeLast()
        }
        guard let last = rest.last, !last.isPolishVowel else { return nil }
        let short = rest + fleeting.ending.dropFirst()
        if word.hasSuffix(in: keepingE) || fleeting.ending == "er" && !mayDropEOfEr(word) {
            return [word]
        }
        if word.hasSuffix(in: seldomKeepingE) { return [short, word] }
        return fleeting.isCertain ? [short] : [word, short]
    }

    /// `Kraków`, `Krakowa`; `Łódź`, `Łodzi`; `błąd`, `błędu`.
    private static func withVowelChange(_ word: String) -> [String]? {
        let consonants = word.hasSuffix(in: ["rz", "dź", "dz", "sz", "cz"]) ? 2 : 1
        let end = word.suffix(consonants)
        let rest = word.dropLast(consonants)
        switch rest.last {
        case "ó":
            let open = String(rest.dropLast() + "o" + end)
            let isSure =
                ["w", "dź", "j", "ł", "g", "b", "d", "z"].contains(end)
                || word.lowercased().hasSuffix(in: ["dwór", "bór", "wór"])
            return isSure ? [open] : [open, word]
        case "ą":
            let changed = String(rest.dropLast() + "ę" + end)
            if word.lowercased().hasSuffix(in: ["mąż", "wąż", "błąd", "krąg", "ksiądz"]) {
                return [changed]
            }
            return word.hasSuffix("ąb") || word.hasSuffix("rząd") ? [word, changed] : [word]
        default: return nil
        }
    }

    /// An `i` before a vowel only tells that the consonant is soft.
    private static func syllables(of word: String) -> Int {
        let letters = Array(word.lowercased())
        return letters.indices.count { index in
            let next = index + 1 < letters.count ? letters[index + 1] : " "
            return letters[index].isPolishVowel && !(letters[index] == "i" && next.isPolishVowel)
        }
    }
}
