import Tokenizing

// What several readers of a text measure in its words.
extension Words {
    /// Words between two terms, marks not counted.
    func gap(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        numbers(other).lowerBound - numbers(one).upperBound
    }

    /// Whether a word begins with a digit: "40", "3rd".
    func isNumber(_ index: Int) -> Bool {
        folded(index).first.map { $0.isASCII && $0.isNumber } ?? false
    }

    /// Whether a word has one of these endings, and three bytes or more before it.
    func isWord(_ index: Int, endingIn endings: [[UInt8]]) -> Bool {
        let word = foldedBytes[self[index].foldedRange]
        return endings.contains { ending in
            word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending)
        }
    }
}
