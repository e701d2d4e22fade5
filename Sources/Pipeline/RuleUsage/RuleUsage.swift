package import Foundation
import Model
import Storing

/// How often each rule has fired, and which have not for long: `earshot rules usage`.
///
/// The archive is read as it was at one moment, and nothing is written to it. Tags that the present rules
/// have made already are taken from it, and other entries are tagged by them; so what is counted is what
/// `earshot explain` says of each entry. Keywords that speak against a category are in no tags, and are
/// looked for again, as are the parts of brands that keep a name from counting: these alone are counted in
/// entries that mention no brand, too.
package struct RuleUsage: Sendable {
    /// Of the calendar, for the last whole one.
    package enum Unit: Sendable {
        case week, month
    }

    package struct Options: Sendable {
        package var now: Date
        /// The last whole one is the period; `nil` for `from` and `to`.
        package var unit: Unit?
        /// Where the period begins; `nil` for `silentDays` before its end.
        package var from: Date?
        /// Where it ends; `nil`, and all that is still to come, for `now`.
        package var to: Date?
        /// How many days a rule must not have fired to be told of.
        package var silentDays: Int
        /// Lists every line of the lexicons.
        package var includesAll: Bool

        package init(
            now: Date, unit: Unit? = nil, from: Date? = nil, to: Date? = nil,
            silentDays: Int = 90, includesAll: Bool = false
        ) {
            self.now = now
            self.unit = unit
            self.from = from
            self.to = to
            self.silentDays = silentDays
            self.includesAll = includesAll
        }
    }

    private let workspace: Workspace
    private let options: Options

    package init(workspace: Workspace, options: Options) {
        self.workspace = workspace
        self.options = options
    }

    /// Reads the archive on every core; it blocks the thread it is called on.
    ///
    /// - Parameter progress: Gets the keys read so far, and how many there are; from any thread.
    /// - Throws: `RunError.locked` while a run is at work, whose entries would be in part.
    package func report(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in })
        throws(RunError) -> RuleUsageReport
    {
        let configuration = try workspace.load()
        let rules = configuration.checkedRules
        let archive = try Archive.store(of: workspace)
        let periods = UsagePeriods(options, timeZone: rules.rules.routing.timeZone)
        let firings = RuleFirings(rules.rules)
        let tagger = workspace.tagger(for: rules)
        let pass = try ArchivePass(over: workspace)
        return try storing { () throws(StoreError) in
            let heardSince = try Reports(store: archive, configuration: configuration)
                .heardSince(by: periods.period.upperBound)
            let none = Counting(tally: RuleTally(rules: firings.used.list.count, periods))
            let tally = try archive.withSnapshot { snapshot in
                let said = try snapshot.corrections()
                return try pass.tallies(
                    of: try snapshot.keys, from: nil, to: periods.period.upperBound,
                    beginningWith: none, progress: progress
                ) { entry, counting throws(StoreError) in
                    counting.tally.entries += 1
                    guard let (read, tags) = try entry.tagged(by: rules, tagger) else {
                        if let kept = firings.firings(ofUnmentioning: entry.text) {
                            counting.tally.add(kept, onUnmentioning: entry.date)
                        }
                        return
                    }
                    let fired = firings.firings(
                        of: tags, in: read, against: tagger.opposingKeywords(in: read, tags: tags),
                        from: entry.text.source, knowing: &counting.forms)
                    let judged = entry.sequence.flatMap { said[$0] } ?? []
                    counting.tally.add(
                        fired, on: entry.date, isSpam: tags.isSpam, said: judged.filter(tags.has))
                }.reduce(into: none.tally) { $0.merge($1.tally) }
            }
            return RuleUsageReport(
                firings.used, tally, periods, rulesHash: rules.hash, heardSince: heardSince,
                timeZone: rules.rules.routing.timeZone, options: options)
        }
    }

    // MARK: - Private

    /// What one reader has.
    private struct Counting: Sendable {
        var tally: RuleTally
        var forms = NameForms()
    }
}

extension Reports {
    /// Since when all that was said of brands is there: since anybody listens, or since what retention
    /// or somebody's wish has not taken out.
    fileprivate func heardSince(by moment: Date) throws(StoreError) -> Date {
        let listened = try listenedSince(try firstHeard(), by: moment)
        return max(listened, try keptSince(moment) ?? listened)
    }
}

extension Snapshot.TaggedText {
    /// - Returns: `nil` where the entry mentions no brand.
    fileprivate func tagged(by rules: CheckedRules, _ tagger: Tagger) throws(StoreError)
        -> (read: ReadEntry, tags: Tags)?
    {
        if rulesHash == rules.hash { return isMention ? (ReadEntry(text), try tags) : nil }
        guard tagger.mayMention(in: text) else { return nil }
        let read = ReadEntry(text)
        return tagger.tagsIfMention(in: read).map { (read, $0) }
    }
}
