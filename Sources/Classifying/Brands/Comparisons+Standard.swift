import Model
import Tokenizing

/// What "than" and "as" compare with: a brand, "better than Kawka", or other days, "better than ever at Kawka".
extension Comparisons {
    /// Whether a name behind "than" or "as" is what is compared with.
    ///
    /// It is not where what one knew or expected is, "not as good as before at Kawka", "lepiej niż myślałam
    /// w Kawce"; nor behind a comma, as whom one speaks to, "slower than this, Kawka", unless the comma is
    /// that of "niż to, co Kawka".
    func isStandard(_ place: Reading.BrandPlace, behind than: Int) -> Bool {
        guard !reading.functions[than].contains(.asHoped) else { return false }
        let between = than + 1..<max(than + 1, place.words.lowerBound)
        return !between.contains { index in
            let word = reading.words.folded(index)
            return Self.ownMeasures.contains(word)
                || word == "," && index > than + 1 && !continues(index + 1)
        }
    }

    // MARK: - Private

    /// What one has known of the same brand: how it was, or is as a rule.
    private static let ownMeasures: Set<String> = [
        "ever", "usual", "usually", "before", "last", "always", "normal", "yesterday",
        "kiedykolwiek", "zwykle", "zazwyczaj", "zawsze", "wcześniej", "wczesniej", "przedtem",
        "kiedyś", "kiedys", "dawniej", "dotąd", "dotychczas", "ostatnio", "poprzednio", "wczoraj",
        "rok",
        "jebkad", "parasti", "agrāk", "agrak", "iepriekš", "ieprieks", "kādreiz", "kadreiz",
        "vienmēr", "vakar", "pērn", "pern", "pirms", "pagājušajā", "pagājušo",
    ]

    /// Whether a word goes on with what stands before its comma: "to, co", "tas, ko".
    private func continues(_ word: Int) -> Bool {
        analysis.vocabulary.grammar.commaWords.contains(reading.words.folded(word))
    }
}
