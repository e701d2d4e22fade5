import Foundation
import Testing

struct LearnProgramTests {
    @Test func `rules learn writes what a run then reads, and the same when it learns again`()
        throws
    {
        let folder = try SampleFolder()
        try Data(Self.reviews.utf8).write(to: folder.url.appending(path: "reviews.jsonl"))
        let shippedFile = folder.url.appending(path: "rules/sentiment/learnt/en.tsv")
        let shipped = try Data(contentsOf: shippedFile)
        let adapted = folder.url.appending(path: "rules/sentiment/adapted/en.tsv")
        let learn = ["rules", "learn", "--language", "en", "--from", "reviews.jsonl"]
        // As few as they are, they are judged rightly before.
        let adapt = learn + ["--even-if-no-better"]

        let odd = #"{"text": "so", "label": "\u001b[31mmixed"}"#
        try Data("\(Self.reviews)\n\(odd)\n".utf8).write(
            to: folder.url.appending(path: "odd.jsonl"))
        let dry = try Program.run(
            [
                "rules", "learn", "--language", "en", "--from", "odd.jsonl", "--dry-run",
                "--even-if-no-better",
            ], in: folder.url)
        #expect(dry.errors == "earshot: odd.jsonl: 1 text ' [31mmixed' is passed over\n")
        #expect(dry.exitCode == 0)
        #expect(dry.output.contains("odd "))
        #expect(!FileManager.default.fileExists(atPath: adapted.path))

        #expect(try Program.run(adapt, in: folder.url).output.contains("/adapted/en.tsv\n"))
        let first = try Data(contentsOf: adapted)
        let again = try Program.run(adapt, in: folder.url)
        #expect(again.output.contains("the file stays as it is"))
        #expect(try Data(contentsOf: adapted) == first)
        #expect(try Data(contentsOf: shippedFile) == shipped)
        #expect(try Program.run(["rules", "check"], in: folder.url).exitCode == 0)

        let anew = try Program.run(learn + ["--anew"], in: folder.url)
        #expect(anew.output.contains("/learnt/en.tsv\n"))
        #expect(anew.errors.contains("adapted/en.tsv goes on to change what is learnt"))
        #expect(try Data(contentsOf: shippedFile) != shipped)
        let sameAnew = try Program.run(learn + ["--anew"], in: folder.url)
        #expect(sameAnew.output.contains("the file stays as it is"))
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
        (["--language", "en", "--from", "reviews.jsonl", "--penalty", "inf"], 64, "at most 1000"),
        (
            ["--language", "en", "--from", "reviews.jsonl", "--terms-per-text", "1e18"], 64,
            "at most 1000"
        ),
        (
            ["--language", "en", "--from", "reviews.jsonl", "--terms-per-text", "1"], 64,
            "--terms-per-text goes with --anew or --category"
        ),
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

    @Test
    func `without a file it learns from what was reviewed, and says so where that is nothing`()
        throws
    {
        let folder = try SampleFolder()
        let now = ["--now", "2026-11-22T06:00:00Z"]
        _ = try Program.run(["run"] + now, in: folder.url)
        let none = try Program.run(["rules", "learn", "--language", "pl"], in: folder.url)
        #expect(none.exitCode == 65)
        #expect(none.errors.contains("nobody has judged a tone in this archive yet"))

        let digest = try JSONSerialization.jsonObject(
            with: try Data(contentsOf: folder.url.appending(path: "out/digests/2026-11-22.json")))
        let list = (digest as? [String: Any])?["mentions"] as? [String: Any]
        let mentions = try #require(list?["items"] as? [[String: Any]])
        let polish = mentions.filter { $0["language"] as? String == "pl" }
        let lines = polish.enumerated().compactMap { number, mention -> String? in
            guard let entry = mention["sequence"] as? Int, let brand = mention["brand"] as? String,
                let sentiment = mention["sentiment"] as? [String: Any],
                let was = sentiment["label"] as? String
            else { return nil }
            // What is judged at odds with the rules' own examples would not be learnt.
            let isPlain = number.isMultiple(of: 6) || !["positive", "negative"].contains(was)
            return JudgedLine(entry: entry, brand: brand, was: was, is: isPlain ? "neutral" : was)
                .json
        }
        try Data(lines.joined(separator: "\n").utf8)
            .write(to: folder.url.appending(path: "corrections.jsonl"))
        let applied = try Program.run(["review", "apply", "corrections.jsonl"], in: folder.url)
        #expect(applied.exitCode == 0)
        let learnt = try Program.run(
            ["rules", "learn", "--anew", "--language", "pl", "--dry-run", "--format", "json"],
            in: folder.url)
        #expect(learnt.exitCode == 0)
        let report =
            try JSONSerialization.jsonObject(with: Data(learnt.output.utf8)) as? [String: Any]
        let sets = try #require(report?["sets"] as? [[String: Any]])
        #expect(sets.map { $0["set"] as? String } == ["reviewed"])
        #expect(sets[0]["texts"] as? Int ?? 0 > 10)
        #expect((report?["changes"] as? [Any])?.isEmpty == false)
    }

    @Test func `keywords of a category are learnt and read, and dry runs write nothing`() throws {
        let folder = try SampleFolder()
        try Data(Self.parcels.utf8).write(to: folder.url.appending(path: "parcels.jsonl"))
        let path = folder.url.appending(path: "rules/learnt/question.en.tsv")
        let learn = [
            "rules", "learn", "--category", "question", "--label", "where", "--language", "en",
            "--from", "parcels.jsonl", "--credit", "Invented texts.\nCC0 1.0",
        ]
        let dry = try Program.run(learn + ["--dry-run"], in: folder.url)
        #expect(dry.exitCode == 0)
        #expect(dry.output.contains("keywords"))
        #expect(!FileManager.default.fileExists(atPath: path.path))

        let first = try Program.run(learn, in: folder.url)
        #expect(first.exitCode == 0)
        #expect(first.errors.isEmpty)
        let written = try Data(contentsOf: path)
        #expect(String(decoding: written, as: UTF8.self).contains("# Invented texts.\n# CC0 1.0\n"))
        let again = try Program.run(learn, in: folder.url)
        #expect(again.output.contains("the file stays as it is"))
        #expect(try Data(contentsOf: path) == written)
        #expect(try Program.run(["rules", "check"], in: folder.url).exitCode == 0)
        let told = try Program.run(["explain", "parcel whereabouts unknown"], in: folder.url)
        #expect(told.output.contains("rules/learnt/question.en.tsv:"))
    }

    @Test(arguments: [
        (["--category", "questions"], 65, "there is no category 'questions'; the rules have "),
        (
            ["--category", "question", "--label", "nothing"], 65,
            "no text in 'en' is judged to be of 'question'"
        ),
        (
            ["--category", "question", "--label", "where-else"], 65,
            "only 1 text in 'en' is judged to be of 'question'; learning needs 5 of both kinds"
        ),
    ])
    func `a category that cannot be learnt is told`(
        options: [String], exitCode: Int32, message: String
    ) throws {
        let folder = try SampleFolder()
        let lost = #"{"text": "where has it gone", "label": "where-else"}"#
        try Data((Self.parcels + lost).utf8).write(to: folder.url.appending(path: "parcels.jsonl"))
        let outcome = try Program.run(
            ["rules", "learn", "--language", "en", "--from", "parcels.jsonl"] + options,
            in: folder.url)
        #expect(outcome.exitCode == exitCode)
        #expect(outcome.errors.contains(message))
    }

    @Test(arguments: ["xx", "und"])
    func `no file is written that no run would read`(language: String) throws {
        let folder = try SampleFolder()
        let texts = Self.parcels.replacing(#", "lang": "en""#, with: "")
        try Data(texts.utf8).write(to: folder.url.appending(path: "parcels.jsonl"))
        let outcome = try Program.run(
            [
                "rules", "learn", "--category", "question", "--label", "where", "--language",
                language, "--from", "parcels.jsonl",
            ], in: folder.url)
        #expect(outcome.exitCode == 65)
        #expect(outcome.errors.contains("nothing can be learnt for '\(language)'"))
        #expect(try Program.run(["rules", "check"], in: folder.url).exitCode == 0)
    }

    /// All of them are judged as the rules judge them anyway.
    @Test func `an adaptation that is of no use is written only where that is asked for`() throws {
        let folder = try SampleFolder()
        let words = ["rolls", "parcel", "garden", "river", "choir", "bread", "window"]
        let texts = words.map { word in
            """
            positive\tI love the \(word)
            neutral\tthe \(word) is number seven
            negative\tthe \(word) is terrible

            """
        }
        try Data(texts.joined().utf8).write(to: folder.url.appending(path: "judged.tsv"))
        let learn = ["rules", "learn", "--language", "en", "--from", "judged.tsv"]
        let path = folder.url.appending(path: "rules/sentiment/adapted/en.tsv").path
        let dry = try Program.run(learn + ["--dry-run"], in: folder.url)
        #expect(dry.exitCode == 0)
        #expect(dry.errors.hasPrefix("earshot: it would not be written: texts that it was not "))
        let refused = try Program.run(learn, in: folder.url)
        #expect(refused.exitCode == 65)
        #expect(refused.errors.contains("nothing is written: texts that it was not learnt from"))
        #expect(!FileManager.default.fileExists(atPath: path))
        let written = try Program.run(learn + ["--even-if-no-better"], in: folder.url)
        #expect(written.exitCode == 0)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    /// What tells of trouble without a word of blame, as an example of a category does, is judged to be
    /// plain.
    @Test func `no weights of tone are written with which a run would refuse to start`() throws {
        let folder = try SampleFolder()
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
        let texts = days.map { day in
            """
            neutral\tIt shows the wrong balance on \(day)
            positive\tI love this shop on \(day)
            negative\tTerrible service on \(day)

            """
        }.joined()
        try Data(texts.utf8).write(to: folder.url.appending(path: "judged.tsv"))
        let learnt = folder.url.appending(path: "rules/sentiment/learnt/en.tsv")
        let shipped = try Data(contentsOf: learnt)
        let outcome = try Program.run(
            ["rules", "learn", "--language", "en", "--from", "judged.tsv", "--anew"],
            in: folder.url)
        #expect(outcome.exitCode == 65)
        #expect(outcome.errors.contains("should match and does not: \"It shows the wrong"))
        #expect(outcome.errors.contains("nothing is written: with what was learnt examples"))
        #expect(try Data(contentsOf: learnt) == shipped)
        #expect(try Program.run(["rules", "check"], in: folder.url).exitCode == 0)
    }

    /// Each word stands in two texts, or in half of them.
    @Test func `no file is written where too few texts teach anything`() throws {
        let folder = try SampleFolder()
        let texts = ["parcel", "garden", "river", "bread", "choir"].map { word in
            """
            {"text": "\(word) today", "label": "where"}
            {"text": "\(word) tomorrow", "label": "other"}

            """
        }.joined()
        try Data(texts.utf8).write(to: folder.url.appending(path: "few.jsonl"))
        let outcome = try Program.run(
            [
                "rules", "learn", "--category", "question", "--label", "where", "--language", "en",
                "--from", "few.jsonl",
            ], in: folder.url)
        #expect(outcome.exitCode == 65)
        #expect(outcome.errors.contains("nothing is written: no term stands in enough"))
        let path = folder.url.appending(path: "rules/learnt/question.en.tsv").path
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    private static let parcels = (0..<20).map { number in
        """
        {"text": "parcel whereabouts unknown \(number)", "labels": ["where", "other"]}
        {"text": "my garden has roses \(number)", "label": "other", "lang": "en"}
        {"text": "a walk along the river \(number)", "label": "other", "lang": "en"}
        {"text": "bread from the oven \(number)", "label": "other", "lang": "en"}
        {"text": "the choir sang two songs \(number)", "label": "other", "lang": "en"}
        {"text": "snow fell on the hills \(number)", "label": "other", "lang": "en"}

        """
    }.joined()

    private static let reviews = (0..<20).map { number in
        """
        {"text": "crunchy rolls on day \(number)", "label": "positive", "language": "en"}
        {"text": "soggy rolls on day \(number)", "label": "negative", "language": "en"}
        {"text": "the meeting is number \(number)", "label": "neutral", "language": "en"}

        """
    }.joined()
}

/// A line of a file of corrections.
private struct JudgedLine {
    let entry: Int
    let brand: String
    let was: String
    let `is`: String

    var json: String {
        let members = [
            "\"entry\": \(entry)", "\"brand\": \"\(brand)\"", "\"field\": \"tone\"",
            "\"was\": \"\(was)\"", "\"is\": \"\(`is`)\"",
        ]
        return "{" + members.joined(separator: ", ") + "}"
    }
}
