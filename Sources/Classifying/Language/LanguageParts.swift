import Model
import Tokenizing

/// Which sentences of an entry are in which language, where they are not all in one.
struct LanguageParts {
    /// That of most words first.
    let languages: [LanguageCode]
    private let title: Field
    private let text: Field

    /// - Parameters:
    ///   - title: By sentence, the place of its language among `languages`; `text` likewise.
    init(
        languages: [LanguageCode], title: [Int], in titleWords: Words, text: [Int],
        in textWords: Words
    ) {
        self.languages = languages
        self.title = Field(title, titleWords)
        self.text = Field(text, textWords)
    }

    /// The words of one language alone, each where it stands in the whole entry.
    func words(of language: Int) -> (title: Words, text: Words) {
        (title.words(of: language), text.words(of: language))
    }

    /// Whether a mention stands in sentences of a language, or in none because it goes without saying.
    func holds(_ mention: Mention, in language: Int) -> Bool {
        guard !mention.isBySource else { return true }
        return switch mention.field {
        case .title: title.holds(mention.range, in: language)
        case .text: text.holds(mention.range, in: language)
        }
    }
}

/// One field of an entry, by the languages of its sentences.
private struct Field {
    private let whole: Words
    /// In reading order: the language of each, and where it stands, in Unicode scalars.
    private let sentences: [(language: Int, range: Range<Int>)]

    init(_ languages: [Int], _ words: Words) {
        whole = words
        var ranges = [Range<Int>?](repeating: nil, count: languages.count)
        for word in words {
            let start = ranges[word.sentence]?.lowerBound ?? word.range.lowerBound
            ranges[word.sentence] = start..<word.range.upperBound
        }
        sentences = zip(languages, ranges).compactMap { language, range in
            range.map { (language, $0) }
        }
    }

    func holds(_ range: Range<Int>, in language: Int) -> Bool {
        let next = sentences.partitioningIndex { $0.range.upperBound > range.lowerBound }
        return sentences[next...].prefix { $0.range.lowerBound < range.upperBound }
            .contains { $0.language == language }
    }

    /// The words of the text with blanks in place of the other languages' sentences.
    func words(of language: Int) -> Words {
        var others = sentences.filter { $0.language != language }.map(\.range)[...]
        guard !others.isEmpty else { return whole }
        var blanked = String.UnicodeScalarView()
        for (index, scalar) in whole.text.unicodeScalars.enumerated() {
            while let next = others.first, next.upperBound <= index { others.removeFirst() }
            blanked.append(others.first?.contains(index) == true ? " " : scalar)
        }
        return Words(of: String(blanked), numberedIn: .shared)
    }
}
