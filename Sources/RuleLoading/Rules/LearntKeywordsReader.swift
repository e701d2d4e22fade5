import Model

/// Reads `rules/learnt/<category>.<language>.tsv`: a term, a tab, its weight.
struct LearntKeywordsReader {
    private var keywords: [Category.Keyword] = []
    private var first: [String: FileLocation] = [:]

    /// `nil` once a mistake is noted.
    static func learntKeywords(
        _ file: RuleFile, categories: Register, noting errors: inout [RuleError]
    ) -> LearntKeywords? {
        let name = errors.noting(try name(of: file, categories))
        var reader = LearntKeywordsReader()
        let isRead = LearntLine.forEach(in: file, noting: &errors) { line throws(RuleError) in
            try reader.add(line)
        }
        guard isRead, let name else { return nil }
        return LearntKeywords(
            category: name.category, language: name.language, keywords: reader.keywords)
    }

    // MARK: - Private

    private static func name(
        of file: RuleFile, _ categories: Register
    ) throws(RuleError) -> (category: Category.ID, language: LanguageCode) {
        let place = FileLocation(file: file.path)
        let parts = (file.path.split(separator: "/").last ?? "")
            .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        // Not by its tag: "en-GB" would be a second file of the same language.
        guard parts.count == 3, !parts[0].isEmpty else {
            throw RuleError(.badLearntName, at: place)
        }
        let (category, language) = (parts[0], LanguageCode(rawValue: parts[1]))
        guard language.isISO639 else { throw RuleError(.badLearntName, at: place) }
        try categories.check(category, at: place)
        return (Category.ID(category), language)
    }

    private mutating func add(_ line: LearntLine) throws(RuleError) {
        guard let weights = line.weights, weights.count == 1 else {
            throw RuleError(.badLearntKeyword, at: line.place)
        }
        if let mistake = Term.mistake(inTone: line.term) {
            throw RuleError(mistake, at: line.place)
        }
        if let earlier = first.updateValue(line.place, forKey: line.term.lowercased()) {
            throw RuleError(.duplicateTerm(line.term, first: earlier), at: line.place)
        }
        keywords.append(
            Category.Keyword(term: line.term, weight: weights[0], place: line.place))
    }
}
