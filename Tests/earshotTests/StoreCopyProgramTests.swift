import Foundation
import Model
import TestSupport
import Testing

@testable import Storing

/// `earshot store copy` as its users run it: a sample archive goes to a server and back, and nobody who
/// reads it can tell.
@Suite(.serialized, .timeLimit(.minutes(30)))
struct StoreCopyProgramTests {
    private let now = ["--now", "2026-11-22T06:00:00Z"]

    /// A folder in which the sample was run once.
    private func heardFolder() throws -> SampleFolder {
        let folder = try SampleFolder()
        #expect(try Program.run(["run", "--quiet"] + now, in: folder.url).exitCode == 0)
        return folder
    }

    /// A second workspace of the same rules and key, without an archive.
    private func emptyFolder(beside folder: SampleFolder) throws -> SampleFolder {
        let other = try SampleFolder()
        try FileManager.default.copyItem(
            at: folder.url.appending(path: ".earshot-key"),
            to: other.url.appending(path: ".earshot-key"))
        return other
    }

    private func copy(
        _ from: String, _ to: String, _ options: [String] = [], in folder: SampleFolder
    ) throws -> Program.Outcome {
        try Program.run(
            ["store", "copy", "--from", from, "--to", to, "--quiet"] + options, in: folder.url)
    }

    private func path(_ folder: SampleFolder) -> String {
        folder.url.path(percentEncoded: false)
    }

    /// What can be asked of an archive.
    private func answers(_ folder: SampleFolder, _ store: [String: String] = [:]) throws -> [String]
    {
        try [
            ["search", "Zefirnet"], ["search", "swiatlowod*"],
            ["search", "title:Zefirnet OR Kawka"],
            ["search", "--brand", "zefirnet", "--tone", "negative"],
            ["digest", "--period", "week"] + now, ["trends"] + now, ["review", "export"],
            ["feeds", "check"] + now, ["export-archive"],
        ].map { question in
            let outcome = try Program.run(question, in: folder.url, environment: store)
            #expect(outcome.exitCode == 0, "\(question): \(outcome.errors)")
            return outcome.output
        }
    }

