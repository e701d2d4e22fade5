import Foundation
import Testing

struct LearnProgramTests {
    @Test func `rules learn writes what a run then reads, and the same when it learns again`()
        throws
    {
        let folder = try SampleFolder()
        try Data(Self.reviews.utf8).write(to: folder.url.appending(path: "reviews.jsonl"))
        let learnt = folder.url.appending(path: "rules/sentiment/learnt/en.tsv")
        let shipped = try Data(contentsOf: learnt)
        let learn = ["rules", "learn", "--language", "en", "--from", "reviews.jsonl"]

        let dry = try Program.run(learn + ["--dry-run"], in: folder.url)
        #expect(dry.exitCode == 0)
        #expect(dry.output.contains("reviews "))
        #expect(try Data(contentsOf: learnt) == shipped)

        #expect(try Program.run(learn, in: folder.url).output.contains("wrote "))
        let first = try Data(contentsOf: learnt)
        #expect(first != shipped)
        let again = try Program.run(learn, in: folder.url)
        #expect(again.output.contains("the file stays as it is"))
        #expect(try Data(contentsOf: learnt) == first)
        #expect(try Program.run(["rules", "check"], in: folder.url).exitCode == 0)
    }

    @Test(arguments: [
        (["--language", "en", "--from", "none.jsonl"], 65, "none.jsonl: cannot be read"),
        (
            ["--language", "en", "--from", "rules/brands.yaml"], 65,
            "brands.yaml:1: not a judged text"
        ),
        (
            ["--language", "de", "--from", "reviews.jsonl"], 65,
            "no rules/sentiment/de.tsv to start from"
        ),
        (
            ["--language", "pl", "--from", "reviews.jsonl"], 65,
            "no text in 'pl' is judged 'negative'"
        ),
        (["--language", "4", "--from", "reviews.jsonl"], 64, "'4' is no language code"),
        (["--language", "en", "--from", "reviews.jsonl", "--penalty", "0"], 64, "above 0"),
    ])
    func `what cannot be learnt from is told`(options: [String], exitCode: Int32, message: String)
        throws
    {
        let folder = try SampleFolder()
        try Data(Self.reviews.utf8).write(to: folder.url.appending(path: "reviews.jsonl"))
        let outcome = try Program.run(["rules", "learn"] + options, in: folder.url)
        #expect(outcome.exitCode == exitCode)
        #expect(outcome.errors.contains(message))
    }

    private static let reviews = (0..<20).map { number in
        """
        {"text": "crunchy rolls on day \(number)", "label": "positive", "language": "en"}
        {"text": "soggy rolls on day \(number)", "label": "negative", "language": "en"}
        {"text": "the meeting is number \(number)", "label": "neutral", "language": "en"}

        """
    }.joined()
}
