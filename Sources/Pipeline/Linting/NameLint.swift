import Model

/// What in a name, or a keyword, its author may have taken for a sign, though both are looked for as they stand.
struct NameLint {
    private let name: String
    /// What a message calls it.
    private let noun: String

    init(_ name: String, noun: String = "name") {
        self.name = name
        self.noun = noun
    }

    func finding(at place: FileLocation) -> RuleFinding? {
        guard let (what, advice) = mistake else { return nil }
        return RuleFinding(
            .queryInName, .warning, "\(noun) '\(name)' \(what); \(advice)", at: place)
    }

    /// Why much else is called so; `nil` if that is not so.
    var sameness: String? {
        name.allSatisfy(\.isNumber) ? "is a number, as times, prices and dates are" : nil
    }

    // MARK: - Private

    private var mistake: (what: String, advice: String)? {
        if let inner {
            return ("is found between its marks alone", "write \(inner), without them")
        }
        if let word = name.split(separator: " ").first(where: hasTwoAlphabets) {
            return (
                "has letters of two alphabets in '\(word)', which look alike",
                "type it anew in the one that texts have"
            )
        }
        if let word = name.split(separator: " ").first(where: isOperator) {
            return (
                "has \(word), which is looked for as a word",
                "write each \(noun) of its own in the list, and conditions in query"
            )
        }
        if name.split(separator: ";").count(where: { $0.contains(where: \.isLetter) }) > 1 {
            return ("has ';', which parts nothing", "write each \(noun) of its own in the list")
        }
        guard name.contains("|") else { return nil }
        return (
            "has '|', which is looked for as it stands", "write each \(noun) of its own in the list"
        )
    }

    /// What stands between quotes, braces or slashes; `nil` for a name without them.
    private var inner: Substring? {
        guard let first = name.first, let last = name.last else { return nil }
        let isMarked =
            switch (first, last) {
            case ("{", "}"), ("/", "/"), ("(", ")"): true
            // Editors make curly quotes of straight ones, and not always the pair that a language has.
            default: Self.quotes.contains(first) && Self.quotes.contains(last)
            }
        return isMarked && name.count > 2 ? name.dropFirst().dropLast() : nil
    }

    /// Whether letters of Latin stand beside those of Cyrillic or Greek, which a keyboard that was switched
    /// leaves in a word.
    ///
    /// Letters that look like none of the other alphabet are meant, as in `μm`.
    private func hasTwoAlphabets(_ word: Substring) -> Bool {
        // Nearly all words have none, told without a look at Unicode's properties.
        let others = word.unicodeScalars.filter {
            (0x370..<0x530).contains($0.value) && $0.properties.isAlphabetic
        }
        guard !others.isEmpty else { return false }
        let latin = word.unicodeScalars.filter { $0.value < 0x250 && $0.properties.isAlphabetic }
        guard !latin.isEmpty else { return false }
        return others.allSatisfy(Self.lookLatin.contains)
            || others.allSatisfy { $0.value >= 0x400 }
                && latin.allSatisfy(Self.lookCyrillic.contains)
    }

    /// Those of Cyrillic and Greek.
    private static let lookLatin = Set(
        "аеорсухіјѕАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars)
    private static let lookCyrillic = Set("aeopcyxijsABEKMHOPCTYXIJS".unicodeScalars)

    private static let quotes: Set<Character> = [
        "\"", "'", "„", "“", "”", "«", "»", "‚", "‘", "’", "`",
    ]

    private func isOperator(_ word: Substring) -> Bool {
        ["AND", "OR", "NOT", "LUB", "VAI"].contains(word) || word.hasPrefix("NEAR/")
    }
}
