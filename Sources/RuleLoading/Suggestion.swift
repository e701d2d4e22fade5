/// Guesses which of the known words somebody meant.
package enum Suggestion {
    /// The known word with the fewest slips of the pen; `nil` if all are too far off.
    ///
    /// One slip is allowed for each three letters, at least one and at most three. Of equals the
    /// first wins.
    package static func nearest(to word: String, in known: [String]) -> String? {
        near(word, in: known).min { $0.slips < $1.slips }?.word
    }

    /// All that are not too far off, those with the fewest slips first, then as they were given.
    package static func all(near word: String, in known: [String]) -> [String] {
        near(word, in: known).enumerated()
            .sorted { ($0.element.slips, $0.offset) < ($1.element.slips, $1.offset) }
            .map(\.element.word)
    }

    private static func near(_ word: String, in known: [String]) -> [(word: String, slips: Int)] {
        let typed = Array(word.lowercased())
        guard typed.count <= longest else { return [] }
        let allowed = min(max(typed.count / 3, 1), 3)
        return known.filter { abs($0.count - typed.count) <= allowed }
            .map { (word: $0, slips: slips(typed, Array($0.lowercased()))) }
            .filter { $0.slips <= allowed }
    }

    /// In letters: nobody sees a slip in a longer word, and to compare two takes as long as the one times
    /// the other.
    private static let longest = 200

    /// How many letters were missed, added, mistaken or swapped with their neighbour.
    ///
    /// The Damerau–Levenshtein distance in its restricted form: no letter is touched twice.
    package static func slips(_ one: [Character], _ other: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                let isSame = one[i] == other[j]
                var least = min(last[j] + (isSame ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    least = min(least, beforeLast[j - 1] + 1)
                }
                row.append(least)
            }
            (beforeLast, last) = (last, row)
        }
        return last[other.count]
    }
}
