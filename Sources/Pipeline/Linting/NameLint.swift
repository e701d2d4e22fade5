import Model

/// What in a name its author may have taken for a sign, though names are looked for as they stand.
struct NameLint {
    private let name: String

    init(_ name: String) {
        self.name = name
    }

    func finding(at place: FileLocation) -> RuleFinding? {
        guard let (what, advice) = mistake else { return nil }
        return RuleFinding(
            .queryInName, .warning, "name '\(name)' \(what); \(advice)", at: place)
    }

    // MARK: - Private

    private var mistake: (what: String, advice: String)? {
        if let inner {
            return ("is found between its marks alone", "write \(inner), without them")
        }
        if let word = name.split(separator: " ").first(where: isOperator) {
            return (
                "has \(word), which is looked for as a word",
                "write each name of its own in the list, and conditions in query"
            )
        }
        guard name.contains("|") else { return nil }
        return (
            "has '|', which is looked for as it stands", "write each name of its own in the list"
        )
    }

    /// What stands between quotes, braces or slashes; `nil` for a name without them.
    private var inner: Substring? {
        let marks: KeyValuePairs<Character, Character> = [
            "\"": "\"", "'": "'", "„": "”", "“": "”", "«": "»", "{": "}", "/": "/", "(": ")",
        ]
        guard name.count > 2,
            marks.contains(where: { name.first == $0.key && name.last == $0.value })
        else { return nil }
        return name.dropFirst().dropLast()
    }

    private func isOperator(_ word: Substring) -> Bool {
        ["AND", "OR", "NOT", "LUB", "VAI"].contains(word) || word.hasPrefix("NEAR/")
    }
}
