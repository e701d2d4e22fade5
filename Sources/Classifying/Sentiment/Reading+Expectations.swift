import Tokenizing

extension Reading {
    /// What was expected, up to where its sentence says that it turned out otherwise.
    ///
    /// "Myślałam, że to oszustwo, a tu miła niespodzianka", "miał być luksus, a jest ruina", "likās dārgi, bet
    /// izrādījās lēti"; what was not expected, "nie spodziewałam się, że będzie tak miło, a do tego tanio", "never
    /// expected it to be so good, but", did come to pass.
    ///
    /// - Parameter hoped: Whether it was hoped for, or may have been feared.
    func expectations(hoped: Bool) -> [Range<Int>] {
        guard allFrames.isSuperset(of: [.expecting, .turningOut]) else { return [] }
        let cues = frameCues
        return cues.compactMap { cue in
            let (start, end) = (cue.words.lowerBound, cue.words.upperBound)
            guard cue.frame.contains(.expecting), cue.frame.contains(.hoped) == hoped,
                !isDenied(start)
            else { return nil }
            let next = cues.partitioningIndex { $0.words.lowerBound >= end }
            let turn = cues[next...].prefix { $0.words.lowerBound < end + Self.turnReach }
                .first { $0.frame.contains(.turningOut) }
            guard let turn, isInSentence(turn.words.lowerBound, of: start) else { return nil }
            return start..<turn.words.lowerBound
        }
    }

    // MARK: - Private

    /// Words of what was expected.
    private static let turnReach = 20

    private func isDenied(_ word: Int) -> Bool {
        word > 0 && ["nie", "never"].contains(words.folded(word - 1))
    }
}

extension [Range<Int>] {
    /// Whether a word stands in the last of them that begins no later; they are in reading order.
    func hold(_ word: Int) -> Bool {
        let next = partitioningIndex { $0.lowerBound > word }
        return next > 0 && self[next - 1].contains(word)
    }
}
