import Model
import Storing

/// What a run did, in the few lines that an operator reads.
package struct RunSummary: Sendable {
    private let report: RunReport
    private let style: TerminalStyle

    package init(_ report: RunReport, style: TerminalStyle) {
        self.report = report
        self.style = style
    }

    package var text: String {
        var lines = [
            style.bold("Earshot \(report.version)")
                + "  for \(ContractJSON.timestamp(report.now)), rules \(report.rulesHash)",
            "",
        ]
        if let clock = report.clock { lines.append(heading("Clock") + style.bad(clock.message)) }
        if let ahead = report.toldAhead {
            lines.append(heading("Ahead") + style.bad(ahead.message))
        }
        lines += feedLines
        lines.append(heading("Entries") + entryCounts)
        lines += brandLines
        if !report.files.isEmpty {
            lines += list("Files", report.files.map { "out/\($0.path)" })
        }
        if let tickets = report.tickets {
            let told = tickets.text(style: style).split(separator: "\n").map(String.init)
            lines += list("Tickets", told)
        }
        if let notices = report.notices {
            let told = notices.text(style: style, command: "send").split(separator: "\n").map(
                String.init)
            lines += list("Sent", told)
        }
        lines.append(heading("Time") + times)
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private var feedLines: [String] {
        func count(_ outcome: String) -> Int { report.feeds.count { $0.outcome == outcome } }
        let failed = report.feeds.filter(\.isFailure)
        let retired = report.feeds.filter(\.isRetired)
        let waiting = report.feeds.filter { !$0.wasAsked && !$0.isRetired && $0.message != nil }
        let notDue = count("not_due")
        var counts =
            "\(count("updated")) read, \(count("not_modified")) unchanged, "
            + (failed.isEmpty ? "0 failed" : style.bad("\(failed.count) failed"))
        if notDue > 0 { counts += ", \(notDue) not due" }
        if count("left_out") > 0 { counts += ", \(count("left_out")) of other sources left out" }
        if !waiting.isEmpty { counts += ", \(waiting.count) left for later" }
        if !retired.isEmpty { counts += ", \(retired.count) gone for good" }
        var lines = [heading("Feeds") + counts + (report.isPartial ? ", ended early" : "")]
        for feed in failed {
            lines.append(
                indent + style.bad("✗ ") + "\(feed.feed): "
                    + (feed.message ?? "").withoutControls
                    + (feed.keptAs.map { " (kept as \($0))" } ?? ""))
        }
        // One line for each reason: a host may have thousands of feeds.
        let reasons = Dictionary(grouping: waiting + retired) { $0.message ?? "" }
        for (reason, feeds) in reasons.sorted(by: { $0.value[0].feed < $1.value[0].feed }) {
            let more = feeds.count > 1 ? " and \(feeds.count - 1) more" : ""
            lines.append(indent + "· \(feeds[0].feed)\(more): " + reason.withoutControls)
        }
        if let missed = missedLine { lines.append(indent + missed) }
        let repaired = report.feeds.filter { !$0.problems.isEmpty && $0.message == nil }
        for feed in repaired {
            let first = feed.problems[0]
            let more = feed.problems.count > 1 ? " (and \(feed.problems.count - 1) more)" : ""
            lines.append(
                indent
                    + style.faint(
                        "repaired \(feed.feed):\(first.line): "
                            + first.message.withoutControls + more))
        }
        return lines
    }

    /// One line, as every busy feed may have turned over; the report has each with its own time.
    private var missedLine: String? {
        let feeds = report.feeds.filter { $0.missed != nil }
        let times = feeds.compactMap(\.missed)
        guard let feed = feeds.first?.feed, let from = times.map(\.from).min(),
            let to = times.map(\.to).max()
        else { return nil }
        let lists =
            feeds.count == 1
            ? "\(feed): its list does not reach back to when it was last read"
            : "\(feed) and \(feeds.count - 1) more: their lists do not reach back to when they were "
                + "last read"
        return "· \(lists); posts from \(ContractJSON.timestamp(from)) to "
            + "\(ContractJSON.timestamp(to)) may be missing"
    }

    private var entryCounts: String {
        let changed = report.feeds.reduce(0) { $0 + ($1.changedEntries ?? 0) }
        var text = "\(report.newEntries) new, \(changed) changed"
        if report.retaggedEntries > 0 {
            text += ", \(report.retaggedEntries) tagged again by the changed rules"
        }
        if let expired = report.expired, expired != Expired() {
            text +=
                "; kept long enough: "
                + "\((expired.entries + expired.mentions).counted("entry", "entries")), "
                + "\(expired.authors.counted("author")), \(expired.files.counted("file"))"
        }
        return text
    }

    private var brandLines: [String] {
        guard !report.brands.isEmpty else { return [] }
        var table = TextTable([
            ("Digest", .left), ("mentions", .right), ("positive", .right), ("neutral", .right),
            ("negative", .right),
        ])
        for brand in report.brands {
            table.add(
                [brand.name]
                    + [brand.mentions, brand.positive, brand.neutral, brand.negative]
                    .map(String.init))
        }
        let lines = table.lines(indent: indent)
        return [heading("Brands") + lines[0].dropFirst(indent.count)] + lines.dropFirst()
    }

    private var times: String {
        RunStage.allCases.compactMap { stage in
            report.millisecondsByStage[stage.rawValue].map { milliseconds in
                "\(stage.rawValue) \(Self.seconds(milliseconds))"
            }
        }.joined(separator: ", ")
    }

    private func list(_ title: String, _ items: [String]) -> [String] {
        items.enumerated().map { ($0 == 0 ? heading(title) : indent) + $1 }
    }

    private let indent = String(repeating: " ", count: 9)

    private func heading(_ title: String) -> String {
        style.bold(title) + String(repeating: " ", count: indent.count - title.count)
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let hundredths = (milliseconds + 5) / 10
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
}
