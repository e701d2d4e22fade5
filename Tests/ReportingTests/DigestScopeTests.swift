import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct DigestScopeTests {
    private static func digest(_ scope: Digest.Scope, feeds: Set<Feed.ID>? = nil) -> Digest {
        var context = ReportingContext.sample
        context.scope = scope
        context.feeds = feeds
        return SampleReports.digest(
            of: SampleNews.today, previous: SampleNews.yesterday, context: context)
    }

    @Test func `a brand's digest tells of it beside its competitors`() {
        let digest = Self.digest(Digest.Scope(period: .day, brand: "kawka", name: "Kawka"))
        #expect(digest.brands.map(\.id) == ["kawka", "baltfon", "ziarenko"])
        #expect(!digest.headlines[0].contains("Zefirnet"))
        #expect(digest.needsAnswer.items.allSatisfy { $0.brands == ["kawka"] })
        #expect(digest.mentions.items.allSatisfy { $0.brand != "zefirnet" })
    }

    @Test func `a brand's digest leaves out no spam about another own brand`() {
        let brands: [(Brand.ID, String)] = [
            ("kawka", "Kawka"), ("zefirnet", "Zefirnet"), ("baltfon", "Baltfon"),
        ]
        let heard = brands.enumerated().map { number, brand in
            HeardEntry.sample(
                Int64(number + 1), brand.1, saying: [.init(of: brand.0, as: brand.1)],
                categories: [.sample("spam")])
        }
        var context = ReportingContext.sample
        #expect(SampleReports.digest(of: heard, context: context).totals.spamLeftOut == 3)
        context.scope = Digest.Scope(period: .day, brand: "kawka", name: "Kawka")
        #expect(SampleReports.digest(of: heard, context: context).totals.spamLeftOut == 2)
    }

    @Test func `a competitor's digest tells of own brands beside it, not what they have to answer`()
    {
        #expect(!Self.digest(Digest.Scope(period: .day)).needsAnswer.items.isEmpty)
        let digest = Self.digest(Digest.Scope(period: .day, brand: "baltfon", name: "Baltfon"))
        #expect(digest.brands.map(\.id).contains("zefirnet"))
        #expect(digest.needsAnswer.items.isEmpty)
        #expect(digest.needsAnswer.counts == .zero)
    }

    @Test func `a team's digest has what it answers, and no share of voice`() {
        let teams: [(Int64, Team.ID)] = [(1, "support"), (2, "marketing"), (3, "support")]
        let heard = teams.map { number, team in
            HeardEntry.sample(
                number, "Zefirnet, \(number)",
                saying: [.init(of: "zefirnet", as: "Zefirnet")], team: team)
        }
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .day, team: "support")
        let digest = SampleReports.digest(of: heard, context: context)
        #expect(Set(digest.mentions.items.map(\.sequence)) == [1, 3])
        #expect(digest.totals.counts.mentions == 2)
        #expect(digest.headlines[0].hasPrefix("Customer support: "))
        #expect(digest.brands.allSatisfy { $0.shareOfVoice == nil })
    }

    @Test func `a message's digest begins with all that it is of`() {
        var context = ReportingContext.sample
        // A scope names what there is one of.
        context.scope = Digest.Scope(period: .day, team: "support")
        context.audience = NoticeRule.Audience(
            teams: ["support"], regions: ["Riga", "Gdansk"], categories: ["complaint", "question"])
        let digest = SampleReports.digest(of: SampleNews.today, context: context)
        #expect(
            digest.headlines[0].hasPrefix("Customer support, Riga/Gdansk, Complaint/Question: "))
    }

    @Test func `a region's digest has its sources only`() {
        let digest = Self.digest(
            Digest.Scope(period: .day, region: "Riga", name: "Riga"), feeds: ["balss"])
        #expect(digest.sources.map(\.id) == ["balss"])
        #expect(digest.headlines[0].hasPrefix("Riga: "))
    }

    @Test func `a category's digest has what is tagged with it, and its share of voice`() {
        let heard: [HeardEntry] = [
            .sample(
                1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                categories: [.sample("complaint")]),
            .sample(2, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")]),
            .sample(
                3, "Baltfon", saying: [.init(of: "baltfon", as: "Baltfon")],
                categories: [.sample("complaint"), .sample("praise")]),
        ]
        var context = ReportingContext.sample
        context.scope = Digest.Scope(period: .day, category: "complaint")
        let digest = SampleReports.digest(of: heard, context: context)
        #expect(Set(digest.mentions.items.map(\.sequence)) == [1, 3])
        #expect(digest.headlines[0].hasPrefix("Complaint: "))
        #expect(digest.brands.first?.shareOfVoice?.mentions == 0.5)
    }

    private static func part(_ change: (inout Digest.Scope) -> Void) -> Digest.Scope {
        var scope = Digest.Scope(period: .day)
        change(&scope)
        return scope
    }

    @Test(
        arguments: [
            (part { $0.severityAtLeast = .high }, [1, 2], "High or above: ", "severity-high"),
            (part { $0.severityAtLeast = .critical }, [1], "Critical: ", "severity-critical"),
            (part { $0.language = .polish }, [2, 3], "Polish: ", "language-pl"),
            (
                part { $0.facet = FacetValue("touchpoint", "staff") }, [1, 3], "staff: ",
                "facet-touchpoint.value-staff"
            ),
            (
                part {
                    $0.language = .polish
                    $0.severityAtLeast = .high
                }, [2], "High or above, Polish: ", "severity-high.language-pl"
            ),
        ] as [(Digest.Scope, [Int64], String, String)])
    func `a digest may be of what is grave, of a language, of a facet's value, and is called so`(
        scope: Digest.Scope, expected: [Int64], headline: String, name: String
    ) throws {
        let staff: FacetTags = [
            "touchpoint": [CategoryTag(id: "staff", confidence: 1, evidence: [])]
        ]
        let heard: [HeardEntry] = [
            .sample(
                1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")], facets: staff,
                severity: .critical),
            .sample(
                2, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")], language: .polish,
                severity: .high),
            .sample(
                3, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")], language: .polish,
                facets: staff),
        ]
        var context = ReportingContext.sample
        context.scope = scope
        let digest = SampleReports.digest(of: heard, context: context)
        #expect(Set(digest.mentions.items.map(\.sequence)) == Set(expected))
        #expect(digest.headlines[0].hasPrefix(headline), "\(digest.headlines)")
        #expect(!scope.isWhole)
        // What is grave is so by rules that ask whose brand it is.
        #expect((digest.brands[0].shareOfVoice == nil) == (scope.severityAtLeast != nil))
        #expect(DigestName.name(of: digest) == "2026-11-23." + name)
        #expect(DigestName.isName(DigestName.name(of: digest)))
        let json = try ContractJSON.encode(digest)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
        #expect(try ContractJSON.decode(Digest.self, from: json).scope == scope)
    }

    @Test func `the index tells parts of each kind apart`() throws {
        var index = ReportIndex()
        for (scope, name) in [
            (Self.part { $0.language = .polish }, "Polish"),
            (Self.part { $0.severityAtLeast = .high }, "High or above"),
        ] {
            var named = scope
            named.name = name
            let digest = Self.digest(named)
            index.enter(digest, named: DigestName.name(of: digest))
        }
        #expect(index.days.isEmpty)
        let html = try IndexPage.html(of: index, in: .english)
        for part in [">Polish<", ">High or above<", "2026-11-23.language-pl.html"] {
            #expect(html.contains(part), "\(part)")
        }
    }

    @Test(arguments: [
        (Digest.Scope(period: .day), "2026-11-23"),
        (Digest.Scope(period: .day, category: "praise"), "2026-11-23.category-praise"),
        (Digest.Scope(period: .week), "2026-W47"), (Digest.Scope(period: .month), "2026-11"),
        (Digest.Scope(period: .hour), "2026-11-22T05Z"),
        (Digest.Scope(period: .span), "2026-11-22T050000Z_2026-11-23T050000Z"),
        (Digest.Scope(period: .day, brand: "kawka"), "2026-11-23.brand-kawka"),
        (
            Digest.Scope(period: .week, brand: "kawka", team: "support"),
            "2026-W47.brand-kawka.team-support"
        ),
    ])
    func `files are named by the period, then by whose it is`(scope: Digest.Scope, name: String) {
        #expect(DigestName.name(of: SampleNews.window, scope) == name)
        #expect(DigestName.isName(name))
    }

    @Test(arguments: [
        (Digest.Scope.Period.day, "0900-01-02"), (.week, "0900-W01"), (.month, "0900-01"),
    ])
    func `a year is told in four digits, by which names are known`(
        period: Digest.Scope.Period, name: String
    ) {
        let window = Digest.Window(
            after: .at("0900-01-01T00:00:00Z"), through: .at("0900-01-02T00:00:00Z"),
            timeZone: "UTC")
        #expect(DigestName.name(of: window, Digest.Scope(period: period)) == name)
        #expect(DigestName.isName(name))
    }

    @Test func `a region in any letters gives a safe name`() {
        let scope = Digest.Scope(period: .day, region: "Rīga/../Łódź \"")
        let name = DigestName.name(of: SampleNews.window, scope)
        #expect(DigestName.isName(name))
        #expect(name.allSatisfy { $0.isASCII && $0 != "/" })
    }

    @Test(arguments: [
        ("2026-11-22", "2026-11-22"), ("2026-W47.team-support", "2026-11-22"),
        ("2026-02", "2026-02-28"), ("2026-11-22T05Z", "2026-11-22"),
        ("2026-11-15T060000Z_2026-11-22T060000Z", "2026-11-22"),
    ])
    func `a name tells its last day`(name: String, day: String) {
        #expect(DigestName.lastDay(of: name) == day)
    }

    @Test(arguments: [
        "../x", "2026-11-22/x", "2026-11-22.brand-\"x", "index", "", "2026-11-22.", "2026-13",
        "2026-00", "2026-W54", "2026-W00", "2026-99-99", "2026-02-30", "2026-02-30T05Z",
        "a/b/c/d/e/f/g/h/i/_2026-11-22T060000Z", "٢٠٢٦-١١",
    ])
    func `what is no digest's name leads nowhere`(name: String) {
        #expect(!DigestName.isName(name))
    }

    @Test func `the index leads to digests of other periods and parts`() throws {
        var index = ReportIndex()
        for scope in [
            Digest.Scope(period: .week),
            Digest.Scope(period: .day, brand: "kawka", name: "Kawka"),
        ] {
            let digest = Self.digest(scope)
            index.enter(digest, named: DigestName.name(of: digest))
        }
        let withoutDays = try IndexPage.html(of: index, in: .english)
        #expect(!withoutDays.contains("No reports yet."))
        index.enter(SampleReports.digest, named: "2026-11-23")
        #expect(index.days.map(\.day) == ["2026-11-23"])
        let links = try PageOutline(IndexPage.html(of: index, in: .english)).links
        #expect(links.contains("digests/2026-W47.html"))
        #expect(links.contains("digests/2026-11-23.brand-kawka.html"))
        let html = try IndexPage.html(of: index, in: .english)
        #expect(html.contains(">Sun 22 Nov – Mon 23 Nov 2026</a>"))
    }

    @Test func `who had not been heard before is new`() {
        let known = Voices(feeds: ["forum"], authors: [])
        let window = SampleNews.window
        let heard = SampleNews.today
        let digest = DigestMaker(context: .sample).digest(
            window,
            heard: HeardEntries<Never> { span, body in
                if span.upperBound == window.through { heard.forEach(body) }
            } numbered: { sequences in
                heard.filter { sequences.contains($0.sequence) }
            } known: { _, moment in
                #expect(moment == window.after)
                return known
            }, health: FeedHealth.sample)
        let sources = Set(digest.sources.map(\.id)).subtracting(["forum"])
        #expect(Set(digest.newcomers?.sources.map(\.id) ?? []) == sources)
        #expect(digest.newcomers?.mentions.isEmpty == false)
        #expect(SampleReports.digest.newcomers?.sources == [])
    }

    @Test func `a place's digest has what is about it, and is called by it`() {
        func entry(_ sequence: Int64, at places: [Location.ID]) -> HeardEntry {
            var facets = FacetTags()
            facets[.location] = places.map { CategoryTag(id: $0, confidence: 1, evidence: []) }
            return .sample(
                sequence, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                facets: facets)
        }
        var context = ReportingContext.sample
        context.locations = [
            Location(
                id: "riga", name: "Riga",
                names: Brand(id: "riga", name: "Riga", names: ["Riga"], place: .sample),
                place: .sample)
        ]
        context.scope = Digest.Scope(period: .day, location: "riga", name: "Riga")
        let digest = SampleReports.digest(
            of: [
                entry(1, at: ["riga"]), entry(2, at: ["gdansk"]), entry(3, at: ["gdansk", "riga"]),
            ],
            context: context)
        #expect(Set(digest.mentions.items.map(\.sequence)) == [1, 3])
        #expect(digest.headlines[0].hasPrefix("Riga: "))
        #expect(DigestName.name(of: digest) == "2026-11-23.location-riga")
        #expect(DigestName.isName(DigestName.name(of: digest)))
    }
}
