import Foundation
import Model
import Testing

struct ContractJSONTests {
    private struct Sample: Codable, Equatable {
        var feedURL = "https://a.example/b"
        var notSaid: String?
        var saidAt = Date(timeIntervalSince1970: 1_795_327_200)
        var score = -0.71
        var byBrand: [Brand.ID: Int] = ["zefirnet": 2]
    }

    @Test func `keys are snake case and sorted, times are UTC, absent is absent`() throws {
        let bytes = try ContractJSON.encode(Sample())
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {"by_brand":{"zefirnet":2},"feed_url":"https://a.example/b",\
                "said_at":"2026-11-22T06:00:00Z","score":-0.71}
                """)
    }

    @Test(arguments: [
        ("2026-11-22T06:00:00Z", 1_795_327_200.0), ("2026-11-22T07:00:00+01:00", 1_795_327_200),
        ("2026-11-22T06:00:00.250Z", 1_795_327_200.25),
    ])
    func `times are read in every form of RFC 3339`(text: String, seconds: Double) {
        #expect(ContractJSON.date(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: ["", "2026-11-22", "22.11.2026", "2026-13-01T00:00:00Z"])
    func `what is no time is none`(text: String) {
        #expect(ContractJSON.date(text) == nil)
    }
}

struct TagsCodingTests {
    private let tags = Tags(
        language: DetectedLanguage(code: .polish, confidence: 0.98),
        sentiment: Sentiment(
            label: .negative, score: -0.71,
            evidence: [
                SentimentEvidence(term: "nie działa", range: 9..<19, weight: -2, isNegated: false)
            ]),
        categories: [
            CategoryTag(
                id: "technical_issue", confidence: 0.5,
                evidence: [
                    CategoryEvidence(
                        rule: "rules/categories.yaml:3", term: "nie działa", field: .title,
                        range: 0..<10)
                ])
        ],
        mentions: [
            TaggedMention(
                mention: Mention(brand: "zefirnet", form: "Zefirnet", range: 0..<8),
                sentiment: .neutral)
        ],
        severity: .high, severityReason: "rules/routing.yaml:9", team: "support",
        teamReason: "default")

    @Test func `tags are written in the shape of earshot tag`() throws {
        #expect(
            String(decoding: try ContractJSON.encode(tags), as: UTF8.self) == """
                {"categories":[{"confidence":0.5,"evidence":[{"end":10,"field":"title",\
                "rule":"rules/categories.yaml:3","start":0,"term":"nie działa"}],\
                "id":"technical_issue"}],"language":{"code":"pl","confidence":0.98},\
                "mentions":[{"brand":"zefirnet","end":8,"form":"Zefirnet",\
                "sentiment":{"evidence":[],"label":"neutral","score":0},"start":0}],\
                "sentiment":{"evidence":[{"end":19,"negated":false,"start":9,"term":"nie działa",\
                "weight":-2}],"label":"negative","score":-0.71},"severity":"high",\
                "severity_reason":"rules/routing.yaml:9","spam":false,"team":"support",\
                "team_reason":"default"}
                """)
    }

    @Test func `what is written is read back`() throws {
        #expect(try ContractJSON.decode(Tags.self, from: ContractJSON.encode(tags)) == tags)
    }

    @Test func `a range that ends before it starts is refused`() {
        let bad = Data(#"{"term":"x","start":5,"end":3,"weight":1,"negated":false}"#.utf8)
        #expect(throws: DecodingError.self) {
            try ContractJSON.decode(SentimentEvidence.self, from: bad)
        }
    }
}

struct LanguageCodeTests {
    @Test(arguments: [("pl-PL", "pl"), ("EN_us", "en"), ("lav", "lav")])
    func `a tag's primary language is taken`(tag: String, code: String) {
        #expect(LanguageCode(tag: tag)?.rawValue == code)
    }

    @Test(arguments: ["", "p", "polski", "12"])
    func `what is no language tag is none`(tag: String) {
        #expect(LanguageCode(tag: tag) == nil)
    }
}
