import Foundation
import Model

/// Groups what several people asked, or wished for, in similar words.
///
/// Each text is taken as the set of its words, cut to their first five letters, so that the case forms
/// of Polish and Latvian meet. Words weigh the more, the rarer they are among the texts and among
/// others of that time (inverse document frequency, Spärck Jones 1972): on the day of an outage,
/// “outage” says little about what is asked. In the order in which they were said, each text joins the
/// group whose mean is nearest by the cosine, or begins a group of its own (leader clustering, Hartigan
/// 1975, ch. 3).
struct TopicFinder<Failure: Error> {
    let heard: HeardEntries<Failure>
    /// From how many stories on a topic recurs.
    let fewestStories: Int

    func topics(_ mentions: [BrandMention]) throws(Failure) -> RecurringTopics {
        RecurringTopics(
            questions: try topics(mentions, of: .question),
            wishes: try topics(mentions, of: .featureRequest))
    }

    // MARK: - Private

    private static var shown: Int { 6 }
    private static var examplesShown: Int { 2 }
    private static var termsShown: Int { 5 }
    private static var nearest: Double { 0.35 }
    /// Other stories of the time whose words are counted.
    private static var othersRead: Int { 300 }

    private func topics(_ mentions: [BrandMention], of category: Model.Category.ID)
        throws(Failure) -> [RecurringTopic]
    {
        let asked = mentions.filter { $0.entry.has(category) }.sorted {
            ($0.entry.date, $0.entry.sequence) < ($1.entry.date, $1.entry.sequence)
        }
        // An entry that names two brands asks once.
        var seen: Set<Int64> = []
        let once = asked.filter { seen.insert($0.entry.sequence).inserted }
        let newest = Array(once.firstOfEachStory.suffix(RecurringTopic.compared))
        guard newest.count >= fewestStories else { return [] }
        let byStory = Dictionary(grouping: once, by: \.entry.story.id)
        let isAsked = Set(newest.map(\.entry.story.id))
        let others = mentions.firstOfEachStory.filter { !isAsked.contains($0.entry.story.id) }
            .spread(over: Self.othersRead)
        let posts = Self.posts(try heard.quoted(newest), among: try heard.quoted(others))
        return Self.groups(of: posts)
            .filter { $0.posts.count >= fewestStories && $0.tellers > 1 }
            .map { topic($0, of: category, byStory: byStory) }
            .sorted {
                ($1.counts.stories, $1.counts.mentions, $0.mentions[0].value)
                    < ($0.counts.stories, $0.counts.mentions, $1.mentions[0].value)
            }
            .prefix(Self.shown).map { $0 }
    }

    private func topic(
        _ group: Group, of category: Model.Category.ID, byStory: [Int64: [BrandMention]]
    ) -> RecurringTopic {
        let mentions = group.posts.flatMap { byStory[$0.mention.entry.story.id] ?? [] }
        let typical = group.posts.sorted { one, other in
            (other.cosine(with: group), one.mention.entry.sequence)
                < (one.cosine(with: group), other.mention.entry.sequence)
        }
        // What one alone said is not what they have in common.
        let fewest = max(2, (group.posts.count + 2) / 3)
        let terms = group.sum.filter { sum in
            group.posts.count { $0.holds(sum.stem) } >= fewest
        }
        .sorted { ($1.weight, $0.stem) < ($0.weight, $1.stem) }
        .prefix(Self.termsShown).map { group.commonestWord(of: $0.stem) }
        let examples = typical.prefix(Self.examplesShown).map(\.mention)
        var topic = RecurringTopic(
            terms: terms, counts: Counts(of: mentions),
            sources: Set(mentions.map(\.entry.source)).count, mentions: examples.map(\.id))
        let quotes = examples.compactMap { mention in
            SnippetCutter(mention, for: category).map {
                Digest.CategoryQuote(category: category, mention: mention.id, snippet: $0.snippet)
            }
        }
        topic.quotes = quotes.isEmpty ? nil : quotes
        return topic
    }

