import Tokenizing

extension Reading {
    /// What a report quotes somebody as saying, up to the dash before who says it; in reading order, none overlapping.
    ///
    /// "– Stan drogi jest fatalny – mówi Jan Nowak." People tell in the same way what they were told, so behind the
    /// verb must stand a name with a capital, who speaks for a company, when it was said, or nothing. Of 235 such
    /// sentences in Polish sets, 234 were judged to be plain. Where names are not declined, it is not told: there,
    /// the name comes first.
    func reports(_ layout: Layout, _ speech: Speech?) -> [Range<Int>] {
        guard let speech, let inflection = speech.inflection, allFrames.contains(.saying) else {
            return []
        }
        let quotations = layout.hasQuotes ? words.quotations : []
        var end = 0
        return frameCues.compactMap { cue in
            let verb = cue.words.lowerBound
            let word = words.folded(verb)
            guard cue.frame.contains(.saying), cue.words.count == 1, verb > 1,
                words.isDash(verb - 1), !inflection.viewOpenings.contains(word),
                !inflection.viewClosings.contains(word)
            else { return nil }
            // Where a sentence quotes twice, the second begins behind the first.
            let first = max(end, start(ofSpeechBefore: verb - 1, quotations, layout))
            let isMarked =
                words[first].kind == .mark || quotations.contains { $0.lowerBound == first }
            guard isSpeaker(verb + 1, ofMarked: isMarked, speech, inflection) else { return nil }
            end = verb - 1
            return first..<end
        }
    }

    // MARK: - Private

    /// Of reviews, in which "Pan doktor" has a capital out of politeness.
    private static let polite: Set<String> = ["pan", "pani", "państwo"]

    /// - Parameter isMarked: Whether the speech begins with a dash or stands in quotation marks.
    private func isSpeaker(
        _ index: Int, ofMarked isMarked: Bool, _ speech: Speech, _ inflection: Speech.Inflection
    ) -> Bool {
        guard index < words.count, isInSentence(index, of: index - 1) else { return true }
        let word = words.folded(index)
        guard words[index].kind == .word else { return words.isMark(index, ".") }
        // One name that ends a text without a full stop is a friend's, "lekarz fatalny – mówi Ala", if not a
        // headline's, "– To skandal – mówi Nowak".
        return words[index].isCapitalized && (isMarked || index + 1 < words.count)
            && !Self.polite.contains(word)
            || inflection.roles.contains(word) || inflection.titles.contains(word)
            || speech.circumstances.contains(word)
    }

    private func start(
        ofSpeechBefore dash: Int, _ quotations: [Range<Int>], _ layout: Layout
    ) -> Int {
        var end = dash
        if end > 1, words.isMark(end - 1, ",") { end -= 1 }
        let next = quotations.partitioningIndex { $0.upperBound >= end }
        if next < quotations.count, quotations[next].upperBound == end {
            return quotations[next].lowerBound
        }
        return layout.words(of: layout.sentence(at: end - 1)).lowerBound
    }
}
