import Model
import RuleLoading
import TestSupport
import Testing

struct LexiconTests {
    @Test func `each line is a term and what it does`() throws {
        let text = """
            # Words of tone
            #nofilter ten tab, so a comment
            # a comment\twith a tab
            \t

            good\t2
            bad*\t-2.5\tbadly, too
            war zone\t0\t
              very good \t +3 \t trimmed \r
            :*\t1.5
            💔\t-2
            #nofail\t-1
            not\tnegator
            very\t*1.5
            but\tcontrast
            would be\twish
            :*D\t1
            """
        let terms: [(String, LexiconEntry.Role, String?, line: Int, column: Int)] = [
            ("good", .weight(2), nil, 6, 1),
            ("bad*", .weight(-2.5), "badly, too", 7, 1),
            ("war zone", .weight(0), nil, 8, 1),
            ("very good", .weight(3), "trimmed", 9, 3),
            (":*", .weight(1.5), nil, 10, 1),
            ("💔", .weight(-2), nil, 11, 1),
            ("#nofail", .weight(-1), nil, 12, 1),
            ("not", .negator, nil, 13, 1),
            ("very", .modifier(1.5), nil, 14, 1),
            ("but", .contrast, nil, 15, 1),
            ("would be", .wish, nil, 16, 1),
            (":*D", .weight(1), nil, 17, 1),
        ]
        let entries = terms.map { term, role, note, line, column in
            LexiconEntry(
                term: term, role: role, note: note,
                place: FileLocation(file: "rules/sentiment/en.tsv", line: line, column: column))
        }
        #expect(try load(["en": text]) == [Lexicon(language: .english, entries: entries)])
    }

    @Test(arguments: [
        (":)\t2\tsmile", true), (":)\t2\tsmile: of politeness", true), (":)\t2", false),
        ("smiles\t1\tsmiles of others", false),
    ])
    func `a note that begins with smile makes a smile`(line: String, isSmile: Bool) throws {
        #expect(try load(["en": line]).first?.entries.first?.isSmile == isSmile)
    }

    @Test func `lexicons stand by language`() throws {
        let lexicons = try load(["pl": "dobry\t2\n", "en": "good\t2", "lv": "labs\t2"])
        #expect(lexicons.map(\.language) == [.english, .latvian, .polish])
    }

    @Test(arguments: [
        ("good 2", "2:1: no tab; write the term, a tab and its weight"),
        ("zły\t-2\tnote\tmore", "2:13: more than three columns; write term, weight and note only"),
        (" \t2", "2:1: no term before the tab; write one or remove the line"),
        ("zły\t5", "2:5: 5 is out of range; write a number from -4 to 4"),
        ("zły\t-4.1", "2:5: -4.1 is out of range; write a number from -4 to 4"),
        ("zły\t-0,5", "2:5: '-0,5' is no weight; did you mean '-0.5'?"),
        ("zły\t−2", "2:5: '−2' is no weight; did you mean '-2'?"),
        ("zły\t", "2:5: '' is no weight; write -4 to 4, *1.5, negator, contrast or wish"),
        ("nie\tnegater", "2:5: 'negater' is no weight; did you mean 'negator'?"),
        ("very\t*4", "2:6: '*4' is no modifier; write * and a number above 0, up to 3"),
        ("very\t*0", "2:6: '*0' is no modifier; write * and a number above 0, up to 3"),
        ("very\t*", "2:6: '*' is no modifier; write * and a number above 0, up to 3"),
        (
            "so *bad\t1",
            "2:1: '*' is misplaced in '*bad'; write it at the end of a word only"
        ),
        (
            "ob*ser\t1",
            "2:1: '*' is misplaced in 'ob*ser'; write it at the end of a word only"
        ),
        (
            "Good\t1",
            "2:1: 'Good' stands already at rules/sentiment/pl.tsv:1:1; keep one of the two"
        ),
    ])
    func `a line that cannot be used`(line: String, message: String) throws {
        let files = ["rules/sentiment/pl.tsv": "good\t2\n\(line)\nfine\t1\n"]
        let found = try Complaints.ofRules(files)
        #expect(found == ["rules/sentiment/pl.tsv:\(message)"])
    }

