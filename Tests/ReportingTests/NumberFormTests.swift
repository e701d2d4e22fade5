import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What stands beside a number goes with it, in every language.
struct NumberFormTests {
    private static let moment = LocalCalendar(timeZone: "UTC").moment(
        of: .at("2026-11-23T06:00:00Z"))

    private func counts(_ count: Int) -> Counts { Counts(mentions: count, stories: count) }

    @Test(arguments: [
        (1, "1 wpis, w nim 2 wzmianki o markach", "1 ieraksts, tajā 2 pieminējumi"),
        (2, "2 wpisy, w nich 2 wzmianki o markach", "2 ieraksti, tajos 2 pieminējumi"),
        (21, "21 wpisów, w nich 2 wzmianki o markach", "21 ieraksts, tajos 2 pieminējumi"),
    ])
    func `one post is referred to as one`(count: Int, polish: String, latvian: String) {
        #expect(ReportWords(.polish).posts(counts(count), mentions: 2) == polish)
        #expect(ReportWords(.latvian).posts(counts(count), mentions: 2) == latvian)
    }

    @Test(arguments: [
        (2.1, "2,1 reizi vairāk"), (2.0, "2,0 reizes vairāk"), (2.2, "2,2 reizes vairāk"),
        (21.0, "21,0 reizi vairāk"), (11.0, "11,0 reižu vairāk"),
        (10.0, "10,0 reižu vairāk"), (10.3, "10,3 reizes vairāk"),
    ])
    func `tenths have the form of their last digit in Latvian`(ratio: Double, told: String) {
        let before = counts(10)
        let change = Change(before: before, ratio: Ratios(mentions: ratio, stories: ratio))
        #expect(ReportWords(.latvian).change(change, "vakar") == told + " nekā vakar")
    }

    @Test(arguments: [
        (1, "of which 1 needs an answer", "odpowiedzi wymaga 1 ("),
        (2, "of which 2 need an answer", "odpowiedzi wymagają 2 ("),
        (5, "of which 5 need an answer", "odpowiedzi wymaga 5 ("),
        (12, "of which 12 need an answer", "odpowiedzi wymaga 12 ("),
        (22, "of which 22 need an answer", "odpowiedzi wymagają 22 ("),
    ])
    func `so many posts need an answer`(count: Int, english: String, polish: String) {
        let staffing = StaffingPlan(
            hours: [], perDay: [], monthly: count, rules: nil, measuredShare: 1
        ).staffing
        #expect(ReportWords(.english).staffing(staffing).contains(english))
        #expect(ReportWords(.polish).staffing(staffing).contains(polish))
    }

