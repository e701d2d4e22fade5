import Model

/// Reads the mapping `keywords:` of a category, or of a value of a facet.
enum KeywordReader {
    static func keywords(
        _ value: YAMLValue, noting errors: inout [RuleError]
    ) -> [LanguageCode: [Category.Keyword]] {
        var keywords: [LanguageCode: [Category.Keyword]] = [:]
        let languages = errors.noting(try value.pairs())
        if languages?.isEmpty == true { errors.append(RuleError(.emptyList, at: value.place)) }
        for (key, list) in languages ?? [] {
            let language = errors.noting(try key.languageOrAny())
            let items = errors.noting(try list.list()) ?? []
            var twice: [RuleError] = []
            let read = distinct(
                items.flatMap { self.keywords(ofItem: $0, noting: &errors) }, noting: &twice)
            errors += twice.joinedByRows
            if let language { keywords[language] = read }
        }
        return keywords
    }

    // MARK: - Private

    private enum Key: String, CaseIterable {
        case term, weight
    }

    /// One for each term that an item stands for; a term alone weighs 1.
    private static func keywords(
        ofItem value: YAMLValue, noting errors: inout [RuleError]
    ) -> [Category.Keyword] {
        let terms: [String]?
        var weight = 1.0
        if value.isMapping {
            guard let fields = Fields<Key>(value, noting: &errors) else { return [] }
            terms = errors.noting(try fields.required(.term).terms())
            weight = errors.noting(try fields[.weight]?.number(in: -4...4)) ?? 1
        } else {
            terms = errors.noting(try value.terms())
        }
        return (terms ?? []).map {
            Category.Keyword(term: $0, weight: weight, place: value.place)
        }
    }

    private static func distinct(
        _ keywords: [Category.Keyword], noting errors: inout [RuleError]
    ) -> [Category.Keyword] {
        var first = [String: FileLocation](minimumCapacity: keywords.count)
        return keywords.filter { keyword in
            let term = Term.inSmallLetters(keyword.term)
            guard let place = first.updateValue(keyword.place, forKey: term) else { return true }
            first[term] = place
            let mistake = Mistake.duplicateTerm(keyword.term, first: place)
            errors.append(RuleError(mistake, at: keyword.place))
            return false
        }
    }
}

extension YAMLValue {
    /// `any` stands for texts in every language.
    fileprivate func languageOrAny() throws(RuleError) -> LanguageCode {
        try text() == "any" ? .undetermined : languageCode()
    }
}
