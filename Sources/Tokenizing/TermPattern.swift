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

    /// Byte by byte, as an array hashes itself, takes most of what a set of terms does.
    package func hash(into hasher: inout Hasher) {
        for step in steps { hasher.combine(step.hash) }
    }

    /// - Parameter closeFrom: Words from this one on stand close to the word before, as an ending
    ///   does after an apostrophe: "Kawka'u" is not "Kawka u".
    package init(_ term: String, closeFrom: Int = .max) {
        self.init(Words(of: term), closeFrom: closeFrom)
    }

    /// The same of a term that is in words.
    package init(_ words: Words, closeFrom: Int = .max) {
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
}
