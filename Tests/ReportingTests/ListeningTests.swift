import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What reports say of feeds that could not be heard.
struct ListeningTests {
    private static let failing = FeedHealth(
        feed: "forum", sourceName: "Forum", status: .failing, message: "the server answered 503")
    private static let ok = FeedHealth(feed: "kurier", sourceName: "Kurier", status: .ok)

    private func posts(_ count: Int, from feed: Feed.ID, numberedFrom first: Int64 = 1)
        -> [HeardEntry]
    {
        (0..<count).map {
            .sample(
                first + Int64($0), "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                feed: feed)
        }
    }

    private func health(
        previous: [HeardEntry] = [], weekBefore: [HeardEntry] = [],
        _ health: [FeedHealth] = [ok, failing], in language: ReportLanguage = .english
    ) -> ListeningHealth {
        SampleReports.digest(
            of: [], previous: previous, weekBefore: weekBefore, health: health,
            context: .sample(in: language)
        ).health
    }

    @Test(arguments: [
        (ReportLanguage.english, "No feeds are set up, so only what was imported"),
        (.polish, "Nie ustawiono żadnych kanałów, więc liczy się tylko to, co zaimportowano"),
        (.latvian, "Nav iestatīta neviena plūsma, tāpēc skaitās tikai tas, kas importēts"),
    ])
    func `where no feeds are set up, what was imported counts all the same`(
        language: ReportLanguage, told: String
    ) {
        let digest = SampleReports.digest(
            of: posts(2, from: "survey"), health: [], context: .sample(in: language))
        #expect(digest.totals.counts.mentions == 2)
        #expect(digest.health.sentence.hasPrefix(told))
    }

    @Test func `a digest says what the feeds brought that are missing`() throws {
        let health = health(
            previous: posts(3, from: "forum") + posts(5, from: "kurier", numberedFrom: 10))
        let brought = try #require(health.brought)
        #expect(brought.counts == Counts(mentions: 3, stories: 3))
        #expect(brought.all == Counts(mentions: 8, stories: 8))
        #expect(
            brought.feeds == [
                NamedCounts(
                    id: "forum", name: "Forum", counts: Counts(mentions: 3, stories: 3))
            ])
        #expect(brought.to == SampleNews.window.after)
        #expect(
            health.sentence.hasSuffix(
                "The day before it brought 3 of the 8 posts that name a brand."))
    }

    @Test(arguments: [
        (
            ReportLanguage.english, "Nobody listened yet then", "nobody listened yet then",
            "It is not known who mentioned Zefirnet or Kawka in the "
        ),
        (
            .polish, "Wtedy jeszcze nikt nie słuchał", "wtedy jeszcze nikt nie słuchał",
            "Zefirnet i Kawka: nie wiadomo, kto pisał "
        ),
        (
            .latvian, "Tolaik vēl neviens neklausījās", "tolaik vēl neviens neklausījās",
            "Zefirnet un Kawka: nav zināms, kas rakstīja "
        ),
    ])
    func `of a time before anybody listened neither mentions nor how the feeds are now are told`(
        language: ReportLanguage, sentence: String, ending: String, beginning: String
    ) {
        var context = ReportingContext.sample(in: language)
        func digest(since moment: Date, _ health: FeedHealth = Self.failing) -> Digest {
            DigestMaker(context: context).digest(
                SampleNews.window, heard: HeardEntries([]), health: [health],
                heardIn: ListeningTime(since: moment))
        }
        let end = SampleNews.window.through
        context.scope = Digest.Scope(period: .span)
        let before = digest(since: end + 1)
        #expect(before.health.sentence.hasPrefix(sentence))
        #expect(before.health.failing == 1)
        #expect(before.headlines[0].hasPrefix(beginning))
        #expect(!digest(since: end).headlines[0].hasPrefix(beginning))
        #expect(before.headlines[2].contains(ending))
        #expect(before.headlines[0] == digest(since: end + 1, Self.ok).headlines[0])
        #expect(!digest(since: end).health.sentence.hasPrefix(sentence))
        context.scope = Digest.Scope(period: .day)
        #expect(!digest(since: end + 1).health.sentence.hasPrefix(sentence))
    }

    @Test func `a feed that was missing the day before, too, is judged by the week before`() throws
    {
        let health = health(
            previous: posts(5, from: "kurier"),
            weekBefore: posts(2, from: "forum") + posts(4, from: "kurier", numberedFrom: 10))
        #expect(try #require(health.brought).counts.mentions == 2)
        #expect(
            health.sentence.hasSuffix(
                "A week earlier it brought 2 of the 6 posts that name a brand."))
    }

    @Test func `a feed that never brought anything is told as such`() throws {
        let health = health(previous: posts(5, from: "kurier"))
        #expect(try #require(health.brought).counts == .zero)
        #expect(
            health.sentence.hasSuffix(
                "The day before it brought none of the 5 posts that name a brand."))
    }

    @Test func `where all are heard, or nothing was said, there is nothing to tell`() {
        #expect(health(previous: posts(5, from: "kurier"), [Self.ok]).brought == nil)
        #expect(health().brought == nil)
    }

    @Test func `a trend report judges by its own period`() throws {
        let heard = posts(1, from: "forum") + posts(2, from: "kurier", numberedFrom: 10)
        let trends = TrendsMaker(context: .sample).trends(
            from: .sample.addingTimeInterval(-86_400), to: .sample.addingTimeInterval(86_400),
            heard: HeardEntries(heard), health: [Self.ok, Self.failing])
        #expect(try #require(trends.health.brought).counts.mentions == 1)
        #expect(
            trends.health.sentence.hasSuffix(
                "In this period it brought 1 of the 3 posts that name a brand."))
    }

    @Test(arguments: [
        (ReportLanguage.polish, 1, "Dzień wcześniej przyniósł 1 z 3 wpisów o markach."),
        (.polish, 2, "Dzień wcześniej przyniosły 1 z 3 wpisów o markach."),
        (.latvian, 1, "Dienu iepriekš tā deva 1 no 3 ierakstiem par zīmoliem."),
        (.latvian, 2, "Dienu iepriekš tās deva 1 no 3 ierakstiem par zīmoliem."),
    ])
    func `what feeds brought is told in the language of the report`(
        language: ReportLanguage, feeds: Int, sentence: String
    ) {
        let silent = FeedHealth(feed: "blog", sourceName: "Blog", status: .silent)
        let health = health(
            previous: posts(1, from: "forum") + posts(2, from: "kurier", numberedFrom: 10),
            [Self.ok, Self.failing] + (feeds == 2 ? [silent] : []), in: language)
        #expect(health.sentence.hasSuffix(" " + sentence))
    }

    @Test(arguments: [
        (
            ReportLanguage.english, "Gone for good, and asked no more: 1 (Blog).",
            "every feed is gone for good"
        ),
        (
            .polish, "Kanały zamknięte na dobre, już nieodpytywane: 1 (Blog).",
            "wszystkie kanały zamknięto na dobre"
        ),
        (
            .latvian,
            "Plūsmas, kas slēgtas uz visiem laikiem un vairs netiek aptaujātas: 1 (Blog).",
            "visas plūsmas ir slēgtas uz visiem laikiem"
        ),
    ])
    func `a feed that is gone for good bends no figure`(
        language: ReportLanguage, sentence: String, inShort: String
    ) {
        let gone = FeedHealth(feed: "blog", sourceName: "Blog", status: .retired)
        let health = health(
            previous: posts(1, from: "blog") + posts(2, from: "kurier", numberedFrom: 10),
            [Self.ok, gone], in: language)
        #expect((health.feeds, health.ok, health.failing, health.retired) == (2, 1, 0, 1))
        #expect(health.asked == 1)
        #expect(health.troubled == [gone])
        #expect(health.brought == nil)
        let words = ReportWords(language)
        #expect(health.sentence == words.listening(1, troubled: []) + " " + sentence)
        let none = self.health(previous: [], [gone], in: language)
        #expect(none.sentence == sentence)
        #expect(words.inShort(none) == inShort)
    }

    @Test func `silence says little where most feeds could not be heard`() {
        let digest = SampleReports.digest(
            of: [],
            health: [
                Self.ok, Self.failing, FeedHealth(feed: "a", sourceName: "A", status: .unheard),
            ])
        #expect(
            digest.headlines[0]
                == "In the day up to Mon 23 Nov 2026, 06:00 nobody mentioned Zefirnet or Kawka in "
                + "the 1 of 3 feeds that could be heard; the day before there were no mentions "
                + "either.")
    }

    @Test(arguments: [
        (ReportLanguage.english, "nobody mentioned Zefirnet or Kawka, but no feed could be heard;"),
        (.polish, "Zefirnet i Kawka (nie odpowiedział żaden kanał): ani jednej wzmianki"),
        (.latvian, "Zefirnet un Kawka (neatbildēja neviena plūsma): neviena pieminējuma"),
    ])
    func `silence says nothing where no feed could be heard`(
        language: ReportLanguage, sentence: String
    ) {
        let digest = SampleReports.digest(
            of: [], health: [Self.failing], context: .sample(in: language))
        #expect(digest.headlines[0].contains(sentence))
    }

    @Test(arguments: [
        (ReportLanguage.english, "Nothing needs an answer; the one feed was heard."),
        (.polish, "Nic nie czeka na odpowiedź; jedyny kanał odpowiedział."),
        (.latvian, "Nekas negaida atbildi; vienīgā plūsma atbildēja."),
    ])
    func `a single feed is not told as many`(language: ReportLanguage, sentence: String) {
        let digest = SampleReports.digest(
            of: [], health: [Self.ok], context: .sample(in: language))
        #expect(digest.headlines[2] == sentence)
    }

    @Test(arguments: [
        (ReportLanguage.english, ["Kurier"], "The list of Kurier does not reach back"),
        (.english, ["forum", "kurier"], "The lists of Forum and Kurier do not reach back"),
        (.polish, ["kurier"], "Lista kanału Kurier nie sięga"),
        (.latvian, ["forum", "kurier"], "Plūsmu Forum un Kurier saraksti nesniedzas"),
    ])
    func `what feeds did not hold any more is told, and that not all were heard`(
        language: ReportLanguage, feeds: [String], sentence: String
    ) throws {
        let window = SampleNews.window
        let missed = MissedTimes(
            feeds.map {
                MissedTimes.Missed(
                    feed: Feed.ID($0.lowercased()),
                    time: window.after - 86_400..<window.through - 3600)
            })
        func digest(gaps: [Range<Date>] = []) -> Digest {
            DigestMaker(context: .sample(in: language)).digest(
                window, heard: HeardEntries([]),
                health: [
                    Self.ok, FeedHealth(feed: "forum", sourceName: "Forum", status: .ok),
                ], heardIn: ListeningTime(since: nil, gaps: gaps), missed: missed)
        }
        let told = digest()
        #expect(told.health.sentence.hasPrefix(sentence))
        #expect(told.health.missed?.map(\.sourceName).sorted() == feeds.map(\.capitalized).sorted())
        let json = try ContractJSON.encode(told)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
        let missing = [
            "for a time not all feeds were heard", "nie słyszano wszystkich kanałów",
            "nebija dzirdamas visas plūsmas",
        ]
        #expect(missing.contains(where: told.headlines[2].contains))
        // It is told already that nothing was heard then of any feed.
        let silent = digest(gaps: [window.after..<window.after + 7200])
        #expect(!silent.health.sentence.contains(sentence))
        // Of a gap before its window a digest does not tell.
        let after = digest(gaps: [window.after - 86_400..<window.after - 43_200])
        #expect(after.health.gaps == nil)
        #expect(after.health.sentence.hasPrefix(sentence))
        #expect(missing.contains(where: after.headlines[2].contains))
    }

    @Test func `the page has what each brought`() throws {
        let page = try DigestPage.html(
            of: SampleReports.digest(
                of: [],
                previous: posts(3, from: "forum") + posts(5, from: "kurier", numberedFrom: 10),
                health: [Self.ok, Self.failing]))
        #expect(page.contains("<td data-label=\"Mentions before\">3 (3)</td>"))
    }

    @Test
    func `a page lists two hundred feeds, those that brought most first, and counts the rest`()
        throws
    {
        let feeds = (0..<203).map {
            FeedHealth(feed: Feed.ID("f\($0)"), sourceName: "Feed number \($0).", status: .failing)
        }
        let digest = SampleReports.digest(
            of: [], previous: posts(2, from: "f202"), health: feeds)
        #expect(digest.health.troubled.count == 203)
        let page = try DigestPage.html(of: digest)
        #expect(page.matches(of: /<bdi>Feed number \d+\.<\/bdi>/).count == 200)
        #expect(page.contains("Feed number 202."))
        #expect(page.contains("3 feeds more, which the report’s JSON lists."))
    }
}
