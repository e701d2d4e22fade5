import Model
import TestSupport
import Testing

@testable import Storing

/// Whether looking through a batch at once finds what comparing each entry with all would.
struct StoryFinderTests {
    private static let month: Int64 = 30 * 86_400

    /// Entries of a quarter by date: copies of a few texts, more or less changed, among others.
    private static let entries: [UnsettledEntry] = {
        var random = SeededGenerator(seed: 4)
        func minima() -> [UInt32] {
            (0..<StorySignature.size).map { _ in UInt32.random(in: 0...(.max), using: &random) }
        }
        let texts = (0..<12).map { _ in minima() }
        return (0..<600).map { number in
            var sketch = number.isMultiple(of: 5) ? minima() : texts[number % texts.count]
            let changes = Bool.random(using: &random) ? 0 : Int.random(in: 1...40, using: &random)
            for _ in 0..<changes {
                sketch[Int.random(in: sketch.indices, using: &random)] = UInt32(number)
            }
            return UnsettledEntry(
                key: Int64(number), feed: "\(number)", date: Int64(number) * 90 * 86_400 / 600,
                signature: StorySignature(
                    minima: number.isMultiple(of: 17) ? [] : sketch, linkKey: nil))
        }
    }()

    /// Settles batch after batch, each with the stories of those before.
    private static func settled(batch size: Int) -> [StoryMembership] {
        var stories: [KnownStory] = []
        var settled: [StoryMembership] = []
        for start in stride(from: 0, to: entries.count, by: size) {
            let batch = Array(entries[start..<min(start + size, entries.count)])
            var finder = StoryFinder(batch)
            let spans = finder.storySpans
            for story in stories where spans.contains(where: { $0.contains(story.date) }) {
                finder.offer(story)
            }
            for (place, entry) in batch.enumerated() {
                let sequence = Int64(start + place + 1)
                let story =
                    finder.storyByText(of: place)
                    ?? StoryMembership(id: sequence, reason: .first, similarity: 1)
                finder.join(place, to: story)
                settled.append(story)
                if story.reason == .first, !entry.signature.minima.isEmpty {
                    stories.append(
                        KnownStory(id: sequence, date: entry.date, signature: entry.signature))
                }
            }
        }
        return settled
    }

    /// Each entry beside all stories before it: of the sixteen that share the most bands, the most
    /// similar.
    private static var compared: [StoryMembership] {
        var stories: [KnownStory] = []
        return entries.enumerated().map { place, entry in
            let bands = Set(entry.signature.bands)
            let candidates = stories.filter { abs($0.date - entry.date) <= month }
                .map { (story: $0, shared: bands.intersection($0.signature.bands).count) }
                .filter { $0.shared > 0 }
                .sorted { ($1.shared, $0.story.id) < ($0.shared, $1.story.id) }.prefix(16)
                .map { (id: $0.story.id, like: entry.signature.similarity(to: $0.story.signature)) }
                .filter { $0.like >= StorySignature.threshold }
                .sorted { ($1.like, $0.id) < ($0.like, $1.id) }
            if let best = candidates.first {
                return StoryMembership(
                    id: best.id, reason: best.like == 1 ? .sameText : .similarText,
                    similarity: (best.like * 100).rounded() / 100)
            }
            let sequence = Int64(place + 1)
            if !entry.signature.minima.isEmpty {
                stories.append(
                    KnownStory(id: sequence, date: entry.date, signature: entry.signature))
            }
            return StoryMembership(id: sequence, reason: .first, similarity: 1)
        }
    }

    @Test(arguments: [1, 7, 100, 600])
    func `a batch of any size finds the stories that comparing all with all does`(size: Int) {
        let settled = Self.settled(batch: size)
        #expect(settled == Self.compared)
        #expect(Set(settled.map(\.reason)) == [.first, .sameText, .similarText])
    }

