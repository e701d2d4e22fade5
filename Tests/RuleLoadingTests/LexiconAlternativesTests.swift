import Model
import RuleLoading
import TestSupport
import Testing

/// Rows of lexicons whose words have alternatives.
struct LexiconAlternativesTests {
    @Test func `a row stands for every choice, each with its weight, note and place`() throws {
        let text = "dobry\t2\napka|strona klękła|leży|pada\t-1.5\tfixed\nzły\t-2\n"
        let terms = [
            "apka klękła", "apka leży", "apka pada", "strona klękła", "strona leży", "strona pada",
        ]
        let place = FileLocation(file: Self.file, line: 2, column: 1)
        let entries = try entries(text)
        #expect(
            entries.dropFirst().dropLast()
                == terms.map {
                    LexiconEntry(term: $0, role: .weight(-1.5), note: "fixed", place: place)
                }[...])
        #expect(entries.last?.term == "zły" && entries.last?.place.line == 3)
    }

    @Test(arguments: [
        ("pada|leży", ["pada", "leży"]),
        ("apk*|aplikacj* pada", ["apk* pada", "aplikacj* pada"]),
        (
            "nie działa|łączy od 3|trzech dni",
            [
                "nie działa od 3 dni", "nie działa od trzech dni", "nie łączy od 3 dni",
                "nie łączy od trzech dni",
            ]
        ),
        ("  apka|strona   pada ", ["apka pada", "strona pada"]),
        ("😡|🤬 znowu", ["😡 znowu", "🤬 znowu"]),
        (":D|:P", [":D", ":P"]),
        (":)|:(", [":)", ":("]),
        (":-)|:*|😡 znowu", [":-) znowu", ":* znowu", "😡 znowu"]),
        ("zł*|:(", ["zł*", ":("]),
        ("Zażółć|zażółc", ["Zażółć", "zażółc"]),
        ("jest|była :|", ["jest :|", "była :|"]),
        ("#fail|#wstyd", ["#fail", "#wstyd"]),
    ])
    func `alternatives are words, stems, numbers and signs`(row: String, terms: [String]) throws {
        #expect(try entries("\(row)\t-1\n").map(\.term) == terms)
    }

    @Test(arguments: [
        ":|", ":-|", "|:", "8|", "8-|", "B|", ":|*", ":-|]", "|-)", "(-_-|||)", "no tak :|",
        ":| no tak",
    ])
    func `an emoticon with a bar is what it is`(term: String) throws {
        #expect(try entries("\(term)\t-1\n").map(\.term) == [term])
    }

    @Test(arguments: ["negator", "contrast", "wish", "*1.5"])
    func `a role may have alternatives, too`(role: String) throws {
        let entries = try entries("nie|ani\t\(role)\n")
        #expect(entries.map(\.term) == ["nie", "ani"])
        #expect(entries.first?.role == entries.last?.role)
    }

    @Test(arguments: [
        ("apka| pada", "'|' is misplaced in 'apka|'"),
        ("|apka pada", "'|' is misplaced in '|apka'"),
        ("apka | strona pada", "'|' is misplaced in '|'"),
        ("apka||strona", "'|' is misplaced in 'apka||strona'"),
        ("apk*|)", "'|' is misplaced in 'apk*|)'"),
    ])
    func `a bar with no word on one side is told of`(row: String, complaint: String) throws {
        #expect(
            try complaints("\(row)\t-1\n") == [
                "\(Self.file):1:1: \(complaint); write it between two words without spaces, "
                    + "as in one|other"
            ])
    }

    @Test(arguments: [
        ("pada|leży|pada", "'pada' stands twice in 'pada|leży|pada'; keep one of the two"),
        (":(|:(", "':(' stands twice in ':(|:('; keep one of the two"),
        ("apka Żal|żal", "'żal' stands twice in 'Żal|żal'; keep one of the two"),
        (
            "apk*|ap*ka pada",
            "'*' is misplaced in 'ap*ka'; write it at the end of a word only"
        ),
    ])
    func `alternatives of which one cannot be used`(row: String, complaint: String) throws {
        #expect(try complaints(" \(row)\t-1\n") == ["\(Self.file):1:2: \(complaint)"])
    }

    @Test func `a term that two rows give is told of with both lines`() throws {
        let rows = "leży\t-1\napka|strona pada|leży\t-1\nstrona|sieć leży|stoi\t-1\npada|Leży\t-1\n"
        #expect(
            try complaints(rows) == [
                "\(Self.file):3:1: 'strona leży' stands already at \(Self.file):2:1; keep one of "
                    + "the two",
                "\(Self.file):4:1: 'Leży' stands already at \(Self.file):1:1; keep one of the two",
            ])
    }

    @Test func `of two rows that share several terms it is told once`() throws {
        let rows =
            "apka|strona|sieć pada|leży\t-1\nstoi\t-1\nsieć|apka leży|stoi|pada\t-1\nstoi|leży\t-1\n"
        #expect(
            try complaints(rows) == [
                "\(Self.file):3:1: 'sieć leży' and 3 more of its terms stand already at "
                    + "\(Self.file):1:1; keep them in one of the two",
                "\(Self.file):4:1: 'stoi' stands already at \(Self.file):2:1; keep one of the two",
            ])
    }

    @Test func `a row stands for 4096 terms and no more`() throws {
        func words(_ count: Int, _ letter: String) -> String {
            (1...count).map { "\(letter)\($0)" }.joined(separator: "|")
        }
        let row = "\(words(64, "a")) \(words(64, "b"))"
        let most = try entries("\(row)\t1\n")
        #expect(most.count == 4096 && most.last?.term == "a64 b64")
        #expect(
            try complaints("\(row) c|d\t1\n\(words(4097, "a"))\t1\n")
                == [1, 2].map {
                    "\(Self.file):\($0):1: the line stands for more than 4096 terms; part it into "
                        + "lines with fewer alternatives"
                })
    }

    @Test func `a slip in every row is told three times and counted`() throws {
        let rows = (1...40).map { "słowo\($0)| złe\t-1\n" }
        let found = try complaints(rows.joined())
        #expect(found.count == 3)
        #expect(found.first?.contains("'|' is misplaced in 'słowo1|'; ") == true)
        #expect(found.last?.hasSuffix(" (and so in 37 more lines below)") == true)
    }

    private static let file = "rules/sentiment/pl.tsv"

    private func complaints(_ text: String) throws -> [String] {
        try Complaints.ofRules([Self.file: text])
    }

    private func entries(_ text: String) throws -> [LexiconEntry] {
        var files = Complaints.goodRules
        files["rules/sentiment/en.tsv"] = nil
        files[Self.file] = text
        return try TemporaryFolder.with(files) { folder in
            try RuleLoader.load(workspace: folder.path).rules.lexicons.flatMap(\.entries)
        }
    }
}
