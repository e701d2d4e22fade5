import Model
import Pipeline
import TestSupport
import Testing

/// Posts that are pieced together of others in three languages, as nobody writes and software may quote them.
struct MixedPostTests {
    @Test func `a post has the same tags whatever was read before it`() throws {
        let rules = try TestWorkspace.shipped.loadRules().rules
        var generator = SeededGenerator(seed: 7)
        let posts = (0..<3_000).map { _ in Self.post(with: &generator) }
        let tagger = Tagger(rules: rules)
        let tags = posts.map { tagger.tags(for: $0) }
        #expect(Set(tags.map(\.language.code)).isSuperset(of: [.english, .polish, .latvian]))
        #expect(tags.contains { !$0.mentions.isEmpty && !$0.language.also.isEmpty })

        let another = Tagger(rules: rules)
        let indices = posts.indices.shuffled(using: &generator)
        let different = indices.filter { another.tags(for: posts[$0]) != tags[$0] }
        #expect(different.map { posts[$0].text } == [])
    }

    // MARK: - Private

    private static let pieces =
        [LanguageCode.english, .polish, .latvian].flatMap { JudgedPost.all(in: $0).map(\.text) }
        + [
            "@zefirnet", "Baltfon", "#Kawka", ":(", "👍🏽", "> ", "„", "не работает",
            "a\u{301}\u{301}",
        ]
    private static let joints = [" ", ". ", "\n", ", ", " – ", "\n\n"]

    /// Of one to eight pieces, some of them cut off, and of one more for a title in every third.
    private static func post(with generator: inout SeededGenerator) -> EntryText {
        func piece() -> Substring {
            let piece = pieces[Int.random(in: pieces.indices, using: &generator)]
            let isWhole = Bool.random(using: &generator)
            return isWhole
                ? piece[...] : piece.prefix(Int.random(in: 1...piece.count, using: &generator))
        }
        let count = Int.random(in: 1...8, using: &generator)
        let joint = joints[Int.random(in: joints.indices, using: &generator)]
        let text = (0..<count).map { _ in piece() }.joined(separator: joint)
        let hasTitle = Int.random(in: 0..<3, using: &generator) == 0
        return EntryText(title: hasTitle ? String(piece()) : nil, text: text)
    }
}
