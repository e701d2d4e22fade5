/// How often a term is written in which of its case forms.
struct WordForms {
    private var counts: [String: Int] = [:]

    mutating func add(_ form: String) { counts[form, default: 0] += 1 }

    /// The most frequent form.
    ///
    /// Of equally frequent ones the shorter, which is more likely to be the base form, then the first
    /// by the alphabet.
    var commonest: String? {
        counts.min { ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key) }?.key
    }
}
