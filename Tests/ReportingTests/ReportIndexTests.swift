import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct ReportIndexTests {
    private static func day(_ day: String, _ digest: Digest = SampleReports.digest)
        -> ReportIndex.Day
    {
        let moved = Digest(
            window: Digest.Window(
                after: .at("\(day)T05:00:00Z").addingTimeInterval(-86_400),
                through: .at("\(day)T05:00:00Z"), timeZone: digest.window.timeZone),
            origin: digest.origin, headlines: digest.headlines, totals: digest.totals,
            alerts: digest.alerts, needsAnswer: digest.needsAnswer, brands: digest.brands,
            categories: digest.categories, sources: digest.sources, languages: digest.languages,
            teams: digest.teams, mentions: digest.mentions, health: digest.health,
            recurring: digest.recurring, reviewed: digest.reviewed)
        return ReportIndex.Day(moved, day: day)
    }

    private static func index(of days: [String]) -> ReportIndex {
        var index = ReportIndex()
        for name in days { index.enter(day(name)) }
        return index
    }

    @Test func `days stand latest first, each once`() {
        let index = Self.index(of: ["2026-11-22", "2026-11-24", "2026-11-23", "2026-11-22"])
        #expect(index.days.map(\.day) == ["2026-11-24", "2026-11-23", "2026-11-22"])
    }

    @Test func `a day has its sentences, its own brands and what waits`() throws {
        let day = Self.day("2026-11-23")
        #expect(day.headlines == SampleReports.digest.headlines)
        #expect(day.brands.map(\.id) == ["zefirnet", "kawka"])
        #expect(day.alerts == SampleReports.digest.alerts.map(\.sentence))
        #expect(day.answers.count == SampleReports.digest.needsAnswer.items.count)
        #expect(day.answers.first?.brand == "Zefirnet")
    }

    @Test func `what waits is kept for seven days, the figures for ever`() {
        let index = Self.index(of: (1...20).map { String(format: "2026-11-%02d", $0) })
        #expect(index.days.count == 20)
        #expect(index.days.count { !$0.answers.isEmpty } == 7)
        #expect(index.days.allSatisfy { $0.needsAnswer == SampleReports.digest.needsAnswer.counts })
    }

    @Test func `the page leads to each day's files and to the brands in them`() throws {
        let html = try IndexPage.html(
            of: Self.index(of: ["2026-11-23", "2026-10-31"]), in: .polish)
        let page = PageOutline(html)
        for link in [
            "digests/2026-11-23.html", "trends/2026-10-31.html",
            "digests/2026-11-23.html#brand-kawka",
        ] {
            #expect(page.links.contains(link))
        }
        #expect(html.contains("Listopad 2026"))
        #expect(html.contains("Październik 2026"))
        #expect(!html.contains("{{"))
        #expect(html.contains("default-src 'none'; style-src 'sha256-\(PageTemplates.style.hash)'"))
    }

    @Test func `an index without days says so`() throws {
        // Once, not in the lead and below it.
        let empty = try IndexPage.html(of: ReportIndex(), in: .english)
        #expect(empty.components(separatedBy: "No reports yet.").count == 2)
    }

    @Test(arguments: [
        "../../etc/passwd", "2026-11-23\" onclick=\"1", "javascript:1", "2026-99-99", "2026-02-30",
    ])
    func `only a date leads to a file`(name: String) throws {
        var index = Self.index(of: ["2026-11-23"])
        index.enter(ReportIndex.Day(SampleReports.digest, day: name))
        let links = try PageOutline(IndexPage.html(of: index, in: .english)).links
        #expect(links.allSatisfy { $0.hasPrefix("#") || $0.contains("2026-11-23") })
    }
}

struct NewsFeedTests {
    private static let news: Result<String, any Error> = Result {
        var index = ReportIndex()
        index.enter(ReportIndex.Day(SampleReports.digest, day: "2026-11-23"))
        return try NewsFeed.atom(of: index, in: .english, timeZone: "Europe/Warsaw")
    }

    @Test func `alerts and what waits are entries, with the link of the post`() throws {
        let news = try Self.news.get()
        let digest = SampleReports.digest
        let entries = news.matches(of: /<entry>/).count
        #expect(entries == digest.alerts.count + digest.needsAnswer.items.count)
        #expect(news.contains("<title>\(digest.alerts[0].sentence)</title>"))
        #expect(news.contains("<category term=\"needs-answer\" label=\"Needs an answer\"/>"))
        #expect(news.contains("<link rel=\"alternate\" href=\"https://forum.example.org"))
        #expect(news.contains("<updated>2026-11-23T05:00:00Z</updated>"))
    }

