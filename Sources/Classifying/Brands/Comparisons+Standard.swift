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
        let isSpokenTo = between.dropFirst().contains {
            reading.words.folded($0) == "," && !continues($0 + 1)
        }
        guard !isSpokenTo else { return false }
        return !between.contains { isOwnMeasure($0, of: place) } || hasRival(place, than)
    }

    // MARK: - Private

    /// Whether a word is what one knew of a brand, and does not only say which brand is meant: "niż wcześniej
    /// używany Zefirnet", "than my last provider Zefirnet".
    private func isOwnMeasure(_ index: Int, of place: Reading.BrandPlace) -> Bool {
        let word = reading.words.folded(index)
        guard Self.ownMeasures.contains(word) else { return false }
        let next = index + 1..<place.words.lowerBound
        return next.isEmpty || Self.wholeMeasures.contains(word)
            || next.contains {
                let word = reading.words.folded($0)
                return word == "," || analysis.vocabulary.grammar.prepositions.contains(word)
            }
    }

    /// Whether the sentence compares another brand: "Baltfon jest lepszy niż wcześniej Zefirnet".
    private func hasRival(_ place: Reading.BrandPlace, _ than: Int) -> Bool {
        guard let rival = subject(before: than, besides: place.brand) else { return false }
        return reading.isInSentence(rival.words.lowerBound, of: than)
    }

    /// What one has known of the same brand: how it was, or is as a rule.
    private static let ownMeasures: Set<String> = [
        "ever", "usual", "usually", "before", "last", "always", "normal", "yesterday",
        "kiedykolwiek", "zwykle", "zazwyczaj", "zawsze", "wcześniej", "wczesniej", "przedtem",
        "kiedyś", "kiedys", "dawniej", "dotąd", "dotychczas", "ostatnio", "poprzednio", "wczoraj",
        "rok",
        "jebkad", "parasti", "agrāk", "agrak", "iepriekš", "ieprieks", "kādreiz", "kadreiz",
        "vienmēr", "vakar", "pērn", "pern", "pirms", "pagājušajā", "pagājušo",
    ]

    /// Those that have a noun with them: `pirms gada Kawkā`.
    private static let wholeMeasures: Set<String> = ["pirms", "pagājušajā", "pagājušo"]

    /// Whether a word goes on with what stands before its comma: "to, co", "tas, ko".
    private func continues(_ word: Int) -> Bool {
        analysis.vocabulary.grammar.commaWords.contains(reading.words.folded(word))
    }
}
