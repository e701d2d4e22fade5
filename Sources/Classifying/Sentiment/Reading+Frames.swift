import Tokenizing

extension Reading {
    /// Whether a word of a construction begins among some words.
    func hasFrame(_ frame: Grammar.Frame, in range: Range<Int>) -> Bool {
        guard !allFrames.isDisjoint(with: frame) else { return false }
        let cues = frameCues
        let next = cues.partitioningIndex { $0.words.lowerBound >= range.lowerBound }
        return cues[next...].prefix { $0.words.lowerBound < range.upperBound }
            .contains { !$0.frame.isDisjoint(with: frame) }
    }
}
