package import Model

/// A text whose tone people have judged.
package struct LabelledText: Hashable, Sendable {
    package enum Label: String, Hashable, Sendable, Codable, CaseIterable {
        case negative, neutral, positive
    }

    package let text: String
    package let label: Label
    /// `nil` where it is not stated.
    package let language: LanguageCode?
    /// How much it counts beside others of its set and label; above 0.
    package let weight: Double

    package init(text: String, label: Label, language: LanguageCode? = nil, weight: Double = 1) {
        self.text = text
        self.label = label
        self.language = language
        self.weight = weight
    }
}

/// Texts judged by the same people under the same rules.
package struct LabelledSet: Hashable, Sendable {
    package let name: String
    package let texts: [LabelledText]
    /// Whether the texts were gathered as people write them, and not written or chosen to show tone.
    ///
    /// Only gathered texts tell how much it takes for a side.
    package let isGathered: Bool

    package init(name: String, texts: [LabelledText], isGathered: Bool = true) {
        self.name = name
        self.texts = texts
        self.isGathered = isGathered
    }
}

extension LabelledText.Label {
    /// What a verdict is when there are three answers: mixed and undecided take no side.
    package init(_ label: Sentiment.Label) {
        self =
            switch label {
            case .negative: .negative
            case .positive: .positive
            case .neutral, .mixed, .undecided: .neutral
            }
    }
}
