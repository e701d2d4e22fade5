import Foundation
import Model
import Testing

@testable import Storing

struct TagsColumnTests {
    private let tags = Tags(
        language: DetectedLanguage(code: .latvian, confidence: 0.98),
        sentiment: Sentiment(
            label: .mixed, score: -0.7123,
            evidence: [
                SentimentEvidence(
                    term: "nestrādā 👎🏽", field: .title, range: 300..<70_000, weight: -2.5,
                    isNegated: true)
            ]),
        categories: [
            CategoryTag(
                id: "incident", confidence: 0.5,
                evidence: [
                    CategoryEvidence(rule: "rules/categories.yaml:3", term: "", range: 0..<0)
                ])
        ],
        mentions: [
            TaggedMention(
                mention: Mention(
                    brand: "zefirnet", form: "Zefirnetam", field: .title, range: 5..<15),
                sentiment: .neutral)
        ],
        severity: .critical, severityReason: "r", team: "support", teamReason: "")

    @Test func `tags are read back as they were`() throws {
        #expect(try TagsColumn.decode(TagsColumn.encode(tags)) == tags)
    }

    @Test func `further languages are read back as they were`() throws {
        let mixed = Tags(
            language: DetectedLanguage(
                code: .latvian, confidence: 0.98, also: [.english, .polish]),
            sentiment: tags.sentiment, categories: tags.categories, mentions: tags.mentions,
            severity: .low, severityReason: "", team: "support", teamReason: "")
        #expect(try TagsColumn.decode(TagsColumn.encode(mixed)) == mixed)
        #expect(
            try TagsColumn.decode(TagsColumn.encode(mixed), keepsReasons: false).language
                == mixed.language)
    }

    @Test func `the layout before, which knew one language of a text, is still read`() throws {
        #expect(try TagsColumn.decode(Data([4]) + encodedInOneLanguage().dropFirst()) == tags)
    }

    /// Behind the confidence, at the eighth byte, earlier layouts had no number of further languages.
    private func encodedInOneLanguage() -> Data {
        var bytes = TagsColumn.encode(tags)
        #expect(bytes.first == 5)
        #expect(bytes.remove(at: 7) == 0)
        return bytes
    }

    @Test func `without their reasons tags are the same otherwise`() throws {
        let inOneLanguage = Data([4]) + encodedInOneLanguage().dropFirst()
        for bytes in [TagsColumn.encode(tags), inOneLanguage] {
            let counted = try TagsColumn.decode(bytes, keepsReasons: false)
            #expect(counted.language == tags.language)
            #expect(counted.sentiment.score == tags.sentiment.score)
            #expect(counted.sentiment.evidence.isEmpty)
            #expect(counted.categories == tags.categories.map { $0.keeping(first: 0) })
            #expect(counted.mentions == tags.mentions)
            #expect(counted.team == tags.team)
        }
    }

    @Test(arguments: [true, false])
    func `bytes that break off are damage, whether reasons are read or not`(keepsReasons: Bool) {
        let bytes = TagsColumn.encode(tags)
        for count in 0..<bytes.count {
            #expect(throws: TagsColumn.Fault.damaged) {
                try TagsColumn.decode(bytes.prefix(count), keepsReasons: keepsReasons)
            }
        }
    }

    @Test(arguments: [true, false])
    func `a rule that has more of the last one than there is of it is damage`(keepsReasons: Bool)
        throws
    {
        var bytes = TagsColumn.encode(tags)
        let rule = try #require(bytes.firstRange(of: Data("rules/categories.yaml:3".utf8)))
        // Before it stand how much it shares with the one before, and its length.
        #expect(bytes[rule.lowerBound - 2] == 0)
        bytes[rule.lowerBound - 2] = 5
        #expect(throws: TagsColumn.Fault.damaged) {
            try TagsColumn.decode(bytes, keepsReasons: keepsReasons)
        }
    }

    @Test func `a reason that the whole text has too is written once`() throws {
        let reasons = (0..<20).map {
            SentimentEvidence(
                term: "nestrādā", range: $0 * 10..<$0 * 10 + 8, weight: -1.25,
                isNegated: $0.isMultiple(of: 3))
        }
        let weaker = reasons.reversed().map {
            SentimentEvidence(
                term: $0.term, range: $0.range, weight: 1.0 / 3, isNegated: $0.isNegated)
        }
        func told(toward brand: [SentimentEvidence]) -> Tags {
            Tags(
                language: tags.language,
                sentiment: Sentiment(label: .negative, score: -0.5, evidence: reasons),
                categories: tags.categories,
                mentions: [
                    TaggedMention(
                        mention: tags.mentions[0].mention,
                        sentiment: Sentiment(label: .negative, score: -1, evidence: brand))
                ], severity: .low, severityReason: "", team: "support", teamReason: "")
        }
        let alone = SentimentEvidence(term: "lēni", range: 300..<304, weight: -0.0)
        #expect(
            try TagsColumn.decode(TagsColumn.encode(told(toward: weaker + [alone])))
                == told(toward: weaker + [alone]))
        let additional =
            TagsColumn.encode(told(toward: reasons)).count
            - TagsColumn.encode(told(toward: [])).count
        #expect(additional == 20 * 4)
    }

    @Test func `the tone toward a brand is written with its first mention only`() throws {
        let reasons = (0..<500).map {
            SentimentEvidence(term: "świetny", range: $0 * 30..<$0 * 30 + 8, weight: 1.5)
        }
        let tone = Sentiment(label: .positive, score: 0.9, evidence: reasons)
        func mention(_ place: Int, _ brand: Brand.ID, _ tone: Sentiment) -> TaggedMention {
            TaggedMention(
                mention: Mention(brand: brand, form: "Zefirnet", range: place..<place + 8),
                sentiment: tone)
        }
        func mentions(_ count: Int) -> [TaggedMention] {
            // A correction gives one of them another tone.
            (0..<count).map { mention($0 * 30, "zefirnet", tone) }
                + [mention(70_000, "baltfon", .neutral), mention(70_100, "zefirnet", .neutral)]
                + [mention(70_200, "zefirnet", tone)]
        }
        func told(_ count: Int) -> Tags {
            Tags(
                language: tags.language, sentiment: tone, categories: [],
                mentions: mentions(count), severity: .low, severityReason: "", team: "support",
                teamReason: "")
        }
        let (one, hundred) = (TagsColumn.encode(told(1)), TagsColumn.encode(told(100)))
        #expect(try TagsColumn.decode(one) == told(1))
        #expect(try TagsColumn.decode(hundred) == told(100))
        #expect(hundred.count - one.count < 99 * 30)
    }

    @Test func `facets are read back as they were, and with their reasons left out`() throws {
        let reason = CategoryEvidence(
            rule: "rules/facets.yaml:31", term: "app", field: .title, range: 4..<7)
        let tagged = Tags(
            language: tags.language, sentiment: tags.sentiment, categories: tags.categories,
            facets: [
                "touchpoint": [
                    CategoryTag(id: "app", confidence: 0.5, evidence: [reason, reason]),
                    CategoryTag(id: "web", confidence: 0.5, evidence: []),
                ],
                "aspect": [CategoryTag(id: "time", confidence: 0.75, evidence: [reason])],
            ], mentions: tags.mentions, severity: .low, severityReason: "", team: "support",
            teamReason: "")
        #expect(try TagsColumn.decode(TagsColumn.encode(tagged)) == tagged)
        let counted = try TagsColumn.decode(TagsColumn.encode(tagged), keepsReasons: false)
        #expect(counted.facets.values == tagged.facets.values)
        #expect(counted.facets["touchpoint"].allSatisfy { $0.evidence.isEmpty })
    }

    @Test func `the layout before, which knew no facets, is still read`() throws {
        // It ended where the number of facets stands now, and did not say of a mention how sure it is.
        var bytes = encodedInOneLanguage()
        #expect(bytes.last == 0)
        let certain = try #require(bytes.firstRange(of: Data([0xC1, 0x9A, 0x0C])))
        bytes.removeSubrange(certain)
        #expect(try TagsColumn.decode(Data([3]) + bytes.dropFirst().dropLast()) == tags)
    }

    @Test func `the layout before, in which each mention told its tone, is still read`() throws {
        let written = """
            AgJsdqH7CwP82AgBE25lc3RyxIFkxIEg8J+RjvCfj70ArALEoAQBoMIeAQhpbmNpZGVudKGNBgEAF3J1bGVz
            L2NhdGVnb3JpZXMueWFtbDozAAEAAAEIemVmaXJuZXQKWmVmaXJuZXRhbQAFCgEBAAMBcgdzdXBwb3J0AA==
            """
        let bytes = try #require(
            Data(base64Encoded: written, options: .ignoreUnknownCharacters))
        #expect(try TagsColumn.decode(bytes) == tags)
    }

    @Test(arguments: [
        0, -0.0, 1, -1, 0.0872, -2.5, 0.00001, 123_456.75, 1.0 / 3, Double.pi * 1e300,
        -Double.infinity,
    ])
    func `every number is read back as it was`(number: Double) throws {
        var writer = PackedWriter()
        writer.put(decimal: number)
        var reader = PackedReader(writer.bytes)
        #expect(try reader.decimal().bitPattern == number.bitPattern)
        #expect(reader.isAtEnd)
    }

    @Test func `tags are read without their reasons, for counting`() throws {
        let counted = try TagsColumn.decode(TagsColumn.encode(tags), keepsReasons: false)
        #expect(counted.sentiment == Sentiment(label: .mixed, score: -0.7123))
        #expect(
            counted.categories == [CategoryTag(id: "incident", confidence: 0.5, evidence: [])])
        #expect(counted.mentions == tags.mentions)
        #expect(counted.team == "support")
    }

    @Test(
        arguments: [(0, .damaged), (6, .newer), (63, .newer), (64, .damaged), (0xFF, .damaged)]
            as [(UInt8, TagsColumn.Fault)])
    func `a later layout is told from damage`(layout: UInt8, fault: TagsColumn.Fault) {
        let bytes = Data([layout]) + TagsColumn.encode(tags).dropFirst()
        #expect(throws: fault) { try TagsColumn.decode(bytes) }
    }

    @Test func `no end or change of the bytes is taken for tags or stops the process`() {
        let bytes = TagsColumn.encode(tags)
        for count in 0..<bytes.count {
            #expect(throws: TagsColumn.Fault.damaged) { try TagsColumn.decode(bytes.prefix(count)) }
        }
        var survivors = 0
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] = 0xFF
            // A letter or a digit of a number may be another one; lengths may not.
            if (try? TagsColumn.decode(damaged)) != nil { survivors += 1 }
        }
        #expect(survivors < bytes.count)
    }
}
