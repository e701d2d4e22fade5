import Classifying
import Model
import TestSupport
import Testing
import Tokenizing

/// Keywords that are said not to hold, and customers who do not leave.
struct DenialTests {
    private static let praise = category(
        "praise",
        [
            .english: ["good app", "love", "never let me down"],
            .polish: ["polecam", "dobra apka", "żadnych problemów"],
            .latvian: ["iesaku", "laba lietotne", "nekādu problēmu"],
        ])
    private static let rules = Rules(
        brands: Rules.sample.brands,
        categories: [
            praise, category("technical_issue", [.english: ["works", "signal"]]),
            category("sales_lead", [.english: ["looking for", "which plan"]]),
            category(
                "churn_risk",
                [
                    .english: ["switching to", "switching from", "leaving"],
                    .polish: ["przechodzę do", "odchodzę"], .latvian: ["pāreju uz"],
                ]),
        ],
        facets: [
            Facet(
                id: "emotion", name: "Emotion",
                values: [
                    category(
                        "joy",
                        [
                            .english: ["happy", "love"], .polish: ["cieszę się"],
                            .latvian: ["priecājos"],
                        ])
                ], place: .sample)
        ], routing: .sample, lexicons: Rules.sample.lexicons)
    private static let classifier = Classifier(rules: rules)

    private func given(_ text: String, _ language: LanguageCode) -> [String] {
        let tags = Self.classifier.tags(text, language: language)
        return tags.categories.map(\.id.value) + tags.facets.values.map(\.description)
    }

