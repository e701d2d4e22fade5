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