    @Test func `a file that cannot be used`() throws {
        let files = [
            "rules/sentiment/en.old.tsv": "good\t2\n",
            "rules/sentiment/polish.tsv": "dobry\t2\n",
            "rules/sentiment/lv.txt": "labs\t2\n",
            "rules/sentiment/pl.tsv": "# nothing yet\n",
        ]
        let expected = [
            "rules/sentiment/en.old.tsv: not named for a language; "
                + "give it an ISO 639-1 code as its name, such as pl.tsv",
            "rules/sentiment/lv.txt: not read; rename it so that it ends in .tsv",
            "rules/sentiment/pl.tsv: the file is empty; fill it or remove it",
            "rules/sentiment/polish.tsv: not named for a language; "
                + "give it an ISO 639-1 code as its name, such as pl.tsv",
        ]
        let found = try Complaints.ofRules(files)
        #expect(found == expected)
    }

    @Test func `twenty thousand lines are read to the last`() throws {
        let lines = (1...20_000).map { "słowo\($0) jakieś*\t\($0 % 9 - 4)\tnote" }
        let lexicons = try load(["pl": lines.joined(separator: "\n")])
        #expect(lexicons.map(\.entries.count) == [20_000])
        #expect(lexicons.first?.entries.last?.place.line == 20_000)
    }

    @Test(arguments: [
        "0", "-0", "+3", "0.1", "-2.5", "0.30000", "3.99999", "-1.2345678901234",
        "1.23456789012345678", "0000000000000000004", ".5", "3.", "-.5",
    ])
    func `a weight is the number nearest to what is written`(text: String) throws {
        let weight = try #require(Double(text))
        let entry = try load(["pl": "słowo\t\(text)"]).first?.entries.first
        #expect(entry?.role == .weight(weight))
        guard case .weight(let read) = entry?.role else { return }
        #expect(read.sign == weight.sign)
    }

    @Test(arguments: ["--1", "1-", "1.2.3", "1e0", "nan", "0x1", "٣", "-", "."])
    func `what is no plain decimal number is no weight`(text: String) throws {
        let found = try Complaints.ofRules(["rules/sentiment/pl.tsv": "słowo\t\(text)\n"])
        #expect(found.count == 1)
        #expect(found.first?.contains("'\(text)' is no weight") == true)
    }

    @Test(arguments: [
        ("zły", "ZŁY"), ("żółty", "Żółty"), ("ābols", "Ābols"), ("é", "e\u{301}"),
        ("É", "e\u{301}"), ("ÿ", "Ÿ"), ("i\u{307}", "İ"), ("привет", "Привет"), ("µm", "µM"),
    ])
    func `a term in other letters, or composed otherwise, is the same`(one: String, other: String)
        throws
    {
        for (first, second) in [(one, other), (other, one)] {
            let found = try Complaints.ofRules([
                "rules/sentiment/pl.tsv": "\(first)\t1\ndobry\t1\n\(second)\t1\n"
            ])
            #expect(
                found == [
                    "rules/sentiment/pl.tsv:3:1: '\(second)' stands already at "
                        + "rules/sentiment/pl.tsv:1:1; keep one of the two"
                ])
        }
    }

    @Test(arguments: [("zły", "zly"), ("ß", "ss"), ("ı", "i"), ("ł", "l"), ("ō", "o")])
    func `a term with other accents is another`(one: String, other: String) throws {
        let entries = try load(["pl": "\(one)\t1\n\(other)\t1"]).first?.entries
        #expect(entries?.map(\.term) == [one, other])
    }

    private func load(_ texts: [String: String]) throws -> [Lexicon] {
        var files = Complaints.goodRules
        files["rules/sentiment/en.tsv"] = nil
        for (language, text) in texts { files["rules/sentiment/\(language).tsv"] = text }
        return try TemporaryFolder.with(files) { folder in
            try RuleLoader.load(workspace: folder.path).rules.lexicons
        }
    }
}
