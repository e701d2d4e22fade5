import Foundation
import Model
import Storing

/// What `earshot doctor` found, for people.
package struct DoctorText {
    private let report: DoctorReport
    private let style: TerminalStyle

    package init(_ report: DoctorReport, style: TerminalStyle) {
        self.report = report
        self.style = style
    }

    package var text: String {
        var lines = statistics
        lines.append(
            "  with "
                + report.libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", "))
        if let key = report.newKey {
            lines.append("  authors get new pseudonyms from now on, by the key \(key)")
        }
        if let salvage = report.salvage {
            lines += ["", style.bold("Saved into a new archive")]
            lines += salvage.tables.map { line in
                let lost = line.lost.map { $0 == 0 ? "" : ", \($0) lost" } ?? ", the rest lost"
                return "  \(line.table): \(line.kept.counted("row")) kept\(lost)"
            }
            if let kept = salvage.damagedArchive { lines.append("  the damaged one is \(kept)") }
        }
        lines += section("Mended", report.mended.map(\.line), style.good)
        lines += section("Wrong", report.findings.map { $0.line + $0.advice }, style.bad)
        lines += section("To look after", report.notes, style.bad)
        if !report.copies.isEmpty {
            lines += ["", style.bold("Copies of the archive")]
            lines += report.copies.map { copy in
                "  \(copy.file), \(Self.size(copy.sizeInBytes))"
                    + (copy.isUnfinished
                        ? ", never finished; `earshot doctor --fix` removes it" : "")
            }
        }
        if report.isHealthy {
            let hint = report.isFull ? "" : "; `earshot doctor --full` looks closer"
            lines += ["", style.good("nothing is wrong") + hint]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private var statistics: [String] {
        guard let counts = report.statistics else {
            return ["\(report.archive): cannot be counted"]
        }
        let span = [counts.firstEntryAt, counts.lastEntryAt].compactMap { $0 }
            .map { String(ContractJSON.timestamp($0).prefix(10)) }.joined(separator: " to ")
        return [
            "\(report.archive): \(Self.size(counts.sizeInBytes)), "
                + (counts.freeBytes.map { "\(Self.size($0)) of it free, " } ?? "")
                + "schema \(counts.schemaVersion)",
            "  \(counts.entries.counted("entry", "entries")) of \(counts.feeds.counted("feed"))"
                + (span.isEmpty ? "" : ", \(span)"),
            "  \(counts.mentions) with mentions, \(counts.stories.counted("story", "stories")), "
                + "\(counts.editedEntries) edited, \(counts.unsettledEntries) not numbered yet",
            counts.lastDigestAt.map { "  last digest up to \(ContractJSON.timestamp($0))" }
                ?? "  no digest yet; `earshot run` makes the first",
        ]
    }

    private func section(_ title: String, _ items: [String], _ mark: (String) -> String)
        -> [String]
    {
        items.isEmpty ? [] : ["", style.bold(title)] + items.map { "  \(mark("•")) \($0)" }
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(bytes >> 10) KiB" : "\(bytes >> 20) MiB"
    }
}

extension ArchiveFinding {
    fileprivate var line: String { "\(subject): \(message)" }

    fileprivate var advice: String {
        switch remedy {
        case .repair: "; `earshot doctor --fix` mends it"
        case .salvage:
            "; `earshot doctor --fix` saves what can be read, `earshot restore` takes a backup"
        }
    }
}
