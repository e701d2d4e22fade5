import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

/// Hashtags that name a brand and are a keyword, too.
struct BrandHashtagTests {
    @Test(arguments: [("#kawkainframe", true), ("kawkainframe", false), ("#kawkainfra*", true)])
    func `a hashtag of a campaign is a keyword though it names the brand`(
        keyword: String, isGiven: Bool
    ) {
        let category = Model.Category(
            id: "user_content", name: "Content of users",
            keywords: [
                .undetermined: [
                    Model.Category.Keyword(term: keyword, weight: 1, place: .categories(2))
                ]
            ], place: .categories(1))
        let classifier = Classifier(
            rules: Rules(
                brands: Rules.sample.brands, categories: [category],
                routing: Rules.sample.routing, lexicons: Rules.sample.lexicons))
        let text = "Morning #kawkainframe"
        let tags = classifier.tags(
            for: EntryText(text: text, language: .english), title: Words(of: ""),
            text: Words(of: text),
            mentions: [Mention(brand: "kawka", form: "#kawkainframe", field: .text, range: 8..<21)])
        #expect(tags.categories.map(\.id) == (isGiven ? ["user_content"] : []))
    }
    @Test(arguments: ["#fail", "#awful"])
    func `a hashtag that names a brand is no word of tone`(hashtag: String) {
        let text = "Morning \(hashtag)"
        let mention = Mention(
            brand: "kawka", form: hashtag, field: .text, range: 8..<text.unicodeScalars.count)
        let terms = [[], [mention]].map { mentions in
            Classifier(rules: .sample).tags(
                for: EntryText(text: text, language: .english), title: Words(of: ""),
                text: Words(of: text), mentions: mentions
            ).sentiment.evidence.map(\.term)
        }
        #expect(terms[0].count == 1)
        #expect(terms[1].isEmpty)
    }
}
