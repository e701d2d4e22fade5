import Foundation
import Model
import TestSupport
import Testing

/// What the program prints and writes as JSON conforms to the schemas that it prints.
@Suite(.timeLimit(.minutes(10)))
struct SchemaProgramTests {
    private let now = ["--now", "2026-11-22T06:00:00Z"]
    private let folder: SampleFolder

    init() throws {
        folder = try SampleFolder()
    }

    /// What a command prints has to be of a shape.
    @discardableResult
    private func print(
        _ shape: ContractSchema, by arguments: [String], areLines: Bool = false,
        exitCode: Int32 = 0, at location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let outcome = try Program.run(
            arguments, in: folder.url, environment: ["HUB_KEY": "2f8c1b7d9e4a4c0f"])
        #expect(outcome.exitCode == exitCode, "\(outcome.errors)", sourceLocation: location)
        try hold(outcome.output, to: shape, areLines: areLines, at: location)
        return outcome.output
    }

    private func printJSON(
        _ shape: ContractSchema, by arguments: [String], exitCode: Int32 = 0,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        try print(shape, by: arguments + ["--format", "json"], exitCode: exitCode, at: location)
    }

    private func printLines(
        _ shape: ContractSchema, by arguments: [String],
        at location: SourceLocation = #_sourceLocation
    ) throws {
        try print(shape, by: arguments, areLines: true, at: location)
    }

    private func hold(
        _ text: String, to shape: ContractSchema, areLines: Bool = false,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let schema = try JSONSchema(shape.bytes)
        let documents = areLines ? text.split(separator: "\n").map(String.init) : [text]
        #expect(!documents.isEmpty, sourceLocation: location)
        for document in documents {
            #expect(try schema.problems(in: document.utf8) == [], sourceLocation: location)
        }
    }

    private func hold(
        fileAt path: String, to shape: ContractSchema, areLines: Bool = false,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let text = try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
        try hold(text, to: shape, areLines: areLines, at: location)
    }

