import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What a message, and a screen, say of the posts that need an answer.
struct NoticeWriterTests {
    private func digest(of text: String, title: String?) -> Digest {
        let entry = HeardEntry.sample(
            1, text, title: title, saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
            at: SampleNews.window.through.addingTimeInterval(-60),
            categories: [.sample("complaint")], severity: .critical)
        return SampleReports.digest(of: [entry])
    }

    private func said(_ text: String, title: String?) throws -> [String] {
        let digest = digest(of: text, title: title)
        let notice = try #require(
            NoticeWriter(language: .english, timeZone: "Europe/Warsaw")
                .alerts(digest, minimumSeverity: .critical))
        #expect(
            Wallboard(digest).needsAnswer.next.map(\.said) == notice.sections[0].items.map(\.text))
        return notice.sections.flatMap(\.items).map(\.text)
    }

    @Test(arguments: [
        ("2026-11-22T06:00:00Z", "Mentions: Monday, 23 November 2026"),
        ("2026-11-20T06:00:00Z", "Mentions: Fri 20 Nov – Mon 23 Nov 2026"),
    ])
    func `a message of several days names the first and the last`(start: String, subject: String) {
        let window = Digest.Window(
            after: .at(start), through: .at("2026-11-23T06:00:00Z"), timeZone: "Europe/Warsaw")
        let digest = DigestMaker(context: .sample).digest(
            window, heard: HeardEntries([]), health: [])
        let notice = NoticeWriter(language: .english, timeZone: "Europe/Warsaw")
            .digest(digest, minimumPosts: 0)
        #expect(notice?.subject == subject)
    }

    /// One mention of Zefirnet, and three of a competitor that stands beside it.
    @Test(
        arguments: [(1, ["zefirnet"], true), (2, ["zefirnet"], false), (2, [], true)]
            as [(Int, [Brand.ID], Bool)])
    func `whether a message is worth it depends on mentions of the brands that it is of`(
        least: Int, brands: [Brand.ID], isWorthIt: Bool
    ) {
        let heard = ["Zefirnet", "Baltfon", "Baltfon", "Baltfon"].enumerated().map { number, name in
            HeardEntry.sample(
                Int64(number + 1), name,
                saying: [.init(of: Brand.ID(name.lowercased()), as: name)])
        }
        var context = ReportingContext.sample
        context.audience = NoticeRule.Audience(brands: brands)
        let notice = NoticeWriter(language: .english, timeZone: "Europe/Warsaw").digest(
            SampleReports.digest(of: heard, context: context), minimumPosts: least)
        #expect((notice != nil) == isWorthIt)
    }

    /// Of two posts one names both brands.
    @Test(
        arguments: [
            (["zefirnet", "kawka"], 2, true), (["zefirnet", "kawka"], 3, false), ([], 3, false),
            (["zefirnet"], 2, true),
        ] as [([Brand.ID], Int, Bool)])
    func `a post that names two of the brands counts once`(
        brands: [Brand.ID], least: Int, isWorthIt: Bool
    ) {
        let heard: [HeardEntry] = [
            .sample(
                1, "Zefirnet, Kawka",
                saying: [.init(of: "zefirnet", as: "Zefirnet"), .init(of: "kawka", as: "Kawka")]),
            .sample(2, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")]),
        ]
        var context = ReportingContext.sample
        context.audience = NoticeRule.Audience(brands: brands)
        let notice = NoticeWriter(language: .english, timeZone: "Europe/Warsaw").digest(
            SampleReports.digest(of: heard, context: context), minimumPosts: least)
        #expect((notice != nil) == isWorthIt)
    }

    /// A digest lists a few of them; all count.
    @Test(arguments: [(20, true), (21, false)])
    func `so does one that is beyond those that a digest lists`(least: Int, isWorthIt: Bool) {
        let heard = (1...20).map { number in
            HeardEntry.sample(
                number, "Zefirnet, Kawka",
                saying: [.init(of: "zefirnet", as: "Zefirnet"), .init(of: "kawka", as: "Kawka")])
        }
        var context = ReportingContext(
            brands: ReportingContext.sample.brands, categories: [],
            routing: ReportingContext.sample.routing, rulesHash: "", programVersion: "",
            listedMentions: 2)
        context.audience = NoticeRule.Audience(brands: ["zefirnet", "kawka"])
        let digest = SampleReports.digest(of: heard, context: context)
        #expect(digest.mentions.unlisted > 0)
        #expect(digest.totals.ofBrandsAskedFor == Counts(mentions: 20, stories: 20))
        let notice = NoticeWriter(language: .english, timeZone: "Europe/Warsaw")
            .digest(digest, minimumPosts: least)
        #expect((notice != nil) == isWorthIt)
    }

    @Test(arguments: [
        (ReportLanguage.english, "1 alert: Zefirnet"), (.polish, "1 alarm: Zefirnet"),
        (.latvian, "1 trauksme: Zefirnet"),
    ])
    func `the subject of alerts names whom they are about`(
        language: ReportLanguage, subject: String
    ) throws {
        let notice = NoticeWriter(language: language, timeZone: "Europe/Warsaw")
            .alerts(digest(of: "Zefirnet leży", title: nil), minimumSeverity: .critical)
        #expect(notice?.subject == subject)
    }

    @Test(arguments: [
        (ReportLanguage.english, "5 alerts (PL): A, B, C and 2 more"),
        (.polish, "5 alarmów (PL): A, B, C i jeszcze 2"),
        (.latvian, "5 trauksmes (PL): A, B, C un vēl 2"),
    ])
    func `of many the first are named, and how many more there are`(
        language: ReportLanguage, subject: String
    ) {
        let words = NoticeWords(language)
        #expect(words.alertSubject(5, of: "PL", about: ["A", "B", "C", "D", "E"]) == subject)
        #expect(!words.alertSubject(5, of: "A", about: ["A"]).contains(":"))
        #expect(!words.alertSubject(5, of: nil, about: []).contains(":"))
    }

    @Test func `the posts of a thread are told apart by what they say`() throws {
        #expect(
            try said("Dobry. Zefirnet leży od rana. Koniec.", title: "Internet w bloku")
                == ["Internet w bloku – Zefirnet leży od rana."])
    }

    @Test(arguments: [
        ("Zefirnet leży", "Zefirnet leży od rana.", "Zefirnet leży od rana."),
        ("Zefirnet leży", "Od rana cisza.", "Zefirnet leży"),
        (nil, "Zefirnet napisał:\nprzepraszamy.", "Zefirnet napisał: przepraszamy."),
    ])
    func `nothing is told twice, and all on one line`(title: String?, text: String, told: String)
        throws
    {
        #expect(try said(text, title: title) == [told])
    }

    @Test func `a screen has room for a long title and for what the post says`() throws {
        let title = String(repeating: "a", count: 300)
        let text = "Zefirnet " + String(repeating: "b ", count: 100) + "b."
        let said = Wallboard(digest(of: text, title: title)).needsAnswer.next.map(\.said)
        #expect(
            said == [
                String(repeating: "a", count: 48) + "… (+252) – Zefirnet "
                    + String(repeating: "b ", count: 51) + "b… (+99)"
            ])
    }
}
