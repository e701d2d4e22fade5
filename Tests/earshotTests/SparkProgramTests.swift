import Foundation
import Model
import TestSupport
import Testing

struct SparkProgramTests {
    private static let source = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Pipeline/Jobs/earshot_spark.py").standardized

    @Test func `the job is printed as it stands in the sources, or written to a file`() throws {
        let folder = try SampleFolder(copying: [])
        let job = try String(contentsOf: Self.source, encoding: .utf8)
        #expect(try Program.run(["spark", "--print"], in: folder.url).output == job)
        let outcome = try Program.run(["spark", "--print", "-o", "jobs/a.py"], in: folder.url)
        #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
        let written = folder.url.appending(path: "jobs/a.py")
        #expect(try String(contentsOf: written, encoding: .utf8) == job)
    }

    @Test(.enabled(if: Tool.path(of: "python3") != nil, "needs python3"))
    func `the job is Python of the oldest version that it names`() throws {
        let parse = "import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 9))"
        let python = try #require(Tool.path(of: "python3"))
        try Tool.run(python, ["-c", parse, Self.source.path(percentEncoded: false)])
    }

    @Test func `the job calls Earshot as its help says that it is called`() throws {
        let folder = try SampleFolder(copying: [])
        let job = try String(contentsOf: Self.source, encoding: .utf8)
        let calls = job.matches(of: /self\.command\(\s*"([a-z]+)",([^)]*)\)/)
        #expect(calls.map { String($0.1) }.sorted() == ["parse", "spark", "tag"])
        for call in calls {
            let help = try Program.run(["help", String(call.1)], in: folder.url).output
            let options = call.2.matches(of: /"(--[a-z-]+)"/).map { String($0.1) }
            #expect(!options.isEmpty)
            for option in options { #expect(help.contains(option), "\(call.1) \(option)") }
        }
    }

    @Test func `what the job asks of the rules is told as JSON`() throws {
        struct Rules: Decodable {
            struct Brand: Decodable {
                let id: String
                let kind: String
            }

            let brands: [Brand]
            let timeZone: String
            let rulesHash: String
        }
        let folder = try SampleFolder()
        let outcome = try Program.run(["spark", "--describe", "--rules", "rules"], in: folder.url)
        let rules = try ContractJSON.decode(Rules.self, from: Data(outcome.output.utf8))
        #expect(rules.brands.first?.id == "zefirnet" && rules.brands.first?.kind == "own")
        #expect(rules.timeZone == "Europe/Warsaw")
        #expect(rules.rulesHash.count == 16)
    }

    @Test(arguments: [
        (["spark"], "--print"),
        (["spark", "--describe", "-o", "x"], "--output goes with --print."),
        (["spark", "--print", "--rules", "x"], "--rules goes with --describe."),
        (["tag", "--threads", "0"], "--threads must be at least 1."),
        (["parse"], "give --lines"), (["parse", "--lines", "x"], "--lines reads standard input."),
        (["parse", "--threads", "2", "x"], "--threads goes with --lines."),
        (["parse", "--lines", "--url", "x"], "stand in each line"),
    ])
    func `options that do not go together are told`(arguments: [String], message: String) throws {
        let folder = try SampleFolder(copying: [])
        let outcome = try Program.run(arguments, in: folder.url)
        #expect(outcome.exitCode == 64 && outcome.errors.contains(message), "\(outcome.errors)")
    }
}
