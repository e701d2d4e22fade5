import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// Words that rise.
extension TrendsMakerTests {
    @Test func `a report of less than two weeks does not say that no word rose`() {
        let trends = SampleReports.trends(
            of: course([4, 4, 4]), from: "2026-08-30T22:00:00Z", to: "2026-09-02T22:00:00Z")
        #expect(
            trends.headlines[2].hasPrefix(
                "A report of less than two weeks does not tell which words rose; "))
    }

    @Test func `words of the last seven days rise, with an example to read`() throws {
        let trends = SampleReports.trends
        let first = try #require(trends.rising.first)
        #expect(trends.rising.map(\.term).contains("awaria światłowodu"))
        #expect(first.recent.stories > first.before.stories)
        #expect(
            trends.rising.allSatisfy { term in
                trends.mentions.contains { $0.id == term.example }
            })
    }

    @Test func `terms are those of the text, and a negated word is none by itself`() {
        var reader = TermReader()
        let terms = EntryTerms(
            .sample(
                1, "Internet nie działa. Nav interneta! The app doesn't load, tak nie mam",
                title: "Znowu awaria", saying: []), reader: &reader)
        #expect(terms.words.map(terms.string).sorted() == ["app", "internet"])
        #expect(
            terms.phrases.map(terms.string).sorted()
                == ["doesn't load", "nav interneta", "nie działa"])
    }

    @Test func `a word that mostly stands in a rising phrase does not rise beside it`() throws {
        func entry(_ sequence: Int64, _ text: String, at date: String) -> HeardEntry {
            .sample(
                sequence, text, saying: [.init(of: "zefirnet", as: "Zefirnet")], at: .at(date))
        }
        let early = (1...60).map {
            entry($0, "Zefirnet, zwykły rachunek \($0)", at: "2026-10-10T10:00:00Z")
        }
        let late = (101...120).map {
            entry(
                $0, $0 < 105 ? "Zefirnet, zajęta" : "Zefirnet, infolinia zajęta",
                at: "2026-11-21T10:00:00Z")
        }
        let rising = SampleReports.trends(of: early + late).rising.map(\.term)
        #expect(rising == ["infolinia zajęta"])
    }

    @Test func `a press release printed twenty times does not make its words rise`() {
        let release = (1...20).map { number in
            HeardEntry.sample(
                100_000 + number, "Zefirnet ogłasza rewolucyjny cennik",
                saying: [.init(of: "zefirnet", as: "Zefirnet")], at: .at("2026-11-21T10:00:00Z"),
                story: StoryMembership(id: 100_001, reason: .sameText, similarity: 1))
        }
        let trends = SampleReports.trends(of: SampleNews.course + release)
        #expect(!trends.rising.contains { $0.term.contains("rewolucyjny") })
    }
}
