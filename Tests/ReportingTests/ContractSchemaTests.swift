import Foundation
import Model
import Reporting
import TestSupport
import Testing

struct ContractSchemaTests {
    @Test(arguments: ContractSchema.allCases)
    func `every schema uses only keywords that are checked`(schema: ContractSchema) throws {
        _ = try JSONSchema(schema.bytes)
    }

    @Test(arguments: [false, true])
    func `a digest conforms, full or empty`(isEmpty: Bool) throws {
        let digest = isEmpty ? SampleReports.emptyDigest : SampleReports.digest
        let json = try ContractJSON.encode(digest)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
        #expect(try ContractJSON.decode(Digest.self, from: json) == digest)
    }

    @Test(arguments: [false, true])
    func `a trend report conforms, full or empty`(isEmpty: Bool) throws {
        let trends = isEmpty ? SampleReports.emptyTrends : SampleReports.trends
        let json = try ContractJSON.encode(trends)
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: json) == [])
        #expect(try ContractJSON.decode(Trends.self, from: json) == trends)
    }

    @Test(arguments: [false, true])
    func `a wallboard conforms, full or empty`(isEmpty: Bool) throws {
        let digest = isEmpty ? SampleReports.emptyDigest : SampleReports.digest
        let wallboard = Wallboard(digest)
        let json = try ContractJSON.encode(wallboard)
        #expect(try JSONSchema(ContractSchema.wallboard.bytes).problems(in: json) == [])
        #expect(try ContractJSON.decode(Wallboard.self, from: json) == wallboard)
        #expect(wallboard.needsAnswer.stories == digest.needsAnswer.items.count)
        #expect(wallboard.brands.map(\.name) == ["Zefirnet", "Kawka"])
    }

    /// What schemas say of the same thing: the mention of a digest is a line of `--format jsonl`, too, and
    /// `tag`, `explain` and `search` give the same tags.
    @Test(arguments: [
        (ContractSchema.digest, "mention", ContractSchema.mention, ""),
        (ContractSchema.tag, "tagged", ContractSchema.explain, "tags"),
        (ContractSchema.explain, "tags", ContractSchema.search, "tags"),
    ])
    func `what stands in several shapes is described alike in each`(
        shape: ContractSchema, name: String, other: ContractSchema, otherName: String
    ) throws {
        let properties = try Described(shape).properties(of: name)
        let others = try Described(other).properties(of: otherName)
        #expect(properties.count > 5)
        for (key, property) in properties where key != "id" {
            #expect(others[key] == property, "\(key)")
        }
    }

    @Test(arguments: [
        (#"["pl","lv"]"#, [] as [String]), ("[]", ["$: has too few items"]),
        (#"["pl","lv","pl"]"#, ["$: has an item twice"]),
    ])
    func `how many items there are is checked, and whether each is another`(
        list: String, told: [String]
    ) throws {
        let schema = try JSONSchema(#"{"type":"array","minItems":1,"uniqueItems":true}"#.utf8)
        #expect(try schema.problems(in: list.utf8).map(\.description) == told)
    }

    @Test func `a key that the contract does not know is found`() throws {
        let json = try ContractJSON.encode(SampleReports.emptyDigest)
        var text = String(decoding: json, as: UTF8.self)
        text = text.replacingOccurrences(of: #""unlisted":0"#, with: #""unlisted":0,"colour":1"#)
        let problems = try JSONSchema(ContractSchema.digest.bytes).problems(in: text.utf8)
        #expect(problems.map(\.description) == ["$.mentions.colour: is not allowed"])
    }

    @Test func `a parsed document conforms`() throws {
        let document = ParsedDocument(
            feed: FeedInfo(
                format: .atom10, title: "Kurier", link: "https://kurier.example.org/",
                self: "https://kurier.example.org/feed", description: "News",
                language: .polish, updated: .sample, ttlSeconds: 3_600, hub: "https://hub.example"),
            entries: [
                Entry(id: "bare"),
                Entry(
                    id: "full", link: "https://kurier.example.org/1", title: "Awaria",
                    summary: "<p>Awaria</p>", content: "<p>Awaria trwa</p>", text: "Awaria trwa",
                    authors: [Person(name: "Ewa", email: "ewa@example.org", uri: "https://e.pl")],
                    published: .sample, updated: .sample, categories: ["miasto"],
                    language: .polish,
                    enclosures: [
                        Enclosure(url: "https://e.pl/a.mp3", type: "audio/mpeg", length: 12)
                    ], comments: "https://kurier.example.org/1/k", inReplyTo: "bare"),
            ], problems: [ParseProblem(line: 3, column: 7, message: "no closing tag")])
        let json = try ContractJSON.encode(document)
        #expect(try JSONSchema(ContractSchema.parse.bytes).problems(in: json) == [])
    }

    @Test func `the tags of an entry conform with the id of their line`() throws {
        let entry = HeardEntry.sample(
            1, "W Zefirnecie awaria", title: "Kawka",
            saying: [
                .init(of: "kawka", as: "Kawka"),
                .init(
                    of: "zefirnet", as: "Zefirnecie", .negative, score: -0.7,
                    words: [("awaria", -2)]),
            ], categories: [.sample("incident", by: "awaria")])
        let tags = String(decoding: try ContractJSON.encode(entry.tags), as: UTF8.self)
        let line = #"{"id":"a","# + tags.dropFirst()
        #expect(line.contains(#""field":"title""#))
        #expect(try JSONSchema(ContractSchema.tag.bytes).problems(in: line.utf8) == [])
    }

    @Test(arguments: [
        (#"{"id":"a","mentions":[]}"#, true), (#"{"id":"a","error":"line 3: no JSON"}"#, true),
        (#"{"error":"line 3: no JSON"}"#, true), (#"{"id":"a"}"#, false),
        (#"{"id":"a","mentions":[],"spam":false}"#, false),
    ])
    func `a line without a mention and a bad line have shapes of their own`(
        line: String, conforms: Bool
    ) throws {
        let problems = try JSONSchema(ContractSchema.tag.bytes).problems(in: line.utf8)
        #expect(problems.isEmpty == conforms)
    }
}

/// A schema as it is written.
private struct Described {
    private let root: [String: JSONValue]

    init(_ shape: ContractSchema) throws {
        root = try JSONDecoder().decode([String: JSONValue].self, from: Data(shape.bytes))
    }

    /// - Parameter name: Of a definition; empty for the document itself.
    func properties(of name: String) throws -> [String: JSONValue] {
        var schema = root
        if !name.isEmpty {
            guard case .object(let all) = root["$defs"], case .object(let found) = all[name] else {
                return [:]
            }
            schema = found
        }
        guard case .object(let properties) = schema["properties"] else { return [:] }
        return properties
    }
}
