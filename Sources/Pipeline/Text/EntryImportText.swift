import Model
import Storing

/// What `earshot import` took over, for people.
package struct EntryImportText {
    private let report: ImportReport
    private let style: TerminalStyle

    package init(_ report: ImportReport, style: TerminalStyle) {
        self.report = report
        self.style = style
    }

    package var text: String {
        let lines =
            columns + samples + summary + folderNotes + dateNotes + ratingNotes + cutNotes
            + undatedNotes + badRows
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private static let badRowsShown = 20
    private static let foldersNamed = 5

    private var noun: String { report.isOfMails ? "mail" : "row" }

    private var rows: String { report.rows.counted(noun) }

    private var columns: [String] {
        guard !report.columns.isEmpty else { return [] }
        let used = report.columns.sorted { $0.key < $1.key }
            .map { "\($0.key) from '\($0.value.withoutControls)'" }.joined(separator: ", ")
        let unused = report.unusedColumns.map { "'\($0.withoutControls)'" }
            .joined(separator: ", ")
        return ["\(report.encoding): \(used)" + (unused.isEmpty ? "" : "; not used: \(unused)")]
    }

    private var samples: [String] {
        report.samples.map { sample in
            let date = sample.published.map(ContractJSON.timestamp) ?? "without a date"
            let words = [sample.title, sample.text].compactMap { $0?.withoutControls }
            return style.faint("  \(sample.source)  \(date)") + "  "
                + words.joined(separator: " | ").shortened(to: 120)
        }
    }

    /// What became of the rows.
    private var summary: [String] {
        var lines: [String] = []
        if report.isDryRun {
            lines.append(
                "\(rows) can be read, \(report.badRows) of them not used; nothing was stored"
            )
        } else {
            lines.append(
                style.bold(
                    report.newEntries == 1 ? "1 new entry" : "\(report.newEntries) new entries")
                    + " of \(rows), \(report.knownEntries) known already, "
                    + "\(report.changedEntries) changed, \(report.badRows) left out")
        }
        if report.unwantedEntries > 0 {
            lines.append(
                "\(report.unwantedEntries) were erased on request or have expired, and stay out")
        }
        if report.isPartial { lines.append(report.progressAtEnd) }
        return lines + mentionNotes
    }

    /// What reviews and surveys that name nobody need to be counted.
    private var mentionNotes: [String] {
        let stored = report.newEntries + report.changedEntries
        // Of news and forums of every topic most are expected to name no brand, but not of one source.
        guard report.entriesWithoutMention * 2 > stored,
            let source = report.newEntriesBySource.keys.first,
            report.newEntriesBySource.count == 1
        else { return [] }
        let count = report.entriesWithoutMention
        return [
            "\(count) of these \(count == 1 ? "names no brand and is" : "name no brand and are") in no "
                + "report; if everything from '\(source)' is about one, list it under 'sources' of "
                + "that brand in rules/brands.yaml"
        ]
    }

    private var folderNotes: [String] {
        let folders = report.unreadFolders.map { "'\($0.withoutControls)'" }
        guard !folders.isEmpty else { return [] }
        let names = folders.prefix(Self.foldersNamed).joined(separator: ", ")
        let rest = folders.count - Self.foldersNamed
        return [
            "\(folders.count.counted("folder")) within it not read: \(names)"
                + (rest > 0 ? " and \(rest) more" : "")
                + "; import those in which people wrote to you by their own paths"
        ]
    }

    /// How dates were read.
    private var dateNotes: [String] {
        var lines: [String] = []
        if report.ambiguousDates > 0 {
            lines.append(
                "\(report.ambiguousDates.counted("date")) such as 03/04/2026 might be meant the other way "
                    + "round; see --month-first and --dry-run")
        }
        if report.foundMonthFirst {
            lines.append("dates are read with the month first, as those of the file above 12 show")
        }
        if report.unknownZones > 0 {
            lines.append(
                "\(report.unknownZones.counted("date")) with a zone that is not known, read as without "
                    + "one; see --time-zone")
        }
        return lines
    }

    /// How ratings and answers of surveys were read.
    private var ratingNotes: [String] {
        var lines: [String] = []
        if report.bestRating > 5 {
            lines.append(
                "ratings are read as out of \(report.bestRating), as those of the file above "
                    + "\(report.bestRating == 10 ? 5 : 10) show")
        }
        if report.unknownRatings > 0 {
            lines.append(
                "\(report.unknownRatings.counted("rating")) left out, as a number alone is one out of "
                    + "\(report.bestRating); write those of another scale as 8/10")
        }
        if report.unknownNps > 0 {
            lines.append(
                "\(report.unknownNps.counted("answer")) of NPS left out; write whole numbers from 0 to 10"
            )
        }
        if report.unknownCes > 0 {
            lines.append(
                "\(report.unknownCes.counted("answer")) of CES left out; write whole numbers from 1 to 7"
            )
        }
        return lines
    }

    /// What is not kept whole.
    private var cutNotes: [String] {
        var lines: [String] = []
        if report.cutTexts > 0 {
            let them = report.cutTexts == 1 ? "it" : "them"
            lines.append(
                "\(report.cutTexts.counted("text")) of more than 256 KiB cut there; to keep all of "
                    + "\(them), split \(them) into several rows")
        }
        if report.cutMails > 0 {
            let (are, they) = report.cutMails == 1 ? ("is", "it says") : ("are", "they say")
            lines.append(
                "\(report.cutMails.counted("mail")) of more than 16 MiB \(are) read as far as that; what "
                    + "\(they) below large attachments may be missing")
        }
        return lines
    }

    /// What is in no figures, or not at its own time.
    private var undatedNotes: [String] {
        var lines: [String] = []
        if report.futureRows > 0 {
            lines.append(
                "\(report.futureRows.counted(noun)) dated later than now, taken as said now; see "
                    + "--time-zone and --month-first")
        }
        if report.undatedRows > 0 {
            let (are, them) =
                report.undatedRows == 1
                ? ("has no date and is", "it") : ("have no date and are", "them")
            lines.append(
                "\(report.undatedRows.counted(noun)) \(are) in no digest and no trend, only in "
                    + "searches; with --news the next digest counts \(them)")
        }
        if let ahead = report.toldAhead { lines.append(style.bad(ahead.message)) }
        return lines
    }

    /// The first of those that were left out, and why.
    private var badRows: [String] {
        let noun = report.isOfMails ? "mail" : "line"
        var lines = report.firstBadRows.prefix(Self.badRowsShown).map { row in
            style.bad("  \(noun) \(row.line)") + " \(row.reason.withoutControls)"
        }
        if report.badRows > Self.badRowsShown {
            lines.append("  and \(report.badRows - Self.badRowsShown) more; see --format json")
        }
        return lines
    }
}