    @Test(
        arguments: [
            ("it is not a good app", .english, []), ("a good app, not slow", .english, ["praise"]),
            ("I don't love it", .english, []),
            ("I love it, no problem", .english, ["praise", "emotion:joy"]),
            ("not bad, good app", .english, ["praise"]),
            ("don't hate it love it", .english, ["praise", "emotion:joy"]),
            ("never let me down", .english, ["praise"]),
            ("I was never so happy", .english, ["emotion:joy"]),
            ("I never had such a good app", .english, ["praise"]),
            ("I was never very happy", .english, []),
            ("nie jest to dobra apka", .polish, []), ("dobra apka", .polish, ["praise"]),
            ("nie cieszę się", .polish, []), ("cieszę się", .polish, ["emotion:joy"]),
            ("nie było żadnych problemów", .polish, ["praise"]),
            ("nav nekādu problēmu", .latvian, ["praise"]),
            ("nav laba lietotne", .latvian, []), ("laba lietotne", .latvian, ["praise"]),
            ("ne, priecājos", .latvian, ["emotion:joy"]), ("ne priecājos", .latvian, []),
        ] as [(String, LanguageCode, [String])])
    func `praise and feelings that are denied are none`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(given(text, language) == expected)
    }

    @Test(arguments: [
        ("never been so happy", ["emotion:joy"]), ("I am not so happy", []),
        ("nothing works", ["technical_issue"]), ("no signal", ["technical_issue"]),
        ("not looking for a job", []), ("don't know which plan", ["sales_lead"]),
    ])
    func `what is broken is said with a negation, and not to know is to look`(
        text: String, expected: [String]
    ) {
        #expect(given(text, .english) == expected)
    }

    @Test(
        arguments: [
            ("I'm switching to Zefirnet, it is better", .english, false),
            ("I'm switching to Baltfon, it is better", .english, true),
            ("I'm switching from Zefirnet to Baltfon", .english, true),
            ("switching to Zefirnet from Kawka", .english, true),
            ("I'm not leaving Zefirnet", .english, false), ("I'm leaving Zefirnet", .english, true),
            ("leaving", .english, true),
            ("Przechodzę do Zefirnetu", .polish, false), ("Przechodzę do Baltfonu", .polish, true),
            ("Nie odchodzę z Zefirnetu", .polish, false), ("Odchodzę z Zefirnetu", .polish, true),
            ("Pāreju uz Zefirnet", .latvian, false), ("Pāreju uz Baltfon", .latvian, true),
        ] as [(String, LanguageCode, Bool)])
    func `who comes to us or stays with us is no risk of churn`(
        text: String, language: LanguageCode, isRisk: Bool
    ) {
        #expect(given(text, language).contains("churn_risk") == isRisk)
    }

    @Test(arguments: [("We switched over to Baltfon", true), ("I'm leaving Baltfon", false)])
    func
        `who leaves a brand of ours that goes without saying is a risk of churn, who comes is none`(
            text: String, isRisk: Bool
        )
    {
        let entry = EntryText(text: text, language: .english)
        let tags = Self.classifier.tags(
            for: entry, title: Words(of: ""), text: Words(of: text),
            mentions: [Mention(bySourceOf: "zefirnet")] + Mention.all(in: entry))
        #expect(tags.categories.contains { $0.id == "churn_risk" } == isRisk)
    }

    @Test(
        arguments: [
            ("Moved from Zefirnet to Baltfon", .english, ["Moved from Zefirnet"]),
            ("I moved from Baltfon to Zefirnet", .english, []),
            ("Moved from Zefirnet to Kawka", .english, []),
            ("Ditched Zefirnet", .english, ["Ditched Zefirnet"]),
            ("We leave Zefirnet at the end of May", .english, ["leave Zefirnet"]),
            ("We leave Zefirnet at five", .english, []),
            ("Przeszedłem z Zefirnetu do Baltfonu", .polish, ["Przeszedłem z Zefirnetu"]),
            ("Pārgāju no Zefirnet uz Baltfon", .latvian, ["Pārgāju no Zefirnet"]),
        ] as [(String, LanguageCode, [String])])
    func `who leaves one of ours and comes to none is a risk of churn without a keyword`(
        text: String, language: LanguageCode, reasons: [String]
    ) {
        let tag = Self.classifier.tags(text, language: language).categories
            .first { $0.id == "churn_risk" }
        #expect((tag?.evidence ?? []).map(\.term) == reasons)
        #expect(tag.map(\.confidence) == (reasons.isEmpty ? nil : 0.5))
    }

    @Test func `why who comes to a brand of ours is no risk of churn is told`() {
        let text = "I'm switching to Zefirnet"
        let entry = EntryText(text: text, language: .english)
        let miss = Self.classifier.nearMisses(
            for: entry, title: Words(of: ""), text: Words(of: text),
            mentions: Mention.all(in: entry)
        ).first { $0.category == "churn_risk" }
        #expect(miss?.missing == "the writer comes to a brand of ours, or stays with it")
    }

    private static let trouble = Classifier(
        rules: Rules(
            brands: Rules.sample.brands,
            categories: [
                category(
                    "technical_issue",
                    [
                        .english: ["crash*", "problem*", "no signal", "desk"],
                        .polish: ["awari*", "problem*", "nie działa"],
                        .latvian: ["avārij*", "nestrādā"],
                    ])
            ], routing: .sample, lexicons: Rules.sample.lexicons))

    @Test(
        arguments: [
            ("no problems here", .english, false), ("no major problems", .english, false),
            ("never had a problem", .english, false), ("the app never crashed", .english, false),
            ("a year without problems", .english, false), ("a problem", .english, true),
            ("not a day without problems", .english, true),
            ("they have not mended the problem", .english, true),
            ("no news of the problem", .english, true),
            ("never had a worse problem", .english, true),
            ("there is no worse problem than this", .english, true), ("no desk", .english, true),
            ("no signal", .english, true),
            ("are there no problems?", .english, true),
            ("nie ma awarii", .polish, false), ("bez większych awarii", .polish, false),
            ("awarii nie ma", .polish, false), ("nie ma dnia bez awarii", .polish, true),
            ("nie naprawili awarii", .polish, true), ("nie działa", .polish, true),
            ("avārijas nav", .latvian, false), ("nav nekādas avārijas", .latvian, false),
            ("gads bez avārijas", .latvian, false), ("avārija nav novērsta", .latvian, true),
            ("avārija nav notikusi", .latvian, false),
            ("avārija Zefirnetam nav bijusi", .latvian, false),
            ("avārija Zefirnetam nav novērsta", .latvian, true),
            ("avārija nav notikusi tur", .latvian, true),
            ("avārija nav reģistrēta", .latvian, false),
            ("avarija nav registreta", .latvian, false),
            ("nestrādā", .latvian, true),
        ] as [(String, LanguageCode, Bool)])
    func `trouble that there is not is none, and what is broken stays so`(
        text: String, language: LanguageCode, isTrouble: Bool
    ) {
        let tags = Self.trouble.tags(text, language: language)
        #expect(tags.categories.isEmpty != isTrouble)
    }

    // MARK: - Private

    private static func category(
        _ id: Model.Category.ID, _ terms: [LanguageCode: [String]]
    ) -> Model.Category {
        Model.Category(
            id: id, name: id.value,
            keywords: terms.mapValues { terms in
                terms.map { Model.Category.Keyword(term: $0, weight: 1, place: .sample) }
            }, place: .sample)
    }
}
