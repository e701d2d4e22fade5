import Model
import RuleLoading
import TestSupport
import Testing

struct LearntToneTests {
    @Test func `each line is a term, its weight for praise, and its weight for blame`() throws {
        let text = """
            # Learnt from two sets.
            #
            =threshold\t1.2\t0.9
            =keywords\t1\t0.8
            =opposition\t0.1\t0.3

            crunchy\t2.5\t-1
            chrupi*\t1\t-0.5
            🥐\t0.25\t0
            """
        let learnt = try load(["pl": text])
        #expect(
            learnt == [
                LearntTone(
                    language: .polish, threshold: .init(praise: 1.2, blame: 0.9),
                    keywords: .init(praise: 1, blame: 0.8),
                    opposition: .init(praise: 0.1, blame: 0.3),
                    entries: [
                        .init(term: "crunchy", weights: .init(praise: 2.5, blame: -1)),
                        .init(term: "chrupi*", weights: .init(praise: 1, blame: -0.5)),
                        .init(term: "🥐", weights: .init(praise: 0.25, blame: 0)),
                    ])
            ])
        #expect(
            learnt.flatMap(\.entries).map { $0.place?.description }
                == [7, 8, 9].map { "rules/sentiment/learnt/pl.tsv:\($0):1" })
    }

    @Test func `a file may say what capitals tell`() throws {
        let learnt = try load(["en": Self.learnt + "=capitals\t-1.5\t-0.4\n"])
        #expect(learnt.map(\.capitals) == [.init(praise: -1.5, blame: -0.4)])
        #expect(try load(["en": Self.learnt]).map(\.capitals) == [nil])
    }

    @Test func `a file may say up to how many words keywords count in full`() throws {
        let learnt = try load(["pl": Self.learnt + "=length\t12\t9\n"])
        #expect(learnt.map(\.length) == [.init(praise: 12, blame: 9)])
        #expect(try load(["pl": Self.learnt]).map(\.length) == [nil])
    }

    @Test func `lines may end as those of other systems do`() throws {
        let text = "# Learnt.\n=threshold\t1\t1\n=keywords\t1\t1\n=opposition\t0\t0\nzły\t1\t-1\n"
        let learnt = try load(["pl": text])
        #expect(learnt.first?.entries.count == 1)
        #expect(try load(["pl": text.replacing("\n", with: "\r\n")]) == learnt)
    }

    @Test func `nothing needs to have been learnt`() throws {
        #expect(try load([:]) == [])
    }

    @Test(arguments: [
        ("soggy\t-1", badLine), ("soggy\t-1\t1\t1", badLine), ("soggy\tbad\t1", badLine),
        ("soggy\t1\t20.5", badLine), ("=opposition\t1", badLine), ("soggy", badLine),
        (
            "=length\t12\t0.5",
            ":5:1: =length is below 1; write up to how many words the lexicon's keywords for praise and "
                + "for blame count in full, each from 1 to 20"
        ),
        ("\t1\t1", ":5:1: no term before the tab; write one or remove the line"),
        (
            "crunchy\t1\t1",
            ":5:1: 'crunchy' stands already at rules/sentiment/learnt/en.tsv:4:1; "
                + "keep one of the two"
        ),
        ("k*gy\t1\t1", ":5:1: '*' is misplaced in 'k*gy'; write it at the end of a word only"),
        ("*gy\t1\t1", ":5:1: '*' is misplaced in '*gy'; write it at the end of a word only"),
    ])
    func `a line that cannot be used`(line: String, message: String) throws {
        let text = "=threshold\t1\t1\n=keywords\t1\t1\n=opposition\t0\t0\ncrunchy\t1\t-1\n\(line)\n"
        let found = try Complaints.ofRules(["rules/sentiment/learnt/en.tsv": text])
        #expect(found == ["rules/sentiment/learnt/en.tsv\(message)"])
    }

    @Test func `a file without its thresholds`() throws {
        let found = try Complaints.ofRules(["rules/sentiment/learnt/en.tsv": "crunchy\t1\t-1\n"])
        #expect(
            found == [
                "rules/sentiment/learnt/en.tsv: no =threshold, =keywords or =opposition line; "
                    + "take them from the file as it was learnt, or learn it again"
            ])
    }

    @Test func `an adaptation adds to what was learnt`() throws {
        let files = Complaints.goodRules.merging([
            "rules/sentiment/learnt/en.tsv": Self.learnt,
            "rules/sentiment/adapted/en.tsv":
                "# Ours.\n=threshold\t0.1\t-0.2\ncrunchy\t-0.35\t1\nsoggy\t0\t2\n",
        ]) { $1 }
        let rules = try TemporaryFolder.with(files) { folder in
            try RuleLoader.load(workspace: folder.path)
        }
        let expected = LearntTone(
            language: .english, threshold: .init(praise: 1.1, blame: 0.7),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0.2, blame: 0.3),
            entries: [
                .init(term: "crunchy", weights: .init(praise: 0.75, blame: 0.5)),
                .init(term: "soggy", weights: .init(praise: 0, blame: 2)),
            ])
        #expect(rules.rules.learnt == [expected])
        #expect(rules.rules.unadapted.map(\.threshold) == [.init(praise: 1, blame: 0.9)])
        #expect(rules.files.map(\.path).contains("rules/sentiment/adapted/en.tsv"))
        let entries = rules.rules.adaptations.flatMap(\.entries)
        #expect(
            entries.map { $0.place?.description }
                == [3, 4].map { "rules/sentiment/adapted/en.tsv:\($0):1" })
    }

    @Test(arguments: [
        (
            "pl", "zły\t1\t-1\n",
            "rules/sentiment/adapted/pl.tsv: adapts nothing, as there is no "
                + "rules/sentiment/learnt/pl.tsv; put that back, or remove this file"
        ),
        (
            "en", "=keywords\t1\t1\n",
            "rules/sentiment/adapted/en.tsv: has a =keywords, =opposition, =capitals or =length line, which "
                + "an adaptation leaves as they were learnt; remove it"
        ),
        (
            "en", "=length\t12\t12\n",
            "rules/sentiment/adapted/en.tsv: has a =keywords, =opposition, =capitals or =length line, which "
                + "an adaptation leaves as they were learnt; remove it"
        ),
        (
            "en", "=capitals\t-1\t-1\n",
            "rules/sentiment/adapted/en.tsv: has a =keywords, =opposition, =capitals or =length line, which "
                + "an adaptation leaves as they were learnt; remove it"
        ),
        ("en", "soggy\t-1\n", "rules/sentiment/adapted/en.tsv:1\(badLine.dropFirst(2))"),
        (
            "ours", "soggy\t-1\t1\n",
            "rules/sentiment/adapted/ours.tsv: not named for a language; give it an ISO 639-1 code as "
                + "its name, such as pl.tsv"
        ),
    ])
    func `an adaptation that cannot be used`(name: String, text: String, message: String) throws {
        let found = try Complaints.ofRules([
            "rules/sentiment/learnt/en.tsv": Self.learnt,
            "rules/sentiment/adapted/\(name).tsv": text,
        ])
        #expect(found == [message])
    }

    @Test func `what was learnt and cannot be used is not called missing`() throws {
        let found = try Complaints.ofRules([
            "rules/sentiment/learnt/en.tsv": "crunchy\t1\t-1\n",
            "rules/sentiment/adapted/en.tsv": "crunchy\t0\t2\n",
        ])
        #expect(
            found == [
                "rules/sentiment/learnt/en.tsv: no =threshold, =keywords or =opposition line; "
                    + "take them from the file as it was learnt, or learn it again"
            ])
    }

    private static let learnt =
        "=threshold\t1\t0.9\n=keywords\t1\t1\n=opposition\t0.2\t0.3\ncrunchy\t1.1\t-0.5\n"

    private static let badLine =
        ":5:1: not a term, a tab, its weight for praise, a tab, its weight for blame, each from -20 "
        + "to 20; mend the line or remove it"

    private func load(_ texts: [String: String]) throws -> [LearntTone] {
        var files = Complaints.goodRules
        for (language, text) in texts {
            files["rules/sentiment/learnt/\(language).tsv"] = text
        }
        return try TemporaryFolder.with(files) { folder in
            try RuleLoader.load(workspace: folder.path).rules.learnt
        }
    }
}
