import RuleLoading
import Testing

struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("brand", "brand", 0), ("", "id", 2), ("brnad", "brand", 1),
        ("brad", "brand", 1), ("braand", "brand", 1), ("brond", "brand", 1), ("ca", "abc", 3),
    ])
    func `slips are letters missed, added, mistaken or swapped`(
        one: String, other: String, count: Int
    ) {
        #expect(Suggestion.slips(Array(one), Array(other)) == count)
        #expect(Suggestion.slips(Array(other), Array(one)) == count)
    }

    @Test(
        arguments: [
            ("lanuage", "language"), ("Language", "language"), ("nam", "name"), ("region", nil),
            ("tgas", "tags"), ("x", nil),
        ] as [(String, String?)])
    func `the nearest known word is meant, if it is near enough`(word: String, near: String?) {
        let known = ["name", "language", "tags", "kind"]
        #expect(Suggestion.nearest(to: word, in: known) == near)
    }

    @Test func `all that are near come with the nearest first`() {
        let known = ["forum-2", "kurier", "forums", "forum", "form"]
        #expect(Suggestion.all(near: "forum", in: known) == ["forum", "forums", "form"])
        #expect(Suggestion.all(near: "zefir", in: known) == [])
    }

    @Test func `of words as near the first is meant`() {
        #expect(Suggestion.nearest(to: "cat", in: ["bat", "car"]) == "bat")
    }

    /// A text that was pasted in place of an id has thousands of letters.
    @Test(arguments: [(200, true), (201, false), (20_000, false)])
    func `a word of more than two hundred letters is no slip of another`(
        letters: Int, isNear: Bool
    ) {
        let word = String(repeating: "a", count: letters)
        let known = String(word.dropLast()) + "b"
        #expect(Suggestion.nearest(to: word, in: [known]) == (isNear ? known : nil))
    }
}
