import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct ReportWordsTests {
    @Test(arguments: [
        (1, "1 wzmianka", "1 pieminējums"), (2, "2 wzmianki", "2 pieminējumi"),
        (5, "5 wzmianek", "5 pieminējumi"), (11, "11 wzmianek", "11 pieminējumu"),
        (12, "12 wzmianek", "12 pieminējumu"), (21, "21 wzmianek", "21 pieminējums"),
        (22, "22 wzmianki", "22 pieminējumi"), (111, "111 wzmianek", "111 pieminējumu"),
        (112, "112 wzmianek", "112 pieminējumu"), (0, "0 wzmianek", "0 pieminējumu"),
        (9, "9 wzmianek", "9 pieminējumi"), (10, "10 wzmianek", "10 pieminējumu"),
        (20, "20 wzmianek", "20 pieminējumu"), (100, "100 wzmianek", "100 pieminējumu"),
        (1_204, "1204 wzmianki", "1204 pieminējumi"),
        (12_051, "12\u{a0}051 wzmianek", "12\u{a0}051 pieminējums"),
    ])
    func `a noun has the form that goes with its number`(
        count: Int, polish: String, latvian: String
    ) {
        #expect(ReportWords(.polish).mentions(count) == polish)
        #expect(ReportWords(.latvian).mentions(count) == latvian)
    }

    /// Latvian has the genitive after 0, 10 … 20, 30 (Unicode CLDR, category zero).
    @Test func `every noun that is counted has its genitive after ten in Latvian`() {
        let words = ReportWords(.latvian)
        let page = PageWords(.latvian)
        #expect(words.stories(10) == "10 stāstu")
        #expect(
            words.posts(Counts(mentions: 20, stories: 20), mentions: 30).hasPrefix("20 ierakstu"))
        #expect(words.feeds(17) == "17 plūsmu")
        #expect(words.sources(13) == "13 avotu")
        #expect(words.authors(30) == "30 zināmu autoru")
        #expect(words.andMore(11) == "; vēl 11 zīmolu")
        #expect(page.copies(10) == "vēl 10 kopiju")
        #expect(page.spamLeftOut(10).hasPrefix("10 ierakstu ar"))
        #expect(IndexWords(.latvian).counted(19) == "19 dienu")
        let alert = words.alert(
            .negative, brand: "Kawka", isCompetitor: false,
            counts: Counts(mentions: 12, stories: 2), previous: nil, sameWeekday: nil, span: .day)
        #expect(alert == "Kawka: 12 negatīvu pieminējumu (2 stāsti).")
    }

    /// C's own formats round them to the even digit, and cut what binary fractions fall short by.
    @Test(arguments: [
        (0.125, "13%"), (0.145, "15%"), (0.285, "29%"), (0.855, "86%"), (0.0965, "9.7%"),
        (0.0996, "10%"), (0.0045, "0.5%"), (0, "0%"), (1, "100%"),
    ])
    func `half a percent is rounded up`(share: Double, told: String) {
        #expect(ReportWords(.english).percent(share) == told)
    }

    @Test(arguments: [
        [0.125, 0.875], [0.8523, 0.0909, 0.0568, 0], [0.145, 0.855], [1.0, 0],
        [0.3333, 0.3333, 0.3334], [0.1667, 0.1667, 0.6666],
    ])
    func `shares of one whole add up to it but for what is rounded`(shares: [Double]) {
        let told = shares.map { ReportWords(.english).percentOfWhole($0) }
        let sum = told.compactMap { Double($0.dropLast()) }.reduce(0, +)
        #expect(abs(sum - 100) < 0.05 * Double(shares.count) + 0.001, "\(told)")
    }

    @Test(arguments: [
        (41, "lists 3 of 41 mentions:", "wymienia 3 z 41 wzmianek:", "ir 3 no 41 pieminējuma:"),
        (1_011, "3 of 1,011 mentions:", "3 z 1011 wzmianek:", "3 no 1011 pieminējumiem:"),
    ])
    func `a part of all has them in the case that goes with it`(
        count: Int, english: String, polish: String, latvian: String
    ) {
        for (language, text) in [
            (ReportLanguage.english, english), (.polish, polish), (.latvian, latvian),
        ] {
            let told = ToolWords(ReportWords(language)).unwritten(3, of: count, inFile: "digest")
            #expect(told.contains(text), "\(told)")
        }
    }

    @Test(arguments: [
        (ReportLanguage.english, "1,741.9", "−12,051.0", "1,000"),
        (.polish, "1741,9", "−12\u{a0}051,0", "1000"),
        (.latvian, "1741,9", "−12\u{a0}051,0", "1000"),
    ])
    func `numbers with decimals have their digits grouped alike`(
        language: ReportLanguage, thousand: String, many: String, rounded: String
    ) {
        let words = ReportWords(language)
        #expect(words.number(1_741.9, decimals: 1) == thousand)
        #expect(words.number(-12_051, decimals: 1) == many)
        #expect(words.number(999.6, decimals: 0) == rounded)
    }

    @Test(arguments: [
        (ReportLanguage.english, "1,204,000", "3.25", "+0.25", "−0.25", "0.00", "4.2%"),
        (.polish, "1\u{a0}204\u{a0}000", "3,25", "+0,25", "−0,25", "0,00", "4,2%"),
        (.latvian, "1\u{a0}204\u{a0}000", "3,25", "+0,25", "−0,25", "0,00", "4,2%"),
    ])
    func `numbers are written as the language writes them`(
        language: ReportLanguage, million: String, decimal: String, plus: String, minus: String,
        zero: String, percent: String
    ) {
        let words = ReportWords(language)
        #expect(words.number(1_204_000) == million)
        #expect(words.number(3.25, decimals: 2) == decimal)
        #expect(words.signed(0.25) == plus)
        #expect(words.signed(-0.25) == minus)
        #expect(words.signed(-0.001) == zero)
        #expect(words.signed(0.001) == zero)
        #expect(words.percent(0.042) == percent)
    }

    @Test(arguments: [
        (1, "1 negatywna", "1 negatīvs"), (3, "3 negatywne", "3 negatīvi"),
        (21, "21 negatywnych", "21 negatīvs"), (55, "55 negatywnych", "55 negatīvi"),
        (102, "102 negatywne", "102 negatīvi"),
    ])
    func `a tone has the form that goes with its number`(
        count: Int, polish: String, latvian: String
    ) {
        #expect(PageWords(.polish).toned(count, .negative) == polish)
        #expect(PageWords(.latvian).toned(count, .negative) == latvian)
        #expect(PageWords(.english).toned(count, .undecided) == "\(count) undecided")
    }

    @Test(arguments: [
        (0, "0 otwartych", "0 atvērti"), (1, "1 otwarte", "1 atvērts"),
        (3, "3 otwarte", "3 atvērti"), (12, "12 otwartych", "12 atvērti"),
    ])
    func `what is said of tickets goes with their number`(
        count: Int, polish: String, latvian: String
    ) {
        #expect(PageWords(.polish).ticketsOpen(count) == polish)
        #expect(PageWords(.latvian).ticketsOpen(count) == latvian)
        #expect(PageWords(.english).ticketsOpen(count) == "\(count) open")
    }

    @Test func `tickets that no system tells of are not passed over beside the open ones`() {
        func standing(unknown: Int) -> TicketStanding {
            TicketStanding(
                open: 0, waiting: 0, overdue: [], dueSoon: [],
                teams: ["support", "sales"].map {
                    TicketStanding.TeamAnswers(
                        team: Team.ID($0), tickets: unknown, answered: 0, late: 0, unknown: unknown,
                        reopened: 0, medianMinutes: nil, ninthDecileMinutes: nil)
                })
        }
        #expect(PageWords(.english).ticketsOpen(standing(unknown: 4)) == "0 open, 8 not known")
        #expect(
            PageWords(.latvian).ticketsOpen(standing(unknown: 4))
                == "0 atvērti, 8 nezināmā stāvoklī")
        #expect(PageWords(.english).ticketsOpen(standing(unknown: 0)) == "0 open")
    }

    @Test(arguments: [
        ("ru", "Russian", "krievu"), ("lt", "Lithuanian", "lietuviešu"),
        ("lv", "Latvian", "latviešu"),
        ("xx", "xx", "xx"),
    ])
    func `a language is called by its name`(code: String, english: String, latvian: String) {
        let code = LanguageCode(rawValue: code)
        #expect(ReportWords(.english).language(code) == english)
        #expect(ReportWords(.latvian).language(code) == latvian)
    }

    @Test func `authors are counted as those whom posts name`() {
        #expect(
            ReportWords(.english).who(sources: 3, authors: 2, named: ["Fala 5"])
                == "3 sources, 2 named authors: Fala 5")
        #expect(
            ReportWords(.latvian).who(sources: 1, authors: 1, named: ["Fala 5"])
                == "1 avots, 1 zināms autors: Fala 5")
        #expect(
            ReportWords(.polish).who(sources: 1, authors: 0, named: ["Fala 5"])
                == "1 źródło: Fala 5")
    }

    @Test func `reasons are told in the words of the page`() throws {
        let evidence = CategoryEvidence(
            rule: "rules/c.yaml:9:1", term: "tone negative", range: 0..<2)
        let heard = HeardEntry.sample(
            1, "Zefirnet nie działa", saying: [.init(of: "zefirnet", as: "Zefirnet")],
            at: SampleNews.window.through.addingTimeInterval(-60),
            categories: [CategoryTag(id: "complaint", confidence: 0.5, evidence: [evidence])],
            severityReason: "category complaint, rules/c.yaml:3:1")
        var mention = try #require(SampleReports.digest(of: [heard]).mentions.items.first)
        let names = PageNames(brands: [], categories: [("complaint", "Skarga")], teams: [])
        func reasons(_ language: ReportLanguage = .polish) -> String {
            PageWords(language).reasons(for: mention, names: names).map(\.because)
                .joined(separator: "\n")
        }
        #expect(reasons().contains("przez ton: negatywny (rules/c.yaml:9:1)"))
        #expect(reasons(.latvian).contains("iemesls: noskaņa: negatīva (rules/c.yaml:9:1)"))
        #expect(reasons().contains("przez „Skarga” (rules/c.yaml:3:1)"))
        #expect(reasons().contains("przez żadne znane słowo"))
        mention.isToneCorrected = true
        #expect(reasons().contains("przez poprawkę człowieka"))
    }

    @Test(arguments: [
        (Sentiment.Label.negative, "negative, net tone −1.00"),
        (.positive, "positive, net tone +1.00"), (.neutral, "neutral or other, net tone 0.00"),
        (.undecided, "neutral or other"),
    ])
    func `a single mention is not told as a part of many`(label: Sentiment.Label, tone: String) {
        let digest = SampleReports.digest(
            of: [.sample(1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", label)])])
        #expect(digest.headlines[1] == "The only mention of Zefirnet was \(tone).")
    }

    @Test(arguments: [
        (
            ReportLanguage.english, 1,
            "1 of 1 mention negative, net tone −1.00; before: net tone –"
        ),
        (.english, 3, "1 of 3 mentions negative, net tone −0.33; before: net tone –"),
        (.polish, 1, "negatywne 1 z 1 wzmianki, ton netto −1,00; wcześniej: ton netto –"),
        (.polish, 3, "negatywne 1 z 3 wzmianek, ton netto −0,33; wcześniej: ton netto –"),
        (
            .latvian, 1,
            "negatīvi 1 no 1 pieminējuma, kopējā noskaņa −1,00; iepriekš: kopējā noskaņa –"
        ),
        (
            .latvian, 3,
            "negatīvi 1 no 3 pieminējumiem, kopējā noskaņa −0,33; iepriekš: kopējā noskaņa –"
        ),
    ])
    func `a reaction is told as a part of all that was said`(
        language: ReportLanguage, all: Int, told: String
    ) {
        func counts(_ count: Int) -> Counts { Counts(mentions: count, stories: count) }
        let tone = ToneCounts(
            positive: .zero, neutral: counts(all - 1), negative: counts(1), mixed: .zero,
            undecided: .zero)
        let none = ToneCounts(
            positive: .zero, neutral: .zero, negative: .zero, mixed: .zero, undecided: .zero)
        #expect(ReportWords(language).reaction(tone, before: none) == told)
    }

    /// Otherwise it would take the number behind it to its other side.
    @Test(arguments: [
        ("Zefirnet", "Zefirnet"), ("Kawa 🥔 & <b>", "Kawa 🥔 & <b>"),
        ("نور", "\u{200E}\u{2068}نور\u{2069}"), ("Café קפה", "\u{200E}\u{2068}Café קפה\u{2069}"),
    ])
    func `a name written from right to left is set apart in a sentence`(
        name: String, told: String
    ) {
        let words = ReportWords(.polish)
        #expect(words.inSentence(name) == told)
        let counts = Counts(mentions: 5, stories: 5)
        #expect(
            words.alert(
                .negative, brand: name, isCompetitor: false, counts: counts, previous: nil,
                sameWeekday: nil, span: .day) == told + ": 5 negatywnych wzmianek (5 historii).")
    }
}
