import Foundation
import Model

/// The first mention of each entry of a span, and whether its story has others in it.
struct FirstMentions {
    /// An entry's first mention, for counting its terms.
    struct Place {
        let mention: BrandMention
        /// Whether no other entry of the span tells its story, so that its terms count as new.
        let isOnlyOfStory: Bool
    }

    private var firsts: [Int64: BrandMention] = [:]
    private var entriesByStory: [Int64: Int] = [:]

    init(_ period: HeardPeriod, in span: Range<Date>) {
        for mention in period.mentions where span.contains(mention.entry.date) {
            guard firsts[mention.entry.sequence] == nil else { continue }
            firsts[mention.entry.sequence] = mention
            entriesByStory[mention.entry.story.id, default: 0] += 1
        }
    }

    /// `nil` for an entry that is not counted.
    subscript(entry: HeardEntry) -> Place? {
        firsts[entry.sequence].map { mention in
            Place(
                mention: mention,
                isOnlyOfStory: entriesByStory[mention.entry.story.id] == 1)
        }
    }
}

/// Which terms were counted for which story, where more than one entry tells it.
private struct SharedStories {
    private struct TermOfStory: Hashable {
        let term: UInt64
        let story: Int64
    }

    private var counted: Set<TermOfStory> = []

    /// Whether the story has not had the term yet.
    mutating func isNew(_ term: UInt64, of place: FirstMentions.Place) -> Bool {
        place.isOnlyOfStory
            || counted.insert(TermOfStory(term: term, story: place.mention.entry.story.id)).inserted
    }
}

/// How often the terms of recent texts come.
struct RecentTerms {
    fileprivate struct Count {
        var mentions: Int32 = 0
        var stories: Int32 = 0
        /// Place in `newest`.
        var newest: Int32 = 0

        /// Adds a mention, and returns how many stories there are now.
        mutating func add(isNew: Bool, _ newcomer: Int32, among all: [BrandMention]) -> Int32 {
            mentions += 1
            if all[Int(newcomer)].isNewer(than: all[Int(newest)]) { newest = newcomer }
            if isNew { stories += 1 }
            return stories
        }
    }

    fileprivate private(set) var counts: [UInt64: Count] = [:]
    private var mentions: [BrandMention] = []
    private var shared = SharedStories()
    /// Those of terms in enough stories to rise.
    private var forms: [UInt64: WordForms] = [:]
    /// Stories of all terms together.
    private var storiesInAll = 0

    /// - Parameter string: What a term reads.
    mutating func add(
        _ terms: [EntryTerms.Term], of place: FirstMentions.Place,
        _ string: (EntryTerms.Term) -> String
    ) {
        let newcomer = Int32(mentions.count)
        mentions.append(place.mention)
        for term in terms {
            let isNew = shared.isNew(term.hash, of: place)
            if isNew { storiesInAll += 1 }
            let stories = counts[term.hash, default: Count(newest: newcomer)]
                .add(isNew: isNew, newcomer, among: mentions)
            if isNew, Self.storiesWithForms.contains(Int(stories)) {
                forms[term.hash, default: WordForms()].add(string(term))
            }
        }
    }

    /// Those that came clearly more often than before, in no order.
    func rising(since earlier: EarlierTerms) -> [Trends.RisingTerm] {
        let odds = LogOdds.ofFewTexts(
            recentTotal: storiesInAll, beforeTotal: earlier.storiesInAll)
        return forms.compactMap { hash, forms in
            guard let count = counts[hash], let string = forms.commonest else { return nil }
            let before = earlier.counts[hash] ?? .zero
            guard let result = odds.compare(recent: Int(count.stories), before: before.stories),
                result.zScore >= Self.floorOfZScore
            else { return nil }
            return Trends.RisingTerm(
                term: string,
                recent: Counts(mentions: Int(count.mentions), stories: Int(count.stories)),
                before: before, logOdds: result.logOdds.rounded(decimals: 4),
                zScore: result.zScore.rounded(decimals: 2),
                example: mentions[Int(count.newest)].id)
        }
    }

    /// Terms in enough stories to rise.
    fileprivate var candidates: some Sequence<UInt64> { forms.keys }

    // MARK: - Private

    private static let floorInStories = 3
    /// Whose words show how a term is mostly written.
    private static let storiesWithForms = floorInStories...9
    private static let floorOfZScore = 1.96
}

/// How often terms that may rise came before.
struct EarlierTerms {
    fileprivate private(set) var counts: [UInt64: Counts]
    private var shared = SharedStories()
    /// Stories of all terms together, whether they may rise or not.
    fileprivate private(set) var storiesInAll = 0

    init(_ recent: RecentTerms) {
        counts = Dictionary(uniqueKeysWithValues: recent.candidates.map { ($0, .zero) })
    }

    mutating func add(_ terms: [EntryTerms.Term], of place: FirstMentions.Place) {
        for term in terms {
            let isNew = shared.isNew(term.hash, of: place)
            if isNew { storiesInAll += 1 }
            guard let count = counts[term.hash] else { continue }
            counts[term.hash] = count + Counts(mentions: 1, stories: isNew ? 1 : 0)
        }
    }
}

extension BrandMention {
    fileprivate func isNewer(than other: Self) -> Bool {
        (entry.date, entry.sequence) > (other.entry.date, other.entry.sequence)
    }
}
