package import Foundation
package import Model

/// How often each rule has fired, as those who keep the rules read it.
///
/// Rules that have not fired for long come first, then those that fire far more or less often than
/// before, then all others, the most fired first.
package struct RuleUsageReport: Sendable, Encodable {
    package struct Period: Sendable, Encodable {
        package let from: Date
        /// Exclusive.
        package let to: Date
        /// Entries that mention a brand.
        package let mentions: Int
    }

    package enum Drift: String, Sendable, Encodable {
        case more, less
    }

    package struct Rule: Sendable {
        package let rule: UsedRule
        /// Entries of the period in which it fired.
        package let entries: Int
        /// Those of them that are spam, which no other report counts.
        package let spam: Int
        /// Entries of the time before; `nil` where not all of that was heard, or may be gone.
        package let entriesBefore: Int?
        /// Entries of the whole archive, until the period's end.
        package let entriesEver: Int
        /// When it fired last; `nil` for never.
        package let last: Date?
        /// Whether it has not fired since `silentSince`.
        package let isSilent: Bool
        /// `nil` where it fires as often as before, or nobody can tell.
        package let drift: Drift?
        /// How many times as often, for a rule that drifts; `nil` where it did not fire before.
        package let factor: Double?
        /// Entries of the period in which reviewers said that what it gave is right, and wrong; `nil`
        /// where nobody said anything.
        package let confirmed: Int?
        package let corrected: Int?
        /// What was not corrected of what it gave, 0 … 1, four decimals; `nil` as they are.
        package let hitRate: Double?
    }

    /// What there is of one language's lexicon.
    package struct Lexicon: Sendable, Encodable {
        package let language: LanguageCode
        /// Lines that tell tone.
        package let lines: Int
        /// Those of them that fired in the period, and ever.
        package let firedLines: Int
        package let everFiredLines: Int
    }

    package let schemaVersion = 1
    package let now: Date
    package let rulesHash: String
    package let period: Period
    /// As long, and right before; `nil` where not all of it was heard.
    package let before: Period?
    /// Since when all that was said of brands is there.
    package let heardSince: Date
    package let silentSince: Date
    /// Entries looked at, and those of them that mention a brand, until the period's end.
    package let entries: Int
    package let mentions: Int
    /// Of the lines of lexicons those that drift, that somebody corrected, and the most fired of each
    /// language, unless all were asked for.
    package let rules: [Rule]
    package let lexicons: [Lexicon]
    /// On whose clocks its days are told; an IANA name.
    package let timeZone: String
    /// Whether every line was asked for.
    package let hasAll: Bool

    private enum CodingKeys: CodingKey {
        case schemaVersion, now, rulesHash, period, before, heardSince, silentSince, entries
        case mentions, rules, lexicons
    }
}

extension RuleUsageReport {
    /// Of each language's lexicon so many lines are listed, the most fired.
    static let listedLines = 20

    init(
        _ used: UsedRules, _ tally: RuleTally, _ periods: UsagePeriods, rulesHash: String,
        heardSince: Date, timeZone: String, options: RuleUsage.Options
    ) {
        now = options.now
        self.rulesHash = rulesHash
        self.timeZone = timeZone
        self.heardSince = heardSince
        hasAll = options.includesAll
        silentSince = periods.silentSince
        entries = tally.entries
        mentions = tally.mentions.ever
        period = Period(
            from: periods.period.lowerBound, to: periods.period.upperBound,
            mentions: tally.mentions.entries)
        let isCompared = heardSince <= periods.before.lowerBound
        before =
            isCompared
            ? Period(
                from: periods.before.lowerBound, to: periods.before.upperBound,
                mentions: tally.mentions.before) : nil
        let ranked = zip(used.list, tally.counts).map { rule, count in
            RankedRule(
                rule: rule, count: count,
                isSilent: count.last.map { $0 < periods.silentSince } ?? true,
                drift: isCompared && !rule.kind.keepsNamesOut
                    ? RuleDrift(count, among: tally.mentions) : nil)
        }
        lexicons = Self.lexicons(ranked)
        let listed = options.includesAll ? [] : Self.mostFiredLines(ranked)
        rules = ranked.filter { rule in
            options.includesAll || rule.rule.kind != .tone || rule.drift != nil
                || rule.count.corrected > 0 || listed.contains(rule.rule)
        }
        .sorted().map { Rule($0, isCompared: isCompared) }
    }

    // MARK: - Private

