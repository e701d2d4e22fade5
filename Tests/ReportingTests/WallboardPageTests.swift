import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What a screen on the wall shows, in front of which nobody scrolls.
struct WallboardPageTests {
    /// A day on which each of so many own brands is blamed eight times.
    private func digest(alerts: Int) -> Digest {
        let context = ReportingContext(
            brands: (0..<alerts).map {
                Brand(id: Brand.ID("b\($0)"), name: "B\($0)", names: ["B\($0)"], place: .sample)
            }, categories: [], routing: ReportingContext.sample.routing, rulesHash: "0",
            programVersion: "0")
        let heard = (0..<8 * alerts).map { number in
            HeardEntry.sample(
                Int64(number + 1), "B\(number / 8) nie działa",
                saying: [.init(of: Brand.ID("b\(number / 8)"), as: "B\(number / 8)", .negative)])
        }
        return SampleReports.digest(of: heard, context: context)
    }

    @Test func `alerts for which there is no room are counted`() throws {
        let digest = digest(alerts: 5)
        #expect(digest.alerts.count == 5)
        let page = try WallboardPage.html(of: digest)
        #expect(page.components(separatedBy: "<li><bdi>").count == 1 + 3)
        #expect(page.contains("<li>and 2 more</li>"))
        #expect(try !WallboardPage.html(of: self.digest(alerts: 3)).contains(" more</li>"))
    }

    @Test func `own brands for which there is no room are counted`() throws {
        let page = try WallboardPage.html(of: digest(alerts: 6))
        #expect(page.components(separatedBy: "id=\"h-brand-").count == 1 + 4)
        #expect(page.contains("<p class=\"calm\">2 more brands: 16 mentions</p>"))
        #expect(try !WallboardPage.html(of: digest(alerts: 4)).contains("more brands"))
    }

    @Test func `a screen loads its page again only where the server has it`() throws {
        let script = PageTemplates.wallboardScript.text
        #expect(script.contains("if (isFile || (await isThere())) location.reload();"))
        #expect(script.contains("then((answer) => answer.ok, () => false)"))
        #expect(try WallboardPage.html(of: digest(alerts: 1)).contains("; connect-src 'self';"))
    }

    @Test func `letters go by the height of the screen too, and the last line stays in sight`() {
        let style = PageTemplates.wallboardStyle.text
        #expect(style.contains("font-size: clamp(14px, min(1.25vw, 1.9vh), 30px)"))
        #expect(style.contains(/footer \{[^}]* position: sticky; bottom: 0;/))
    }
}
