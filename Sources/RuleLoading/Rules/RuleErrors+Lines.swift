import Model

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

    /// The mistakes of a lexicon: of a row that has several terms of another row they are told at once, as a
    /// row that is copied and changed a little may have hundreds.
    var joinedByRows: [RuleError] {
        var joined: [RuleError] = []
        /// By both rows, places in `joined`.
        var known: [[FileLocation]: Int] = [:]
        for error in self {
            guard case .duplicateTerm(_, let first) = error.mistake,
                let index = known.updateValue(joined.count, forKey: [error.place, first])
            else {
                joined.append(error)
                continue
            }
            known[[error.place, first]] = index
            joined[index] = joined[index].withOneMore
        }
        return joined
    }

    // MARK: - Private

    private var most: Int { 10 }
    private var told: Int { 3 }
}

extension RuleError {
    fileprivate var withOneMore: RuleError {
        switch mistake {
        case .duplicateTerm(let term, let first):
            RuleError(.alternatives(.termsTwice(term, more: 1, first: first)), at: place)
        case .alternatives(.termsTwice(let term, let more, let first)):
            RuleError(.alternatives(.termsTwice(term, more: more + 1, first: first)), at: place)
        default: self
        }
    }
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
