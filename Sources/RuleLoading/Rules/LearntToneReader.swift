import Model

/// Reads `rules/sentiment/learnt/<language>.tsv`: a term, what it says for praise, what for blame.
///
/// Three lines begin with `=` and say what the terms work on: `=threshold`, `=keywords` and `=opposition`. There
/// may be two more, `=capitals` and `=length`.
/// `rules/sentiment/adapted/<language>.tsv` is like it, and has of these `=threshold` at most.
struct LearntToneReader {
    private var threshold: LearntTone.Sides?
    private var keywords: LearntTone.Sides?
    private var opposition: LearntTone.Sides?
    private var capitals: LearntTone.Sides?
    private var length: LearntTone.Sides?
    private var entries: [LearntTone.Entry] = []
    private var first: [String: FileLocation] = [:]

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
                capitals: reader.capitals, length: reader.length, entries: reader.entries)
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
        guard reader.keywords == nil, reader.opposition == nil, reader.capitals == nil,
            reader.length == nil
        else {
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
        var reader = LearntToneReader()
        let count = TableLines.count(in: file)
        reader.first.reserveCapacity(count)
        reader.entries.reserveCapacity(count)
        let isRead = LearntLine.forEach(in: file, noting: &errors) { line throws(RuleError) in
            try reader.add(line)
        }
        return isRead ? reader : nil
    }

    private mutating func add(_ line: LearntLine) throws(RuleError) {
        guard let weights = line.weights, weights.count == 2 else {
            throw RuleError(.badLearntLine, at: line.place)
        }
        if let earlier = first.updateValue(line.place, forKey: line.term) {
            throw RuleError(.duplicateTerm(line.term, first: earlier), at: line.place)
        }
        let sides = LearntTone.Sides(praise: weights[0], blame: weights[1])
        switch line.term {
        case "=threshold": threshold = sides
        case "=keywords": keywords = sides
        case "=opposition": opposition = sides
        case "=capitals": capitals = sides
        case "=length":
            guard min(sides.praise, sides.blame) >= 1 else {
                throw RuleError(.badLength, at: line.place)
            }
            length = sides
        case let term:
            if let mistake = Term.mistake(inTone: term) {
                throw RuleError(mistake, at: line.place)
            }
            entries.append(LearntTone.Entry(term: term, weights: sides, place: line.place))
        }
    }
}
