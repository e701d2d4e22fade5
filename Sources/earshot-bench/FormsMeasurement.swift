import Matching
import Model

/// How well the forms that are generated for some words cover those that are attested.
struct FormsMeasurement: Encodable {
    let language: String
    let wordClass: String
    /// Whether the rules of inflection may have been written with these words in view.
    let isTuned: Bool
    let lemmas: Int
    /// Distinct attested singular forms, and how many of them are generated.
    let attestedSingular: Int
    let foundSingular: Int
    /// The same with the plural.
    let attested: Int
    let found: Int
    /// Forms generated for a case and number of which the table has a form, and how many of them are
    /// attested there; the others may be right all the same.
    let generatedInAttestedSlots: Int
    let confirmed: Int
    /// Forms generated, the base form included.
    let generated: Int
    /// What was attested and not generated, in the order of the table.
    let misses: [Miss]

    struct Miss: Encodable {
        let lemma: String
        let form: String
        let slot: String
    }

    init(_ rows: [MorphologyRow], language: Brand.Inflection, wordClass: String, isTuned: Bool) {
        let byLemma = Dictionary(grouping: rows, by: \.lemma)
        var (attestedSingular, foundSingular, attested, found) = (0, 0, 0, 0)
        var (inSlots, confirmed, generated) = (0, 0, 0)
        var misses: [Miss] = []
        for (lemma, rows) in byLemma.sorted(by: { $0.key < $1.key }) {
            let forms = Inflector.forms(of: lemma, language)
            let known = Set(forms.map { $0.form.lowercased() })
            generated += forms.count
            let singular = Set(rows.filter(\.isSingular).map { $0.form.lowercased() })
            var seen: Set<String> = []
            for row in rows where seen.insert(row.form.lowercased()).inserted {
                let isFound = known.contains(row.form.lowercased())
                // One form may stand for both numbers, in rows of its own.
                let isSingular = singular.contains(row.form.lowercased())
                attested += 1
                found += isFound ? 1 : 0
                attestedSingular += isSingular ? 1 : 0
                foundSingular += isSingular && isFound ? 1 : 0
                if !isFound {
                    misses.append(Miss(lemma: lemma, form: row.form, slot: row.slot ?? ""))
                }
            }
            let bySlot = Dictionary(grouping: rows.filter { $0.slot != nil }) { $0.slot ?? "" }
                .mapValues { Set($0.map { $0.form.lowercased() }) }
            for form in forms {
                let slots = form.features.split(separator: ", ").compactMap { bySlot[String($0)] }
                guard !slots.isEmpty else { continue }
                inSlots += 1
                confirmed += slots.contains { $0.contains(form.form.lowercased()) } ? 1 : 0
            }
        }
        self.language = language.rawValue
        self.wordClass = wordClass
        self.isTuned = isTuned
        lemmas = byLemma.count
        (self.attestedSingular, self.foundSingular) = (attestedSingular, foundSingular)
        (self.attested, self.found) = (attested, found)
        (generatedInAttestedSlots, self.confirmed) = (inSlots, confirmed)
        self.generated = generated
        self.misses = misses
    }
}
