package import Model

/// The page of all reports, by month: one HTML file without scripts that loads nothing.
package enum IndexPage {
    /// - Parameter language: that of the latest run.
    package static func html(of index: ReportIndex, in language: ReportLanguage)
        throws(ReportingError) -> String
    {
        try PageTemplates.page("index", of: IndexView(index, words: IndexWords(language)))
    }
}

/// The reports as their page shows them.
struct IndexView {
    struct MonthView {
        let monthAnchor: String
        let monthName: String
        let dayRows: [DayRow]
    }

    struct DayRow {
        let dayName: String
        let digestHref: String
        let trendsHref: String
        let headline: String
        let alertCount: String
        let hasAlerts: Bool
        let answerCount: String
        let brandLinks: [BrandLink]
    }

    struct BrandLink {
        let brandHref: String
        let brandName: String
        let brandCounts: String
    }

    let w: IndexWords
    let frame: FrameView
    let hasNothing: Bool
    let months: [MonthView]

    init(_ index: ReportIndex, words: IndexWords) {
        w = words
        // What lies in `out/` may have been changed by hand: only a date leads to a file.
        let days = index.days.filter { $0.day.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil }
        let groups = Dictionary(grouping: days) { $0.day.prefix(7) }
        months = groups.keys.sorted(by: >).map { month in
            MonthView(
                monthAnchor: "month-\(month)", monthName: words.month(String(month)),
                dayRows: (groups[month] ?? []).map { DayRow($0, words: words) })
        }
        hasNothing = days.isEmpty
        frame = FrameView(
            language: words.page.language, pageTitle: "\(words.page.program), \(words.reports)",
            kicker: words.page.program, headline: words.reports,
            subline: words.counted(days.count), lead: days.first?.headlines.first ?? words.none,
            leadRest: Array((days.first?.headlines ?? []).dropFirst()),
            jumps: months.map { FrameView.JumpView(anchor: $0.monthAnchor, jumpName: $0.monthName) }
        )
    }
}

extension IndexView.DayRow {
    init(_ day: ReportIndex.Day, words: IndexWords) {
        dayName = words.page.shortDay(day.day)
        digestHref = "digests/\(day.day).html"
        trendsHref = "trends/\(day.day).html"
        headline = day.headlines.first ?? ""
        hasAlerts = !day.alerts.isEmpty
        alertCount = words.page.report.number(day.alerts.count)
        answerCount = words.page.both(day.needsAnswer)
        let digest = digestHref
        brandLinks = day.brands.filter { $0.counts != .zero }.map {
            IndexView.BrandLink(
                brandHref: "\(digest)#brand-\($0.id)", brandName: $0.name,
                brandCounts: words.page.both($0.counts))
        }
    }
}
