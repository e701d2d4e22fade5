package import Foundation
package import Model

/// What changes when one set of rules takes the place of another, as people review it.
package struct BacktestReport: Sendable, Encodable {
    /// One of the two sets of rules.
    package struct Side: Sendable, Encodable {
        package let rules: String
        package let rulesHash: String
        /// Entries that mention a brand.
        package let mentions: Int
    }

    package struct Change: Sendable, Encodable {
        package let dimension: BacktestChange.Dimension
        package let brand: Brand.ID?
        package let from: String?
        package let to: String?
        package let entries: Int
        package let examples: [Example]
    }

    package struct Example: Sendable, Encodable {
        package let feed: Feed.ID
        package let date: Date
        package let link: String?
        package let title: String?
        package let snippet: Snippet
        /// Which rule says so on each side, and what in the text it goes by.
        package let reasonBefore: String
        package let reasonAfter: String
    }

    /// A piece of a text around what it is shown for.
    package struct Snippet: Sendable, Encodable {
        package let text: String
        /// Unicode scalars of the piece; absent where nothing is marked.
        package let start: Int?
        package let end: Int?
    }

    /// What a week's trend would have been.
    package struct Week: Sendable, Encodable {
        /// Monday.
        package let from: Date
        package let brand: Brand.ID
        package let before: Tones
        package let after: Tones
    }

    package struct Tones: Sendable, Encodable {
        package let mentions: Int
        package let negative: Int
        /// 0 … 1, four decimals; absent without a mention.
        package let negativeShare: Double?
    }

    package let schemaVersion = 1
    package let now: Date
    package let since: Date?
    package let until: Date?
    package let before: Side
    package let after: Side
    /// Entries looked at.
    package let entries: Int
    /// Entries that mention a brand by either set.
    package let mentions: Int
    package let changedEntries: Int
    /// Of `mentions`; 0 … 1, four decimals.
    package let changedShare: Double
    /// The most frequent of each dimension first.
    package let changes: [Change]
    /// By brand, then by week.
    package let weeks: [Week]
    /// On whose clocks the weeks begin, for who shows their days; an IANA name.
    package let timeZone: String

    /// Whether more than so many percent of the mentions change.
    package func changes(moreThan percent: Double) -> Bool {
        Double(changedEntries) * 100 > percent * Double(mentions)
    }

    private enum CodingKeys: CodingKey {
        case schemaVersion, now, since, until, before, after, entries, mentions, changedEntries
        case changedShare, changes, weeks
    }
}

extension BacktestReport {
    init<Failure>(
        _ comparison: Comparison, _ tally: BacktestTally, options: Backtest.Options,
        example: (Int64, BacktestChange) throws(Failure) -> Example?
    ) throws(Failure) {
        now = options.now
        timeZone = comparison.before.rules.routing.timeZone
        since = options.since
        until = options.until
        before = Side(
            rules: comparison.before.folder, rulesHash: comparison.before.hash,
            mentions: tally.mentionsBefore)
        after = Side(
            rules: comparison.after.folder, rulesHash: comparison.after.hash,
            mentions: tally.mentionsAfter)
        entries = tally.entries
        mentions = tally.mentionsByEither
        changedEntries = tally.changedEntries
        changedShare =
            tally.mentionsByEither == 0
            ? 0
            : (Double(tally.changedEntries) / Double(tally.mentionsByEither)).rounded(decimals: 4)
        var changes: [Change] = []
        for (change, found) in tally.changes.sorted(by: Self.isListed) {
            var examples: [Example] = []
            for key in found.examples.keys {
                if let example = try example(key, change) { examples.append(example) }
            }
            changes.append(
                Change(
                    dimension: change.dimension, brand: change.brand, from: change.from,
                    to: change.to, entries: found.entries, examples: examples))
        }
        self.changes = changes
        weeks = Self.weeks(tally, comparison.weeks)
    }

    // MARK: - Private

    private static func isListed(
        _ one: (key: BacktestChange, value: BacktestTally.Found),
        before other: (key: BacktestChange, value: BacktestTally.Found)
    ) -> Bool {
        guard one.key.dimension == other.key.dimension else { return one.key < other.key }
        guard one.value.entries == other.value.entries else {
            return one.value.entries > other.value.entries
        }
        return one.key < other.key
    }

    private static func weeks(_ tally: BacktestTally, _ weeks: BacktestWeeks) -> [Week] {
        let brands = Set(tally.weeksBefore.keys.map(\.brand))
            .union(tally.weeksAfter.keys.map(\.brand))
        return brands.sorted().flatMap { brand in
            weeks.bounds.dropLast().enumerated().map { number, start in
                let week = BacktestTally.WeekOfBrand(week: number, brand: brand)
                return Week(
                    from: start, brand: brand, before: Tones(tally.weeksBefore[week]),
                    after: Tones(tally.weeksAfter[week]))
            }
        }
    }
}

extension BacktestReport.Tones {
    fileprivate init(_ tones: BacktestTally.Tones?) {
        mentions = tones?.mentions ?? 0
        negative = tones?.negative ?? 0
        negativeShare =
            mentions == 0 ? nil : (Double(negative) / Double(mentions)).rounded(decimals: 4)
    }
}
