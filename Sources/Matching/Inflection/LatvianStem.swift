/// What a Latvian word's endings stand on, and how it softens before some of them.
struct LatvianStem {
    let text: String

    init(_ text: some StringProtocol) {
        self.text = String(text)
    }

    func adding(_ ending: Declension.Ending) -> String {
        switch ending.stem {
        case .plain, .bare, .word: text + ending.text
        case .softened: softened + ending.text
        }
    }

    /// `brāl-` is `brāļ-`, `Cēs-` is `Cēš-`.
    var softened: String {
        guard let (suffix, soft) = Self.softenings.first(where: { text.hasSuffix($0.0) }) else {
            return text
        }
        return text.dropLast(suffix.count) + soft
    }

    // MARK: - Private

    private static let softenings: [(String, String)] = [
        ("ll", "ļļ"), ("nn", "ņņ"), ("ln", "ļņ"), ("sn", "šņ"), ("zn", "žņ"), ("sl", "šļ"),
        ("zl", "žļ"), ("dz", "dž"), ("st", "st"), ("l", "ļ"), ("n", "ņ"), ("t", "š"), ("d", "ž"),
        ("s", "š"), ("z", "ž"), ("c", "č"), ("b", "bj"), ("p", "pj"), ("m", "mj"), ("v", "vj"),
        ("f", "fj"),
    ]
}
