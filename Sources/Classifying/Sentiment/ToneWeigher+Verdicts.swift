import Model
import Tokenizing

/// A verdict without a verb before nothing but blame, with a number or a time in it or said to be as always:
/// "great service as always, two hours on hold", "a lovely start to the week: third train cancelled". Who weighs
/// one thing against another, "great service, awful food", counts nothing.
extension ToneWeigher {
    func isIronicVerdict(_ index: Int) -> Bool {
        let words = tones[index].words
        guard tones[index].weight >= Self.leastIronicPraise,
            let sentence = reproach(at: words.lowerBound)
        else { return false }
        let clause = layout.clauses[layout.clause(at: words.lowerBound)].words
        // A term may go on in the next clause.
        guard words.upperBound <= clause.upperBound, clause.upperBound < sentence.upperBound,
            (sentence.lowerBound..<words.lowerBound).allSatisfy({ isLittle($0, Self.openings) }),
            (words.upperBound..<clause.upperBound).allSatisfy({
                isLittle($0, Self.judged) || isLittle($0, Self.circumstances)
            }),
            (words.lowerBound..<clause.upperBound).contains(where: { isWord($0, Self.judged) })
        else { return false }
        let rest = clause.upperBound..<sentence.upperBound
        let isAsEver = (words.upperBound..<clause.upperBound).contains { isWord($0, Self.habits) }
        return (isAsEver || rest.contains(where: isCounted)) && isAllBlame(rest, behind: index)
    }

    // MARK: - Private

    private static let openings: Set<String> = [
        "a", "an", "another", "yet", "what", "such", "absolutely", "really", "truly", "just", "oh",
        "well", "wow", "so", "ah", "yeah", "yay",
    ]
    /// What is judged.
    private static let judged: Set<String> = [
        "service", "job", "work", "start", "way", "effort", "timing", "support", "experience",
        "communication", "news", "stuff", "care", "show", "planning", "organisation",
        "organization",
    ]
    private static let habits: Set<String> = ["always", "usual", "again", "ever"]
    /// When, where and by whom.
    private static let circumstances: Set<String> = habits.union([
        "as", "the", "a", "of", "to", "from", "for", "by", "guys", "lads", "team", "folks",
        "people", "here", "there", "today", "all", "day", "week", "weekend", "holiday", "trip",
        "morning", "evening", "year", "my", "your", "you", "customer", "customers", "loyal",
        "treat", "so", "far", "yet",
    ])

    /// Whether a word is a mark, a name, or one of a few.
    private func isLittle(_ word: Int, _ few: Set<String>) -> Bool {
        reading.words[word].kind == .mark || reading.isAddressee(word) || isWord(word, few)
    }

    private func isWord(_ word: Int, _ few: Set<String>) -> Bool {
        few.contains(reading.words.folded(word))
    }

    /// Whether a word tells how long, how often or how many.
    private func isCounted(_ word: Int) -> Bool {
        reading.words.isNumber(word)
            || !reading.functions[word].isDisjoint(with: [.again, .period])
    }

    private func isAllBlame(_ words: Range<Int>, behind index: Int) -> Bool {
        let others = tones[(index + 1)...].prefix { $0.words.lowerBound < words.upperBound }
        return others.allSatisfy { $0.weight < Self.lightPraise }
            && others.reduce(0) { $0 - min($1.weight, 0) } >= Self.leastBlame
    }
}
