/// A term as the steps that a text's words must take to meet it.
package struct TermPattern: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let folded: [UInt8]
        /// As of `Word.hash`.
        package let hash: UInt64
        /// `stem*`: the word may go on.
        package let isStem: Bool
        /// A mark, or what follows one, that stands without a space in the term: nor may there be
        /// one in the text, unless the mark joins two words as `&` does.
        package let isClose: Bool
    }

    package let steps: [Step]

    /// Byte by byte, as an array hashes itself, takes most of what a set of terms does.
    package func hash(into hasher: inout Hasher) {
        for step in steps { hasher.combine(step.hash) }
    }

    /// - Parameter closeFrom: Words from this one on stand close to the word before, as an ending
    ///   does after an apostrophe: "Kawka'u" is not "Kawka u".
    package init(_ term: String, closeFrom: Int = .max) {
        self.init(
            steps: Self.plainSteps(of: term)
                ?? Self.steps(of: Words(of: term), closeFrom: closeFrom))
    }

    /// Whether a term is words of letters and digits, each perhaps with a star behind it, with one space
    /// between them, as nearly all are: a text that has the words has the term.
    package static func isPlain(_ term: String) -> Bool {
        forEachPlainWord(of: term, .shared) { _, _, _ in }
    }

    /// The same of a term that is in words.
    package init(_ words: Words, closeFrom: Int = .max) {
        self.init(steps: Self.steps(of: words, closeFrom: closeFrom))
    }

    // MARK: - Private

    private init(steps: [Step]) {
        self.steps = steps
    }

    private static func steps(of words: Words, closeFrom: Int) -> [Step] {
        var steps: [Step] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            let next = index + 1
            let isStem =
                word.kind != .mark && next < words.count && words.folded(next) == "*"
                && !words[next].followsSpace
            let mark = word.kind == .mark ? index : index - 1
            let touchesMark =
                mark >= 0 && words[mark].kind == .mark && !joinsWords(mark, in: words)
            let mayBeClose = touchesMark || steps.count >= closeFrom
            steps.append(
                Step(
                    folded: Array(words.foldedBytes[word.foldedRange]), hash: word.hash,
                    isStem: isStem, isClose: index > 0 && mayBeClose && !word.followsSpace))
            index += isStem ? 2 : 1
        }
        return steps
    }

    /// Whether a mark is one that many set off by spaces where others do not: `K&T`, `K & T`.
    private static func joinsWords(_ mark: Int, in words: Words) -> Bool {
        mark > 0 && mark + 1 < words.count && words.folded(mark) == "&"
            && words[mark - 1].kind == .word && words[mark + 1].kind == .word
    }

    /// The steps of a term that `isPlain`; `nil` of any other.
    ///
    /// `Words` would cut it the same way, in three times as long: there are a hundred thousand terms in
    /// the rules, all of them read before the first text.
    private static func plainSteps(of term: String) -> [Step]? {
        let table = ScalarTable.shared
        var steps: [Step] = []
        let isPlain = forEachPlainWord(of: term, table) { bytes, word, isStem in
            var folded: [UInt8] = []
            folded.reserveCapacity(word.count)
            var next = word.lowerBound
            while next < word.upperBound {
                let small = unsafe table.folded[Int(bytes[next])]
                if small != 0 {
                    folded.append(small)
                    next += 1
                } else if let letter = table.twoByteLetter(bytes[next], bytes[next + 1]) {
                    folded.append(letter.first)
                    folded.append(letter.second)
                    next += 2
                }
            }
            let hash = WordHash(folded).value
            steps.append(Step(folded: folded, hash: hash, isStem: isStem, isClose: false))
        }
        return isPlain ? steps : nil
    }

    /// - Parameter body: Gets where each word stands in the term's bytes, and whether a star follows.
    /// - Returns: `false` where the term is not words and stems with one space between them; what `body`
    ///   got by then does not count.
    private static func forEachPlainWord(
        of term: String, _ table: ScalarTable, _ body: (Span<UInt8>, Range<Int>, Bool) -> Void
    ) -> Bool {
        let bytes = term.utf8.span
        var next = 0
        while true {
            let start = next
            while next < bytes.count {
                if unsafe table.folded[Int(bytes[next])] != 0 {
                    next += 1
                } else if next + 1 < bytes.count,
                    table.twoByteLetter(bytes[next], bytes[next + 1]) != nil
                {
                    next += 2
                } else {
                    break
                }
            }
            // A `_` at an end of a word is a mark.
            guard next > start, bytes[start] != .underscore, bytes[next - 1] != .underscore
            else { return false }
            let isStem = next < bytes.count && bytes[next] == UInt8(ascii: "*")
            body(bytes, start..<next, isStem)
            if isStem { next += 1 }
            guard next < bytes.count else { return true }
            guard bytes[next] == UInt8(ascii: " ") else { return false }
            next += 1
        }
    }
}
