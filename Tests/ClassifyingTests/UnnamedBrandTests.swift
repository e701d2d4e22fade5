import Classifying
import Model
import Testing
import Tokenizing

/// The tone toward a brand that an entry is about by its source and names nowhere.
struct UnnamedBrandTests {
    private func tone(_ text: String, _ language: LanguageCode) -> Sentiment.Label? {
        let entry = EntryText(text: text, language: language)
        let mentions = [Mention(bySourceOf: "zefirnet")] + Mention.all(in: entry)
        let tags = Classifier.sample.tags(
            for: entry, title: Words(of: ""), text: Words(of: text), mentions: mentions)
        return tags.mentions.first { $0.mention.brand == "zefirnet" }?.sentiment.label
    }

    @Test(
        arguments: [
            ("It is great", .english, .positive), ("It is terrible", .english, .negative),
            ("Jest super", .polish, .positive), ("Ir lielisks", .latvian, .positive),
            ("Since Monday", .english, .neutral),
        ] as [(String, LanguageCode, Sentiment.Label)])
    func `all that a post says is said of the brand that it is about`(
        text: String, language: LanguageCode, label: Sentiment.Label
    ) {
        #expect(tone(text, language) == label)
    }

    @Test func `a text without a word of the lexicon has what was learnt`() {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.3, blame: 0.3),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0.2, blame: 0.2),
            entries: [.init(term: "crunchy", weights: .init(praise: 3, blame: -1.5))])
        let tags = Classifier(rules: .sample.learning([learnt])).tags(
            for: EntryText(text: "Crunchy", language: .english), title: Words(of: ""),
            text: Words(of: "Crunchy"), mentions: [Mention(bySourceOf: "zefirnet")])
        #expect(tags.mentions.map(\.sentiment.label) == [.positive])
    }

    @Test(
        arguments: [
            ("Baltfon is terrible. It is great here", .english, .positive),
            ("Much better than Baltfon", .english, .positive),
            ("Much worse than Baltfon", .english, .negative),
            ("Baltfon is better than Kawka", .english, .neutral),
            ("Switched from Baltfon to Kawka", .english, .neutral),
        ] as [(String, LanguageCode, Sentiment.Label)])
    func `what is said of another brand is not said of it, and others are compared with it`(
        text: String, language: LanguageCode, label: Sentiment.Label
    ) {
        #expect(tone(text, language) == label)
    }
}
