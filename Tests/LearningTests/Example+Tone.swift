import Learning
import Model
import Tokenizing

extension Example {
    /// A text whose tone is judged; its set and label alone where no more is said.
    init(
        _ text: String, _ label: LabelledText.Label, set: Int, evidence: [SentimentEvidence] = [],
        length: LearntTone.Sides? = nil,
        weight: Double = 1, isGathered: Bool = true, isBare: Bool = false
    ) {
        self.init(
            set: set, words: Words(of: text), evidence: evidence, length: length, isBare: isBare,
            label: label, weight: weight, isGathered: isGathered)
    }
}

extension LearntTone {
    /// Zero for a term that is not listed.
    func weights(_ term: String) -> Sides {
        entries.first { $0.term == term }?.weights ?? Sides(praise: 0, blame: 0)
    }
}
