import Model
import Pipeline
import TestSupport
import Testing

/// Near copies of a release, as newspapers print them.
struct NearReprintTests {
    /// Sixty words.
    private static let release = (1...60).map { "word\($0)" }.joined(separator: " ")

    private static func entry(
        _ number: Int64, _ text: String, _ reason: StoryMembership.Reason = .similarText,
        _ similarity: Double = 0.92, severity: Severity = .normal
    ) -> HeardEntry {
        .sample(
            number, text, saying: [],
            story: StoryMembership(id: 1, reason: reason, similarity: similarity),
            severity: severity)
    }

    private static func adding(_ count: Int) -> String {
        release + (1...count).map { " own\($0)" }.joined()
    }

    private let first = Self.entry(1, Self.release, .first, 1)

    @Test(arguments: [(1, 0.92, true), (12, 0.9, true), (13, 0.92, false), (12, 0.89, false)])
    func `a near copy with a dozen words of its own at most repeats what its story says`(
        words: Int, similarity: Double, isRepeated: Bool
    ) {
        let copy = Self.entry(2, Self.adding(words), .similarText, similarity)
        #expect(copy.repeats(first) == isRepeated)
    }

    @Test func `what is cut short repeats the whole, but the whole does not repeat that`() {
        let short = Self.entry(2, (1...45).map { "word\($0)" }.joined(separator: " "))
        #expect(short.repeats(first))
        #expect(!first.repeats(short))
    }

    @Test func `what leads to the same page, or is graver, repeats nothing by that`() {
        let linked = Self.entry(2, Self.adding(1), .sameLink, 1)
        let grave = Self.entry(3, Self.adding(1), severity: .high)
        #expect(!linked.repeats(first))
        #expect(!grave.repeats(first))
    }

    @Test func `posts of nothing but titles are no near copies`() {
        let one = Self.entry(1, "", .first, 1)
        let other = HeardEntry.sample(
            2, "", title: "Another", saying: [],
            story: StoryMembership(id: 1, reason: .similarText, similarity: 0.95))
        #expect(!other.repeats(one))
    }
}
