import Foundation
import Model
import Pipeline
import Testing

struct FeedsExportTests {
    @Test func `what is exported comes back the same`() throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": """
            sources:
              - {id: alfa, name: Alfa, url: 'https://alfa.example/feed?a=1&b=2',
                 site: 'https://alfa.example/'}
              - {id: lodz, name: "Łódź <dziś> & \\"jutro\\"", url: 'https://lodz.example/rss',
                 language: pl, tags: [miasto, wieści]}
              - {id: off, name: Off, url: 'https://off.example/feed', enabled: false}
              - {id: own, name: Own, path: own.xml}
              - {id: page, name: Page, kind: page, url: 'https://page.example/'}
            """
        ])
        let (opml, leftOut) = try FeedExport.opml(of: folder.workspace)
        #expect(leftOut == ["Own", "Page"])
        let other = try TestWorkspace()
        let report = try FeedImport(workspace: other.workspace).run(
            opml, named: "theirs.opml", into: "theirs.yaml")
        #expect(report.imported == 3)
        #expect(report.switchedOff == 1)
        #expect(report.skipped.count == 0)
        #expect(report.problems == [])
        // With names, sites, languages, tags, and those that are switched off.
        #expect(try FeedExport.opml(of: other.workspace).document == opml)
        #expect(try other.check().map(\.health.feed) == ["alfa", "lodz-dzis-jutro"])
        let text = String(decoding: opml, as: UTF8.self)
        #expect(text.contains("Łódź &lt;dziś&gt; &amp; &quot;jutro&quot;"))
        #expect(!text.contains("own.xml") && !text.contains("page.example"))
    }
}
