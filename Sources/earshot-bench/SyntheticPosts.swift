import Foundation
import Model
import TestSupport

/// Posts for measuring what depends on the words that texts have: no two alike, of a few words to a
/// few hundred, in Polish, Latvian and English; about one in four names a brand.
struct SyntheticPosts {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A post of one language after the other, every second one with a title.
    mutating func next(number: Int) -> EntryText {
        let vocabulary = PostVocabulary.all[number % PostVocabulary.all.count]
        let title = number.isMultiple(of: 2) ? sentence(vocabulary) : nil
        // Most posts are short and a few are long.
        let count = 1 << Int.random(in: 0..<4, using: &random)
        let text = (0..<count).map { _ in sentence(vocabulary) }.joined(separator: " ")
        return EntryText(
            title: title, text: text, link: "https://site\(number % 500).example/post/\(number)",
            language: LanguageCode(rawValue: vocabulary.language))
    }

    /// Names to look for: words that come seldom, every fifth a pair of them.
    mutating func names(_ count: Int) -> [String] {
        (0..<count).map { number in
            let words = PostVocabulary.all[number % PostVocabulary.all.count].words
            let seldom = { (random: inout SeededGenerator) in
                words[Int.random(in: 3_000..<words.count, using: &random)]
            }
            let name = seldom(&random)
            return number % 5 == 4 ? "\(name) \(seldom(&random))" : name
        }
    }

    // MARK: - Private

    private mutating func sentence(_ vocabulary: PostVocabulary) -> String {
        var words = (0..<Int.random(in: 4...14, using: &random)).map { _ in word(vocabulary) }
        if Int.random(in: 0..<15, using: &random) == 0 {
            insert(from: vocabulary.names, into: &words)
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            insert(from: vocabulary.telling, into: &words)
        }
        let mark = [".", ".", ".", "!", "?", " 👍", "…"]
        words[0] = words[0].prefix(1).uppercased() + words[0].dropFirst()
        return words.joined(separator: " ")
            + mark[Int.random(in: 0..<mark.count, using: &random)]
    }

    /// By Zipf's law: the logarithm of a word's rank is spread evenly.
    private mutating func word(_ vocabulary: PostVocabulary) -> String {
        let logarithm =
            Double.random(in: 0..<1, using: &random) * log(Double(vocabulary.words.count))
        return vocabulary.words[min(Int(exp(logarithm)) - 1, vocabulary.words.count - 1)]
    }

    private mutating func insert(from list: [String], into words: inout [String]) {
        let place = Int.random(in: 0...words.count, using: &random)
        words.insert(list[Int.random(in: 0..<list.count, using: &random)], at: place)
    }
}
