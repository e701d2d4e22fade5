import Foundation
import Pipeline
import TestSupport
import Testing

struct ProgramTests {
    private let now = ["--now", "2026-11-22T06:00:00Z"]

    @Test(arguments: [
        "run", "digest", "trends", "export", "send", "parse", "tag", "explain", "search", "retag",
        "forget", "doctor", "schedule", "backup", "restore", "import", "export-archive", "spark",
        "rules check", "rules forms", "rules backtest", "rules usage", "rules learn",
        "rules handbook", "review apply", "review export", "feeds discover", "feeds import",
        "store copy",
    ])
    func `an example can be copied out of a help as it stands`(command: String) throws {
        let arguments = ["help"] + command.split(separator: " ").map(String.init)
        let folder = try SampleFolder()
        let lines = try Program.run(arguments, in: folder.url).output
            .split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("Example") })
        let examples = lines[(start + 1)...].prefix { !$0.isEmpty }
        // What the width of the help has broken goes on without its indentation.
        #expect(examples.allSatisfy { $0.hasPrefix("  ") }, "\(examples)")
    }

    @Test(
        arguments: [
            (["--version"], 0, nil), (["help", "run"], 0, nil),
            (["listen"], 64, "Unknown command 'listen'; `earshot --help` lists those there are."),
            (["rules", "chek"], 64, "Unknown command 'rules chek'; did you mean 'rules check'?"),
            (["tickets", "drp", "3"], 64, "Unknown command 'tickets drp'; did you mean"),
            (["-w", ".", "digest"], 64, "write it behind, `earshot digest -w`."),
            (["run", "--now", "yesterday"], 64, "'yesterday' is not a time"),
            (["run", "--trend-days", "0"], 64, "--trend-days goes from 1 to 3660"),
            (["run", "--trend-days", "-1"], 64, "--trend-days goes from 1 to 3660"),
            (["run", "--deadline", "-5m"], 64, "'-5m' is not a time span; write 90s"),
            (["trends", "--days", "-1"], 64, "--days goes from 1 to 3660"),
            (["tickets", "status", "--days", "-1"], 64, "--days goes from 1 to 3660"),
            (["tickets", "show", "--limit", "-1"], 64, "--limit must be at least 1"),
            (["search", "--limit", "-1", "word"], 64, "--limit must be at least 1"),
            (["digest", "--table", "brands"], 64, "--table goes with --format csv"),
            (["trends", "--table", "rising"], 64, "--table goes with --format csv"),
            (["digest", "--csv-delimiter", "x"], 64, "'x' is no delimiter; write ','"),
            (["digest", "--format", "csv", "--csv-delimiter", "tab"], 65, "no archive yet"),
            (["digest", "--csv-decimal-comma"], 64, "goes with --csv-delimiter ';' or tab"),
            (["digest", "--csv-bom"], 64, "--csv-bom goes with --format csv."),
            (["digest", "--format", "jsonl", "--csv-raw"], 64, "--csv-raw goes with --format"),
            (["trends", "--csv-delimiter", ","], 64, "--csv-delimiter goes with --format csv."),
            (["digest", "--since", "2026-11-20", "--now", "2026-11-22"], 65, "no archive yet"),
            (["search", "--since", "2026-11-20"], 65, "no archive yet"),
            (["rules", "backtest", "--against", ".", "--from", "2026-11-20"], 65, "no archive"),
            (["digest", "--list", "-1"], 64, "--list must be at least 0"),
            (["digest", "--list", "--save"], 64, "'--save' is invalid for '--list"),
            (["tag", "--threads", "-2"], 64, "--threads must be at least 1"),
            (["rules", "backtest", "--against", ".", "--weeks", "-1"], 64, "goes from 1 to 520"),
            (["rules", "backtest", "--against", ".", "--examples", "-1"], 64, "from 0 to 1000"),
            (["rules", "backtest", "--against", ".", "--fail-over", "-5%"], 64, "not a share"),
            (["rules", "learn", "--language", "pl", "--penalty", "-1"], 64, "must be above 0"),
            (["rules", "backtest"], 64, "--against"),
            (["rules", "usage", "--days", "0"], 64, "--days goes from 1 to 3660"),
            (["rules", "usage", "--period", "week", "--to", "2026-11-22"], 64, "Choose one of"),
            (
                ["rules", "usage", "--since", "2026-11-22", "--to", "2026-11-21"], 64,
                "--from must be before --to"
            ),
            (
                [
                    "digest", "--from", "2026-11-23", "--to", "2026-11-25", "--now",
                    "2026-11-22T06:00:00Z",
                ], 64, "and not in the future."
            ),
            (["rules", "usage"], 65, "no archive yet; `earshot run` makes one"),
            (["schema", "rules-usage"], 0, nil),
            (["rules", "backtest", "--against", ".", "--fail-over", "x"], 64, "not a share"),
            (["import", "x.csv", "--name", "Reviews"], 64, "--name goes with --source."),
            (["parse", "x.html", "--text", ".body"], 64, "--text goes with --item."),
            (["parse", "x.html", "--item", ".post"], 64, "--item goes with --kind page"),
            (["parse", "--source", "none", "rules/brands.yaml"], 65, "there is no source 'none'"),
            (
                ["parse", "--source", "podworko-wrzeszcz", "feeds/sample/podworko-wrzeszcz.html"],
                0,
                nil
            ),
            (["schema", "wallboard"], 0, nil),
            (
                ["search", "x", "--from", "2026-11-22", "--to", "2026-11-21"], 64,
                "--from must be before --to."
            ),
            (["search", "--language", "4"], 64, "'4' is no language code; write one such as pl."),
            (["search", "--facet", "app"], 64, "'app' is no value of a facet; write one such as"),
            (["search", "--severity", "worst"], 64, "'worst' is invalid for '--severity"),
            (["search", "--brand-kind", "mine"], 64, "'mine' is invalid for '--brand-kind"),
            (["digest", "--facet", "app"], 64, "'app' is no value of a facet; write one such as"),
            (["digest", "--language", "Polish"], 64, "'Polish' is no language code"),
            (["digest", "--save"], 64, "--location, --facet, --severity or --language."),
            (["digest", "--locale", "de"], 64, "'de' is invalid for '--locale"),
            (["retag"], 65, "no archive yet; `earshot run` makes one"),
            (["digest"], 65, "no archive yet; `earshot run` makes one"),
            (["search", "--author", " "], 64, "' ' has no letter or digit in it."),
            (["search", "x", "--workspace", "nowhere"], 65, "there is no such folder; a"),
            (["digest", "--workspace", "rules/brands.yaml"], 65, "is no folder; a workspace has"),
            (["run", "--workspace", "rules/brands.yaml"], 65, "is no folder; a workspace has"),
            (["parse", "rules/brands.yaml"], 65, "earshot: "),
            (["rules", "check", "--workspace", "rules"], 65, nil),
            (["rules", "check", "--format", "sarif"], 0, nil),
            (["rules", "forms", "Kawka", "--format", "json"], 0, nil),
            (["rules", "forms", "Perła", "--language", "lv", "--workspace", "nowhere"], 0, nil),
            (["rules", "forms", "..."], 64, "has no letter or digit in it"),
            (["rules", "handbook", "--language", "lv"], 0, nil),
            (["rules", "handbook", "--output", "feeds"], 73, "feeds: cannot be written"),
        ] as [([String], Int32, String?)])
    func `what went wrong is told by the exit code and on standard error`(
        arguments: [String], exitCode: Int32, message: String?
    ) throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(arguments, in: folder.url)
        #expect(outcome.exitCode == exitCode)
        if let message { #expect(outcome.errors.contains(message)) }
    }

    @Test func `what only the rules' clocks tell is told in one line, without the usage`() throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(
            ["search", "x", "--from", "2026-11-22", "--to", "2026-11-21"], in: folder.url)
        #expect(outcome.exitCode == 64)
        #expect(outcome.errors == "earshot: --from must be before --to.\n")
    }

    @Test func `what the README looks at first is the same on whatever day it is read`() throws {
        let readme = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../README.md"), encoding: .utf8)
        let line = try #require(
            readme.split(separator: "\n").first { $0.hasPrefix("earshot digest ") })
        let folder = try SampleFolder()
        #expect(try Program.run(["run", "--quiet"] + now, in: folder.url).exitCode == 0)
        let digest = try Program.run(
            line.split(separator: " ").dropFirst().map(String.init), in: folder.url)
        #expect(digest.exitCode == 0)
        #expect(digest.output.contains("; 1 of 17 feeds could not be heard properly"))
    }

    @Test func `a run whose lock is held ends with 75, and goes once it is free`() throws {
        let folder = try SampleFolder()
        let path = folder.url.appending(path: "run.lock").path(percentEncoded: false)
        do {
            let lock = try RunLock(path: path)
            defer { withExtendedLifetime(lock) {} }
            #expect(try Program.run(["run"] + now, in: folder.url).exitCode == 75)
        }
        #expect(try Program.run(["fetch"] + now, in: folder.url).exitCode == 0)
    }

    @Test(arguments: [
        ("en", ["Needs an answer", "Answer by Sun 22 Nov 2026, 07:30"]),
        ("pl", ["Czeka na odpowiedź", "Odpowiedz do niedz. 22 lis 2026, 07:30"]),
        ("lv", ["Gaida atbildi", "Atbildēt līdz"]),
    ])
    func `a digest in a terminal speaks one language, by the reader's clock`(
        locale: String, expected: [String]
    ) throws {
        let folder = try SampleFolder()
        #expect(try Program.run(["run", "--quiet"] + now, in: folder.url).exitCode == 0)
        let digest = try Program.run(["digest", "--locale", locale] + now, in: folder.url).output
        let trends = try Program.run(["trends", "--locale", locale] + now, in: folder.url).output
        for text in expected { #expect(digest.contains(text), "\(digest)") }
        let english = ["Needs an answer", "Mentions", "Stories", "Net tone", "Mentions a day"]
        for text in english where locale != "en" {
            #expect(!digest.contains(text) && !trends.contains(text), "\(text)")
        }
    }

    @Test func `a backtest ends with 1 when more changes than a review allows`() throws {
        let folder = try SampleFolder()
        #expect(try Program.run(["fetch"] + now, in: folder.url).exitCode == 0)
        let new = folder.url.appending(path: "new/rules")
        try FileManager.default.createDirectory(
            at: new.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: folder.url.appending(path: "rules"), to: new)
        let backtest = ["rules", "backtest", "--against", "new"] + now
        let same = try Program.run(backtest + ["--fail-over", "0%"], in: folder.url)
        #expect(same.exitCode == 0 && same.output.contains("nothing changes"))

        let brands = new.appending(path: "brands.yaml")
        let text = try String(contentsOf: brands, encoding: .utf8)
        try Data(text.replacing("id: zefirnet", with: "id: zephyr").utf8).write(to: brands)
        let routing = new.appending(path: "routing.yaml")
        let routes = try String(contentsOf: routing, encoding: .utf8)
        try Data(routes.replacing("zefirnet", with: "zephyr").utf8).write(to: routing)
        let other = try Program.run(backtest + ["--fail-over", "1%"], in: folder.url)
        #expect(other.exitCode == 1)
        #expect(other.output.contains("brand: + zephyr"))
        #expect(other.errors.contains("more than the 1.0 % of --fail-over"))
        #expect(try Program.run(["retag"], in: folder.url).output.hasPrefix("0 of "))
    }

    @Test func `what cannot be written or is not ours is told apart`() throws {
        let folder = try SampleFolder()
        try Data("in the way".utf8).write(to: folder.url.appending(path: "out"))
        #expect(try Program.run(["run"] + now, in: folder.url).exitCode == 73)
        try Data(repeating: 7, count: 5_000).write(to: folder.url.appending(path: "earshot.sqlite"))
        try FileManager.default.removeItem(at: folder.url.appending(path: "out"))
        let outcome = try Program.run(["run"] + now, in: folder.url)
        #expect(outcome.exitCode == 74)
        #expect(outcome.errors.contains("is not an Earshot archive"))
    }

    @Test func `SIGTERM ends a run in good order`() throws {
        let server = try LoopbackServer { _ in .init(delivery: .silence) }
        defer { server.stop() }
        let folder = try SampleFolder()
        let list = """
            fetching: {allow_networks: [127.0.0.0/8]}
            sources: [{id: silent, name: Silent, url: '\(server.url("/feed.xml"))'}]
            """
        try Data(list.utf8).write(to: folder.url.appending(path: "feeds/silent.yaml"))
        let process = try Program.start(["run", "--format", "json"] + now, in: folder.url)
        while process.isRunning, server.requests.isEmpty { usleep(500) }
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let report = try String(
            contentsOf: folder.url.appending(path: "stdout"), encoding: .utf8)
        let partial = try #require(
            report.split(separator: "\n").first { $0.contains("is_partial") })
        #expect(partial.contains("true"))
    }

    /// The processes end at instants spread over a whole run, the making of the archive included.
    @Test func `killed at any instant, the next run ends as if nothing had happened`() throws {
        let undisturbed = try SampleFolder()
        let clock = ContinuousClock()
        var outcome: Program.Outcome?
        let length = try clock.measure {
            outcome = try Program.run(["run"] + now, in: undisturbed.url)
        }
        #expect(outcome?.exitCode == 0)

        let folder = try SampleFolder()
        // Trends name who was repeated by pseudonym, which is another under another key.
        try FileManager.default.copyItem(
            at: undisturbed.url.appending(path: ".earshot-key"),
            to: folder.url.appending(path: ".earshot-key"))
        let kills = 12
        for kill in 1...kills {
            let process = try Program.start(["run"] + now, in: folder.url)
            let instant = clock.now.advanced(by: length * kill / (kills + 1))
            while process.isRunning, clock.now < instant { usleep(500) }
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try Program.run(["run"] + now, in: folder.url).exitCode == 0)
        #expect(try folder.reports() == undisturbed.reports())
    }
}
