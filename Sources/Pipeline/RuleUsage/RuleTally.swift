import Foundation
import Model

/// How often each rule has fired, as far as the archive has been read.
struct RuleTally: Sendable {
    struct Count: Hashable, Sendable {
        /// Entries of the period.
        var entries = 0
        /// Those of them that are spam.
        var spam = 0
        /// Entries of the time before.
        var before = 0
        /// Entries of the whole archive, until the period's end.
        var ever = 0
        /// When the last of them was said.
        var last: Date?
        /// Entries of the period in which a reviewer said that what it gave is right.
        var confirmed = 0
        /// The same of what is wrong.
        var corrected = 0
    }

    /// By the number of the rule.
    private(set) var counts: [Count]
    /// Entries looked at.
    var entries = 0
    /// Entries that mention a brand.
    private(set) var mentions = Count()

    private let periods: UsagePeriods

    init(rules: Int, _ periods: UsagePeriods) {
        counts = Array(repeating: Count(), count: rules)
        self.periods = periods
    }

    /// Counts an entry that mentions a brand.
    ///
    /// - Parameter said: By people of the tags that the rules give the entry now.
    mutating func add(
        _ firings: Set<RuleFiring>, on date: Date, isSpam: Bool, said: [Correction]
    ) {
        mentions.add(date, periods)
        for rule in Set(firings.map(\.rule)) {
            counts[rule].add(date, periods)
            if isSpam, periods.period.contains(date) { counts[rule].spam += 1 }
        }
        guard !said.isEmpty, periods.period.contains(date) else { return }
        for rule in Self.rules(firings, in: said.filter(\.isConfirmation)) {
            counts[rule].confirmed += 1
        }
        for rule in Self.rules(firings, in: said.filter { !$0.isConfirmation }) {
            counts[rule].corrected += 1
        }
    }

    /// Counts what kept names from counting in an entry that mentions no brand.
    mutating func add(_ firings: Set<RuleFiring>, onUnmentioning date: Date) {
        for rule in Set(firings.map(\.rule)) { counts[rule].add(date, periods) }
    }

    mutating func merge(_ other: RuleTally) {
        entries += other.entries
        mentions.merge(other.mentions)
        for rule in counts.indices { counts[rule].merge(other.counts[rule]) }
    }

    // MARK: - Private

    private static func rules(_ firings: Set<RuleFiring>, in said: [Correction]) -> Set<Int> {
        Set(firings.filter { firing in said.contains { $0.isSaid(of: firing.tag) } }.map(\.rule))
    }
}

extension RuleTally.Count {
    fileprivate mutating func add(_ date: Date, _ periods: UsagePeriods) {
        ever += 1
        last = max(last ?? date, date)
        if periods.period.contains(date) { entries += 1 }
        if periods.before.contains(date) { before += 1 }
    }

    fileprivate mutating func merge(_ other: Self) {
        entries += other.entries
        spam += other.spam
        before += other.before
        ever += other.ever
        last = [last, other.last].compactMap(\.self).max()
        confirmed += other.confirmed
        corrected += other.corrected
    }
}

extension Correction {
    /// Whether a reviewer judged what a rule gave; of a tone only those that spoke for it are judged.
    fileprivate func isSaid(of tag: RuleFiring.Tag) -> Bool {
        switch (field, tag) {
        case (.brand, .brand(let brand)): return brand == self.brand
        case (.category, .category(let category)): return category == was
        case (.tone, .tone(let brand, let isPraise)):
            guard brand == self.brand else { return false }
            switch was.flatMap(Sentiment.Label.init) {
            case .positive: return isPraise
            case .negative: return !isPraise
            case .mixed: return true
            case .neutral, .undecided, nil: return false
            }
        case (_, .brand), (_, .category), (_, .tone), (_, .unjudged): return false
        }
    }
}
