import Tokenizing

extension Reading {
    /// How many words stand between what says that something is looked for and the praise of it.
    private static let hopeReach = 6

    /// Whether words are said of what is looked for, or was hoped for.
    ///
    /// They stand behind the word that says so, with no mark between but the comma before what is
    /// hoped, "cerēju, ka būs labi", and with no contrast: "expected the worst but it was great".
    func isHoped(_ words: Range<Int>, _ layout: Layout) -> Bool {
        guard allFunctions.contains(.hoping) else { return false }
        let first = words.lowerBound
        if functions[first].contains(.hoping), !cameAsHoped(first) { return true }
        let contrast = layout.sentence(at: first).contrast.flatMap { $0 <= first ? $0 : nil }
        for index in (max(contrast ?? 0, first - Self.hopeReach - 1)..<first).reversed() {
            let isParted =
                self.words[index].kind == .mark && !functions[index + 1].contains(.reporting)
            guard !isParted, self.words[index].sentence == self.words[first].sentence else {
                return false
            }
            if functions[index].contains(.hoping), !cameAsHoped(index) { return true }
        }
        return false
    }

    /// "As promised": the word before says so, or the one before "I".
    private func cameAsHoped(_ word: Int) -> Bool {
        (max(0, word - 2)..<word).contains { functions[$0].contains(.asHoped) }
    }
}
