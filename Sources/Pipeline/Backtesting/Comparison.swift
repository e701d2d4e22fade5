import Model
import Storing

/// Two sets of rules side by side.
struct Comparison: Sendable {
    let before: CheckedRules
    let after: CheckedRules
    let taggerBefore: Tagger
    let taggerAfter: Tagger
    let weeks: BacktestWeeks

    private let difference: RuleDifference
    private let isThorough: Bool

    /// - Parameter isThorough: Tags every entry by both sets, whatever they have in common.
    init(
        before: CheckedRules, after: CheckedRules, isThorough: Bool, weeks: BacktestWeeks
    ) {
        self.before = before
        self.after = after
        self.isThorough = isThorough
        self.weeks = weeks
        taggerBefore = Tagger(rules: before.rules)
        taggerAfter = Tagger(rules: after.rules)
        difference = RuleDifference(from: before.rules, to: after.rules)
    }

    /// Counts an entry by both sets.
    func compare(
        _ entry: Snapshot.TaggedText, into tally: inout BacktestTally
    ) throws(StoreError) {
        let isAlike = !isThorough && !difference.mayChangeTags(of: entry.text)
        if isAlike, !difference.concernsTriage {
            tally.add(unchanged: EntryVerdict(try tagsByEither(of: entry)), said: entry.date)
            return
        }
        let (before, after) = try isAlike ? triaged(entry) : tagged(entry)
        tally.add(before, after, key: entry.key, source: entry.feed, said: entry.date)
    }

    // MARK: - Private

    private func isTagged(_ entry: Snapshot.TaggedText, by rules: CheckedRules) -> Bool {
        !isThorough && entry.rulesHash == rules.hash
    }

    /// What an entry with the same tags by both sets has.
    private func tagsByEither(of entry: Snapshot.TaggedText) throws(StoreError) -> Tags? {
        guard isTagged(entry, by: before) || isTagged(entry, by: after) else {
            return taggerBefore.tagsIfMention(in: entry.text)
        }
        return entry.isMention ? try entry.tags : nil
    }

    /// Only severity and team may differ.
    private func triaged(
        _ entry: Snapshot.TaggedText
    ) throws(StoreError) -> (EntryVerdict, EntryVerdict) {
        let tags = try tagsByEither(of: entry)
        return (
            EntryVerdict(tags.map(taggerBefore.triaging)),
            EntryVerdict(tags.map(taggerAfter.triaging))
        )
    }

    private func tagged(
        _ entry: Snapshot.TaggedText
    ) throws(StoreError) -> (EntryVerdict, EntryVerdict) {
        if isThorough {
            return (
                EntryVerdict(taggerBefore.tags(for: entry.text)),
                EntryVerdict(taggerAfter.tags(for: entry.text))
            )
        }
        guard taggerBefore.mayMention(in: entry.text) || taggerAfter.mayMention(in: entry.text)
        else { return (EntryVerdict(nil), EntryVerdict(nil)) }
        let read = ReadEntry(entry.text)
        return (
            try verdict(of: entry, read, by: taggerBefore, before),
            try verdict(of: entry, read, by: taggerAfter, after)
        )
    }

    private func verdict(
        of entry: Snapshot.TaggedText, _ read: ReadEntry, by tagger: Tagger, _ rules: CheckedRules
    ) throws(StoreError) -> EntryVerdict {
        isTagged(entry, by: rules)
            ? EntryVerdict(entry.isMention ? try entry.tags : nil)
            : EntryVerdict(tagger.tagsIfMention(in: read))
    }
}
