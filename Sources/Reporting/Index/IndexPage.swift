package import Model

/// The page of all reports, by month: one HTML file without scripts that loads nothing.
package enum IndexPage {
    /// - Parameter language: that of the latest report.
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

    /// Digests of other periods, or of one brand, team or region.
    struct GroupView {
        let groupAnchor: String
        let groupName: String
        let rows: [SavedRow]
    }

    struct SavedRow {
        let savedHref: String
        let savedPeriod: String
        let headline: String
        let alertCount: String
        let hasAlerts: Bool
        let answerCount: String
    }

    struct BrandLink {
        let brandHref: String
        let brandName: String
        let brandCounts: String
    }

    let w: IndexWords
    let frame: FrameView
    let months: [MonthView]
    let groups: [GroupView]

    init(_ index: ReportIndex, words: IndexWords) {
        w = words
        // The files in `out/` may have been renamed by hand: only a date leads to a file.
        let days = index.days.filter { DigestName.lastDay(of: $0.day) == $0.day }
        let byMonth = Dictionary(grouping: days) { $0.day.prefix(7) }
        months = byMonth.keys.sorted(by: >).map { month in
            MonthView(
                monthAnchor: "month-\(month)", monthName: words.month(String(month)),
                dayRows: (byMonth[month] ?? []).map { DayRow($0, words: words) })
        }
        let saved = index.digests.filter { DigestName.isName($0.name) }
        groups = Self.groups(of: saved, words: words)
        frame = FrameView(
            language: words.page.language, pageTitle: "\(words.page.program), \(words.reports)",
            kicker: words.page.program, headline: words.reports,
            subline: days.isEmpty && !saved.isEmpty ? "" : words.counted(days.count),
            lead: days.first?.headlines.first ?? saved.first?.headline ?? words.none,
            leadRest: Array((days.first?.headlines ?? []).dropFirst()),
            jumps: (months.map { ($0.monthAnchor, $0.monthName) }
                + groups.map { ($0.groupAnchor, $0.groupName) })
                .map { FrameView.JumpView(anchor: $0, jumpName: $1) })
    }

    // MARK: - Private

    /// Digests of everything first, then those of each brand, of each team, and so on.
    private static func groups(of saved: [ReportIndex.Saved], words: IndexWords) -> [GroupView] {
        let byScope = Dictionary(grouping: saved) { digest in
            let scope = digest.scope
            var part = Digest.Scope(
                period: .span, brand: scope.brand, team: scope.team, region: scope.region,
                category: scope.category, location: scope.location)
            part.facet = scope.facet
            part.severityAtLeast = scope.severityAtLeast
            part.language = scope.language
            return part
        }
        func order(_ scope: Digest.Scope) -> String {
            [
                scope.brand?.value, scope.team?.value, scope.region, scope.category?.value,
                scope.location?.value, scope.facet?.description, scope.severityAtLeast?.rawValue,
                scope.language?.rawValue,
            ].map { $0 ?? "" }
                .joined(separator: "\u{0}")
        }
        return byScope.sorted { order($0.key) < order($1.key) }.enumerated().map { index, group in
            GroupView(
                groupAnchor: "group-\(index + 1)",
                groupName: group.value.first?.scope.name ?? words.otherPeriods,
                rows: group.value.map { SavedRow($0, words: words) })
        }
    }
}

extension IndexView.SavedRow {
    init(_ digest: ReportIndex.Saved, words: IndexWords) {
        savedHref = "digests/\(digest.name).html"
        savedPeriod = words.page.report.period(
            digest.scope.period,
            Digest.Window(
                after: digest.after, through: digest.through, timeZone: digest.timeZone))
        headline = digest.headline
        hasAlerts = digest.alerts > 0
        alertCount = words.page.report.number(digest.alerts)
        answerCount = words.page.both(digest.needsAnswer)
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
