import Foundation
import TestSupport
import Testing

/// What `earshot-bench` says where there is nothing to measure, and that its figures are of what they
/// say they are.
struct BenchProgramTests {
    private let folder: SampleFolder

    init() throws {
        folder = try SampleFolder(copying: ["rules"])
    }

    private static let executable = Program.executable.deletingLastPathComponent()
        .appending(path: "earshot-bench")

    private func bench(_ arguments: String...) throws -> Program.Outcome {
        try bench(arguments)
    }

    private func bench(_ arguments: [String]) throws -> Program.Outcome {
        let process = try Program.start(
            arguments, in: folder.url, executable: Self.executable)
        process.waitUntilExit()
        return try Program.Outcome(of: process, in: folder.url)
    }

    private func objects(_ json: String) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    private func object(_ json: some StringProtocol) throws -> [String: Any] {
        try #require(try objects("[\(json)]").first)
    }

    /// Posts in which every language has its turn.
    private func writePosts(_ count: Int, to file: String) throws {
        let lines = try bench("write-posts", "--count", "\(count)").output.split(separator: "\n")
        let texts = try lines.map { try #require(try object($0)["text"] as? String) }
        try folder.write(texts.map { $0 + "\n" }.joined(), to: file)
    }

    @Test(arguments: ["forms", "entity", "quality"], [[], ["--format", "json"]])
    func `without any of the sets there are no figures`(command: String, format: [String]) throws {
        try folder.write("", to: "data/empty")
        let outcome = try bench([command, "--data", "data"] + format)
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(" is passed over: no data/"))
        #expect(outcome.errors.contains("data has none of the sets that are measured"))
    }

