import Classifying
import Model
import TestSupport
import Testing

/// Blame that begins with the handle or the name of a brand is a complaint, and so is blame that begins or ends
/// with any handle and names no brand.
///
/// The same holds for blame of a brand by somebody who says `I` or `you`, and for praise, but not for that of
/// advertisements.
struct SaidToBrandTests {
    private static let complaint = Model.Category(
        id: "complaint", name: "Complaint",
        keywords: [
            .english: [Model.Category.Keyword(term: "refund", weight: 0.4, place: .sample)]
        ], tones: [Model.Category.Tone(label: .negative, weight: 0.6)], place: .categories(3))
    private static let classifier = Classifier(
        rules: Rules(
            brands: Rules.sample.brands, categories: [complaint], routing: .sample,
            lexicons: Rules.sample.lexicons))

    private static let praising = Classifier(
        rules: Rules(
            brands: Rules.sample.brands,
            categories: [
                category("praise", "thanks so much", tones: [.init(label: .positive, weight: 0.5)]),
                category("question", "does anybody know", tones: []),
            ], routing: .sample, lexicons: Rules.sample.lexicons))

    private static func category(
        _ id: Model.Category.ID, _ keyword: String, tones: [Model.Category.Tone]
    ) -> Model.Category {
        Model.Category(
            id: id, name: "Sample",
            keywords: [
                .english: [Model.Category.Keyword(term: keyword, weight: 0.5, place: .sample)]
            ], tones: tones, place: .categories(5))
    }

    @Test(arguments: [
        ("@zefirnet terrible Monday", 1), ("Zefirnet, awful as ever", 1),
        ("@zefirnet the report is out", 0), ("@zefirnet great as ever", 0),
        ("the awful film about Zefirnet", 0), ("terrible Monday, Zefirnet", 0),
        ("@zefirnet terrible terrible Monday, awful too, your coffee is great", 0),
        ("the terrible refund", 1), ("@somebody terrible Monday", 1),
        ("so @somebody had a terrible Monday", 1), ("terrible Monday @somebody", 1),
        ("the terrible Monday that @somebody had", 0), ("@somebody great as ever", 0),
        ("@somebody Zefirnet has an awful film", 0),
        ("RT @somebody terrible Monday", 0), ("terrible Monday via @somebody", 0),
        ("My terrible Monday at Zefirnet", 1), ("My terrible Monday", 0),
        ("My terrible Monday with a great film about Zefirnet", 0),
        ("“My terrible Monday”, a film about Zefirnet", 0),
        ("Your terrible Monday at Zefirnet", 1), ("My terrible Monday. Zefirnet at noon", 0),
        ("Zefirnet again. My terrible Monday", 1), ("My terrible Monday. Zefirnet #fibre", 1),
    ])
    func `blame said to a brand needs no keyword, but no praise beside it`(text: String, count: Int)
    {
        #expect(Self.classifier.tags(text, language: .english).categories.count == count)
    }

    @Test func `evidence says that it is blame, and names whom it is said to`() {
        let tag = Self.classifier.tags("@zefirnet terrible Monday", language: .english).categories
            .first
        #expect(tag?.evidence.map(\.term) == ["tone negative", "blame said to @zefirnet"])
        #expect(tag?.confidence == 0.5)
    }

    @Test func `where no brand is named, evidence is the handle that the entry begins with`() {
        let tag = Self.classifier.tags("@somebody terrible Monday", language: .english).categories
            .first
        #expect(tag?.evidence.map(\.term) == ["tone negative", "blame said to @somebody"])
    }

    @Test(arguments: [
        ("@zefirnet great as ever", true), ("Zefirnet, great as ever", true),
        ("@somebody great as ever", true), ("great as ever @somebody", true),
        ("the great film about Zefirnet", false), ("@zefirnet the report is out", false),
        ("@zefirnet terrible Monday", false), ("RT @somebody great as ever", false),
        ("@zefirnet great great great coffee, the van is terrible", false),
        ("@zefirnet great, do you open on Monday?", false),
        ("My great Monday at Zefirnet", true), ("My great Monday", false),
        ("My great Monday at Zefirnet and Kawka", false),
        ("“My great Monday”, a film about Zefirnet", false),
        ("My great Monday. Zefirnet at noon", false), ("Zefirnet again. My great Monday", true),
        ("A great Monday for you at Zefirnet", false),
        ("Our great Mondays for you at Zefirnet", false),
        ("I give you a great Monday at Zefirnet", true),
        ("Our great Monday at Zefirnet", true), ("Your van is great, Zefirnet!", true),
        ("Your van is great, Zefirnet, the firm", false),
    ])
    func `praise said to a brand needs no keyword, but no blame or question beside it`(
        text: String, isPraise: Bool
    ) {
        let tags = Self.praising.tags(text, language: .english)
        #expect(tags.categories.contains { $0.id == "praise" } == isPraise)
    }

