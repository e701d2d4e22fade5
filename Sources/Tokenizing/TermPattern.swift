/// A term as the steps that a text's words must take to meet it.
package struct TermPattern: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let folded: [UInt8]
        /// As of `Word.hash`.
        package let hash: UInt64
        /// `stem*`: the word may go on.
        package let isStem: Bool
        /// A mark, or what follows one, that stands without a space in the term: nor may there be
        /// one in the text.
        package let isClose: Bool
    }

    package let steps: [Step]

    /// - Parameter closeFrom: Words from this one on stand close to the word before, as an ending
    ///   does after an apostrophe: "Kawka'u" is not "Kawka u".
    package init(_ term: String, closeFrom: Int = .max) {
        let words = Words(of: term)
        var steps: [Step] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            let next = index + 1
            let isStem =
                word.kind != .mark && next < words.count && words.folded(next) == "*"
                && !words[next].followsSpace
            let touchesMark = word.kind == .mark || index > 0 && words[index - 1].kind == .mark
            let mayBeClose = touchesMark || steps.count >= closeFrom
            steps.append(
                Step(
                    folded: Array(words.foldedBytes[word.foldedRange]), hash: word.hash,
                    isStem: isStem, isClose: index > 0 && mayBeClose && !word.followsSpace))
            index += isStem ? 2 : 1
        }
        self.steps = steps
    }

    /// Where the term ends that begins at a word, as the index of the word after it.
    ///
    /// - Parameter accepts: Tells whether a word says what the step asks for.
    /// - Returns: `nil` when the term does not stand there, or has no steps.
    package func end(
        in words: Words, from start: Int,
        where accepts: (Step, Int) -> Bool
    ) -> Int? {
        guard !steps.isEmpty, start + steps.count <= words.count else { return nil }
        for (index, step) in zip(start..., steps) {
            if step.isClose && words[index].followsSpace { return nil }
            guard accepts(step, index) else { return nil }
        }
        return start + steps.count
    }

    /// The same, with words compared as they are folded.
    package func end(in words: Words, from start: Int) -> Int? {
        end(in: words, from: start) { step, index in step.accepts(words[index], of: words) }
    }
}

extension TermPattern.Step {
    /// Whether the folded word is what the step says, or begins with it.
    package func accepts(_ word: Word, of words: Words) -> Bool {
        if isStem {
            word.kind != .mark && words.foldedBytes[word.foldedRange].starts(with: folded)
        } else {
            word.hash == hash && words.foldedBytes[word.foldedRange].elementsEqual(folded)
        }
    }
}