    /// Entries of a year without texts, of which many lead to a few pages.
    private static let linked: [UnsettledEntry] = {
        var random = SeededGenerator(seed: 5)
        let links = (0..<6).map { "a.example/\($0)" }
        return (0..<600).map { number in
            UnsettledEntry(
                key: Int64(number), feed: "\(Int.random(in: 0...3, using: &random))",
                date: Int64(number) * 365 * 86_400 / 600,
                signature: StorySignature(
                    minima: [],
                    linkKey: number.isMultiple(of: 7) ? nil : links.randomElement(using: &random)),
                sharesLink: true)
        }
    }()

    /// Settles batch after batch, each with what entries of its links told before.
    private static func settledByLink(_ entries: [UnsettledEntry], batch size: Int)
        -> [StoryMembership]
    {
        var settled: [StoryMembership] = []
        for start in stride(from: 0, to: entries.count, by: size) {
            var finder = StoryFinder(Array(entries[start..<min(start + size, entries.count)]))
            let spans = finder.linkSpans
            for (entry, story) in zip(entries, settled) {
                guard let link = entry.signature.linkKey,
                    spans[link]?.contains(entry.date) == true
                else { continue }
                finder.offer(story: story.id, of: link, feed: entry.feed, date: entry.date)
            }
            for place in 0..<min(size, entries.count - start) {
                let story =
                    finder.storyByLink(of: place)
                    ?? StoryMembership(
                        id: Int64(settled.count + 1), reason: .first, similarity: 1)
                finder.join(place, to: story)
                settled.append(story)
            }
        }
        return settled
    }

    /// Each entry beside all before it: the first of another feed with its link, within a month.
    private static func comparedByLink(_ entries: [UnsettledEntry]) -> [StoryMembership] {
        var stories: [StoryMembership] = []
        for entry in entries {
            let other = entries.indices.prefix(stories.count).first { place in
                entries[place].signature.linkKey == entry.signature.linkKey
                    && entries[place].feed != entry.feed
                    && abs(entries[place].date - entry.date) <= month
            }
            if entry.signature.linkKey != nil, let other {
                stories.append(
                    StoryMembership(id: stories[other].id, reason: .sameLink, similarity: 1))
            } else {
                stories.append(
                    StoryMembership(
                        id: Int64(stories.count + 1), reason: .first, similarity: 1))
            }
        }
        return stories
    }

    @Test(arguments: [1, 7, 100, 600])
    func `a batch of any size finds the stories of its links`(size: Int) {
        let settled = Self.settledByLink(Self.linked, batch: size)
        #expect(settled == Self.comparedByLink(Self.linked))
        #expect(Set(settled.map(\.reason)) == [.first, .sameLink])
    }

    @Test func `what comes late finds what its links told before and after`() {
        let entries = Array(Self.linked.suffix(300) + Self.linked.prefix(300))
        #expect(Self.settledByLink(entries, batch: 100) == Self.comparedByLink(entries))
    }

    @Test func `entries of a link are asked for where others share it`() {
        let other = Self.linked[1].signature
        let finder = StoryFinder([
            UnsettledEntry(key: 1, feed: "a", date: 0, signature: other, sharesLink: true),
            UnsettledEntry(
                key: 2, feed: "a", date: 0,
                signature: StorySignature(minima: [], linkKey: "b.example"), sharesLink: false),
            UnsettledEntry(
                key: 3, feed: "a", date: 5 * Self.month, signature: other, sharesLink: true),
        ])
        #expect(finder.linkSpans.keys.sorted() == [other.linkKey])
        #expect(finder.linkSpans.values.first == -Self.month...6 * Self.month)
    }

    @Test func `only stories of the months around are asked for`() {
        let finder = StoryFinder([
            UnsettledEntry(key: 1, feed: "a", date: 0, signature: Self.entries[1].signature),
            UnsettledEntry(
                key: 2, feed: "a", date: 5 * Self.month,
                signature: StorySignature(minima: [], linkKey: nil)),
            UnsettledEntry(
                key: 3, feed: "a", date: 9 * Self.month, signature: Self.entries[2].signature),
            UnsettledEntry(
                key: 4, feed: "a", date: 10 * Self.month, signature: Self.entries[3].signature),
        ])
        #expect(
            finder.storySpans
                == [-Self.month...Self.month, 8 * Self.month...11 * Self.month])
    }
}
