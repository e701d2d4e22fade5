import Model
import Tokenizing

/// Who misses a brand praises it, and who does not blames it: "I miss Kawka", "nie brakuje mi Kawki".
///
/// The same words blame where something else is missing: "my parcel is missing, Kawka", "brakuje mi w Kawce
/// krzeseł". "I miss the old Kawka" is left to the lexicon.
enum Longing {
    static func verdicts(in analysis: Analysis) -> [Verdict] {
        analysis.readings.indices.flatMap { number -> [Verdict] in
            let reading = analysis.readings[number]
            return reading.brands.compactMap { place -> Verdict? in
                guard !place.isTopic,
                    let verb = verb(before: place, in: reading, analysis.vocabulary.grammar)
                else { return nil }
                let layout = analysis.layout(of: number)
                let denial = Denial(reading, layout, analysis.vocabulary)
                let isDenied =
                    denied.contains(reading.words.folded(verb))
                    || denial.covers(verb..<verb + 1, within: negatorReach)
                let asked = layout.sentence(at: verb).isQuestion ? Comparisons.asked : 1
                return Verdict(
                    brand: place.brand, reading: number, words: verb..<place.words.upperBound,
                    weight: (isDenied ? notMissed : missed) * asked)
            }
        }
    }

    // MARK: - Private

    private static let missed = 2.0
    private static let notMissed = -1.4
    /// Words from a negator, from who misses, and from the verb to the name.
    private static let negatorReach = 4
    private static let personReach = 6
    private static let nameReach = 4
    /// Verbs that say who misses.
    private static let personal: Set<String> = [
        "tęsknię", "tesknie", "tęsknimy", "tesknimy", "stęskniłam", "stęskniłem", "stęskniliśmy",
        "zatęskniłam", "zatęskniłem", "ilgojos", "ilgojamies", "noilgojos", "noilgojāmies",
    ]
    private static let impersonal: Set<String> = [
        "miss", "brakuje", "brakowało", "brakowalo", "pietrūkst", "pietrukst", "pietrūks",
        "pietrūka",
    ]
    private static let denied: Set<String> = [
        "nepietrūkst", "nepietrukst", "nepietrūks", "nepietrūka", "neilgojos",
    ]
    /// Who misses: the subject in English, whose "i" is "and" in Polish, and the object elsewhere.
    private static let subjects: Set<String> = ["i", "we"]
    private static let objects: Set<String> = ["mi", "nam", "man", "mums"]
    /// What stands between the verb and the name, besides determiners.
    private static let links: Set<String> = [
        "za", "się", "sie", "mi", "nam", "tu", "pēc", "pec", "man", "mums", "ļoti", "loti",
    ]
    /// What stands between who misses and the verb.
    private static let fillers: Set<String> = [
        "really", "do", "don", "t", "not", "already", "will", "won", "still", "gonna", "going",
        "to", "ll", "just", "would", "d", "m", "am", "are", "re", "definitely", "always",
        "even", "so", "nie", "już", "bardzo", "strasznie", "tak", "będzie", "ļoti", "loti", "nemaz",
        "jau", "tik", "tiešām",
    ]

    private static func verb(
        before place: Reading.BrandPlace, in reading: Reading, _ grammar: Grammar
    ) -> Int? {
        let words = reading.words
        let start = place.words.lowerBound
        let verb = (max(0, start - nameReach)..<start).last { index in
            let word = words.folded(index)
            return !links.contains(word) && !grammar.determiners.contains(word)
        }
        guard let verb, reading.isInSentence(verb, of: start) else { return nil }
        let word = words.folded(verb)
        if personal.contains(word) { return verb }
        guard impersonal.contains(word) || denied.contains(word) else { return nil }
        let persons = word == "miss" ? subjects : objects
        if (verb + 1..<start).contains(where: { persons.contains(words.folded($0)) }) {
            return verb
        }
        let person = (max(0, verb - personReach)..<verb).last {
            !fillers.contains(words.folded($0))
        }
        guard let person, reading.isInSentence(person, of: start) else { return nil }
        return persons.contains(words.folded(person)) ? verb : nil
    }
}