    @Test func `rows that nobody can be right about are passed over, and told`() throws {
        try folder.write(
            """
            {"text": "Zefirnet is great", "label": "positive", "from": 0, "to": 8}
            {"text": "Zefirnet is great", "label": "conflict", "from": 0, "to": 8}
            {"text": "Zefirnet is great", "label": "positive", "from": 8, "to": 80}

            """, to: "data/target/newsmtsc.dev.jsonl")
        let outcome = try bench(
            "quality", "--data", "data", "--part", "target", "--format", "json")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("newsmtsc: 2 of 3 rows are passed over"))
        #expect(try objects(outcome.output).map { $0["rows"] as? Int } == [1])
    }

    @Test func `a set without a judged text has no figures`() throws {
        try folder.write(
            #"{"text": "Laba kafija", "label": "ambiguous"}"#,
            to: "data/sentiment/ltec_food_tweets.dev.jsonl")
        let outcome = try bench("quality", "--data", "data", "--part", "tone")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("'ambiguous' is none of our labels; rows passed over: 1"))
        #expect(outcome.errors.contains("ltec_food_tweets is passed over: it has no text"))
    }

    @Test func `a row that cannot be read is named, and one category alone is learnt by nobody`()
        throws
    {
        let spam = "data/intent/sms_spam.dev.jsonl"
        try folder.write(#"{"text": "See you at five", "label": "ham"}"# + "\n", to: spam)
        let quality = ["quality", "--data", "data", "--part", "category", "--format", "json"]
        #expect(try objects(bench(quality).output).map { $0["way"] as? String } == ["spam"])
        try folder.write("\n" + #"{"text": "See you at five"}"# + "\n", to: spam)
        let outcome = try bench(quality)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("\(spam):2: not a judged text; write {\"text\""))
    }

    @Test func `what is left out and what is missed keeps out of JSON`() throws {
        try folder.write(
            """
            form\tlemma\tupos\tfeats\tcount
            Zefirnetxyz\tZefirnet\tPROPN\tCase=Gen|Number=Sing\t2
            Kawkaxyz\tKawka\tPROPN\tCase=Gen|Number=Sing\t2
            Baltfonxyz\tBaltfon\tPROPN\tCase=Gen|Number=Sing\t2

            """, to: "data/morph/ud_pud_pl_forms.dev.tsv")
        let outcome = try bench("forms", "--data", "data", "--misses", "--format", "json")
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors.hasPrefix("lv is passed over: no data/morph/"))
        let measured = try objects(outcome.output)
        #expect(measured.compactMap { ($0["misses"] as? [Any])?.count }.reduce(0, +) == 3)
    }

    @Test func `a form of both numbers counts as a singular one wherever its row stands`() throws {
        try folder.write(
            """
            kawki\tkawka\tNOUN\tCase=Nom|Number=Plur\t9
            kawki\tkawka\tNOUN\tCase=Gen|Number=Sing\t2

            """, to: "data/morph/ud_pud_pl_forms.dev.tsv")
        let outcome = try bench("forms", "--data", "data", "--format", "json")
        let measured = try objects(outcome.output)
        #expect(measured.compactMap { $0["attestedSingular"] as? Int }.reduce(0, +) == 1)
        #expect(measured.compactMap { $0["attested"] as? Int }.reduce(0, +) == 1)
    }

    @Test(arguments: [
        (["tag", "--posts", "nowhere"], "nowhere is not there"),
        (["tag", "--posts", "empty"], "empty has no posts in it"),
        (["match", "--corpus", "nowhere", "--rounds", "1"], "nowhere/kw_100.txt is not there"),
        (["parse", "--feeds", "nowhere"], "nowhere is not there"),
        (["read-feeds", "nowhere"], "nowhere is not there"),
        (["write-archive", "new", "--workspace", "nowhere"], "nowhere/rules is not there"),
        (["write-archive", ".", "--entries", "1"], "rules is there already"),
        (["tickets", "--tickets", "1", "--workspace", "nowhere"], "nowhere/rules is not there"),
    ])
    func `what is not there is named`(arguments: [String], message: String) throws {
        try folder.write("\n", to: "empty")
        let outcome = try bench(arguments)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(!outcome.errors.contains("NSCocoaErrorDomain"))
        #expect(!outcome.output.contains("nan"))
    }

    @Test(arguments: [["write-posts", "--count=-1"], ["write-feeds", "new", "--documents=-1"]])
    func `a count below one is refused`(arguments: [String]) throws {
        let outcome = try bench(arguments)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors.contains("must be 1 or more"))
    }

    @Test func `matchers that are not there are named, and names that no post holds are counted`()
        throws
    {
        try folder.write("kajak\n", to: "corpus/kw_1.txt")
        // From its last letter to its first, this one stands in a post.
        try folder.write("kajak\nzefir\nkawka\n", to: "corpus/kw_3.txt")
        try folder.write("rifez kajak\n", to: "corpus/text.txt")
        let outcome = try bench(
            "match", "--corpus", "corpus", "--peers", "peers", "--rounds", "1", "--names", "1",
            "--names", "3")
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(
            outcome.errors.split(separator: "\n") == [
                "tokhash is left out: no peers/tokhash", "hs_bench is left out: no peers/hs_bench",
                "ac_bench dfa is left out: no peers/ac_bench",
                "ac_bench nfa is left out: no peers/ac_bench",
            ])
        #expect(outcome.output.contains("cost at 2 names, 1 of them in no post, to that at 1:"))
    }

    @Test func `a run that finds nothing new counts the entries that it looks at`() throws {
        let outcome = try bench(
            "stages", "--stage", "run", "--stage", "run-again", "--entries", "49", "--format",
            "json")
        let measured = try objects(outcome.output)
        #expect(measured.map { $0["entries"] as? Int } == [25, 25])
    }

    /// Models and tables of the languages are made once, and took as long as thousands of posts.
    @Test func `what is made once for all posts is not counted with the first`() throws {
        try writePosts(300, to: "posts")
        func secondsOfPost(passes: Int) throws -> Double {
            let outcome = try bench("measure-tag", "posts", "1", "--passes", "\(passes)")
            let cost = try object(outcome.output)
            let entries = try #require(cost["entries"] as? Int)
            return try #require(cost["cpuSeconds"] as? Double) / Double(entries)
        }
        let (first, later) = (try secondsOfPost(passes: 1), try secondsOfPost(passes: 5))
        #expect(first < 3 * later)
    }

    @Test(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
    func `a database that is not empty is refused before anything is measured`() throws {
        let address = try #require(PostgreSQLCluster.shared).emptySchema()
        let store = ["store", "--entries", "40", "--postgres", address]
        let first = try bench(store)
        #expect(first.exitCode == 0, "\(first.errors)")
        #expect(first.output.split(separator: "\n").count == 3)
        let second = try bench(store)
        #expect(second.exitCode == 64)
        #expect(second.errors.contains("is not empty"))
        #expect(second.output.isEmpty)
    }
}