    /// 6 of 2,112 are 0.00 of them, to two decimals.
    @Test(arguments: [
        (6, 2_112, "▼ 99%", "99% less often than yesterday"),
        (1, 50, "▼ 98%", "98% less often than yesterday"), (0, 2_112, "▼ 100%", nil),
    ])
    func `where some are left it is never said that all are gone`(
        now: Int, before: Int, figure: String, sentence: String?
    ) {
        let change = counts(now).change(since: counts(before))
        let words = PageWords(.english)
        #expect(words.change(change, now: counts(now)) == figure)
        if let sentence { #expect(words.report.change(change, "yesterday") == sentence) }
    }

    @Test(arguments: [
        (FeedHealth.Status.silent, 1, "milczy dłużej niż zwykle 1 (Blog)", "klusē"),
        (.silent, 2, "milczą dłużej niż zwykle 2 (Blog)", "klusē"),
        (.silent, 5, "milczy dłużej niż zwykle 5 (Blog)", "klusē"),
        (.unheard, 1, "jeszcze nieodpytany 1 (Blog)", "vēl nav aptaujāta 1 (Blog)"),
        (.unheard, 3, "jeszcze nieodpytane 3 (Blog)", "vēl nav aptaujātas 3 (Blog)"),
        (.unheard, 5, "jeszcze nieodpytanych 5 (Blog)", "vēl nav aptaujātas 5 (Blog)"),
    ])
    func `what ails feeds goes with their number`(
        status: FeedHealth.Status, count: Int, polish: String, latvian: String
    ) {
        let feeds = (0..<count).map {
            FeedHealth(feed: Feed.ID("f\($0)"), sourceName: "Blog", status: status)
        }
        #expect(ReportWords(.polish).listening(30, troubled: feeds).contains(": \(polish)."))
        #expect(ReportWords(.latvian).listening(30, troubled: feeds).contains(": \(latvian)"))
    }

    @Test func `one feed that is badly heard is one in Latvian`() {
        func inShort(_ ok: Int) -> String {
            let failing = (ok..<17).map {
                FeedHealth(feed: Feed.ID("f\($0)"), sourceName: "Blog", status: .failing)
            }
            let heard = (0..<ok).map {
                FeedHealth(feed: Feed.ID("f\($0)"), sourceName: "Blog", status: .ok)
            }
            let words = ReportWords(.latvian)
            return words.inShort(ListeningHealth(heard + failing, in: words))
        }
        #expect(inShort(16).hasPrefix("nepilnīgi dzirdama 1 no 17 plūsmām"))
        #expect(inShort(15).hasPrefix("nepilnīgi dzirdamas 2 no 17 plūsmām"))
    }

    @Test(arguments: [
        (1, "jau nokavēts 1;", "1 nokavēts"), (2, "jau nokavēti 2;", "2 nokavēti"),
        (21, "jau nokavēts 21;", "21 nokavēts"),
    ])
    func `what is late goes with its number in Latvian`(count: Int, end: String, wall: String) {
        let sentence = ReportWords(.latvian).toDo(
            counts(30), critical: 0, firstBy: nil, overdue: count, heard: "x")
        #expect(sentence.contains(end))
        #expect(PageWords(.latvian).late(count) == wall)
    }

    @Test(arguments: [
        (
            ReportLanguage.english, "1 post (1 story) needs an answer by 07:30",
            "critical, already late"
        ),
        (
            .polish, "1 wpis (1 historia) czeka na odpowiedź, termin 07:30",
            "pilność krytyczna, już po czasie"
        ),
        (
            .latvian, "1 ieraksts (1 stāsts) gaida atbildi, termiņš 07:30",
            "steidzamība kritiska, jau nokavēts"
        ),
    ])
    func `one post that waits is told as itself, not as one of them`(
        language: ReportLanguage, told: String, marks: String
    ) {
        func toDo(critical: Int, overdue: Int) -> String {
            ReportWords(language).toDo(
                counts(1), critical: critical, firstBy: "07:30", overdue: overdue, heard: "x")
        }
        #expect(toDo(critical: 1, overdue: 1) == "\(told) (\(marks)); x.")
        #expect(toDo(critical: 0, overdue: 0) == "\(told); x.")
    }

    @Test(arguments: [
        (ReportLanguage.polish, "zyskało: „awaria”;", "zyskały: „awaria” i „sieć”;"),
        (.latvian, "biežāks kļuva: „awaria”;", "biežāki kļuva: „awaria” un „sieć”;"),
    ])
    func `one word that rose is one`(language: ReportLanguage, one: String, two: String) {
        let words = ReportWords(language)
        let health = ListeningHealth([], in: words)
        func told(_ terms: [String]) -> String {
            words.rising(terms, isCompared: true, listening: health)
        }
        #expect(told(["awaria"]).contains(one))
        #expect(told(["awaria", "sieć"]).contains(two))
    }

    @Test(arguments: [
        (
            ReportLanguage.english,
            "Kawka was not mentioned on Mon 23 Nov 2026, where 12 is usual on such a day."
        ),
        (.polish, "Kawka: ani jednej wzmianki, pon. 23 lis 2026; w takie dni zwykle 12."),
        (.latvian, "Kawka: neviena pieminējuma, pirmd. 23. nov. 2026; šādās dienās parasti 12."),
    ])
    func `a day without a mention is told without a number`(
        language: ReportLanguage, told: String
    ) {
        let sentence = ReportWords(language).event(
            .drop, brand: "Kawka", on: Self.moment, counts: .zero, usual: 12, cause: .talk)
        #expect(sentence == told)
    }

    @Test(arguments: [
        (ReportLanguage.english, 0, "Then the one post that names a brand came from elsewhere."),
        (.english, 1, "Then it brought the one post that names a brand."),
        (.polish, 0, "Then jedyny wpis o markach przyszedł skądinąd."),
        (.polish, 1, "Then przyniósł jedyny wpis o markach."),
        (.latvian, 0, "Then vienīgais ieraksts par zīmoliem nāca no citurienes."),
        (.latvian, 1, "Then tā deva vienīgo ierakstu par zīmoliem."),
    ])
    func `of one post none is told as a part`(language: ReportLanguage, count: Int, told: String) {
        let brought = ListeningHealth.Brought(
            from: .sample, to: .sample, all: counts(1), counts: counts(count), feeds: [])
        #expect(ReportWords(language).brought(brought, "then", feeds: 1) == told)
    }

    @Test(arguments: [(1, "there was 1 mention."), (2, "there were 2 mentions.")])
    func `one mention before was, and two were`(count: Int, end: String) {
        let previous = (0..<count).map {
            HeardEntry.sample(
                Int64($0 + 1), "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")])
        }
        let digest = SampleReports.digest(of: [], previous: previous, health: [])
        #expect(digest.headlines[0].hasSuffix(end), "\(digest.headlines[0])")
    }

    @Test(arguments: [
        (ReportLanguage.english, "8.8 (3.6–1,204.0)"), (.polish, "8,8 (3,6–1204,0)"),
        (.latvian, "8,8 (3,6–1204,0)"),
    ])
    func `what is expected is written as the language writes numbers`(
        language: ReportLanguage, told: String
    ) {
        let day = Trends.Forecast.Day(day: "2026-11-23", expected: 8.8, low: 3.6, high: 1_204)
        #expect(PageWords(language).expected(day) == told)
    }

    @Test(arguments: [(1, "1 mająca"), (2, "2 mające"), (5, "5 mających"), (22, "22 mające")])
    func `copies of a story go with their number in Polish`(count: Int, told: String) {
        let story = Digest.StorySummary(
            id: 1, mention: "1-kawka", mentions: count + 1, sources: ["Kurier"],
            isContinued: false, tone: .neutral,
            joined: [Digest.Joined(reason: .similarText, mentions: count, similarity: 0.9)])
        #expect(PageWords(.polish).spread(story).contains("; \(told) co najmniej 90% jej trójek"))
    }

    @Test(arguments: [
        (ReportLanguage.english, "3 h"), (.polish, "3 godz."), (.latvian, "3 h"),
    ])
    func `hours of tickets are written as the language writes them`(
        language: ReportLanguage, told: String
    ) {
        #expect(PageWords(language).length(inMinutes: 170) == told)
        #expect(PageWords(language).length(inMinutes: 119) == "119 min")
        #expect(PageWords(language).length(inMinutes: 1) == "1 min")
        #expect(PageWords(language).length(inSeconds: 119) == "119 s")
        #expect(PageWords(language).length(inSeconds: 10_200) == told)
    }
}

extension ListeningHealth {
    /// Of a time without gaps, held against nothing.
    fileprivate init(_ health: [FeedHealth], in words: ReportWords) {
        self.init(
            health, heardIn: ListeningTime(since: nil),
            during: SampleNews.window.after..<SampleNews.window.through, before: [],
            calendar: LocalCalendar(timeZone: "GMT"), words: words)
    }
}
