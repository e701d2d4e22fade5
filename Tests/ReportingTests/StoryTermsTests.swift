import Model
import TestSupport
import Testing

@testable import Reporting

struct StoryTermsTests {
    private let names = OwnNames(of: [
        Brand(id: "zefirnet", name: "Zefirnet", names: ["Zefirnet", "@zefirnet"], place: .sample),
        Brand(id: "kawka", name: "Kawka", names: ["Kawka"], place: .sample),
        Brand(id: "ing", name: "ING", names: ["ING"], place: .sample),
        Brand(id: "prad", name: "Prąd", kind: .topic, names: ["awaria"], place: .sample),
    ])

    @Test(arguments: [
        ("zefirnet", true), ("zefirnetowi", true), ("zefirnecie", true), ("kawkami", true),
        ("awaria kawki", true), ("ing", true), ("ingres", false), ("awaria", false),
    ])
    func `a name in its case forms is no reason`(term: String, isName: Bool) {
        #expect(names.contains(term) == isName)
    }

    private func terms(
        _ now: [(String, LanguageCode, Feed.ID)], before: [(String, LanguageCode, Feed.ID)]
    ) -> [String] {
        func stories(_ texts: [(String, LanguageCode, Feed.ID)], from first: Int64) -> StoryTerms {
            var reader = TermReader()
            let mentions = texts.enumerated().compactMap { index, text in
                QuotedMention(
                    entry: .sample(
                        first + Int64(index), "Zefirnet. " + text.0,
                        saying: [.init(of: "zefirnet", as: "Zefirnet")], feed: text.2,
                        language: text.1), of: "zefirnet")
            }
            return StoryTerms(mentions, names: names, reader: &reader)
        }
        return stories(now, from: 1).terms(apartFrom: stories(before, from: 1_000)).map(\.term)
    }

    private func posts(
        _ text: String, _ count: Int, _ language: LanguageCode = .polish, feeds: Int = 3
    ) -> [(String, LanguageCode, Feed.ID)] {
        (0..<count).map { (text, language, Feed.ID("f\($0 % feeds)")) }
    }

    @Test func `small words of a language that more is written in than before do not stand out`() {
        let small = posts("okazuje serwis zgadza", 30)
        let now = small + posts("serwer", 20)
        let before = posts("service turns fine", 300, .english) + small + small
        let told = terms(now, before: before)
        #expect(told == ["serwer"])
    }

    @Test func `what one source writes below each post is no reason where others write too`() {
        let footer = (0..<10).map { _ in ("czytnik portalu", LanguageCode.polish, Feed.ID("f9")) }
        let told = terms(posts("serwer", 20) + footer, before: posts("spokojnie", 60))
        #expect(told == ["serwer"])
    }

    @Test func `case forms of a word are one reason, told as most write it`() {
        let forms = ["serwer", "serwera", "serwerem", "serwer"]
        let now = (0..<16).map {
            (forms[$0 % 4], LanguageCode.polish, Feed.ID("f\($0 % 3)"))
        }
        #expect(terms(now, before: posts("spokojnie", 60)) == ["serwer"])
    }

    @Test func `a reason as strong in two languages is told in the same form each time`() {
        let now =
            posts("serwer. koszyki", 20, .polish) + posts("serwera. koszyk", 20, .latvian)
        let before = posts("spokojnie", 60, .polish) + posts("spokojnie", 60, .latvian)
        #expect(Set(terms(now, before: before)) == ["serwer", "koszyk"])
    }

    @Test func `names of brands, whole or in part, are no reasons`() {
        let told = terms(
            posts("zefirnetowi kawkami serwer", 20), before: posts("spokojnie", 60))
        #expect(told.allSatisfy { !$0.contains("zefir") && !$0.contains("kawk") })
        #expect(told.contains { $0.contains("serwer") })
    }
}
