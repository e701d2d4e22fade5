import Foundation
import Model

extension DigestView {
    /// What stands around the sections, with links to them.
    static func frame(of digest: Digest, calendar: LocalCalendar, words: PageWords) -> FrameView {
        let scope = digest.scope ?? Digest.Scope(period: .day)
        let title = words.digest(of: scope.period)
        let name = scope.name.map(words.report.inSentence)
        let period = words.report.period(scope.period, digest.window)
        let end = calendar.moment(of: digest.window.through)
        let start = calendar.moment(of: digest.window.after)
        return FrameView(
            language: words.language,
            pageTitle: [title, name, scope.period == .day ? words.report.date(end) : period]
                .compactMap(\.self).joined(separator: ", "),
            kicker: [words.program, title, name].compactMap(\.self).joined(separator: " · "),
            headline: words.report.capitalized(period),
            // For a period that no calendar has a name for, the headline gives the times.
            subline: (scope.period == .span
                ? ""
                : "\(words.report.dateAndTime(start)) – \(words.report.dateAndTime(end)) · ")
                + words.report.posts(
                    digest.totals.counts, mentions: digest.brands.map(\.counts.mentions).total),
            lead: digest.headlines.first ?? "", leadRest: Array(digest.headlines.dropFirst()),
            jumps: jumps(to: digest, words: words)
        ).with(PageTemplates.digestScript)
    }

    // MARK: - Private

    /// To the sections that are there.
    private static func jumps(to digest: Digest, words: PageWords) -> [FrameView.JumpView] {
        var jumps = digest.alerts.isEmpty ? [] : [("alerts", words.alerts)]
        jumps += [("glance", words.atAGlance), ("answers", words.needsAnswer)]
        if digest.tickets != nil { jumps.append(("tickets", words.tickets)) }
        jumps += digest.brandsInDepth.filter { $0.counts != .zero }
            .map { ("brand-\($0.id)", $0.name) }
        if !FacetTableView.all(digest.facets, words: words).isEmpty {
            jumps.append(("about", FacetWords(words.report.language).about))
        }
        if digest.channels?.isEmpty == false {
            jumps.append(("channels", ChannelWords(words.report).channels))
        }
        if digest.regions?.isEmpty == false {
            jumps.append(("regions", ChannelWords(words.report).regions))
        }
        if !digest.recurring.mentions.isEmpty { jumps.append(("recurring", words.whatRecurs)) }
        if !digest.reviewed.isEmpty { jumps.append(("reviewed", words.correctedSince)) }
        if let new = digest.newcomers, !new.sources.isEmpty || new.voices > 0 {
            jumps.append(("new", ToolWords(words.report).newcomers))
        }
        jumps += [("all", words.allMentions), ("health", words.health)]
        return jumps.map { FrameView.JumpView(anchor: $0, jumpName: $1) }
    }
}
