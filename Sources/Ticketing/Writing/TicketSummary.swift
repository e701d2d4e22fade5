import Model

/// One ticket that stands for many: their severity, category, team and address, and none of their
/// words, so that what is forgotten later was never in it.
struct TicketSummary {
    let rules: Rules
    let language: LanguageCode
    let markup: TicketMarkup
    /// The most UTF-16 units of its body.
    let length: Int
    private var words: TicketWords { TicketWords.inLanguage(language) }

    func body(of entries: [HeardEntry], key: String) -> String {
        fitting(entries.map(line), between: [words.summaryOpening, ""], and: ["", key])
    }

    // MARK: - Private

    private func line(_ entry: HeardEntry) -> String {
        let tags = entry.tags
        let kind = tags.categories.map { rules.name(of: $0.id, in: language) }
        let parts = [
            "#\(entry.sequence)", words.severities[tags.severity] ?? "",
            kind.joined(separator: ", "), rules.name(of: tags.team, in: language),
        ].filter { !$0.isEmpty }
        return markup.escaped(parts.joined(separator: ", ")) + " "
            + (entry.link.map(markup.link) ?? "")
    }

    /// As many lines as the system takes; the rest are counted in their last.
    private func fitting(_ lines: [String], between head: [String], and foot: [String]) -> String {
        func finished(_ lines: [String]) -> String {
            markup.finished((head + lines + foot).joined(separator: "\n"))
        }
        let whole = finished(lines)
        guard whole.utf16.count > length else { return whole }
        var used = finished(["… +\(lines.count)"]).utf16.count
        let kept = lines.prefix { line in
            used += markup.finished(line + "\n").utf16.count
            return used <= length
        }
        return finished(kept + ["… +\(lines.count - kept.count)"])
    }
}