    @Test func `posts of a thread are told apart by what they say`() throws {
        let posts = ["Zefirnet leży.", "Zefirnet już działa."].enumerated().map { place, text in
            HeardEntry.sample(
                Int64(place + 1), text, title: "Re: Internet w bloku",
                saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                categories: [.sample("question")])
        }
        var index = ReportIndex()
        index.enter(ReportIndex.Day(SampleReports.digest(of: posts), day: "2026-11-23"))
        let news = try NewsFeed.atom(of: index, in: .polish, timeZone: "UTC")
        let titles = news.matches(of: /<title>(Zefirnet: .*?)<\/title>/).map(\.output.1)
        #expect(
            Set(titles) == [
                "Zefirnet: Re: Internet w bloku – Zefirnet leży.",
                "Zefirnet: Re: Internet w bloku – Zefirnet już działa.",
            ])
    }

    @Test func `a digest of more than seven days ago is no news, however few there are`() throws {
        func digest(through end: String) -> Digest {
            let window = Digest.Window(
                after: .at(end) - 86_400, through: .at(end), timeZone: "Europe/Warsaw")
            return DigestMaker(context: .sample).digest(
                window,
                heard: HeardEntries<Never> { span, body in
                    if span.upperBound == window.through { SampleNews.today.forEach(body) }
                } numbered: { sequences in
                    SampleNews.today.filter { sequences.contains($0.sequence) }
                }, health: FeedHealth.sample)
        }
        var index = ReportIndex()
        index.enter(ReportIndex.Day(digest(through: "2026-11-09T05:00:00Z"), day: "2026-11-09"))
        index.enter(ReportIndex.Day(digest(through: "2026-11-17T05:00:00Z"), day: "2026-11-17"))
        index.enter(ReportIndex.Day(digest(through: "2026-11-23T05:00:00Z"), day: "2026-11-23"))
        let alerts = index.days.map(\.alerts.count)
        #expect(alerts[2] > 0)
        let news = try NewsFeed.atom(of: index, in: .english, timeZone: "Europe/Warsaw")
        #expect(news.matches(of: /term="alert"/).count == alerts[0] + alerts[1])
        #expect(!news.contains("2026-11-09T05:00:00Z"))
    }

    @Test func `each entry has an id of its own that another run gives as well`() throws {
        let ids = try Self.news.get().matches(of: /<id>(.*?)<\/id>/).map(\.output.1)
        #expect(Set(ids).count == ids.count)
        let form = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(ids.allSatisfy { $0.wholeMatch(of: form) != nil })
        var index = ReportIndex()
        index.enter(ReportIndex.Day(SampleReports.digest, day: "2026-11-23"))
        let again = try NewsFeed.atom(of: index, in: .english, timeZone: "Europe/Warsaw")
        #expect(again == (try Self.news.get()))
    }

    /// RFC 4287 §4.1.2, which alerts are read by, as they are of no one page.
    @Test func `an entry without a link has its text as content`() throws {
        let entries = try Self.news.get().matches(of: /<entry>(?s:.*?)<\/entry>/).map(\.output)
        let unlinked = entries.filter { !$0.contains("<link rel=\"alternate\"") }
        #expect(!unlinked.isEmpty)
        for entry in unlinked {
            #expect(entry.contains(/<content>[^<]+<\/content>/))
        }
    }

    @Test func `it is well-formed XML whatever posts say`() throws {
        let hostile = "]]><script>&\u{0}\u{1b}'\"`--></feed>"
        let heard = HeardEntry.sample(
            1, "Zefirnet \(hostile)", title: hostile,
            saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
            categories: [.sample("question")])
        var index = ReportIndex()
        index.enter(ReportIndex.Day(SampleReports.digest(of: [heard]), day: "2026-11-23"))
        let news = try NewsFeed.atom(of: index, in: .english, timeZone: "UTC")
        let inside = try #require(
            news.firstMatch(of: /<entry>(?s:.*)<\/entry>/)
        ).output
        #expect(inside.matches(of: /</).count == inside.matches(of: /<\/?[a-z]+[ >]/).count)
        #expect(!news.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(inside.contains("&lt;script&gt;"))
    }
}
