import Model
import Tokenizing

/// Whom somebody takes for the brand that they take leave of: "never again Zefirnet, Baltfon it is", "nigdy
/// więcej Zefirnetu, teraz tylko Baltfon", "ardievu, Zefirnet, tagad Baltfon", "goodbye Zefirnet and hello Baltfon".
extension Switches {
    /// The next brand named gains, once, where its clause says no more than that somebody is theirs from now on.
    ///
    /// - Parameters:
    ///   - words: What takes leave.
    ///   - left: Whom it is taken of.
    mutating func judge(takenAfter words: Range<Int>, insteadOf left: Set<Brand.ID>) {
        let next = reading.brands.around(words, Self.placesLookedAt).first {
            $0.words.lowerBound >= words.upperBound && !left.contains($0.brand)
        }
        guard let next, isTaken(next) else { return }
        let sentences =
            reading.words[next.words.lowerBound].sentence
            - reading.words[words.lowerBound].sentence
        let isJudged = verdicts.suffix(Self.placesLookedAt).contains { $0.words == next.words }
        if sentences <= 1, !isJudged { add(Self.weight, to: next.brand, next.words) }
    }

    /// Whether somebody leaves one brand and says that another is better: "aizgāju no Zefirnet, Baltfon ir
    /// labāks".
    func isOutdone(_ place: Reading.BrandPlace) -> Bool {
        let clause = layout.clause(at: place.words.lowerBound)
        return reading.brands.around(place.words, Self.placesLookedAt).contains { other in
            let start = other.words.lowerBound
            let own = layout.clause(at: start)
            return own > clause && other.brand != place.brand
                && reading.isInSentence(start, of: place.words.lowerBound)
                && layout.clauses[own].words.contains {
                    reading.functions[$0].contains(.better)
                }
        }
    }

    // MARK: - Private

    /// Each says that somebody is with a brand from now on.
    private static let takings: Set<String> = [
        "it", "now", "only", "hello", "hi", "welcome", "come",
        "teraz", "odtąd", "odtad", "dziś", "dzis", "tylko", "wyłącznie", "wylacznie", "witaj",
        "witajcie", "cześć", "czesc",
        "tagad", "turpmāk", "turpmak", "tikai", "sveiks", "sveika", "sveiki", "sveicināts",
        "sveicinats", "sveicināta", "sveicinata", "čau",
    ]
    /// What may stand beside them: "from now on", "and hello", "here I come", "no šodienas".
    private static let fillings: Set<String> = [
        "is", "from", "on", "then", "for", "me", "us", "just", "to", "back", "and", "here", "i",
        "od", "już", "juz", "a", "oraz", "no", "šodienas", "sodienas", "jau", "un",
    ]

    /// Words and marks of the clause, the name too.
    private static let longestTaking = 12

    private func isTaken(_ place: Reading.BrandPlace) -> Bool {
        let start = place.words.lowerBound
        let clause = layout.clause(at: start)
        // "No Baltfon for me from now on"; in Latvian "no" leads from a day on.
        guard !layout.sentence(at: start).isQuestion, !denial.covers(place.words, within: 0)
        else { return false }
        if isAlone(place), clause > 0,
            layout.clauses[clause - 1].sentence == layout.clauses[clause].sentence
        {
            // "Un sveiks, Baltfon".
            return isTaking(layout.clauses[clause - 1].words, besides: place.words)
        }
        return isTaking(layout.clauses[clause].words, besides: place.words)
    }

    private func isTaking(_ clause: Range<Int>, besides name: Range<Int>) -> Bool {
        guard clause.count <= Self.longestTaking else { return false }
        let said = clause.filter { !name.contains($0) && reading.words[$0].kind != .mark }
            .map { reading.words.folded($0) }
        return said.allSatisfy { Self.takings.contains($0) || Self.fillings.contains($0) }
            && said.contains(where: Self.takings.contains)
    }
}
