import Foundation
import Model
import Reporting

/// The use of rules as those who keep them read it in a terminal.
package struct RuleUsageText {
    private let report: RuleUsageReport
    private let style: TerminalStyle
    private let calendar: LocalCalendar

    /// Of what might be endless so many rows are shown, unless all were asked for.
    private static let shown = 20
    private static let shownOfKind = 10

    package init(_ report: RuleUsageReport, style: TerminalStyle) {
        self.report = report
        self.style = style
        calendar = LocalCalendar(timeZone: report.timeZone)
    }

    package var text: String {
        (heading + silent + drifting + fired + lexicons + note).joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    private typealias Rule = RuleUsageReport.Rule

    private var heading: [String] {
        let before =
            report.before.map {
                "\($0.mentions) in the time before, \(day($0.from)) – \(day($0.to - 1))"
            } ?? "the time before was not all heard (heard since \(day(report.heardSince)))"
        return [
            style.bold("\(day(report.period.from)) – \(day(report.period.to - 1))"),
            "\(report.period.mentions.counted("mention")); \(before)",
        ]
    }

    private var silent: [String] {
        let silent = report.rules.filter(\.isSilent)
        let told = report.hasAll ? silent : tellingRules(among: silent)
        var table = TextTable([("rule", .left), ("last fired", .left), ("where", .left)])
        for rule in told {
            table.add([name(of: rule), rule.last.map(day) ?? "never", rule.rule.place.description])
        }
        let rest = report.hasAll ? [] : silentKeywords
        let title =
            report.heardSince > report.silentSince
            ? "not fired since listening began on \(day(report.heardSince))"
            : "not fired for \(silentDays.counted("day"))"
        guard !told.isEmpty || !rest.isEmpty else {
            return ["", style.good("no rule that has \(title)")]
        }
        let parts = [told.isEmpty ? [] : table.lines(), rest].filter { !$0.isEmpty }
        return ["", style.bold(title)] + parts.joined(separator: [""])
    }

    private var silentDays: Int {
        Int(report.period.to.timeIntervalSince(report.silentSince) / 86_400)
    }

    /// Without the parts of what is silent as a whole, and without keywords that never fired or are too
    /// many.
    private func tellingRules(among silent: [Rule]) -> [Rule] {
        let bearers = Set(silent.filter { $0.rule.kind.isBearer }.map(\.rule.name))
        let topics = Set(silent.filter { $0.rule.kind.isTopic }.map(\.rule.name))
        var keywords = 0
        return silent.filter { rule in
            switch rule.rule.kind {
            case .name, .source, .contextWord, .exception, .struckForm:
                return !bearers.contains(rule.rule.owner ?? "")
            case .query, .learntKeywords:
                return !topics.union(bearers).contains(rule.rule.owner ?? "")
            case .keyword:
                guard rule.last != nil, !topics.contains(rule.rule.owner ?? "") else {
                    return false
                }
                keywords += 1
                return keywords <= Self.shown
            case .brand, .category, .facet, .location, .route, .severity, .tone, .learntTone:
                return true
            }
        }
    }

    /// How many keywords of what is given now and then are silent.
    private var silentKeywords: [String] {
        let topics = report.rules.filter { $0.rule.kind.isTopic && !$0.isSilent }
        let keywords = Dictionary(
            grouping: report.rules.filter { $0.rule.kind == .keyword }
        ) { $0.rule.owner ?? "" }
        let rows = topics.map(\.rule).sorted().compactMap { topic -> [String]? in
            let own = keywords[topic.name] ?? []
            let silent = own.count(where: \.isSilent)
            let never = own.count { $0.last == nil }
            return silent == 0 ? nil : [topic.name, "\(silent)", "\(never)", "\(own.count)"]
        }
        guard !rows.isEmpty else { return [] }
        var table = TextTable([
            ("keywords of", .left), ("silent", .right), ("never fired", .right), ("all", .right),
        ])
        for row in rows { table.add(row) }
        return table.lines()
    }

    private var drifting: [String] {
        let rules = report.rules.filter { $0.drift != nil }
        guard !rules.isEmpty else { return [] }
        var table = TextTable([
            ("rule", .left), ("entries", .right), ("before", .right), ("times", .right),
            ("where", .left),
        ])
        for rule in rules.prefix(report.hasAll ? rules.count : Self.shown) {
            table.add([
                name(of: rule), "\(rule.entries)", before(rule),
                rule.factor.map { $0.text(decimals: $0 < 1 ? 2 : 1) } ?? "new",
                rule.rule.place.description,
            ])
        }
        return ["", style.bold("fired far more or less than before")] + table.lines()
            + more(than: Self.shown, of: rules.count)
    }

    private var fired: [String] {
        let fired = report.rules.filter { $0.entries > 0 }
        guard !fired.isEmpty else { return [] }
        var table = TextTable([
            ("rule", .left), ("entries", .right), ("before", .right), ("last fired", .left),
            ("right", .right), ("wrong", .right), ("where", .left),
        ])
        for kind in UsedRule.Kind.allCases {
            let ofKind = fired.filter { $0.rule.kind == kind }.sorted {
                $0.entries == $1.entries ? $0.rule < $1.rule : $0.entries > $1.entries
            }
            for (place, rule) in ofKind.enumerated()
            where report.hasAll || place < Self.shownOfKind || rule.corrected ?? 0 > 0 {
                table.add([
                    name(of: rule), "\(rule.entries)", before(rule),
                    rule.last.map(day) ?? "never", share(rule.confirmed, of: rule),
                    share(rule.corrected, of: rule), rule.rule.place.description,
                ])
            }
        }
        return ["", style.bold("fired most")] + table.lines()
    }

    private var lexicons: [String] {
        guard !report.lexicons.isEmpty else { return [] }
        var table = TextTable([
            ("lexicon", .left), ("lines", .right), ("fired", .right), ("ever fired", .right),
        ])
        for lexicon in report.lexicons {
            table.add([
                lexicon.language.rawValue, "\(lexicon.lines)", "\(lexicon.firedLines)",
                "\(lexicon.everFiredLines)",
            ])
        }
        return [""] + table.lines()
    }

    private var note: [String] {
        report.hasAll ? [] : ["", style.faint("--all lists every keyword and line")]
    }

    private func more(than shown: Int, of all: Int) -> [String] {
        report.hasAll || all <= shown ? [] : ["… and \(all - shown) more"]
    }

    private func day(_ date: Date) -> String {
        calendar.dayName(of: date)
    }

    private func before(_ rule: Rule) -> String {
        rule.entriesBefore.map { "\($0)" } ?? "–"
    }

    /// Of the entries in which it fired: `3 (12 %)`.
    private func share(_ count: Int?, of rule: Rule) -> String {
        guard let count else { return "–" }
        let share = 100 * Double(count) / Double(rule.entries)
        return "\(count) (\(share.text(decimals: 0)) %)"
    }

    private func name(of rule: Rule) -> String {
        let rule = rule.rule
        let quoted = "\"\(rule.name.withoutControls)\""
        let owner = rule.owner.map { rule.isAgainst ? " against \($0)" : " of \($0)" } ?? ""
        let language = rule.language.map { " (\($0))" } ?? ""
        return switch rule.kind {
        case .brand, .category, .severity: "\(rule.kind.rawValue) \(rule.name)"
        case .facet, .location: rule.name
        case .source: "source \(rule.name)\(owner)"
        case .name: "name \(quoted)\(owner)"
        case .contextWord: "context word \(quoted)\(owner)"
        case .exception: "exception \(quoted)\(owner)"
        case .struckForm: "struck form \(quoted)\(owner)"
        case .keyword: "keyword \(quoted)\(owner)\(language)"
        case .query: "query\(owner)"
        case .learntKeywords: "\(rule.name)\(owner) that were learnt\(language)"
        case .route: "route to \(rule.name)"
        case .tone: "tone \(quoted)\(language)"
        case .learntTone: "\(rule.name) of tone that were learnt\(language)"
        }
    }
}

extension UsedRule.Kind {
    /// Whether it has names.
    fileprivate var isBearer: Bool { self == .brand || self == .location }
    /// Whether it has keywords.
    fileprivate var isTopic: Bool { self == .category || self == .facet }
}