    private static func lexicons(_ rules: [RankedRule]) -> [Lexicon] {
        let lines = rules.filter { $0.rule.kind == .tone }
        return Dictionary(grouping: lines) { $0.rule.language ?? .undetermined }
            .sorted { $0.key < $1.key }
            .map { language, lines in
                Lexicon(
                    language: language, lines: lines.count,
                    firedLines: lines.count { $0.count.entries > 0 },
                    everFiredLines: lines.count { $0.count.ever > 0 })
            }
    }

    /// Of each language.
    private static func mostFiredLines(_ rules: [RankedRule]) -> Set<UsedRule> {
        let fired = rules.filter { $0.rule.kind == .tone && $0.count.entries > 0 }
        return Set(
            Dictionary(grouping: fired, by: \.rule.language).values.flatMap { lines in
                lines.sorted(by: RankedRule.isMoreFired).prefix(listedLines).map(\.rule)
            })
    }
}

extension RuleUsageReport.Rule: Encodable {
    private enum CodingKeys: String, CodingKey {
        case kind, name, language, rule, entries, entriesBefore, entriesEver, last, drift, factor
        case confirmed, corrected, hitRate
        case owner = "of"
        case isAgainst = "against"
        case isSilent = "silent"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule.kind, forKey: .kind)
        try container.encode(rule.name, forKey: .name)
        try container.encodeIfPresent(rule.owner, forKey: .owner)
        try container.encodeIfPresent(rule.language, forKey: .language)
        try container.encodeIfPresent(rule.isAgainst ? true : nil, forKey: .isAgainst)
        try container.encode(rule.place.description, forKey: .rule)
        try container.encode(entries, forKey: .entries)
        try container.encodeIfPresent(entriesBefore, forKey: .entriesBefore)
        try container.encode(entriesEver, forKey: .entriesEver)
        try container.encodeIfPresent(last, forKey: .last)
        try container.encode(isSilent, forKey: .isSilent)
        try container.encodeIfPresent(drift, forKey: .drift)
        try container.encodeIfPresent(factor, forKey: .factor)
        try container.encodeIfPresent(confirmed, forKey: .confirmed)
        try container.encodeIfPresent(corrected, forKey: .corrected)
        try container.encodeIfPresent(hitRate, forKey: .hitRate)
    }
}

extension RuleUsageReport.Rule {
    fileprivate init(_ ranked: RankedRule, isCompared: Bool) {
        let count = ranked.count
        rule = ranked.rule
        entries = count.entries
        spam = count.spam
        entriesBefore = isCompared && !rule.kind.keepsNamesOut ? count.before : nil
        entriesEver = count.ever
        last = count.last
        isSilent = ranked.isSilent
        drift = ranked.drift.map { $0.deviation > 0 ? .more : .less }
        factor = ranked.drift?.factor
        let isJudged = count.confirmed + count.corrected > 0
        confirmed = isJudged ? count.confirmed : nil
        corrected = isJudged ? count.corrected : nil
        hitRate =
            isJudged
            ? (1 - Double(count.corrected) / Double(count.entries)).rounded(decimals: 4) : nil
    }
}

/// A rule with what decides where it stands in the report.
struct RankedRule: Comparable {
    let rule: UsedRule
    let count: RuleTally.Count
    let isSilent: Bool
    let drift: RuleDrift?

    static func < (one: Self, other: Self) -> Bool {
        if one.part != other.part { return one.part < other.part }
        switch one.part {
        case .silent:
            // What fired until lately tells more than what never did.
            let (last, otherLast) = (one.count.last, other.count.last)
            if last != otherLast { return last ?? .distantPast > otherLast ?? .distantPast }
        case .drifting:
            let (far, otherFar) = (one.deviation, other.deviation)
            if far != otherFar { return far > otherFar }
        case .steady:
            return isMoreFired(one, other)
        }
        return one.rule < other.rule
    }

    static func isMoreFired(_ one: Self, _ other: Self) -> Bool {
        if one.count.entries != other.count.entries {
            return one.count.entries > other.count.entries
        }
        return one.count.ever == other.count.ever
            ? one.rule < other.rule : one.count.ever > other.count.ever
    }

    // MARK: - Private

    private enum Part: Int, Comparable {
        case silent, drifting, steady

        static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    private var part: Part { isSilent ? .silent : drift == nil ? .steady : .drifting }

    private var deviation: Double { drift?.deviation.magnitude ?? 0 }
}
