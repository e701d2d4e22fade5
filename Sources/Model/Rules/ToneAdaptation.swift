/// What texts of one's own change of what was learnt from others, as
/// `rules/sentiment/adapted/<language>.tsv` lists it: what is added to the thresholds and to the weights of
/// terms.
///
/// It stands beside what was learnt and not in it, so that learning from more of one's own texts, or a
/// newer file of what was learnt, takes nothing from the other.
package struct ToneAdaptation: Hashable, Sendable {
    package let language: LanguageCode
    package let threshold: LearntTone.Sides
    /// By term.
    package let entries: [LearntTone.Entry]

    package init(
        language: LanguageCode, threshold: LearntTone.Sides, entries: [LearntTone.Entry]
    ) {
        self.language = language
        self.threshold = threshold
        self.entries = entries
    }

    /// Where it stands, from the folder of the rules on.
    package var path: String { Self.path(of: language) }

    package static func path(of language: LanguageCode) -> String {
        "sentiment/adapted/\(language).tsv"
    }
}

extension LearntTone {
    /// With what an adaptation adds; a term of both stands where the adaptation has it.
    package func adapted(by adaptation: ToneAdaptation) -> LearntTone {
        var entries = Dictionary(entries.map { ($0.term, $0) }) { first, _ in first }
        for added in adaptation.entries {
            let weights = entries[added.term]?.weights ?? Sides(praise: 0, blame: 0)
            entries[added.term] = Entry(
                term: added.term, weights: weights.adding(added.weights), place: added.place)
        }
        return LearntTone(
            language: language, threshold: threshold.adding(adaptation.threshold),
            keywords: keywords, opposition: opposition, capitals: capitals,
            length: length, entries: entries.values.sorted { $0.term < $1.term })
    }
}

extension LearntTone.Sides {
    /// In hundredths, as files hold them: sums of decimals come out a hair off.
    fileprivate func adding(_ other: Self) -> Self {
        Self(
            praise: (praise + other.praise).rounded(decimals: 2),
            blame: (blame + other.blame).rounded(decimals: 2))
    }
}
