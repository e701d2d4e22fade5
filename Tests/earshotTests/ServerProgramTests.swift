import Foundation
import Model
import TestSupport
import Testing

/// The program on an archive that a PostgreSQL server keeps: what it writes is what it writes of a
/// file, to the byte.
@Suite(
    .serialized, .timeLimit(.minutes(30)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct ServerProgramTests {
    let cluster: PostgreSQLCluster
    private let now = ["--now", "2026-11-22T06:00:00Z"]

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
    }

    @Test func `the sample gives the same reports, searches and exports from a server`() throws {
        let file = try SampleFolder()
        let folder = try SampleFolder()
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        for round in 0..<2 {
            #expect(try Program.run(["run", "--quiet"] + now, in: file.url).exitCode == 0)
            // Or the same authors would have other pseudonyms.
            if round == 0 {
                try FileManager.default.copyItem(
                    at: file.url.appending(path: ".earshot-key"),
                    to: folder.url.appending(path: ".earshot-key"))
            }
            let outcome = try Program.run(
                ["run", "--quiet"] + now, in: folder.url, environment: store)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            #expect(try folder.outputs() == file.outputs())
        }
        #expect(
            !FileManager.default.fileExists(
                atPath: folder.url.appending(path: "earshot.sqlite").path(percentEncoded: false)))
        let questions = [
            ["search", "Zefirnet"], ["search", "swiatlowod*"], ["search", "nie działa"],
            ["search", "internet NEAR/5 awaria"], ["search", "title:Zefirnet OR Kawka"],
            ["search", "--brand", "zefirnet", "--tone", "negative"],
            ["search", "--team", "support", "--severity", "high", "--language", "pl"],
            ["search", "Zefirnet", "--brand-kind", "own", "--region", "Baltic"],
            ["digest", "--period", "week"] + now, ["trends"] + now,
            ["digest", "--period", "week", "--severity", "high", "--language", "pl"] + now,
            ["digest", "--period", "week", "--facet", "touchpoint:staff"] + now,
            ["digest", "--period", "week", "--format", "csv"] + now,
            ["digest", "--period", "week", "--format", "jsonl"] + now, ["review", "export"],
            ["rules", "forms", "Kawka"], ["rules", "check"], ["feeds", "check"] + now,
            ["export-archive"], ["doctor", "--full"] + now,
        ]
        for question in questions {
            let ofFile = try Program.run(question, in: file.url)
            let ofServer = try Program.run(question, in: folder.url, environment: store)
            #expect(ofServer.exitCode == ofFile.exitCode, "\(question): \(ofServer.errors)")
            guard question.first != "doctor" else { continue }
            // Two refusals would be the same as well.
            #expect(ofFile.exitCode == 0, "\(question): \(ofFile.errors)")
            #expect(ofServer.output == ofFile.output, "\(question)")
        }
    }

    @Test func `an archive of a newer version is refused and left alone`() throws {
        let feeds = try FleetingFeeds(count: 1)
        defer { feeds.stop() }
        let folder = try feeds.folder()
        let address = try cluster.emptySchema()
        let store = ["EARSHOT_STORE": address]
        let run = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(run, in: folder.url, environment: store).exitCode == 0)
        let schema = try #require(address.split(separator: "%3D").last)
        let newest = try cluster.run("SELECT max(version) FROM \(schema).earshot_schema")
        let newer = try #require(Int(newest.trimmingCharacters(in: .whitespacesAndNewlines))) + 1
        try cluster.run("INSERT INTO \(schema).earshot_schema VALUES (\(newer), now())")
        let later = FleetingFeeds.moment(2)
        let commands = [
            ["run"] + later, ["fetch", "--worker"] + later, ["digest"] + later,
            ["search", "Zefirnet"],
        ]
        let asked = feeds.requestCount
        for command in commands {
            let outcome = try Program.run(command, in: folder.url, environment: store)
            #expect(outcome.exitCode == 74, "\(command)")
            #expect(
                outcome.errors.contains("schema \(newer), this one knows \(newer - 1)"),
                "\(command): \(outcome.errors)")
        }
        #expect(feeds.requestCount == asked)
        #expect(try cluster.run("SELECT count(*) FROM \(schema).entry") == "2\n")
    }

    @Test(
        arguments: [
            (["digest", "--store", "earshot.db"], 64, "is no address of a PostgreSQL server"),
            (["digest", "--store", "postgres://ear:s3cret@db:x:y/%"], 64, "is no address"),
            (["digest", "--store", "postgres://ear:s3cret/@db/heard"], 64, "write %40 and %2F"),
            (["digest", "--store", "postgres://db/heard?schema=x"], 64, "not know, 'schema'"),
            (
                ["store", "copy", "--from", ".", "--to", "host=db password='s3cret"], 65,
                "this is no address of a PostgreSQL server"
            ),
            (
                ["digest", "--store", "postgres://ear:s3cret@127.0.0.1:1/heard"], 74,
                "whether the server runs"
            ),
        ] as [([String], Int32, String)])
    func `what is wrong with an address is told without its password`(
        arguments: [String], exitCode: Int32, message: String
    ) throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(arguments, in: folder.url)
        #expect(outcome.exitCode == exitCode)
        #expect(outcome.errors.contains(message))
        #expect(!outcome.errors.contains("s3cret"))
    }

    @Test(
        arguments: [
            (["digest"], 74, "`earshot run` makes it so"),
            (["backup", "copy.sqlite"], 65, "`pg_dump` writes a copy"),
            (["restore", "copy.sqlite"], 65, "`pg_restore` takes back"),
        ] as [([String], Int32, String)])
    func `what a server cannot do, or not yet, is told with what to do`(
        arguments: [String], exitCode: Int32, message: String
    ) throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(
            arguments, in: folder.url, environment: ["EARSHOT_STORE": try cluster.emptySchema()])
        #expect(outcome.exitCode == exitCode)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
}
