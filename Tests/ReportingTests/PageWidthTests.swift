import Testing

@testable import Reporting

/// A page stays as wide as its window, whatever hosts and words there are.
struct PageWidthTests {
    private let style = PageTemplates.style.text

    /// Of a table's column and of what stands beside others, `break-word` leaves the longest word whole
    /// (CSS Text 3 §5.4).
    @Test(arguments: [
        ".terms blockquote, .terms .meta", ".bars th", "#health bdi",
        "nav li, .key li, figcaption h3",
    ])
    func `a word without an end makes no part wider than its page`(selector: String) throws {
        let rule = try #require(style.split(separator: "\n").first { $0.contains(selector + " {") })
        #expect(rule.contains("overflow-wrap: anywhere"))
    }

    /// A column of `1fr` is as wide as its longest word at least (CSS Grid Layout 2 §7.2.4).
    @Test func `a word without an end makes no answer wider than its page`() throws {
        let rule = try #require(
            style.split(separator: "\n").first { $0.hasPrefix(".answers > li > ol > li {") })
        #expect(rule.contains("grid-template-columns: 11rem minmax(0, 1fr);"))
    }

    /// In Polish the table of brands is 910 px wide and that of rising terms 817 and its
    /// margins, where a tablet has 768 or 834.
    @Test func `on a tablet tables are tightened, and their rows stacked where that is too little`()
        throws
    {
        let tight = try #require(style.firstRange(of: "@media screen and (max-width: 62rem)"))
        let stacked = try #require(style.firstRange(of: "@media screen and (max-width: 54rem)"))
        // What comes later holds.
        #expect(tight.lowerBound < stacked.lowerBound)
        #expect(style[tight.lowerBound..<stacked.lowerBound].contains("white-space: normal"))
        #expect(style[stacked.lowerBound...].contains(".stack td { display: block;"))
    }

    /// Beside it, "65 historii" made the column of sources 20 px wider than a third of the page.
    @Test func `stories stand below their count wherever rows are not stacked`() throws {
        let apart = try #require(style.firstRange(of: "td small, th small { display: block;"))
        let stacked = try #require(style.firstRange(of: "@media screen and (max-width: 54rem)"))
        #expect(!style[apart.upperBound..<stacked.lowerBound].contains("small { display: inline"))
    }
}
