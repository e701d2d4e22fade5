import Model

extension ReportLanguage {
    /// What is said in this language.
    func picking<Wording>(_ english: Wording, _ polish: Wording, _ latvian: Wording) -> Wording {
        switch self {
        case .english: english
        case .polish: polish
        case .latvian: latvian
        }
    }

    /// The form of a noun that goes with a number (Unicode CLDR, plural rules for cardinals).
    ///
    /// - Parameters:
    ///   - one: 1; in Latvian also 21, 31 … 101, but not 11.
    ///   - few: in Polish 2–4, 22–24 …, but not 12–14; in Latvian 2–9, 22–29 …; `many` in English.
    ///   - many: every other number; in Latvian 0, 10–20, 30 …, which take the genitive plural.
    func form<Form>(_ count: Int, one: Form, few: Form, many: Form) -> Form {
        let (lastDigit, lastTwo) = (abs(count) % 10, abs(count) % 100)
        switch self {
        case .english: return count == 1 ? one : many
        case .polish:
            if count == 1 { return one }
            return (2...4).contains(lastDigit) && !(12...14).contains(lastTwo) ? few : many
        case .latvian:
            if lastDigit == 0 || (11...19).contains(lastTwo) { return many }
            return lastDigit == 1 ? one : few
        }
    }
}
