import TestSupport
import Testing

struct LexiconWithoutTabsTests {
    @Test func `a lexicon whose lines are all wrong is not called empty`() throws {
        #expect(
            try Complaints.ofRules(["rules/sentiment/en.tsv": "good  2\n"]) == [
                "rules/sentiment/en.tsv:1:1: no tab; write the term, a tab and its weight"
            ])
    }

    @Test func `a mistake that was made in every line is told three times and counted`() throws {
        let lines = (1...2_000).map { "word\($0)  2\n" } + ["good\t1\nbad\t-1,5\nbad one\t5\n"]
        let file = "rules/sentiment/en.tsv"
        #expect(
            try Complaints.ofRules([file: lines.joined()]) == [
                "\(file):1:1: no tab; write the term, a tab and its weight",
                "\(file):2:1: no tab; write the term, a tab and its weight",
                "\(file):3:1: no tab; write the term, a tab and its weight (and so in 1997 more lines "
                    + "below)",
                "\(file):2002:5: '-1,5' is no weight; did you mean '-1.5'?",
                "\(file):2003:9: 5 is out of range; write a number from -4 to 4",
            ])
    }

    @Test func `a mistake that names another word each time is told three times and counted`()
        throws
    {
        let lines = (1...40).map { "word\($0)\t1,\($0)\n" }
        let found = try Complaints.ofRules(["rules/sentiment/en.tsv": lines.joined()])
        #expect(found.count == 3)
        #expect(
            found.last
                == "rules/sentiment/en.tsv:3:7: '1,3' is no weight; did you mean '1.3'? (and so in 37 "
                + "more lines below)")
    }

    @Test(arguments: ["rules/sentiment/learnt/en.tsv", "rules/learnt/incident.en.tsv"])
    func `a mistake in every line of what was learnt is told three times and counted`(file: String)
        throws
    {
        let lines = (1...30).map { "word\($0)  2\n" }
        let found = try Complaints.ofRules([file: lines.joined()])
        #expect(found.filter { $0.contains("\(file):") && !$0.contains("=threshold") }.count == 3)
    }

    @Test func `ten lines are told one by one`() throws {
        let lines = (1...10).map { "word\($0)  2\n" }
        #expect(
            try Complaints.ofRules(["rules/sentiment/en.tsv": lines.joined()]).count == 10)
    }
}
