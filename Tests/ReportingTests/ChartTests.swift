import Model
import Testing

@testable import Reporting

/// What stands where in the charts of a trend report.
struct ChartTests {
    private func counts(_ mentions: [Int]) -> Trends.DailyCounts {
        Trends.DailyCounts(mentions: mentions, stories: mentions)
    }

    @Test(arguments: [1, 2, 3, 7, 28, 90])
    func `no column covers that of the next day`(days: Int) throws {
        let none = counts(Array(repeating: 0, count: days))
        let some = counts(Array(repeating: 2, count: days))
        let tone = try #require(SampleReports.trends.brands.first).tone
        let chart = ToneColumnsView(
            Trends.DailyTone(
                positive: some, neutral: none, negative: some, mixed: none, undecided: none),
            counts: tone, words: PageWords(.english))
        let columns = try chart.columns.map { column in
            let start = try #require(Double(column.columnX))
            return start...(start + (try #require(Double(column.columnWidth))))
        }
        #expect(columns.count == days)
        #expect(columns.allSatisfy { (34...470.01).contains($0.upperBound) && $0.lowerBound >= 34 })
        for (one, next) in zip(columns, columns.dropFirst()) {
            #expect(one.upperBound < next.lowerBound)
        }
    }

    @Test func `the charts of a brand are equally wide, so that days stand below each other`()
        throws
    {
        let page = try TrendsPage.html(of: SampleReports.trends)
        let charts = page.matches(of: /<svg class="chart" viewBox="0 0 (\d+) (\d+)"/)
        #expect(Set(charts.map(\.output.1)) == ["492"])
        #expect(Set(charts.map(\.output.2)) == ["190", "104"])
    }

    @Test(arguments: [
        (0, ["0", "2", "4"]), (5, ["0", "2", "4"]), (7, ["0", "2", "4", "6"]),
        (9, ["0", "2", "4", "6", "8"]), (10, ["0", "5", "10"]), (24, ["0", "10", "20"]),
        (99, ["0", "20", "40", "60", "80"]),
        (90_000, ["0", "20,000", "40,000", "60,000", "80,000"]),
        (600_000, ["0", "200,000", "400,000", "600,000"]),
    ])
    func `the lines of a chart reach as high as its counts`(most: Int, names: [String]) throws {
        let daily = counts([0, most, 0])
        let brand = try #require(SampleReports.trends.brands.first)
        let chart = LineChartView(
            Trends.BrandTrend(
                id: brand.id, name: brand.name, kind: brand.kind, counts: brand.counts,
                daily: daily, tone: brand.tone, dailyTone: brand.dailyTone,
                netSentiment: brand.netSentiment, dailyNetSentiment: [], shareOfVoice: nil,
                baselines: []),
            days: ["2026-11-20", "2026-11-21", "2026-11-22"], events: [],
            words: PageWords(.english))
        #expect(chart.grid.map(\.tickName) == names)
    }
}
