import Model

/// The feeds of a site in words, with what to write in a feeds file.
package struct DiscoveryText: Sendable {
    private let report: FeedDiscovery.Report
    private let style: TerminalStyle

    package init(_ report: FeedDiscovery.Report, style: TerminalStyle) {
        self.report = report
        self.style = style
    }

    package var text: String {
        var lines: [String] = []
        if report.found.isEmpty {
            lines.append(
                report.isPageRead
                    ? "no feed was found; listen to the site as a page: 'kind: page'"
                    : "no feed was found, for the page cannot be read")
        } else {
            lines += report.found.flatMap(self.lines)
            lines += ["", "To listen to them, put these lines into a file of feeds/:", ""]
            lines.append(report.yaml.withoutControlsInLines)
        }
        lines += report.failed.map { style.faint("tried \($0.url): \($0.reason)".withoutControls) }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private func lines(of feed: FeedDiscovery.Found) -> [String] {
        let newest =
            feed.newestEntryAt.map { ", the newest of \(ContractJSON.timestamp($0))" } ?? ""
        let language = feed.language.map { ", \($0)" } ?? ""
        let origin = feed.isDeclared ? "" : ", not declared by the page"
        return [
            style.bold(feed.url),
            "    \(feed.title ?? "no title")  (\(feed.format.rawValue)\(language), "
                + "\(feed.entries.counted("entry", "entries"))\(newest)\(origin))",
        ].map(\.withoutControls)
    }
}

/// What an import did, in words.
package struct ImportText: Sendable {
    private let report: FeedImport.Report
    private let style: TerminalStyle

    package init(_ report: FeedImport.Report, style: TerminalStyle) {
        self.report = report
        self.style = style
    }

    package var text: String {
        var lines = report.problems.map {
            style.faint("repaired line \($0.line): \($0.message)".withoutControls)
        }
        lines += report.skipped.map { "left out \($0.name): \($0.reason)".withoutControls }
        if let file = report.file {
            lines.append(
                style.bold(report.imported.counted("feed"))
                    + " written to \(file), "
                    + "\(report.skipped.count) left out; " + next)
        } else {
            lines.append("nothing new in the list, so nothing was written")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var next: String {
        let all = report.imported == 1 ? "it" : "them"
        return switch report.switchedOff {
        case 0: "`earshot run` polls \(all)"
        case report.imported: "switched off by the list: set `enabled: true` to poll \(all)"
        case let off: "`earshot run` polls them, but for \(off) that the list has switched off"
        }
    }
}

extension String {
    fileprivate var withoutControlsInLines: String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).withoutControls }.joined(separator: "\n")
    }
}
