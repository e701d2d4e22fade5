import Model
import RuleLoading
import TestSupport
import Testing

struct LearntKeywordsTests {
    @Test func `each line is a term and its weight, of the category and language in the name`()
        throws
    {
        var files = Complaints.goodRules
        files["rules/learnt/incident.pl.tsv"] = "# Learnt from a set.\n\nklapa\t2.5\npad*\t-1\r\n"
        let loaded = try TemporaryFolder.with(files) { folder in
            try RuleLoader.load(workspace: folder.path)
        }
        #expect(loaded.rules.learntKeywords.map(\.category) == ["incident"])
        #expect(loaded.rules.learntKeywords.map(\.language) == [.polish])
        let keywords = loaded.rules.learntKeywords.flatMap(\.keywords)
        #expect(keywords.map(\.term) == ["klapa", "pad*"])
        #expect(keywords.map(\.weight) == [2.5, -1])
        #expect(
            keywords.map(\.place.description)
                == [3, 4].map { "rules/learnt/incident.pl.tsv:\($0):1" })
        #expect(loaded.files.map(\.path).contains("rules/learnt/incident.pl.tsv"))
    }

    @Test(arguments: [
        ("klapa", badLine), ("klapa\t1\t1", badLine), ("klapa\tbad", badLine),
        ("klapa\t20.5", badLine),
        ("ob*ser\t1", ":2:1: '*' is misplaced in 'ob*ser'; write it at the end of a word only"),
        ("\t1", ":2:1: no term before the tab; write one or remove the line"),
        (
            "dno\t1",
            ":2:1: 'dno' stands already at rules/learnt/incident.pl.tsv:1:1; keep one of the two"
        ),
        (
            "Dno\t1",
            ":2:1: 'Dno' stands already at rules/learnt/incident.pl.tsv:1:1; keep one of the two"
        ),
    ])
    func `a line that cannot be used`(line: String, message: String) throws {
        let found = try Complaints.ofRules(["rules/learnt/incident.pl.tsv": "dno\t1\n\(line)\n"])
        #expect(found == ["rules/learnt/incident.pl.tsv\(message)"])
    }

    @Test(arguments: [
        ("incident", "not named for a category and a language; name it as `earshot rules learn "),
        (
            "incident.qqqq",
            "not named for a category and a language; name it as `earshot rules learn "
        ),
        (
            "incident.pl-PL",
            "not named for a category and a language; name it as `earshot rules learn "
        ),
        (
            "incident..pl",
            "not named for a category and a language; name it as `earshot rules learn "
        ),
        ("incidents.pl", "unknown category 'incidents'; did you mean 'incident'?"),
    ])
    func `a file that is named otherwise`(name: String, message: String) throws {
        let found = try Complaints.ofRules(["rules/learnt/\(name).tsv": "dno\t1\n"])
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("rules/learnt/\(name).tsv: \(message)"))
    }

    private static let badLine =
        ":2:1: not a term, a tab and its weight from -20 to 20; mend the line or remove it"
}
