import Model
import TestSupport
import Testing

struct JudgedTagsTests {
    /// The rules found a café and the bank of its name.
    private let tags = HeardEntry.sample(
        1, "Kawka, Kawka Bank",
        saying: [
            .init(of: "kawka", as: "Kawka", .negative),
            .init(of: "kawka-bank", as: "Kawka Bank", .neutral),
        ], categories: [.sample("complaint")]
    ).tags

    private func said(
        _ field: Correction.Field, of brand: Brand.ID, was: String?, is right: String?
    ) -> Correction {
        Correction(
            entry: 1, brand: brand, field: field, was: was, is: right, note: nil, rules: nil,
            digest: nil)
    }

    @Test func `what reads as one brand is corrected as one`() throws {
        let renamed = said(.brand, of: "kawka-bank", was: "kawka-bank", is: "kawka")
        let judged = JudgedTags(tags, seen: [renamed], known: [renamed])
        let changes = try #require(
            judged.changes(by: said(.tone, of: "kawka", was: "negative", is: "neutral")))
        #expect(Set(changes.new.map(\.brand)) == ["kawka", "kawka-bank"])
        let now = tags.corrected(by: [renamed] + changes.new)
        #expect(
            now.mentions.filter { $0.mention.brand == "kawka" }.map(\.sentiment.label)
                == [.neutral, .neutral])
    }

    @Test func `dropping a brand drops all that reads as that brand`() throws {
        let renamed = said(.brand, of: "kawka-bank", was: "kawka-bank", is: "kawka")
        let judged = JudgedTags(tags, seen: [renamed], known: [renamed])
        let changes = try #require(
            judged.changes(by: said(.brand, of: "kawka", was: "kawka", is: nil)))
        #expect(changes.gone == [renamed])
        #expect(tags.corrected(by: changes.new).mentions.isEmpty)
    }

    /// Rules that changed since give what people had missed, or had put in the place of another.
    @Test(arguments: [nil, "praise"])
    func `a category that the rules and people gave is gone when people say so`(was: String?)
        throws
    {
        let given = said(.category, of: "kawka", was: was, is: "complaint")
        let judged = JudgedTags(tags, seen: [given], known: [given])
        let wrong = said(.category, of: "kawka", was: "complaint", is: nil)
        let changes = try #require(judged.changes(by: wrong))
        #expect(changes.gone == [given])
        #expect(
            changes.new == was.map { [said(.category, of: "kawka", was: $0, is: nil), wrong] }
                ?? [wrong])
        #expect(!tags.corrected(by: changes.new).hasCategory("complaint"))
        let right = said(.category, of: "kawka", was: "complaint", is: "complaint")
        #expect(judged.changes(by: right)?.gone == [])
    }

    @Test func `what should stand instead of a withdrawn category is kept`() throws {
        let added = said(.category, of: "kawka", was: nil, is: "question")
        let judged = JudgedTags(tags, seen: [added], known: [])
        let changes = try #require(
            judged.changes(by: said(.category, of: "kawka", was: "question", is: "praise")))
        #expect(changes.new == [said(.category, of: "kawka", was: nil, is: "praise")])
        #expect(tags.corrected(by: changes.new).hasCategory("praise"))
    }
}
