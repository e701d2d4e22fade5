extension Reading {
    /// Whether a word of a construction begins among some words; by halving.
    func hasFrame(_ frame: Grammar.Frame, in range: Range<Int>) -> Bool {
        guard !allFrames.isDisjoint(with: frame) else { return false }
        let cues = frameCues
        var bounds = cues.indices
        while !bounds.isEmpty {
            let middle = bounds.lowerBound + bounds.count / 2
            bounds =
                cues[middle].words.lowerBound >= range.lowerBound
                ? bounds.lowerBound..<middle : middle + 1..<bounds.upperBound
        }
        return cues[bounds.lowerBound...].prefix { $0.words.lowerBound < range.upperBound }
            .contains { !$0.frame.isDisjoint(with: frame) }
    }
}
