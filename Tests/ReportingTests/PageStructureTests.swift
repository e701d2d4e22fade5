import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// How a page is built, which reading aids and narrow screens go by.
struct PageStructureTests {
    @Test func `headings go down one level at a time, and ids are unique`() throws {
        for html in try [
            DigestPage.html(of: SampleReports.digest), TrendsPage.html(of: SampleReports.trends),
        ] {
            let levels = PageOutline(html).tags.map(\.name)
                .filter { $0.count == 2 && $0.hasPrefix("h") }.compactMap { Int($0.dropFirst()) }
            #expect(levels.first == 1)
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
            let ids = html.matches(of: /\sid="([^"]+)"/).map(\.output.1)
            #expect(Set(ids).count == ids.count)
        }
    }

    /// Where a reader makes everything larger, 320 px are left (WCAG 2.2, 1.4.10).
    @Test func `no column is wider than a narrow page, and wide tables scroll by themselves`()
        throws
    {
        let outline = try PageOutline(TrendsPage.html(of: SampleReports.trends))
        #expect(outline.style.contains("minmax(min(100%, "))
        #expect(outline.style.matches(of: /minmax\([0-9.]+rem, 1fr/).isEmpty)
        let html = try TrendsPage.html(of: SampleReports.trends)
        let daily = html.components(separatedBy: "<details class=\"daily\">").dropFirst()
        #expect(!daily.isEmpty)
        for details in daily {
            let table = try #require(details.range(of: "<table"))
            #expect(details[..<table.lowerBound].contains("<div class=\"scroll\" tabindex=\"0\""))
        }
    }

    @Test func `what the wallboard quotes is marked with its language`() throws {
        let digest = SampleReports.digest(of: [
            .sample(
                1, "Zefirnet nestrādā", saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                language: .latvian, severity: .critical)
        ])
        let html = try WallboardPage.html(of: digest)
        #expect(html.contains("<bdi lang=\"lv\">Zefirnet nestrādā</bdi>"))
    }

    @Test func `every table has a name, and what names it is there`() throws {
        for html in try [
            DigestPage.html(of: SampleReports.digest), TrendsPage.html(of: SampleReports.trends),
        ] {
            let tables = html.matches(of: /<table[^>]*>/).map(\.output)
            #expect(!tables.isEmpty)
            #expect(tables.filter { !$0.contains(/\saria-label(?:ledby)?="[^"]+"/) } == [])
            let ids = Set(html.matches(of: /\sid="([^"]+)"/).map(\.output.1))
            let names = html.matches(of: /aria-labelledby="([^"]+)"/).map(\.output.1)
            #expect(names.filter { !ids.contains($0) } == [])
        }
    }

    @Test func `every link inside a page leads somewhere`() throws {
        for html in try [
            DigestPage.html(of: SampleReports.digest), TrendsPage.html(of: SampleReports.trends),
            DigestPage.html(of: SampleReports.emptyDigest),
        ] {
            let ids = Set(html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
            let inside = PageOutline(html).links.filter { $0.hasPrefix("#") }
            #expect(inside.filter { !ids.contains(String($0.dropFirst())) } == [])
        }
    }
}
