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
    func `all that is said is said of it`(
        text: String, language: LanguageCode, label: Sentiment.Label
    ) {
        #expect(tone(text, language) == label)
    }

    @Test(
        arguments: [
            ("Baltfon is terrible. It is great here", .english, .positive),
            ("Much better than Baltfon", .english, .positive),
            ("Much worse than Baltfon", .english, .negative),
        ] as [(String, LanguageCode, Sentiment.Label)])
    func `what is said of another is not, and it is what others are compared with`(
        text: String, language: LanguageCode, label: Sentiment.Label
    ) {
        #expect(tone(text, language) == label)
    }
}
