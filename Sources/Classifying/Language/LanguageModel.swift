import Model
import Tokenizing

/// What the letters of a word say of its language: weights of n-grams of one to four letters and
/// of whole words.
///
/// The weights of a word are the sum of those of its n-grams, edges of the word included, and of
/// its own where it has any. For those that have, the sum is ready beforehand. Laughter weighs nothing.
struct LanguageModel: Sendable {
    /// One lane for each of `languages`, in steps of `step`.
    typealias Weights = SIMD16<Int16>

    /// Natural logarithm of a likelihood ratio that a weight of 1 stands for.
    static let step = 0.12

    /// Of a longer word, no more is read.
    private static let readBytes = 64

    let languages: [LanguageCode]
    private let grams: NgramTable
    /// By hash of the word.
    private var wholeWords: WeightTable
    private let index = WordIndex.shared
    /// Of the words that have been met.
    private let known: WordTable<WordWeights>

    /// - Parameters:
    ///   - rows: A line for each n-gram: `_` is the edge of a word; then a letter for each language,
    ///     `A` … `Z` for 1 … 26, `a` … `z` for −1 … −26, anything else for 0.
    init(languages: [String], rows: String) {
        precondition(languages.count < Weights.scalarCount, "the last lane is not kept of words")
        known = WordTable(of: index)
        self.languages = languages.map(LanguageCode.init(rawValue:))
        let parsed = rows.utf8.split(separator: UInt8(ascii: "\n")).map(Row.init)
        grams = NgramTable(parsed.filter { !$0.isWholeWord })
        let frequent = parsed.filter(\.isWholeWord)
        wholeWords = WeightTable(capacity: frequent.count)
        for row in frequent {
            let word = Array(row.ngram.dropFirst().dropLast())
            let sum = row.weights &+ grams.weights(of: word, in: word.indices)
            wholeWords.insert(sum, under: WordHash(word).value)
        }
    }

    /// The weights of the word at an index.
    func weights(of position: Int, in words: Words) -> Weights {
        let word = words[position]
        let number = words.number(position, in: index)
        guard number >= 0 else { return workOutWeights(of: word, in: words) }
        if let known = known.value(at: number) { return known.weights }
        let weights = workOutWeights(of: word, in: words)
        known.keep(WordWeights(weights), at: number)
        return weights
    }

    // MARK: - Private

    private func workOutWeights(of word: Word, in words: Words) -> Weights {
        var weights = Weights.zero
        if words.foldedBytes[word.foldedRange].isLaughter { return weights }
        if wholeWords.add(word.hash, to: &weights) { return weights }
        let start = word.foldedRange.lowerBound
        let end = min(word.foldedRange.upperBound, start + Self.readBytes)
        return grams.weights(of: words.foldedBytes, in: start..<end)
    }
}

/// The weights of a word but for the last lane, in whose place a `WordTable` keeps its state: 32 bytes then,
/// of which no two lie in one line of the processor's cache by halves.
private struct WordWeights: BitwiseCopyable, Sendable {
    private let low: SIMD8<Int16>
    private let middle: SIMD4<Int16>
    private let high: SIMD2<Int16>
    private let last: Int16

    init(_ weights: LanguageModel.Weights) {
        low = weights.lowHalf
        middle = weights.highHalf.lowHalf
        high = SIMD2(weights[12], weights[13])
        last = weights[14]
    }

    var weights: LanguageModel.Weights {
        let highest = SIMD4(lowHalf: high, highHalf: SIMD2(last, 0))
        return LanguageModel.Weights(
            lowHalf: low, highHalf: SIMD8(lowHalf: middle, highHalf: highest))
    }
}

extension LanguageModel {
    /// One line of the weights.
    struct Row {
        let ngram: Substring.UTF8View
        let weights: Weights

        init(_ line: Substring.UTF8View) {
            ngram = line.prefix { $0 != UInt8(ascii: " ") }
            var weights = Weights.zero
            for (lane, letter) in line.dropFirst(ngram.count + 1).enumerated() {
                weights[lane] = Self.weight(letter)
            }
            self.weights = weights
        }

        /// The n-grams of a whole word of three letters and more are longer than four letters.
        var isWholeWord: Bool {
            ngram.count(where: { $0 & 0xC0 != 0x80 }) > NgramTable.longest
        }

        private static func weight(_ letter: UInt8) -> Int16 {
            switch letter {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int16(letter) - 64
            case UInt8(ascii: "a")...UInt8(ascii: "z"): 96 - Int16(letter)
            default: 0
            }
        }
    }
}
