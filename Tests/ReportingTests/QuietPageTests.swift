import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// Pages leave out what there is nothing to show of.
struct QuietPageTests {
    private func brands(_ ids: Set<Brand.ID>) -> ReportingContext {
        ReportingContext(
            brands: ReportingContext.sample.brands.filter { ids.contains($0.id) }, categories: [],
            routing: ReportingContext.sample.routing, rulesHash: "", programVersion: "")
    }

    @Test(arguments: ["id=\"days\"", "class=\"weeks", "id=\"hours\"", "class=\"hours\""])
    func `a trend report of no mentions has no empty charts and tables`(part: String) throws {
        #expect(try !TrendsPage.html(of: SampleReports.emptyTrends).contains(part))
        #expect(try TrendsPage.html(of: SampleReports.trends).contains(part))
    }

    @Test func `no anchor leads to a part that is left out`() throws {
        for trends in [SampleReports.emptyTrends, SampleReports.trends] {
            let page = try TrendsPage.html(of: trends)
            for link in page.matches(of: /href="#([^"]+)"/).map(\.output.1) {
                #expect(page.contains("id=\"\(link)\""), "\(link)")
            }
        }
    }

    @Test func `every part of a digest has its place in the navigation`() throws {
        let today = SampleNews.today
        let digest = DigestMaker(context: .sample).digest(
            SampleNews.window, heard: HeardEntries(today) { _ in today },
            health: FeedHealth.sample,
            tickets: TicketStandingMaker.standing(of: [], at: SampleNews.window.through))
        let page = try DigestPage.html(of: digest)
        let parts = page.matches(of: /<section [^>]*\bid="([^"]+)"/).map { String($0.output.1) }
        let navigation = try #require(page.firstMatch(of: /<nav (?s:.*?)<\/nav>/)).output
        let links = navigation.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
        #expect(parts.contains("tickets") && links == parts)
    }

    @Test func `a page of nothing says so in words, not in noughts`() throws {
        let digest = try DigestPage.html(of: SampleReports.digest(of: []))
        #expect(digest.contains(" · no post names a brand</p>"))
        let trends = try TrendsPage.html(of: SampleReports.emptyTrends)
        #expect(trends.contains("<p class=\"subline\">no post names a brand</p>"))
    }

    @Test func `one brand alone has no voice to share`() throws {
        let one = SampleReports.trends(of: SampleNews.course, context: brands(["zefirnet"]))
        #expect(try !TrendsPage.html(of: one).contains("class=\"weeks"))
        let two = SampleReports.trends(
            of: SampleNews.course, context: brands(["zefirnet", "baltfon"]))
        #expect(try TrendsPage.html(of: two).contains("class=\"weeks"))
    }

    @Test func `on a phone, where the table has no head, its brands have a key`() throws {
        let page = try TrendsPage.html(of: SampleReports.trends)
        let key = try #require(page.firstMatch(of: /<ul class="key weekkey".*<\/ul>/)).output
        for (place, brand) in ["Zefirnet", "Kawka", "Baltfon"].enumerated() {
            #expect(key.contains("url(#fill-voice\(place))\"/></svg> <bdi>\(brand)</bdi>"))
        }
    }

    @Test func `where nothing was said there is no row of empty tables`() throws {
        let part = #"<section id="series""#
        #expect(try TrendsPage.html(of: SampleReports.trends).contains(part))
        #expect(try !TrendsPage.html(of: SampleReports.emptyTrends).contains(part))
    }

    @Test func `nobody is needed to answer nothing`() {
        let planning = PlanningView(
            SampleReports.emptyTrends, words: PageWords(.english),
            ChannelWords(ReportWords(.english)))
        #expect(planning.staffingSentence == "There are no posts to answer.")
        #expect(!planning.hasRoster)
    }

    @Test func `a topic that nobody wrote of today is left out, one of a facet is not`() throws {
        func counts(_ id: Model.Category.ID, now: Int, before: Int) -> Digest.FacetCounts {
            let counts = Counts(mentions: now, stories: now)
            return Digest.FacetCounts(
                id: id, name: id.value, counts: counts,
                previous: counts.change(since: Counts(mentions: before, stories: before)),
                tone: ToneCounts(of: []), negativeShare: Ratios(mentions: nil, stories: nil))
        }
        let facets = [
            Digest.FacetSummary(
                id: "aspect", name: "Aspect", values: [counts("price", now: 0, before: 7)]),
            Digest.FacetSummary(
                id: "emotion", name: "Emotion",
                values: [counts("joy", now: 1, before: 0), counts("anger", now: 0, before: 2)]),
        ]
        let shown = FacetTableView.all(facets, words: PageWords(.english))
        #expect(shown.map(\.facetName) == ["Emotion"])
        #expect(shown[0].facetRows.map(\.valueName) == ["joy", "anger"])
    }

    @Test func `a single day has no charts, as a line takes two`() throws {
        let day = SampleReports.trends(
            of: SampleNews.course, from: "2026-11-16T23:00:00Z", to: "2026-11-17T23:00:00Z")
        #expect(day.period.days == ["2026-11-17"])
        #expect(day.brands.contains { $0.counts != .zero })
        let page = try TrendsPage.html(of: day)
        #expect(!page.contains("id=\"days\"") && !page.contains("href=\"#days\""))
        let two = SampleReports.trends(
            of: SampleNews.course, from: "2026-11-15T23:00:00Z", to: "2026-11-17T23:00:00Z")
        #expect(try TrendsPage.html(of: two).contains("href=\"#days\""))
    }
}
