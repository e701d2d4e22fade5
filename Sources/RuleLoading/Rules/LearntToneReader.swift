import Model

/// Reads `rules/sentiment/learnt/<language>.tsv`: a term, what it says for praise, what for blame.
///
/// Works on bytes, as `LexiconReader` does. Three lines begin with `=` and say what the terms work on:
/// `=threshold`, `=keywords` and `=opposition`. `rules/sentiment/adapted/<language>.tsv` is like it, and has
/// of these `=threshold` at most.
struct LearntToneReader {
    private let file: RuleFile
    private var threshold: LearntTone.Sides?
    private var keywords: LearntTone.Sides?
    private var opposition: LearntTone.Sides?
    private var entries: [LearntTone.Entry] = []
    private var first: [String: FileLocation] = [:]

    private init(_ file: RuleFile) {
        self.file = file
    }

    /// `nil` once a mistake is noted.
    static func learntTone(_ file: RuleFile, noting errors: inout [RuleError]) -> LearntTone? {
        let language = errors.noting(try LexiconReader.language(of: file))
        guard let reader = read(file, noting: &errors) else { return nil }
        guard let threshold = reader.threshold, let keywords = reader.keywords,
            let opposition = reader.opposition
        else {
            errors.append(RuleError(.noThreshold, at: FileLocation(file: file.path)))
            return nil
        }
        return language.map {
            LearntTone(
                language: $0, threshold: threshold, keywords: keywords, opposition: opposition,
                entries: reader.entries)
        }
    }

    /// `nil` once a mistake is noted.
    ///
    /// - Parameter languages: Those that something was learnt for.
    static func adaptation(
        _ file: RuleFile, of languages: [LanguageCode], noting errors: inout [RuleError]
    ) -> ToneAdaptation? {
        let language = errors.noting(try LexiconReader.language(of: file))
        guard let reader = read(file, noting: &errors), let language else { return nil }
        guard languages.contains(language) else {
            errors.append(RuleError(.adaptsNothing(language), at: FileLocation(file: file.path)))
            return nil
        }
        guard reader.keywords == nil, reader.opposition == nil else {
            errors.append(RuleError(.badAdaptation, at: FileLocation(file: file.path)))
            return nil
        }
        return ToneAdaptation(
            language: language, threshold: reader.threshold ?? .init(praise: 0, blame: 0),
            entries: reader.entries)
    }

    // MARK: - Private

    private static func read(
        _ file: RuleFile, noting errors: inout [RuleError]
    ) -> LearntToneReader? {
        guard let text = errors.noting(try TextBytes.text(of: file)) else { return nil }
        var reader = LearntToneReader(file)
        var mistakes: [RuleError] = []
        let lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
        reader.entries.reserveCapacity(lines.count)
        for (index, bytes) in lines.enumerated() {
            let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
            guard !line.isEmpty, !line.elementsEqual("#".utf8), !line.starts(with: "# ".utf8)
            else { continue }
            _ = mistakes.noting(try reader.read(line, number: index + 1))
        }
        errors += mistakes.summedUp
        return reader
    }

    private static let limit = 20.0
    private static let newline = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")

    private mutating func read(_ line: Substring.UTF8View, number: Int) throws(RuleError) {
        let cells = line.split(separator: Self.tab, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        let place = FileLocation(file: file.path, line: number, column: 1)
        guard let term = cells.first, !term.isEmpty else { throw RuleError(.emptyTerm, at: place) }
        let weights = cells.dropFirst().map(Decimals.number)
        let numbers = weights.compactMap(\.self).filter { (-Self.limit...Self.limit).contains($0) }
        guard numbers.count == weights.count, numbers.count == 2 else {
            throw RuleError(.badLearntLine, at: place)
        }
        if let earlier = first.updateValue(place, forKey: term) {
            throw RuleError(.duplicateTerm(term, first: earlier), at: place)
        }
        let sides = LearntTone.Sides(praise: numbers[0], blame: numbers[1])
        switch term {
        case "=threshold": threshold = sides
        case "=keywords": keywords = sides
        case "=opposition": opposition = sides
        default:
            if let mistake = Term.mistake(inTone: term) { throw RuleError(mistake, at: place) }
            entries.append(LearntTone.Entry(term: term, weights: sides, place: place))
        }
    }
}
