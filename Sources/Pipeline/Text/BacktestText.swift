import Foundation
import Model
import Reporting

/// A backtest as people review it in a terminal.
package struct BacktestText {
    private let report: BacktestReport
    private let style: TerminalStyle

    package init(_ report: BacktestReport, style: TerminalStyle) {
        self.report = report
        self.style = style
    }

    package var text: String {
        ([heading] + totals + report.changes.flatMap(lines) + trend)
            .joined(separator: "\n") + "\n"
    }

    /// Says that more changes than a review allows without a person.
    package static func excess(of report: BacktestReport, over percent: Double) -> String {
        changed(in: report) + ", more than the \(share(percent / 100)) of --fail-over"
    }

    // MARK: - Private

    private static func changed(in report: BacktestReport) -> String {
        "\(report.changedEntries) of \(report.mentions.counted("mention")) "
            + "\(report.changedEntries == 1 ? "changes" : "change") (\(share(report.changedShare)))"
    }

    private var heading: String {
        style.bold("\(report.before.rules) → \(report.after.rules)") + "\n"
            + style.faint("\(report.before.rulesHash) → \(report.after.rulesHash)")
    }

    private var totals: [String] {
        var period = report.since.map { " since \(ContractJSON.timestamp($0))" } ?? ""
        period += report.until.map { " until \(ContractJSON.timestamp($0))" } ?? ""
        return [
            "\(report.entries.counted("entry", "entries"))\(period); mentions \(report.before.mentions) → "
                + "\(report.after.mentions)",
            report.changedEntries == 0
                ? style.good("nothing changes")
                : Self.changed(in: report),
        ]
    }

    private func lines(of change: BacktestReport.Change) -> [String] {
        ["", style.bold("\(change.entries)  \(Self.name(of: change))")]
            + change.examples.flatMap(lines)
    }

    private func lines(of example: BacktestReport.Example) -> [String] {
        let head =
            "\(ContractJSON.timestamp(example.date))  \(example.feed)"
            + (example.link.map { "  \($0.withoutControls)" } ?? "")
        return [
            "  " + style.faint(head), example.title.map { "    " + $0.withoutControls },
            "    " + marked(example.snippet),
            "    before: \(example.reasonBefore.withoutControls)",
            "    after:  \(example.reasonAfter.withoutControls)",
        ].compactMap { $0 }
    }

    private func marked(_ snippet: BacktestReport.Snippet) -> String {
        guard let start = snippet.start, let end = snippet.end else {
            return snippet.text.withoutControls
        }
        let scalars = Array(snippet.text.unicodeScalars)
        let parts = [scalars[..<start], scalars[start..<end], scalars[end...]].map { part in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: part)
            return String(text).withoutControls
        }
        return parts[0] + style.bold("[\(parts[1])]") + parts[2]
    }

    private static func name(of change: BacktestReport.Change) -> String {
        let subject =
            change.dimension.rawValue + (change.brand.map { " toward \($0)" } ?? "")
        return switch (change.from, change.to) {
        case (nil, let to?): "\(subject): + \(to)"
        case (let from?, nil): "\(subject): − \(from)"
        default: "\(subject): \(change.from ?? "") → \(change.to ?? "")"
        }
    }

    private var trend: [String] {
        // Weeks before anything was heard have nothing to tell.
        let told = report.weeks.filter { $0.before.mentions > 0 || $0.after.mentions > 0 }
        guard let first = told.map(\.from).min() else { return [] }
        let calendar = LocalCalendar(timeZone: report.timeZone)
        var table = TextTable([
            ("week from", .left), ("brand", .left), ("mentions", .right), ("then", .right),
            ("negative", .right), ("then", .right),
        ])
        for week in report.weeks where week.from >= first {
            table.add([
                calendar.dayName(of: week.from), week.brand.value,
                String(week.before.mentions), String(week.after.mentions),
                week.before.negativeShare.map(Self.share) ?? "–",
                week.after.negativeShare.map(Self.share) ?? "–",
            ])
        }
        return ["", style.bold("the trend, and what it would have been")] + table.lines()
    }

    private static func share(_ share: Double) -> String {
        (share * 100).text(decimals: 1) + " %"
    }
}
