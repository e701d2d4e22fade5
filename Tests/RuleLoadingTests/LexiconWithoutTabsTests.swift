import TestSupport
import Testing

struct LexiconWithoutTabsTests {
    @Test func `a lexicon whose lines are all wrong is not called empty`() throws {
        #expect(
            try Complaints.ofRules(["rules/sentiment/en.tsv": "good  2\n"]) == [
                "rules/sentiment/en.tsv:1:1: no tab; write the term, a tab and its weight"
            ])
    }
}
