package import Model
import Reporting

/// A trend report in a terminal: the headlines, what stood out, and each brand in a line.
package struct TrendsText: Sendable {
    private let trends: Trends
    private let words: PageWords
    private let style: TerminalStyle

    package init(_ trends: Trends, style: TerminalStyle) {
        self.trends = trends
        words = PageWords(trends.origin.language)
        self.style = style
    }

    package var text: String {
        let days = trends.period.days
        let span = "\(days.first ?? "") – \(days.last ?? "")"
        let title = [span, trends.scope?.name?.withoutControls].compactMap(\.self)
        var lines = [style.bold(title.joined(separator: " · ")), ""]
        lines += trends.headlines
        if !trends.incidents.isEmpty || !trends.events.isEmpty {
            lines += ["", style.bold(words.trends.standOut)]
        }
        lines += trends.incidents.map(\.sentence.withoutControls)
        lines += trends.events.map { "\($0.day)  \($0.sentence)" }
        if !trends.rising.isEmpty { lines += ["", style.bold(words.trends.rising)] }
        lines += trends.rising.map {
            "\($0.term.withoutControls)  \(words.rise(of: $0, in: trends.period))"
        }
        if !trends.targets.isEmpty { lines += ["", style.bold(words.trends.planning.targets)] }
        lines += trends.targets.map(\.sentence)
        let promoters = words.promoters(trends.brands).map(\.withoutControls)
        if !promoters.isEmpty { lines += [""] + promoters }
        if let forecast = trends.forecast {
            lines += ["", style.bold(words.trends.planning.nextSevenDays)]
            lines += forecast.days.map { "\($0.day)  \(words.expected($0))" }
        }
        lines += ["", style.bold(words.mentions)] + brandTable
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private var brandTable: [String] {
        let isRated = trends.brands.contains { $0.rating != nil }
        let isAsked = trends.brands.contains { $0.nps != nil }
        let isOfEffort = trends.brands.contains { $0.ces != nil }
        let rating = RatingWords(trends.origin.language).rating
        var columns: [(title: String, alignment: TextTable.Alignment)] = [
            (words.brand, .left), (words.mentions, .right), (words.stories, .right),
            (words.netTone, .right),
        ]
        if isRated { columns += [(rating, .right), ("CSAT", .right)] }
        if isAsked { columns.append(("NPS", .right)) }
        if isOfEffort { columns.append(("CES", .right)) }
        var table = TextTable(columns + [(words.trends.aDay, .left)])
        for brand in trends.brands {
            table.add(
                [
                    brand.name.withoutControls, String(brand.counts.mentions),
                    String(brand.counts.stories), words.net(brand.tone.exactNetSentiment.mentions),
                ] + (isRated ? [words.ratingOfPosts(brand.rating), words.csat(brand.rating)] : [])
                    + (isAsked ? [words.npsOfAnswers(brand.nps)] : [])
                    + (isOfEffort ? [words.cesOfAnswers(brand.ces)] : [])
                    + [Self.sparkline(trends.period.ended(brand.daily.mentions))])
        }
        return table.lines()
    }

    /// One block a day, as high as its count.
    private static func sparkline(_ counts: [Int]) -> String {
        let blocks = Array("▁▂▃▄▅▆▇█")
        let highest = max(counts.max() ?? 0, 1)
        return String(counts.map { blocks[$0 * (blocks.count - 1) / highest] })
    }
}
