/// What a Polish word's endings stand on: how stem and ending are spelled together, and how the stem
/// changes before or without an ending.
struct PolishStem {
    let text: String

    init(_ text: some StringProtocol) {
        self.text = String(text)
    }

    func adding(_ ending: Declension.Ending) -> [String] {
        switch ending.stem {
        case .plain: [text.joined(polish: ending.text)]
        case .softened: softened.map { $0 + ending.text }
        case .bare: bare.map { $0 + ending.text }
        case .word: []
        }
    }

    /// Functionally soft: its locative is in `-u`, its plural in `-e`.
    var isSoft: Bool {
        text.hasSuffix(in: [
            "ć", "ń", "ś", "ź", "l", "j", "c", "cz", "sz", "ż", "rz", "dz", "dż", "sh", "tz", "sch",
            "ay", "ey", "oy", "uy",
        ])
    }

    var isVelar: Bool { text.hasSuffix(in: ["k", "g", "h", "q"]) }

    // MARK: - Private

    /// Before the `-e` of the locative: `pszczółk-` is `pszczółc-`.
    private var softened: [String] {
        var stems: [String] = []
        if let (suffix, soft) = Self.softenings.first(where: { text.hasSuffix($0.0) }) {
            stems = soft.map { text.dropLast(suffix.count) + $0 }
        } else {
            stems = [text + "i"]
        }
        // The vowel before may change with it: świat, świecie; kościół, kościele.
        for (suffix, soft) in Self.vowelSoftenings where text.lowercased().hasSuffix(suffix) {
            // The first letter keeps its case: Jazda, Jeździe.
            let kept = text.dropLast(suffix.count - 1)
            let changed = String(kept + soft.dropFirst())
            stems = suffix == "jazd" ? [changed] : stems + [changed]
        }
        return stems
    }

    /// Without an ending, in the genitive plural: `pszczółk-` is `pszczółek`, `krow-` is `krów`.
    private var bare: [String] {
        guard let last = text.last, let before = text.dropLast().last else { return [text] }
        let rest = String(text.dropLast())
        switch (before, last) {
        case (_, "i"): return [withoutSoftnessSign]
        case (_, _) where last.isPolishVowel: return []
        case ("o", _) where "wdbzżłrg".contains(last):
            return [rest.dropLast() + "ó" + String(last), text]
        case ("t", "r") where text.lowercased().hasSuffix("siostr"):
            return [text.dropLast(4) + "óstr"]
        case (_, "j") where !before.isPolishVowel: return []
        case ("ń", "k"): return [rest.dropLast() + "niek"]
        case ("s", "k") where text.hasSuffix(in: ["isk", "ysk"]): return [text, rest + "ek"]
        case ("k", "n"), ("g", "n"), ("k", "ł"), ("g", "ł"): return [rest + "ie" + String(last)]
        case ("l", "c"): return [text, rest + "ec"]
        case (_, "ł") where !before.isPolishVowel: return [rest + "eł", text]
        case (_, "k") where !before.isPolishVowel && before != "k": return [rest + "ek"]
        case (_, "n") where !before.isPolishVowel && !"nzh".contains(before):
            return [rest + "en", text]
        default: return [text]
        }
    }

    /// At the end of a word softness is written on the consonant, or nowhere: `działani-` is
    /// `działań`, `ziemi-` is `ziem`.
    private var withoutSoftnessSign: String {
        let rest = String(text.dropLast())
        if let (plain, soft) = Self.softConsonants.first(where: { rest.hasSuffix($0.0) }) {
            return rest.dropLast(plain.count) + soft
        }
        return rest.hasSuffix(in: ["p", "b", "f", "w", "m"]) ? rest : text
    }

    private static let softConsonants = [
        ("dz", "dź"), ("c", "ć"), ("n", "ń"), ("s", "ś"), ("z", "ź"),
    ]

    private static let softenings: [(String, [String])] = [
        ("st", ["ści"]), ("zd", ["ździ"]), ("sł", ["śl"]), ("sn", ["śni"]),
        ("szn", ["szni"]), ("czn", ["czni"]), ("rzn", ["rzni"]), ("zn", ["źni"]),
        ("pism", ["piśmi"]), ("pasm", ["paśmi"]), ("ch", ["sz"]), ("th", ["thi", "ci"]),
        ("h", ["ż", "sz"]), ("tt", ["tci", "ci"]), ("t", ["ci"]), ("d", ["dzi"]), ("ł", ["l"]),
        ("rr", ["rrz", "rz"]), ("r", ["rz"]), ("k", ["c"]), ("g", ["dz"]),
    ]

    private static let vowelSoftenings: [(String, String)] = [
        ("iat", "ieci"), ("iad", "iedzi"), ("iast", "ieści"), ("iazd", "ieździ"),
        ("jazd", "jeździ"), ("iał", "iel"), ("iatł", "ietl"), ("ioł", "iel"), ("iór", "iorz"),
        ("iar", "ierz"), ("ian", "ieni"), ("ias", "iesi"), ("iaz", "iezi"), ("las", "lesi"),
        ("lat", "leci"), ("zas", "zesi"),
    ]
}

extension String {
    /// Stem and ending as Polish spells them: `sklepik` and `em` are `sklepikiem`.
    fileprivate func joined(polish ending: String) -> String {
        guard let last, let first = ending.first else { return self + ending }
        if first == "+" { return self + ending.dropFirst() }
        if let plain = Self.plainLetters[last] {
            return dropLast() + plain + "i" + (first == "y" ? ending.dropFirst() : ending[...])
        }
        switch (last, first) {
        case ("k", "e"), ("g", "e"): return self + "i" + ending
        case ("i", "y"): return self + ending.dropFirst()
        case ("j", "y") where dropLast().last?.isPolishVowel ?? false:
            return dropLast() + "i" + ending.dropFirst()
        case (_, "y") where "kglj".contains(last) || last.isPolishVowel:
            return self + "i" + ending.dropFirst()
        default: return self + ending
        }
    }

    private static let plainLetters: [Character: String] = ["ć": "c", "ń": "n", "ś": "s", "ź": "z"]
}

extension StringProtocol {
    func hasSuffix(in suffixes: [String]) -> Bool {
        suffixes.contains { hasSuffix($0) }
    }
}

extension Character {
    var isPolishVowel: Bool { "aeiouyóąę".contains(self) }
}
