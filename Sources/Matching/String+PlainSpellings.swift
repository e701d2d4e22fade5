extension String {
    /// How many type it, without one or all of the apostrophes between its letters: `Brennans` for
    /// `Brennan's`.
    ///
    /// None where that leaves four letters or fewer, which are soon another word, as `Lays` is.
    package var spellingsWithoutApostrophes: [String] {
        let letters = Array(self)
        let marks = letters.indices.dropFirst().dropLast().filter { index in
            Self.apostrophes.contains(letters[index]) && letters[index - 1].isLetter
                && letters[index + 1].isLetter
        }
        guard !marks.isEmpty, count - marks.count > 4 else { return [] }
        let dropped = [Set(marks)] + (marks.count > 1 ? marks.map { [$0] } : [])
        return dropped.map { dropped in
            String(letters.indices.filter { !dropped.contains($0) }.map { letters[$0] })
        }
    }

    // MARK: - Private

    private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "′", "`", "´"]
}
