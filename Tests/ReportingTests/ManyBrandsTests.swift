import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct ManyBrandsTests {
    private func trends(brands: Int) throws -> Trends {
        let context = ReportingContext(
            brands: (0..<brands).map {
                Brand(id: Brand.ID("b\($0)"), name: "B\($0)", names: ["B\($0)"], place: .sample)
            }, categories: [],
            routing: Routing(
                timeZone: "UTC", teams: [.support], routes: [], defaultTeam: "support",
                severityRules: []),
            rulesHash: "0", programVersion: "0")
        let noon = Date.at("2026-10-05T12:00:00Z")
        // The brand of number n is named n times, once a day.
        var heard: [HeardEntry] = []
        for brand in 0..<min(brands, 120) {
            for day in 0..<brand % 40 {
                let seconds = Double(day * 86_400)
                heard.append(
                    .sample(
                        Int64(brand * 100 + day + 1), "B\(brand)",
                        saying: [.init(of: Brand.ID("b\(brand)"), as: "B\(brand)")],
                        at: noon.addingTimeInterval(seconds)))
            }
        }
        return TrendsMaker(context: context).trends(
            from: .at("2026-10-05T00:00:00Z"), to: .at("2026-11-16T00:00:00Z"),
            heard: HeardEntries(heard), health: [])
    }

    @Test func `a hundred brands are listed one by one`() throws {
        let trends = try trends(brands: 100)
        #expect(trends.brands.count == 100)
        #expect(trends.otherBrands == nil)
    }

    @Test func `of more, the most mentioned are listed and the others told in one sum`() throws {
        let trends = try trends(brands: 1_000)
        #expect(trends.brands.count == 100)
        let others = try #require(trends.otherBrands)
        #expect(others.brands == 900)
        let listed = trends.brands.map(\.counts.mentions).reduce(0, +)
        #expect(listed + others.counts.mentions == 3 * 780)
        #expect(trends.brands.map(\.counts.mentions).min() ?? 0 > 0)
        #expect(trends.weeks.allSatisfy { $0.shares.count == 100 })
        #expect(trends.headlines[0].contains("; 994 more brands."))
        let page = try TrendsPage.html(of: trends)
        #expect(page.contains("900 more brands, 883 of them without a mention:"))
        #expect(try ContractJSON.encode(trends, isPretty: true).count < 3_000_000)
    }

    /// The counts of a part of the brands are not the whole that each has its share of.
    @Test func `where not all brands are listed, shares of voice are told as the report has them`()
        throws
    {
        let trends = try trends(brands: 1_000)
        let voices = VoiceShares(of: trends)
        for brand in trends.brands {
            let told = voices.share(
                of: brand.counts, in: brand.market, figure: brand.shareOfVoice)
            #expect(told == brand.shareOfVoice)
        }
    }

    @Test func `weeks name the six brands most mentioned and sum up the others`() throws {
        let trends = try trends(brands: 30)
        let table = try #require(
            WeekTableView(trends.weeks, in: trends.period, words: PageWords(.english)))
        let most = ["B24", "B25", "B26", "B27", "B28", "B29"]
        #expect(table.heads.map(\.headName) == most + ["24 more brands"])
        #expect(Set(table.heads.map(\.headFill)).count == 7)
        for (row, week) in zip(table.weekRows, trends.weeks) {
            let others = week.shares.dropLast(6).map(\.counts.mentions).reduce(0, +)
            let last = try #require(row.cells.last)
            #expect(last.shareCounts.hasPrefix("\(others) ("))
        }
        let few = try self.trends(brands: 6)
        let names = WeekTableView(few.weeks, in: few.period, words: PageWords(.english))?.heads
        #expect(names?.count == 6)
        #expect(names?.last?.headName == "B5")
    }

    @Test func `an own brand is listed though nobody names it and others are named more`() throws {
        let context = ReportingContext(
            brands: (0..<150).map { number in
                Brand(
                    id: Brand.ID("b\(number)"), name: "B\(number)",
                    kind: number == 149 ? .own : .competitor, names: ["B\(number)"],
                    place: .sample)
            }, categories: [], routing: ReportingContext.sample.routing, rulesHash: "0",
            programVersion: "0")
        let heard = (0..<149).map {
            HeardEntry.sample(
                Int64($0), "B\($0)", saying: [.init(of: Brand.ID("b\($0)"), as: "B\($0)")])
        }
        let trends = SampleReports.trends(of: heard, context: context)
        #expect(trends.brands.count == 100)
        #expect(trends.brands.first?.id == "b149")
    }

    @Test func `a competitor that a report is of is listed beside any number of own brands`() {
        var context = ReportingContext(
            brands: (0...120).map { number in
                Brand(
                    id: Brand.ID("b\(number)"), name: "B\(number)",
                    kind: number == 120 ? .competitor : .own, names: ["B\(number)"],
                    place: .sample)
            }, categories: [], routing: ReportingContext.sample.routing, rulesHash: "0",
            programVersion: "0")
        context.scope = Digest.Scope(period: .span, brand: "b120", name: "B120")
        let trends = SampleReports.trends(of: [], context: context)
        #expect(trends.brands.count == 100)
        #expect(trends.otherBrandInDepth == "B120")
    }
}
