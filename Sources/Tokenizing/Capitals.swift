/// How many words of a text begin with a capital where no sentence begins: many in news and headlines, few in
/// what people post.
///
/// The first word of a sentence, numbers and single letters are not counted, and what is all capitals counts as
/// if it had none: who shouts writes no news.
package struct Capitals: Sendable {
    private var capitalized = 0
    private var others = 0

    package init() {}

    /// - Parameter isLeftOut: Whether the word at an index is not counted, as a name that is known anyway.
    package mutating func add(_ words: Words, leavingOut isLeftOut: (Int) -> Bool = { _ in false })
    {
        var begun = -1
        for index in words.indices where words[index].kind == .word {
            let word = words[index]
            guard word.sentence == begun else {
                begun = word.sentence
                continue
            }
            guard word.range.count > 1, !words.beginsWithDigit(index), !isLeftOut(index) else {
                continue
            }
            if word.isCapitalized, !word.isUppercase { capitalized += 1 } else { others += 1 }
        }
    }

    /// 0 … 1; one name in a short text makes no headline of it.
    package var share: Double {
        Double(capitalized) / Double(max(capitalized + others, Self.fewest))
    }

    /// Of fewer words the share is that of so many.
    private static let fewest = 6
}

extension Words {
    fileprivate func beginsWithDigit(_ index: Int) -> Bool {
        foldedBytes[self[index].foldedRange.lowerBound] &- UInt8(ascii: "0") < 10
    }
}