    @Test(.enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
    func `there and back again, all answers are the same, and so is the next run`() throws {
        let cluster = try #require(PostgreSQLCluster.shared)
        let folder = try heardFolder()
        let server = try cluster.emptySchema()
        let second = try cluster.emptySchema()
        let away = try emptyFolder(beside: folder)
        let back = try emptyFolder(beside: folder)
        let steps = [(".", server), (server, second), (second, path(back))]
        for (from, to) in steps {
            let outcome = try copy(from, to, in: folder)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            #expect(outcome.output.contains(" equal\n"))
            #expect(!outcome.output.contains("differs"))
        }
        let verified = try copy(".", path(back) + "/earshot.sqlite", ["--verify-only"], in: folder)
        #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
        let heard = try answers(folder)
        for environment in [["EARSHOT_STORE": server], ["EARSHOT_STORE": second]] {
            #expect(try answers(away, environment) == heard)
        }
        #expect(try answers(back) == heard)
        let next = ["run", "--quiet", "--now", "2026-11-23T06:00:00Z"]
        var outputs: [[String: Data]] = []
        for (place, environment) in [
            (folder, [:]), (away, ["EARSHOT_STORE": server]), (back, [:]),
        ] {
            let outcome = try Program.run(next, in: place.url, environment: environment)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            outputs.append(try place.outputs().filter { $0.key.contains("2026-11-23") })
            let doctor = try Program.run(
                ["doctor", "--full"] + FleetingFeeds.moment(9), in: place.url,
                environment: environment)
            #expect(doctor.exitCode == 0, "\(doctor.output)\(doctor.errors)")
        }
        #expect(!outputs[0].isEmpty)
        #expect(outputs[1] == outputs[0])
        #expect(outputs[2] == outputs[0])
        #expect(try copy(server, ".", ["--verify-only"], in: folder).exitCode == 0)
    }

    @Test(arguments: ["file", "server"])
    func `killed at any instant, it goes on with the same command`(target: String) throws {
        guard target == "file" || PostgreSQLTool.found != nil else { return }
        let folder = try heardFolder()
        let back = try emptyFolder(beside: folder)
        for delay in stride(from: UInt32(10), through: 250, by: 48) {
            let place =
                try target == "file"
                ? path(back) + "/\(delay).sqlite"
                : #require(PostgreSQLCluster.shared).emptySchema()
            let arguments = ["store", "copy", "--from", ".", "--to", place, "--quiet"]
            for round in UInt32(1)...3 {
                let process = try Program.start(arguments, in: folder.url)
                usleep(delay * 1_000 * round)
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            let outcome = try Program.run(arguments, in: folder.url)
            #expect(outcome.exitCode == 0, "\(delay): \(outcome.errors)")
            let verified = try copy(".", place, ["--verify-only"], in: folder)
            #expect(verified.exitCode == 0, "\(verified.output)")
        }
    }

    @Test func `the result for programs names every table, its rows and hashes`() throws {
        struct Report: Decodable {
            struct Line: Decodable {
                struct Side: Decodable, Equatable {
                    let rows: Int
                    let hash: String
                }
                let table: String
                let source: Side
                let target: Side
            }
            let isComplete: Bool
            let copiedRows: Int
            let tables: [Line]
        }
        let folder = try heardFolder()
        let outcome = try copy(".", "copy.sqlite", ["--format", "json"], in: folder)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let report = try ContractJSON.decode(Report.self, from: Data(outcome.output.utf8))
        #expect(report.isComplete)
        #expect(report.tables.reduce(0) { $0 + $1.source.rows } == report.copiedRows)
        #expect(report.tables.allSatisfy { $0.source == $0.target && $0.source.hash.count == 64 })
        #expect(report.tables.contains { $0.table == "entry" && $0.source.rows > 0 })
        // Given again, there is nothing left to do.
        let again = try copy(".", "copy.sqlite", in: folder)
        #expect(again.exitCode == 0)
        #expect(again.output.contains(", 0 of them copied now"))
    }

    @Test func `an archive that was begun to be copied is no place for a run`() throws {
        let folder = try heardFolder()
        let back = try emptyFolder(beside: folder)
        let file = path(back) + "/earshot.sqlite"
        // As a copy leaves it that was killed behind its first table.
        let begun = try copy(".", file, in: folder)
        #expect(begun.exitCode == 0)
        let source = path(folder).dropLast() + "/earshot.sqlite"
        try Store(path: file).writing { database in
            for sql in [
                "DELETE FROM mention", "DELETE FROM entry_category",
                "CREATE TABLE unfinished_copy (source TEXT NOT NULL)",
                "INSERT INTO unfinished_copy VALUES ('\(source)')",
            ] { try database.execute(sql: sql) }
        }
        let run = try Program.run(["run", "--quiet"] + now, in: back.url)
        #expect(run.exitCode == 74)
        #expect(run.errors.contains("earshot store copy"), "\(run.errors)")
        #expect(run.errors.contains("goes on with it"))
        let other = try heardFolder()
        let wrong = try copy(".", file, in: other)
        #expect(wrong.exitCode == 65)
        #expect(wrong.errors.contains("holds only a part of"), "\(wrong.errors)")
        #expect(try copy(".", file, in: folder).exitCode == 0)
        #expect(try Program.run(["run", "--quiet"] + now, in: back.url).exitCode == 0)
    }

    @Test func `what cannot be copied, or copied to, is told with what to do`() throws {
        let folder = try heardFolder()
        let other = try heardFolder()
        try folder.write("not an archive, and long enough for one to look into", to: "foreign.txt")
        let cases: [(String, String, Int32, String)] = [
            (".", path(other), 65, "holds another archive already; name an empty database"),
            (".", "earshot.sqlite", 65, "is the archive that is to be copied"),
            (".", path(folder), 65, "is the archive that is to be copied"),
            ("none.sqlite", "copy.sqlite", 65, "there is no such file"),
            (".", "nowhere/", 65, "there is no such folder"),
            (".", "foreign.txt", 74, "is not an Earshot archive"),
            ("foreign.txt", "copy.sqlite", 74, "is not an Earshot archive"),
            (".", "postgres://ear:s3cret@127.0.0.1:1/heard", 74, "whether the server runs"),
            (".", "postgres://ear:s3cret@db:x:y/%", 65, "is no address of a PostgreSQL server"),
        ]
        for (from, to, exitCode, message) in cases {
            let outcome = try copy(from, to, in: folder)
            #expect(outcome.exitCode == exitCode, "\(to): \(outcome.errors)")
            #expect(outcome.errors.contains(message), "\(to): \(outcome.errors)")
            #expect(!outcome.errors.contains("s3cret"))
        }
        #expect(try copy(".", path(other), ["--verify-only"], in: folder).exitCode == 1)
    }

    @Test func `while a run is at work, nothing is copied`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 2) { gate.wait() }
        defer { feeds.stop() }
        let folder = try feeds.folder()
        let run = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(run, in: folder.url).exitCode == 0)
        gate.close()
        let asked = feeds.requestCount
        let process = try Program.start(
            ["run", "--quiet"] + FleetingFeeds.moment(60), in: folder.url)
        while process.isRunning, feeds.requestCount == asked { usleep(500) }
        let elsewhere = try SampleFolder()
        let outcome = try Program.run(
            [
                "store", "copy", "--from", path(folder), "--to", "copy.sqlite", "--quiet",
            ], in: elsewhere.url)
        #expect(outcome.exitCode == 75)
        #expect(outcome.errors.contains("another run is at work"))
        gate.open()
        process.waitUntilExit()
    }
}
