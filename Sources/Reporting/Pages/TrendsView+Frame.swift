import Foundation
import Model

extension TrendsView {
    /// What stands around the sections, with links to them.
    static func frame(of trends: Trends, calendar: LocalCalendar, words: PageWords) -> FrameView {
        // The period ends when its last day ends: that day is named, not the one that begins then.
        let last = trends.period.to.addingTimeInterval(-1)
        let start = calendar.moment(of: trends.period.from)
        let end = calendar.moment(of: max(last, trends.period.from))
        let first =
            start.year == end.year ? words.report.shortDate(start) : words.report.date(start)
        let isOneDay = (start.year, start.month, start.day) == (end.year, end.month, end.day)
        let days = (isOneDay ? "" : first + " – ") + words.report.date(end)
        let name = trends.scope?.name.map(words.report.inSentence)
        let title = [words.trendReport, name].compactMap(\.self)
            .joined(separator: " · ")
        return FrameView(
            language: words.language, pageTitle: "\(title), \(days)",
            kicker: "\(words.program) · \(title)",
            headline: words.report.capitalized(days),
            subline: words.report.posts(
                trends.totals.counts, mentions: trends.brands.map(\.counts.mentions).total)
                + (trends.totals.counts == .zero
                    ? "" : " · " + words.report.stories(trends.totals.counts.stories)),
            lead: trends.headlines.first ?? "", leadRest: Array(trends.headlines.dropFirst()),
            jumps: jumps(to: trends, words: words))
    }

    // MARK: - Private

    /// To the sections that are there.
    private static func jumps(to trends: Trends, words: PageWords) -> [FrameView.JumpView] {
        let page = words.trends
        let hasHours = trends.hours.contains { $0.mentions.contains { $0 > 0 } }
        var jumps = ChartSection.charted(trends).isEmpty ? [] : [("days", page.dayByDay)]
        jumps.append(("brands", page.sideBySide))
        if trends.channels?.isEmpty == false {
            jumps.append(("channels", ChannelWords(words.report).channels))
        }
        if trends.regions?.isEmpty == false {
            jumps.append(("regions", ChannelWords(words.report).regions))
        }
        jumps += [
            ("events", page.standOut), ("rising", page.rising), ("voices", page.voices.whoBegan),
        ]
        if !trends.recurring.mentions.isEmpty { jumps.append(("recurring", words.whatRecurs)) }
        jumps += FacetTrendView.all(
            trends.facets, in: trends.period, noted: FacetWords(words.report.language), words: words
        ).map { ($0.facetAnchor, $0.facetName) }
        if hasHours { jumps.append(("hours", page.whenPeopleWrite)) }
        jumps.append(("planning", page.planning.title))
        if trends.tickets != nil {
            jumps.append(("tickettimes", TicketTimesWords(words.report).title))
        }
        if !trends.verdicts.isEmpty { jumps.append(("verdicts", page.verdicts.reviewersSaid)) }
        jumps.append(("health", words.health))
        return jumps.map { FrameView.JumpView(anchor: $0, jumpName: $1) }
    }
}