    private func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: folder.url.appending(path: path).path(percentEncoded: false)
        ).sorted()
    }

    @Test func `every command that can print JSON has a schema, and no other is named`() throws {
        let help = try Program.run(["--experimental-dump-help"], in: folder.url).output
        let program = try JSONDecoder().decode(ProgramHelp.self, from: Data(help.utf8))
        let commands = program.command.printingJSON.sorted()
        #expect(commands == ContractSchema.allCases.flatMap(\.commands).sorted())
    }

    @Test(arguments: ContractSchema.allCases)
    func `schema prints what its help lists`(shape: ContractSchema) throws {
        let printed = try Program.run(["schema", shape.rawValue], in: folder.url)
        #expect(printed.output == String(decoding: shape.bytes, as: UTF8.self))
        let line = try Program.run(["schema", "--help"], in: folder.url).output
            .split(separator: "\n").first { $0.hasPrefix("  \(shape.rawValue)  ") }
        let users = (shape.commands + shape.others).joined(separator: "; ")
        #expect(!users.isEmpty && line?.hasSuffix("  " + users) == true)
    }

    @Test func `a run, its files and all that looks at them conform`() throws {
        try printJSON(.run, by: ["run", "--quiet"] + now)
        try hold(fileAt: "out/runs/2026-11-22T060000Z.json", to: .run)
        let save = ["digest", "--period", "week", "--save"] + now
        #expect(try Program.run(save, in: folder.url).exitCode == 0)
        for (name, shape): (String, ContractSchema) in [
            ("index", .index), ("manifest", .manifest), ("wallboard", .wallboard),
            ("digests/2026-11-22", .digest), ("digests/2026-W46", .digest),
            ("trends/2026-11-22", .trends),
        ] { try hold(fileAt: "out/\(name).json", to: shape) }

        try printJSON(.run, by: ["fetch", "--quiet"] + now)
        try printJSON(.digest, by: ["digest"] + now)
        try printJSON(.trends, by: ["trends"] + now)
        try printLines(.mention, by: ["digest", "--format", "jsonl"] + now)
        for (command, table) in [
            ("digest", "brands"), ("digest", "channels"), ("digest", "alerts"),
            ("digest", "answers"), ("trends", "series"), ("trends", "incidents"),
            ("trends", "rising"),
        ] { try printLines(.table, by: [command, "--format", "jsonl", "--table", table] + now) }
        try printJSON(.digestVerify, by: ["digest", "--verify", "out/digests/2026-11-22.json"])
        let search = ["search", "--versions", "--format", "json", "--limit"]
        try printLines(.search, by: search + ["400"])
        try printJSON(.explain, by: ["explain", "#17"])
        try printJSON(
            .explain, by: ["explain", "kawka w parku, Kawka", "--title", "Gdańsk o Zefirnecie"])
        try printJSON(.feedsCheck, by: ["feeds", "check"] + now)
        try printJSON(.rulesCheck, by: ["rules", "check"])
        try printJSON(.rulesForms, by: ["rules", "forms", "kawka"])
        try printJSON(.backtest, by: ["rules", "backtest", "--against", "rules", "--quiet"])
        try printJSON(.retag, by: ["retag", "--quiet"])
        try printJSON(.doctor, by: ["doctor", "--full"] + now)
        try printLines(.archive, by: ["export-archive"])
        try printJSON(
            .storeCopy, by: ["store", "copy", "--from", ".", "--to", "copy.db", "--quiet"])
        try printJSON(.backup, by: ["backup", "backup.sqlite"])
        try printJSON(.backup, by: ["restore", "backup.sqlite"] + now)
        // The archive that the backup took the place of is no trouble while nothing was erased.
        try printJSON(.doctor, by: ["doctor"] + now)
        try printJSON(.forget, by: ["forget", "--text", "kawka", "--dry-run"])
        try printJSON(.forget, by: ["forget", "--before", "2026-11-03", "--yes"] + now)
        for name in try names(in: "erasures") { try hold(fileAt: "erasures/\(name)", to: .forget) }
        try folder.write("privacy: {retention: {runs: 3650d}}\n", to: "feeds/privacy.yaml")
        try printJSON(.forgetRetention, by: ["forget", "--retention", "--yes"])
        // Now it holds what was erased.
        try printJSON(.doctor, by: ["doctor"] + now, exitCode: 1)
    }

    @Test func `what is handed over and sent conforms`() throws {
        let server = try LoopbackServer { _ in
            .init(headers: [("Content-Type", "application/json")], body: "{}".utf8)
        }
        defer { server.stop() }
        let routing = folder.url.appending(path: "rules/routing.yaml")
        let rules = try String(contentsOf: routing, encoding: .utf8)
        try folder.write(
            rules + """

                tickets:
                  installation: trial
                  allow_networks: [127.0.0.0/8]
                  destinations:
                    - {id: lines, system: jsonl, path: out/tickets}
                    - {id: hook, system: webhook, url: '\(server.url("/ticket"))', token: 'secret:env:HUB_KEY'}
                  routes:
                    - when: {brand: kawka}
                      to: hook
                    - when: {brand_kind: own, severity_at_least: high}
                      to: lines
                sending:
                  allow_networks: [127.0.0.0/8]
                  channels:
                    - {id: hub, type: webhook, url: '\(server.url("/notice"))', token: 'secret:env:HUB_KEY'}
                  notices: [{id: morning, send: digest, to: [hub], at: "06:00"}]

                """, to: "rules/routing.yaml")
        #expect(try Program.run(["fetch", "--quiet"] + now, in: folder.url).exitCode == 0)
        try printLines(.exportPreview, by: ["export", "--dry-run", "--offline"] + now)
        try printLines(.sendPreview, by: ["send", "--dry-run"] + now)
        try printJSON(.run, by: ["run", "--quiet"] + now)
        for name in try names(in: "out/tickets") where name.hasSuffix(".jsonl") {
            try hold(fileAt: "out/tickets/\(name)", to: .ticket, areLines: true)
        }
        for (path, shape): (String, ContractSchema) in [("/ticket", .ticket), ("/notice", .notice)]
        {
            let bodies = server.requests.filter { $0.path == path }.map(\.body)
            #expect(!bodies.isEmpty)
            for body in bodies { try hold(String(decoding: body, as: UTF8.self), to: shape) }
        }
        try printJSON(.export, by: ["export"] + now)
        try printJSON(.export, by: ["send"] + now)
        try printJSON(.tickets, by: ["tickets", "show", "--all"])
        try printJSON(.tickets, by: ["send", "show", "--all"])
        try printJSON(.ticketsStatus, by: ["tickets", "status"] + now)
    }

    @Test func `what is taken in, judged and learnt conforms`() throws {
        #expect(try Program.run(["fetch", "--quiet"] + now, in: folder.url).exitCode == 0)
        try folder.write(
            "id,text,rating,published\n1,Zefirnet działa,5,2026-11-20\n2,,,\n3,Kawka,9,03/04/2026\n",
            to: "reviews.csv")
        let take = ["import", "reviews.csv", "--source", "shop", "--quiet"] + now
        try printJSON(.import, by: take + ["--dry-run"])
        try printJSON(.import, by: take)
        let search = ["search", "--brand", "zefirnet", "--tone", "negative", "--limit", "1"]
        let found = try print(.search, by: search + ["--format", "json"], areLines: true)
        let entry = try ContractJSON.decode(Numbered.self, from: Data(found.utf8)).number
        try folder.write(
            """
            {"entry":\(entry),"brand":"zefirnet","field":"tone","was":"negative","is":"positive"}
            {"entry":\(entry),"brand":"zefirnet","field":"category","is":"praise"}
            {"entry":\(entry),"brand":"nobody","field":"tone","was":"negative","is":"positive"}

            """, to: "corrections.jsonl")
        try printJSON(
            .reviewApply, by: ["review", "apply", "corrections.jsonl"] + now, exitCode: 65)
        try printLines(.reviewExport, by: ["review", "export"])
        try printLines(.reviewExport, by: ["review", "export", "--categories"])
        try printJSON(.explain, by: ["explain", "#\(entry)"])
        try printLines(.archive, by: ["export-archive"])

        func judged(_ texts: [(label: String, text: String)]) -> String {
            (1...8).flatMap { number in
                texts.map { #"{"label":"\#($0.label)","text":"\#($0.text) \#(number)"}"# + "\n" }
            }.joined()
        }
        try folder.write(
            judged([
                ("positive", "Great service, thank you, visit"), ("neutral", "The shop opens at"),
                ("negative", "Terrible queue again, never back, visit"),
            ]), to: "tones.jsonl")
        let learn = ["rules", "learn", "--language", "en", "--dry-run", "--from"]
        try printJSON(.rulesLearn, by: learn + ["tones.jsonl", "--even-if-no-better"])
        try folder.write(
            judged([
                ("complaint", "I complain and want my money back, order"),
                ("other", "The shop opens at"),
            ]), to: "complaints.jsonl")
        try printJSON(.rulesLearn, by: learn + ["complaints.jsonl", "--category", "complaint"])
    }

    @Test func `what is found out of sites and lists conforms`() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/":
                .init(
                    body: #"<!DOCTYPE html><link rel=alternate type="application/rss+xml" href=f>"#
                        .utf8)
            case "/f":
                .init(
                    body: """
                        <rss version="2.0"><channel><title>News</title><item><guid>1</guid>
                        <pubDate>Sat, 21 Nov 2026 18:00:00 +0100</pubDate></item></channel></rss>
                        """.utf8)
            default: .init(404)
            }
        }
        defer { server.stop() }
        try folder.write(
            "fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s, pause_per_page: 0s}\n",
            to: "feeds/settings.yaml")
        let discover = ["feeds", "discover", "--quiet"]
        try printJSON(.feedsDiscover, by: discover + [server.url("/")])
        try printJSON(.feedsDiscover, by: discover + [server.url("/none")], exitCode: 69)
        try folder.write(
            """
            <opml version="2.0"><body><outline text="Łódź" xmlUrl="\(server.url("/f"))"/>
            <outline text="Nothing"/></body></opml>
            """, to: "list.opml")
        try printJSON(.feedsImport, by: ["feeds", "import", "list.opml"])
        try folder.write("brands: [\n", to: "rules/brands.yaml")
        try printJSON(.rulesCheck, by: ["rules", "check"], exitCode: 65)
    }
}

// MARK: - Private

/// As far as it is needed of a search result.
private struct Numbered: Decodable {
    let number: Int
}

/// As the argument parser describes the program.
private struct ProgramHelp: Decodable {
    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// Names of the commands below it that have `--format json`, without the program's.
        var printingJSON: [String] {
            (subcommands ?? []).flatMap { command in
                (command.arguments?.contains(where: \.isFormatWithJSON) == true
                    ? [command.commandName] : [])
                    + command.printingJSON.map { "\(command.commandName) \($0)" }
            }
        }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let name: String
        }

        let names: [Name]?
        let allValues: [String]?

        var isFormatWithJSON: Bool {
            names?.contains { $0.name == "format" } == true && allValues?.contains("json") == true
        }
    }

    let command: Command
}