    /// - Parameter others: what was said besides.
    private static func posts(_ mentions: [QuotedMention], among others: [QuotedMention])
        -> [Post]
    {
        var reader = TermReader()
        /// A word of each stem.
        func words(of mention: QuotedMention) -> [String: String] {
            let terms = EntryTerms(mention.entry, reader: &reader)
            return Dictionary(
                terms.words.map(terms.string).map { (String($0.prefix(5)), $0) }
            ) { first, _ in first }
        }
        let read = mentions.map { (mention: $0, words: words(of: $0)) }
        let besides = others.map { words(of: $0) }
        let having = (read.map(\.words) + besides).flatMap(\.keys)
            .reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let stems = Set(read.flatMap(\.words.keys)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(stems, stems.indices))
        let weights = stems.map {
            log(Double(read.count + others.count + 1) / Double(having[$0] ?? 1))
        }
        return read.map { mention, words in
            let words = Dictionary(
                uniqueKeysWithValues: words.compactMap { stem, word in
                    numbers[stem].map { ($0, word) }
                })
            return Post(
                mention: mention, words: words,
                weights: words.keys.sorted().map { StemWeight(stem: $0, weight: weights[$0]) })
        }
    }

    private static func groups(of posts: [Post]) -> [Group] {
        var groups: [Group] = []
        var having: [Int: [Int]] = [:]
        for post in posts where !post.weights.isEmpty {
            let near = Set(post.weights.flatMap { having[$0.stem] ?? [] }).sorted()
            let best = near.map { (group: $0, cosine: post.cosine(with: groups[$0])) }
                .max { $0.cosine < $1.cosine }
            let chosen = best.flatMap { $0.cosine >= nearest ? $0.group : nil } ?? groups.count
            if chosen == groups.count { groups.append(Group()) }
            for stem in post.weights.map(\.stem) where !groups[chosen].holds(stem) {
                having[stem, default: []].append(chosen)
            }
            groups[chosen].add(post)
        }
        return groups
    }
}

/// A stem by its place among all of them in order, and what it weighs.
private struct StemWeight {
    let stem: Int
    var weight: Double
}

private struct Post {
    let mention: QuotedMention
    /// A word of each stem.
    let words: [Int: String]
    /// In the order of the stems, so that sums over them are the same each time.
    let weights: [StemWeight]
    private let norm: Double

    init(mention: QuotedMention, words: [Int: String], weights: [StemWeight]) {
        self.mention = mention
        self.words = words
        self.weights = weights
        norm = length(of: weights)
    }

    func holds(_ stem: Int) -> Bool { words[stem] != nil }

    func cosine(with group: Group) -> Double {
        var product = 0.0
        var place = 0
        for own in weights {
            while place < group.sum.count, group.sum[place].stem < own.stem { place += 1 }
            guard place < group.sum.count else { break }
            if group.sum[place].stem == own.stem { product += own.weight * group.sum[place].weight }
        }
        let norms = norm * group.norm
        return norms > 0 ? product / norms : 0
    }
}

private struct Group {
    private(set) var posts: [Post] = []
    /// In the order of the stems.
    private(set) var sum: [StemWeight] = []
    private(set) var norm = 0.0
    private var stems: Set<Int> = []

    func holds(_ stem: Int) -> Bool { stems.contains(stem) }

    mutating func add(_ post: Post) {
        posts.append(post)
        stems.formUnion(post.weights.map(\.stem))
        sum = merged(with: post.weights)
        norm = length(of: sum)
    }

    /// How many people it comes from; each post without an author counts as one.
    var tellers: Int {
        Set(posts.map { $0.mention.entry.author ?? "#\($0.mention.entry.sequence)" }).count
    }

    func commonestWord(of stem: Int) -> String {
        let counts = posts.compactMap { $0.words[stem] }.reduce(into: [String: Int]()) {
            $0[$1, default: 0] += 1
        }
        // There is a form, since somebody used the stem: otherwise it would not be in the group.
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }

    // MARK: - Private

    private func merged(with weights: [StemWeight]) -> [StemWeight] {
        var merged: [StemWeight] = []
        merged.reserveCapacity(sum.count + weights.count)
        var rest = weights[...]
        for var own in sum {
            while let next = rest.first, next.stem < own.stem { merged.append(rest.removeFirst()) }
            if rest.first?.stem == own.stem { own.weight += rest.removeFirst().weight }
            merged.append(own)
        }
        return merged + rest
    }
}

private func length(of weights: [StemWeight]) -> Double {
    weights.reduce(0.0) { $0 + $1.weight * $1.weight }.squareRoot()
}
