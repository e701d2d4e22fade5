import Foundation
import Model
import TestSupport
import Testing

/// Runs that something ends, holds up or comes between.
extension ServerProgramTests {
    @Test(arguments: [
        FaultPoint.afterFeedRow, .afterEntry, .beforeCommit, .afterCommit, .beforeSettled,
        .afterSettled, .beforeWatermark,
    ])
    func `ended at a point, the next run ends as if nothing had happened`(point: FaultPoint) throws
    {
        let feeds = try FleetingFeeds(count: 4)
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let run = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(run, in: golden.url).exitCode == 0)
        let ended = try Program.run(
            run, in: folder.url,
            environment: store.merging(["EARSHOT_FAULT_POINT": point.rawValue]) { $1 })
        #expect(ended.exitCode == FaultPoint.exitCode, "\(ended.errors)")
        #expect(try Program.run(run, in: folder.url, environment: store).exitCode == 0)
        #expect(try folder.outputs() == golden.outputs())
        try expectEqual(folder, store, golden)
    }

    @Test func `a run goes on over a crash of the server`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 4) { gate.wait() }
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        let store = ["EARSHOT_STORE": try own.emptySchema()]
        let run = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(run, in: golden.url).exitCode == 0)
        gate.close()
        let asked = feeds.requestCount
        let process = try Program.start(run, in: folder.url, environment: store)
        while process.isRunning, feeds.requestCount == asked { usleep(500) }
        try own.kill()
        gate.open()
        try own.start()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try folder.outputs() == golden.outputs())
        try expectEqual(folder, store, golden)
    }

    @Test func `of two runs on one archive the second ends with 75, on whatever machine`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 2) { gate.wait() }
        defer { feeds.stop() }
        let here = try feeds.folder()
        let there = try feeds.folder()
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let run = ["run", "--quiet"] + FleetingFeeds.moment(1)
        gate.close()
        let first = try Program.start(run, in: here.url, environment: store)
        while first.isRunning, feeds.requestCount == 0 { usleep(500) }
        let second = try Program.run(run, in: there.url, environment: store)
        #expect(second.exitCode == 75)
        #expect(second.errors.contains("another run is at work (\(cluster.address()) is locked)"))
        gate.open()
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
        // All who write one archive have one key for its authors.
        let key = ".earshot-key"
        try FileManager.default.copyItem(
            at: here.url.appending(path: key), to: there.url.appending(path: key))
        let third = try Program.run(run, in: there.url, environment: store)
        #expect(third.exitCode == 0, "\(third.errors)")
    }

    @Test func `a run whose lock a restarted server forgot doubles nothing of the next one's`()
        throws
    {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 4) { gate.wait() }
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let here = try feeds.folder()
        let there = try feeds.folder()
        let own = try PostgreSQLCluster(try #require(PostgreSQLTool.found))
        let store = ["EARSHOT_STORE": try own.emptySchema()]
        let run = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(run, in: golden.url).exitCode == 0)
        gate.close()
        func awaitRequest(of process: Process, after asked: Int) {
            while process.isRunning, feeds.requestCount == asked { usleep(500) }
        }
        var asked = feeds.requestCount
        let first = try Program.start(run, in: here.url, environment: store)
        awaitRequest(of: first, after: asked)
        try own.kill()
        try own.start()
        let key = ".earshot-key"
        try FileManager.default.copyItem(
            at: here.url.appending(path: key), to: there.url.appending(path: key))
        asked = feeds.requestCount
        let second = try Program.start(run, in: there.url, environment: store)
        awaitRequest(of: second, after: asked)
        gate.open()
        second.waitUntilExit()
        first.waitUntilExit()
        #expect(second.terminationStatus == 0)
        // The lock was the other's, or free again as that one had ended.
        #expect([0, 75].contains(first.terminationStatus))
        #expect(try there.outputs() == golden.outputs())
        try expectEqual(there, store, golden)
    }

    @Test func `reports are made again where crawlers could not be kept from storing meanwhile`()
        throws
    {
        let feeds = try FleetingFeeds(count: 4)
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        let address = try cluster.emptySchema()
        let store = ["EARSHOT_STORE": address]
        for round in [1, 2] {
            let run = ["run", "--verbose"] + FleetingFeeds.moment(round)
            #expect(try Program.run(run, in: golden.url).exitCode == 0)
            let outcome = try Program.run(run, in: folder.url, environment: store)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            #expect(outcome.errors.split(separator: " reporting\n").count == (round == 1 ? 2 : 3))
            // As soon as entries are numbered, the session is ended that keeps crawlers waiting.
            let schema = try #require(address.split(separator: "%3D").last)
            try cluster.run(
                """
                CREATE OR REPLACE FUNCTION \(schema).lose() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_terminate_backend(pid) FROM pg_locks
                    WHERE relation = '\(schema).crawler_gate'::regclass AND mode = 'ExclusiveLock';
                    RETURN NULL;
                END $$;
                CREATE OR REPLACE TRIGGER lose AFTER UPDATE ON \(schema).entry
                    FOR EACH STATEMENT EXECUTE FUNCTION \(schema).lose()
                """)
        }
        #expect(try folder.outputs() == golden.outputs())
        try expectEqual(folder, store, golden)
    }

    @Test func `a run that waits for a frozen crawler says so, and can be ended`() throws {
        let feeds = try FleetingFeeds(count: 2)
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        let address = try cluster.emptySchema()
        let schema = try #require(address.split(separator: "%3D").last)
        let store = ["EARSHOT_STORE": address]
        for round in [1, 2] {
            let run = ["run", "--quiet"] + FleetingFeeds.moment(round)
            #expect(try Program.run(run, in: golden.url).exitCode == 0)
        }
        let first = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(first, in: folder.url, environment: store).exitCode == 0)
        let frozen = Process()
        frozen.executableURL = URL(filePath: "/usr/bin/env")
        frozen.arguments = [
            "psql", "-X", "-q", "-d", address, "-c",
            "BEGIN; LOCK TABLE crawler_gate IN ROW SHARE MODE; SELECT pg_sleep(600)",
        ]
        try frozen.run()
        let locks =
            "SELECT count(*) FROM pg_locks WHERE relation = '\(schema).crawler_gate'::regclass"
        while frozen.isRunning, try cluster.run(locks) == "0\n" { usleep(20_000) }
        let run = ["run"] + FleetingFeeds.moment(2)
        let waiting = try Program.start(run, in: folder.url, environment: store)
        func said() throws -> String {
            try String(contentsOf: folder.url.appending(path: "stderr"), encoding: .utf8)
        }
        while waiting.isRunning, try !said().contains("waiting for psql (process ") {
            usleep(20_000)
        }
        #expect(waiting.isRunning)
        waiting.terminate()
        waiting.waitUntilExit()
        // Still there, so that the run has ended without it.
        #expect(frozen.isRunning)
        try cluster.run(
            """
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE relation = '\(schema).crawler_gate'::regclass
            """)
        frozen.waitUntilExit()
        let days = try folder.outputs().keys
        #expect(!days.contains { $0.contains("2026-11-24") })
        let next = try Program.run(run, in: folder.url, environment: store)
        #expect(next.exitCode == 0, "\(next.errors)")
        #expect(try folder.outputs() == golden.outputs())
    }

    // MARK: - Private

    /// A server's archive holds what a file's does, and nothing is wrong with it.
    private func expectEqual(
        _ folder: SampleFolder, _ store: [String: String], _ golden: SampleFolder
    ) throws {
        let heard = try Program.run(["export-archive"], in: golden.url).output
        #expect(!heard.isEmpty)
        let ofServer = try Program.run(["export-archive"], in: folder.url, environment: store)
        #expect(ofServer.output == heard)
        let doctor = try Program.run(
            ["doctor", "--full"] + FleetingFeeds.moment(9), in: folder.url, environment: store)
        #expect(doctor.exitCode == 0, "\(doctor.output)\(doctor.errors)")
    }
}
