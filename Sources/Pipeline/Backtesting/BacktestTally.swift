import Foundation
import Model

/// What has been counted so far of an archive by two sets of rules.
struct BacktestTally: Sendable {
    /// Mentions of one brand, spam left out, as trends count them.
    struct Tones: Hashable, Sendable {
        var mentions = 0
        var negative = 0

        static func += (one: inout Self, other: Self) {
            one.mentions += other.mentions
            one.negative += other.negative
        }
    }

    struct WeekOfBrand: Hashable, Sendable {
        /// Index into the weeks.
        let week: Int
        let brand: Brand.ID
    }

    struct Found: Sendable {
        var entries = 0
        var examples: ExampleSample
    }

    private(set) var entries = 0
    /// Entries that mention a brand.
    private(set) var mentionsBefore = 0
    private(set) var mentionsAfter = 0
    /// Entries that mention a brand by either set of rules.
    private(set) var mentionsByEither = 0
    private(set) var changedEntries = 0
    private(set) var changes: [BacktestChange: Found] = [:]
    private(set) var weeksBefore: [WeekOfBrand: Tones] = [:]
    private(set) var weeksAfter: [WeekOfBrand: Tones] = [:]

    private let examples: Int
    private let weeks: BacktestWeeks

    init(examples: Int, weeks: BacktestWeeks) {
        self.examples = examples
        self.weeks = weeks
    }

    /// Counts an entry that is the same by both sets.
    ///
    mutating func add(unchanged verdict: EntryVerdict, said date: Date) {
        entries += 1
        guard verdict.isMention else { return }
        mentionsBefore += 1
        mentionsAfter += 1
        mentionsByEither += 1
        let week = weeks.index(of: date)
        Self.count(verdict, in: week, &weeksBefore)
        Self.count(verdict, in: week, &weeksAfter)
    }

    mutating func add(
        _ before: EntryVerdict, _ after: EntryVerdict, key: Int64, source: Feed.ID, said date: Date
    ) {
        let changes = before.changes(to: after)
        guard !changes.isEmpty else {
            add(unchanged: before, said: date)
            return
        }
        entries += 1
        changedEntries += 1
        mentionsByEither += 1
        if before.isMention { mentionsBefore += 1 }
        if after.isMention { mentionsAfter += 1 }
        for change in changes {
            var found =
                self.changes[change] ?? Found(examples: ExampleSample(limit: examples))
            found.entries += 1
            found.examples.add(key, of: source)
            self.changes[change] = found
        }
        let week = weeks.index(of: date)
        Self.count(before, in: week, &weeksBefore)
        Self.count(after, in: week, &weeksAfter)
    }

    mutating func merge(_ other: BacktestTally) {
        entries += other.entries
        mentionsBefore += other.mentionsBefore
        mentionsAfter += other.mentionsAfter
        mentionsByEither += other.mentionsByEither
        changedEntries += other.changedEntries
        changes.merge(other.changes) { one, other in
            var one = one
            one.entries += other.entries
            one.examples.merge(other.examples)
            return one
        }
        let add = { (one: Tones, other: Tones) in
            var sum = one
            sum += other
            return sum
        }
        weeksBefore.merge(other.weeksBefore, uniquingKeysWith: add)
        weeksAfter.merge(other.weeksAfter, uniquingKeysWith: add)
    }

    // MARK: - Private

    private static func count(
        _ verdict: EntryVerdict, in week: Int?, _ weeks: inout [WeekOfBrand: Tones]
    ) {
        guard let week, !verdict.isSpam else { return }
        for (brand, label) in verdict.brands {
            weeks[WeekOfBrand(week: week, brand: brand), default: Tones()] += Tones(
                mentions: 1, negative: label == .negative ? 1 : 0)
        }
    }
}
