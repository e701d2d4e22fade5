import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct ContractTests {
    private static let now = TestWorkspace.sampleEnd

    @Test func `what parse prints for every sample document conforms to its schema`() throws {
        let schema = try JSONSchema(ContractSchema.parse.bytes)
        let samples = TestWorkspace.shipped.path + "/feeds/sample"
        var read = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: samples).sorted() {
            let isPage = name.hasSuffix(".html")
            if isPage { continue }
            let document = try StandaloneParsing.parse(
                try InputFile(samples + "/" + name).contents(), url: nil, contentType: nil,
                kind: .feed, selectors: nil, now: Self.now)
            #expect(try schema.problems(in: ContractJSON.encode(document)) == [], "\(name)")
            read += 1
        }
        #expect(read >= 12)
    }

    @Test func `parse tells of dates that are still to come`() throws {
        let feed = rss([
            ("1", "Zefirnet", "Sat, 21 Nov 2026 18:00:00 +0100"),
            ("2", "Zefirnet", "Sun, 21 Nov 2027 18:00:00 +0100"),
        ])
        func problems(now: Date) throws -> Int {
            try StandaloneParsing.parse(
                Array(feed.utf8), url: nil, contentType: nil, kind: .feed, selectors: nil, now: now
            ).problems.count
        }
        #expect(try problems(now: Self.now) == 1)
        #expect(try problems(now: Self.now + 366 * 86_400) == 0)
    }

    @Test func `what tag prints conforms to its schema, bad lines too`() throws {
        let schema = try JSONSchema(ContractSchema.tag.bytes)
        let rules = try TestWorkspace.shipped.loadRules().rules
        let lines = [
            #"{"id":1,"text":"Zefirnet znowu nie działa, wstyd!"}"#,
            #"{"id":"a","text":"Kawka na Długiej to nie kawka z parku","title":"Lubię Kawkę"}"#,
            #"{"id":2,"text":"Nic o nikim"}"#, #"{"id":3}"#, "not json",
        ]
        for all in [false, true] {
            let tagLine = TagLine(tagger: Tagger(rules: rules), includesAll: all)
            for line in lines {
                #expect(
                    try schema.problems(
                        in: tagLine.output(for: InputLine(number: 1, bytes: Array(line.utf8)[...])))
                        == [],
                    "\(line)")
            }
        }
    }

    @Test func `digest and trends of the sample conform to their schemas`() async throws {
        let folder = try await TestWorkspace.copyOfSampleRun()
        let digest = try folder.read("out/digests/2026-11-22.json")
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: digest) == [])
        let trends = try folder.read("out/trends/2026-11-22.json")
        #expect(try JSONSchema(ContractSchema.trends.bytes).problems(in: trends) == [])
    }
}
