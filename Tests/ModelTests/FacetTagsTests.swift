import Foundation
import Model
import Testing

struct FacetTagsTests {
    private let tags: FacetTags = [
        "journey_stage": [CategoryTag(id: "use", confidence: 0.5, evidence: [])],
        "aspect": [
            CategoryTag(id: "time", confidence: 0.75, evidence: []),
            CategoryTag(id: "price", confidence: 0.5, evidence: []),
        ],
        "touchpoint": [],
    ]

    @Test func `in JSON a facet stands under its id as the rules have it`() throws {
        let json = try ContractJSON.encode(tags)
        let expected = """
            {"aspect":[{"confidence":0.75,"evidence":[],"id":"time"},\
            {"confidence":0.5,"evidence":[],"id":"price"}],\
            "journey_stage":[{"confidence":0.5,"evidence":[],"id":"use"}]}
            """
        #expect(String(decoding: json, as: UTF8.self) == expected)
        #expect(try ContractJSON.decode(FacetTags.self, from: json) == tags)
    }

    @Test func `values are told with their facet, by facet, then in the order of the tags`() {
        #expect(
            tags.values.map(\.description) == ["aspect:time", "aspect:price", "journey_stage:use"])
        #expect(tags.facets == ["aspect", "journey_stage"])
    }

    @Test(arguments: ["", "app", "touchpoint:", ":app", "a:b:c"])
    func `a value is two ids with a colon between them`(text: String) {
        #expect(FacetValue(text) == nil)
        #expect(FacetValue("touchpoint:app") == FacetValue("touchpoint", "app"))
    }
}
