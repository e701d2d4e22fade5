import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// Names written from right to left, in sentences that run from left to right.
struct RightToLeftTests {
    private static let name = "נור"
    private static let told = "\u{200E}\u{2068}נור\u{2069}"

    @Test(arguments: ReportLanguage.allCases)
    func `names of sources are set apart`(language: ReportLanguage) {
        let words = ReportWords(language)
        let calendar = LocalCalendar(timeZone: "UTC")
        let feed = FeedHealth(feed: "nur", sourceName: Self.name, status: .failing)
        let missed = ListeningHealth.Missed(
            feed: "nur", sourceName: Self.name, from: .sample, to: .sample + 3_600)
        let change = Trends.SourceChange(
            kind: .appeared, feed: "nur", name: Self.name, day: "2026-11-20", until: nil, usual: 2.5
        )
        let sentences = [
            words.listening(3, troubled: [feed]), words.gone([feed]),
            words.missed([missed], calendar: calendar),
            words.change(change, on: "20 Nov 2026", until: nil), words.beganIn(Self.name),
            words.incident(
                brand: "Kawka", counts: Counts(mentions: 5, stories: 5), sources: 2,
                began: calendar.moment(of: .sample), source: Self.name, isOpen: false, returned: nil
            ),
        ]
        for sentence in sentences { #expect(sentence?.contains(Self.told) == true) }
    }

    @Test func `so is what a digest is of, in its headline, on its page and in messages`() throws {
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .day, region: Self.name, name: Self.name)
        let digest = SampleReports.digest(of: SampleNews.today, context: context)
        #expect(digest.headlines[0].hasPrefix(Self.told + ": "))
        let page = try DigestPage.html(of: digest)
        #expect(page.contains("<bdi>\(Self.told): "))
        #expect(page.contains("<p class=\"kicker\">Earshot · Daily digest · \(Self.told)</p>"))
        let notice = NoticeWriter(language: .english, timeZone: "Europe/Warsaw")
            .digest(digest, minimumPosts: 0)
        #expect(notice?.subject.hasPrefix("Mentions (\(Self.told)): ") == true)
    }

    /// As `A 5 · B 3` tells it, names and numbers would change places.
    @Test func `so are teams beside their numbers`() {
        let team = Team(id: "support", name: Self.name, hours: [], answerWithin: [:])
        let routing = Routing(
            timeZone: "Europe/Warsaw", teams: [team], routes: [], defaultTeam: "support",
            severityRules: [])
        let context = ReportingContext(
            brands: ReportingContext.sample.brands, categories: [], routing: routing,
            rulesHash: "", programVersion: "")
        let entry = HeardEntry.sample(
            1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
            at: SampleNews.window.through - 60, categories: [.sample("complaint")])
        let digest = SampleReports.digest(of: [entry], context: context)
        let summary = AnswerSummary(
            items: digest.needsAnswer.items, calendar: LocalCalendar(timeZone: "Europe/Warsaw"),
            words: PageWords(.english))
        #expect(summary.teams.hasPrefix(Self.told + " 1"))
    }
}
