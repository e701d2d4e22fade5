import Model

/// Reads `rules/learnt/<category>.<language>.tsv`: a term, a tab, its weight.
struct LearntKeywordsReader {
    private let file: RuleFile
    private var keywords: [Category.Keyword] = []
    private var first: [String: FileLocation] = [:]

    private init(_ file: RuleFile) {
        self.file = file
    }

    /// `nil` once a mistake is noted.
    static func learntKeywords(
        _ file: RuleFile, categories: Register, noting errors: inout [RuleError]
    ) -> LearntKeywords? {
        let name = errors.noting(try name(of: file, categories))
        guard let text = errors.noting(try TextBytes.text(of: file)) else { return nil }
        var reader = LearntKeywordsReader(file)
        var mistakes: [RuleError] = []
        let lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
        reader.keywords.reserveCapacity(lines.count)
        for (index, bytes) in lines.enumerated() {
            let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
            guard !line.isEmpty, !line.elementsEqual("#".utf8), !line.starts(with: "# ".utf8)
            else { continue }
            _ = mistakes.noting(try reader.read(line, number: index + 1))
        }
        errors += mistakes.summedUp
        return name.map {
            LearntKeywords(
                category: $0.category, language: $0.language, keywords: reader.keywords)
        }
    }

    // MARK: - Private

    private static let limit = 20.0
    private static let newline = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")

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

    private mutating func read(_ line: Substring.UTF8View, number: Int) throws(RuleError) {
        let cells = line.split(separator: Self.tab, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        let place = FileLocation(file: file.path, line: number, column: 1)
        guard let term = cells.first, !term.isEmpty else { throw RuleError(.emptyTerm, at: place) }
        guard cells.count == 2, let weight = Decimals.number(cells[1]),
            (-Self.limit...Self.limit).contains(weight)
        else { throw RuleError(.badLearntKeyword, at: place) }
        if let mistake = Term.mistake(inTone: term) { throw RuleError(mistake, at: place) }
        if let earlier = first.updateValue(place, forKey: term.lowercased()) {
            throw RuleError(.duplicateTerm(term, first: earlier), at: place)
        }
        keywords.append(Category.Keyword(term: term, weight: weight, place: place))
    }
}
