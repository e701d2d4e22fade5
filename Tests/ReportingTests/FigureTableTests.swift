import Foundation
import Model
import Testing

@testable import Reporting

struct FigureTableTests {
    private let dialect = CSVDialect()

    @Test(arguments: TrendsTable.allCases)
    func `every list of a trend report can be had as rows`(table: TrendsTable) throws {
        let figures = table.figures(of: SampleReports.trends)
        #expect(figures.rows.allSatisfy { $0.count == figures.columns.count })
        #expect(Set(figures.columns).count == figures.columns.count)
        let empty = table.figures(of: SampleReports.emptyTrends)
        #expect(empty.columns == figures.columns)
        let lines = figures.csv(in: dialect).components(separatedBy: "\r\n")
        #expect(lines.count == figures.rows.count + 2)
    }

    @Test(arguments: DigestTable.allCases)
    func `every list of a digest can be had as rows`(table: DigestTable) throws {
        let figures = table.figures(of: SampleReports.digest)
        #expect(figures.rows.allSatisfy { $0.count == figures.columns.count })
        #expect(table.figures(of: SampleReports.emptyDigest).columns == figures.columns)
        let lines = try figures.jsonLines().split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == figures.rows.count)
    }

    @Test func `numbers stay numbers, and what is not known is absent or empty`() throws {
        let figures = FigureTable(
            columns: ["name", "count", "share", "at"],
            rows: [[.text("=1"), .count(3), .share(0.25), .missing]])
        #expect(
            String(decoding: try figures.jsonLines(), as: UTF8.self)
                == #"{"count":3,"name":"=1","share":0.25}"# + "\n")
        #expect(figures.csv(in: dialect).hasSuffix("\"'=1\",3,0.25,\r\n"))
    }

    @Test func `rows have the figures of the report`() throws {
        let trends = SampleReports.trends
        let hours = TrendsTable.hours.figures(of: trends)
        #expect(hours.rows.count == 7 * 24)
        let brands = DigestTable.brands.figures(of: SampleReports.digest)
        #expect(
            brands.rows.map { $0[3] }
                == SampleReports.digest.brands.map { .count($0.counts.mentions) })
        let incidents = TrendsTable.incidents.figures(of: trends)
        #expect(incidents.rows.map { $0[0] } == trends.incidents.map { .text($0.id.value) })
        #expect(!incidents.rows.isEmpty)
    }

    @Test func `the series follow all that is counted by day`() throws {
        let trends = SampleReports.trends(
            of: SampleNews.course, context: .sample(in: .polish))
        let rows = TrendsTable.series.figures(of: trends).rows
        let kinds = Set(rows.map { $0[1] })
        for kind in ["brand", "tone:zefirnet", "category", "source", "language", "channel"] {
            #expect(kinds.contains(.text(kind)), "\(kind)")
        }
        #expect(
            rows.filter { $0[1] == .text("tone:kawka") && $0[2] == .text("negative") }
                .allSatisfy { $0[3] == .text("negatywna") })
        #expect(rows.count % trends.period.days.count == 0)
    }
}
