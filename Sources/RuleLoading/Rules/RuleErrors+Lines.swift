extension [RuleError] {
    /// The mistakes of a file that is a table; one that was made in every line is told a few times and
    /// then counted, as nobody reads twenty thousand lines that say the same.
    ///
    /// Mistakes of a kind that ten lines or fewer have are all told.
    var summedUp: [RuleError] {
        let kinds = Dictionary(grouping: self, by: \.mistake.kind)
        guard kinds.values.contains(where: { $0.count > most }) else { return self }
        return kinds.values.flatMap { errors in
            guard errors.count > most, let last = errors.prefix(told).last else { return errors }
            let rest = Mistake.repeated("\(last.mistake)", more: errors.count - told)
            return errors.prefix(told - 1) + [RuleError(rest, at: last.place)]
        }
    }

    // MARK: - Private

    private var most: Int { 10 }
    private var told: Int { 3 }
}

extension Mistake {
    /// What is alike in mistakes that differ in the word they name; a term that stands twice names the line of
    /// the other one, too, and is told each time.
    fileprivate var kind: String {
        switch self {
        case .outOfRange: "outOfRange"
        case .badRole: "badRole"
        case .badModifier: "badModifier"
        case .misplacedStar: "misplacedStar"
        case .alternatives(.misplacedSign): "misplacedSign"
        // Those of tables that name no word are told in the same words.
        default: description
        }
    }
}
