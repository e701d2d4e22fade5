import Dispatch
import Model
import Synchronization
import Tokenizing

/// The vocabularies of all languages, each made when the first text asks for it.
///
/// To make them is most of the time that it takes to begin, and few texts at once are in all languages.
final class Vocabularies: Sendable {
    private let byLanguage: [LanguageCode: Lazy]
    /// For languages that no rule speaks.
    private let foreign: Lazy

    init(_ rules: Rules, _ keywords: KeywordList) {
        let languages = Set(rules.lexicons.map(\.language))
            .union(rules.rated.flatMap(\.category.keywords.keys))
            .union(rules.learntKeywords.map(\.language)).union([.undetermined])
        let made = languages.map { language in
            let vocabulary = Lazy {
                Vocabulary(
                    language: language, lexicons: rules.lexicons, learnt: rules.learnt,
                    keywords: keywords)
            }
            return (language, vocabulary)
        }
        byLanguage = Dictionary(uniqueKeysWithValues: made)
        foreign = Lazy {
            Vocabulary(language: nil, lexicons: rules.lexicons, learnt: [], keywords: keywords)
        }
    }

    subscript(language: LanguageCode) -> Vocabulary {
        (byLanguage[language] ?? foreign).vocabulary
    }

    /// Makes all that are not made yet, on all cores; for texts of all languages.
    func makeAll() {
        make(Array(byLanguage.values) + [foreign])
    }

    /// Hashes of the words that are terms of languages, of those of them that have a vocabulary.
    func words(of languages: [LanguageCode]) -> [(language: LanguageCode, words: Set<UInt64>)] {
        let known = languages.compactMap { code in byLanguage[code].map { (code, $0) } }
        make(known.map(\.1))
        return known.map { ($0, $1.vocabulary.words) }
    }

    // MARK: - Private

    private func make(_ vocabularies: [Lazy]) {
        let missing = vocabularies.filter { !$0.isMade }
        guard !missing.isEmpty else { return }
        DispatchQueue.concurrentPerform(iterations: missing.count) { _ = missing[$0].vocabulary }
    }

    private final class Lazy: Sendable {
        private let make: @Sendable () -> Vocabulary
        private let made = Mutex<Vocabulary?>(nil)

        init(make: @escaping @Sendable () -> Vocabulary) {
            self.make = make
        }

        var isMade: Bool { made.withLock { $0 != nil } }

        var vocabulary: Vocabulary {
            made.withLock { made in
                if let made { return made }
                let vocabulary = make()
                made = vocabulary
                return vocabulary
            }
        }
    }
}
