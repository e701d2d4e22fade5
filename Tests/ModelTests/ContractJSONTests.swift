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
        ("2026-11-22T06:00:00.250Z", 1_795_327_200.25), ("2028-02-29T00:00:00Z", 1_835_395_200),
        ("2000-02-29T23:59:59Z", 951_868_799),
    ])
    func `times are read in every form of RFC 3339`(text: String, seconds: Double) {
        #expect(ContractJSON.date(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "2026-11-22", "22.11.2026", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z", "2026-11-31T06:00:00Z", "2026-11-00T06:00:00Z",
        "2026-11-22T24:00:00Z", "2026-11-22T06:60:00Z", "2026-11-22T06:00:61+01:00",
        "2026-11-22T06:00:00Z/2026-11-23T06:00:00Z", "2026-11-22T06:00:00Z+01:00",
        "2026-11-22T06:00:00+01:00 ", "2026-11-22T06:00:00.5ZZ", "26-11-22T06:00:00Z",
        "12026-11-22T06:00:00Z",
    ])
    func `what is no time is none`(text: String) {
        #expect(ContractJSON.date(text) == nil)
    }
}

/// Foundation's encoder is what the contract was first written with: the bytes stay its bytes.
struct ContractEncoderTests {
    private struct Numbers: Encodable {
        var whole = [0, 9, -1, 1_000_000]
        var wide: [Int64] = [.min, .max]
        var narrow: [UInt8] = [0, 255]
        var decimal = [
            0, -0.0, 3, 0.1, 1e20, 1e-7, .leastNonzeroMagnitude, 123_456_789_012_345_680,
        ]
        var short: Float = 0.1
        var isSet = true
        var list: [Int?] = [1, nil]
    }

    private struct Names: Encodable {
        var shareOfVoice = "a"
        var feedURL = "b"
        var sha256 = "c"
        var p95Value = "d"
        var aID = "e"
        var html5Page = "f"
    }

    private struct Empty: Encodable {
        func encode(to encoder: any Encoder) {}
    }

    private struct Nested: Encodable {
        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            var list = object.nestedUnkeyedContainer(forKey: .second)
            try list.encode(Names())
            try list.encodeNil()
            var inner = list.nestedContainer(keyedBy: Key.self)
            try inner.encodeNil(forKey: .first)
            try object.encode(Date(timeIntervalSince1970: 1_795_327_200), forKey: .first)
        }

        enum Key: CodingKey {
            case first, second
        }
    }

    /// Its largest property stands neither first nor last, by its name or as it is encoded.
    private struct Heavy: Encodable {
        var zone = 1
        var list = Array(repeating: Names(), count: 20)
        var alone = Empty()
        var none = [Int]()
        var zest = Empty()
    }

    /// Two parts that write into one object.
    private struct Joint: Encodable {
        func encode(to encoder: any Encoder) throws {
            try Names().encode(to: encoder)
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(["html5_page": 1], forKey: .dictionary)
            try object.encode(Names(), forKey: .arm)
        }

        enum Key: CodingKey {
            case dictionary, arm
        }
    }

    private class Base: Encodable {
        var base = 1
    }

    private final class Derived: Base {
        override func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(2, forKey: .zest)
            try super.encode(to: object.superEncoder())
            try object.encode(3, forKey: .alone)
        }

        enum Key: CodingKey {
            case zest, alone
        }
    }

    private struct Inherited: Encodable {
        func encode(to encoder: any Encoder) throws { try Derived().encode(to: encoder) }
    }

    private static let values: [any Encodable & Sendable] = [
        Numbers(), Names(), Nested(), Heavy(), [Heavy(), Heavy()], Joint(), Inherited(),
        ["html5_page": Names(), "b": Names()], [Empty()], "text", 5, [String](), [String: Int](),
        ["fooBar": [1], "a_B": [], "a\"b": [2]], [3: "x"],
        ["\u{0}\u{1}\u{8}\t\n\u{c}\r\u{1f}\u{7f}\"\\/é\u{2028}😀"],
        ["", "\n", "a\n", "\na", "ą\tb\"\"c"],
    ]

    @Test(arguments: values.indices, [false, true])
    func `the bytes are those of Foundation's encoder`(index: Int, isPretty: Bool) throws {
        let foundation = JSONEncoder()
        foundation.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { foundation.outputFormatting.insert(.prettyPrinted) }
        foundation.keyEncodingStrategy = .convertToSnakeCase
        foundation.dateEncodingStrategy = .iso8601
        let value = Self.values[index]
        let bytes = try ContractJSON.encode(value, isPretty: isPretty)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == String(
                    decoding: try foundation.encode(value), as: UTF8.self))
    }

    @Test func `what JSON has no number for is refused`() {
        #expect(throws: EncodingError.self) { try ContractJSON.encode([Double.nan]) }
    }

    @Test(arguments: [
        0, 68_169_599, 68_169_600, 951_782_400, 951_868_800, 1_795_327_200, 4_107_542_399,
        4_107_542_400, 253_402_300_799, 253_402_300_800, -1, 0.75,
    ])
    func `a time is written as Foundation writes it`(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(ContractJSON.timestamp(date) == date.formatted(.iso8601))
    }

    @Test func `days of four centuries have their dates`() {
        for day in stride(from: 0, to: 146_097, by: 7) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let text = UTCTimestamp.text(of: date)
            #expect(text.flatMap(ContractJSON.date) == date)
        }
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
                "mentions":[{"brand":"zefirnet","confidence":1,"direct":false,"end":8,\
                "form":"Zefirnet",\
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
