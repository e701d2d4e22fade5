import Model

extension YAMLValue {
    /// A name to look for as it stands.
    func findable() throws(RuleError) -> String {
        let text = try text()
        guard Term.hasLetterOrDigit(text) else { throw RuleError(.neverMatches(text), at: place) }
        return text
    }

    /// A word, `stem*` or phrase.
    func term() throws(RuleError) -> String {
        let text = try text()
        if let mistake = Term.mistake(in: text) { throw RuleError(mistake, at: place) }
        return text
    }

    /// The terms of a text whose words may have alternatives: `stuck on|at loading` stands for two.
    func terms() throws(RuleError) -> [String] {
        let text = try text()
        let bytes = Array(text.utf8)
        let terms =
            bytes.contains(Alternatives.sign)
            ? try Alternatives(in: bytes[...], at: place).terms : [text]
        for term in terms {
            if let mistake = Term.mistake(in: term) { throw RuleError(mistake, at: place) }
        }
        return terms
    }
}

extension Examples {
    private enum Key: String, CaseIterable {
        case match
        case noMatch = "no_match"
    }

    /// None where the key is not there.
    init(reading value: YAMLValue?, noting errors: inout [RuleError]) {
        guard let fields = value.flatMap({ Fields<Key>($0, noting: &errors) }) else {
            self = .none
            return
        }
        self.init(
            match: fields.list(.match, of: YAMLValue.example, noting: &errors),
            noMatch: fields.list(.noMatch, of: YAMLValue.example, noting: &errors))
    }
}

extension YAMLValue {
    fileprivate func example() throws(RuleError) -> Examples.Example {
        Examples.Example(text: try text(), place: place)
    }
}