    @Test func `what is asked is no praise without a category of questions, either`() {
        let classifier = Classifier(
            rules: Rules(
                brands: Rules.sample.brands,
                categories: [
                    Self.category(
                        "praise", "thanks so much", tones: [.init(label: .positive, weight: 0.5)])
                ], routing: .sample, lexicons: Rules.sample.lexicons))
        func isPraise(_ text: String) -> Bool {
            !classifier.tags(text, language: .english).categories.isEmpty
        }
        #expect(isPraise("@zefirnet great as ever"))
        #expect(!isPraise("@zefirnet great, do you open on Monday?"))
    }

    @Test func `evidence says that it is praise, and names whom it is said to`() {
        let tag = Self.praising.tags("@zefirnet great as ever", language: .english).categories.first
        #expect(tag?.evidence.map(\.term) == ["tone positive", "praise said to @zefirnet"])
        #expect(
            EvidenceReason(term: "praise said to @zefirnet") == .praise(saidTo: "@zefirnet"))
    }

    @Test func `evidence says who is only told of`() {
        let blame = Self.classifier.tags("My terrible Monday at Zefirnet", language: .english)
        #expect(
            blame.categories.first?.evidence.map(\.term)
                == ["tone negative", "blame told of Zefirnet"])
        let praise = Self.praising.tags("My great Monday at Zefirnet", language: .english)
        #expect(
            praise.categories.first?.evidence.map(\.term)
                == ["tone positive", "praise told of Zefirnet"])
        #expect(
            EvidenceReason(term: "praise told of Zefirnet") == .praiseTold(of: "Zefirnet"))
        #expect(EvidenceReason(term: "blame told of Zefirnet") == .blameTold(of: "Zefirnet"))
    }

    @Test(arguments: [
        (LanguageCode.polish, "Dla was super ciasta w Zefirnecie", false),
        (.polish, "Mam super ciasta z Zefirnetu", true),
        (.polish, "Odkryjcie super ciasta w Zefirnecie", false),
        (.polish, "Kupiłam u was super ciasta z Zefirnetu", true),
        (.polish, "Dla was super ciasta z masłem w Zefirnecie", false),
        (.latvian, "Jums lieliskas kūkas no Zefirneta", false),
        (.latvian, "Man lieliskas kūkas no Zefirneta", true),
        (.latvian, "Pērciet lieliskas kūkas no Zefirneta", false),
        (.latvian, "Pasūtīju jūsu lieliskas kūkas no Zefirneta", true),
        (.latvian, "Drošu kurjeru jums un lieliskas kūkas no Zefirneta", false),
    ])
    func `who speaks to others and not of themselves advertises`(
        language: LanguageCode, text: String, isPraise: Bool
    ) {
        let classifier = Classifier(
            rules: Rules(
                brands: Rules.sample.brands,
                categories: [
                    Model.Category(
                        id: "praise", name: "Sample",
                        keywords: [
                            language: [
                                Model.Category.Keyword(term: "brawo", weight: 0.5, place: .sample)
                            ]
                        ], tones: [.init(label: .positive, weight: 0.5)], place: .categories(5))
                ], routing: .sample, lexicons: Rules.sample.lexicons))
        let tags = classifier.tags(text, language: language)
        #expect(tags.sentiment.label == .positive)
        #expect(!tags.categories.isEmpty == isPraise)
    }

    @Test func `a change of the category concerns texts without its keywords`() {
        func rules(_ weight: Double) -> Rules {
            Rules(
                brands: Rules.sample.brands,
                categories: [
                    Model.Category(
                        id: "complaint", name: "Complaint", keywords: Self.complaint.keywords,
                        tones: [Model.Category.Tone(label: .negative, weight: weight)],
                        place: .categories(3))
                ], routing: .sample, lexicons: Rules.sample.lexicons)
        }
        #expect(ClassifyingDifference(from: rules(0.6), to: rules(0.5)).concernsEveryText)
        #expect(!ClassifyingDifference(from: rules(0.6), to: rules(0.6)).concernsEveryText)
    }
}
