import Foundation
import TestSupport
import Testing

/// Several processes that crawl for one archive on a server, as on several machines.
@Suite(
    .serialized, .timeLimit(.minutes(10)),
    .enabled(if: PostgreSQLTool.found != nil, "\(PostgreSQLTool.isMissing)"))
struct CrawlerProgramTests {
    private let cluster: PostgreSQLCluster

    init() throws {
        cluster = try #require(PostgreSQLCluster.shared)
    }

    @Test func `three workers and a run give what one run gives, and ask each feed once`() throws {
        let feeds = try FleetingFeeds(count: 60)
        defer { feeds.stop() }
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        let first = ["run", "--quiet"] + FleetingFeeds.moment(1)
        let second = ["run", "--quiet"] + FleetingFeeds.moment(2)
        #expect(try Program.run(first, in: golden.url).exitCode == 0)
        let before = feeds.requestCount
        #expect(try Program.run(second, in: golden.url).exitCode == 0)
        let requests = feeds.requestCount - before

        let outcome = try Program.run(first, in: folder.url, environment: store)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let workers = try (0..<3).map { _ in
            let place = try feeds.folder()
            // Pseudonyms of authors follow from it.
            try FileManager.default.copyItem(
                at: folder.url.appending(path: ".earshot-key"),
                to: place.url.appending(path: ".earshot-key"))
            return place
        }
        let asked = feeds.requestCount
        let processes = try workers.map { place in
            try Program.start(
                ["fetch", "--worker", "--format", "json"] + FleetingFeeds.moment(2), in: place.url,
                environment: store)
        }
        var polled = 0
        for (place, process) in zip(workers, processes) {
            process.waitUntilExit()
            let outcome = try Program.Outcome(of: process, in: place.url)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
            polled += report.feeds.count { $0.outcome == "updated" }
        }
        #expect(polled == 60)
        #expect(feeds.requestCount - asked == requests)
        let last = try Program.run(second, in: folder.url, environment: store)
        #expect(last.exitCode == 0, "\(last.errors)")
        #expect(try folder.outputs() == golden.outputs())
        let heard = try Program.run(["export-archive"], in: golden.url).output
        #expect(
            try Program.run(["export-archive"], in: folder.url, environment: store).output == heard)
    }

    @Test func `what an ended worker had is left to the others at once, due as it was`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 6) { gate.wait() }
        defer { feeds.stop() }
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let folder = try feeds.folder()
        let first = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(first, in: folder.url, environment: store).exitCode == 0)
        let there = try feeds.folder()
        try FileManager.default.copyItem(
            at: folder.url.appending(path: ".earshot-key"),
            to: there.url.appending(path: ".earshot-key"))
        gate.close()
        let asked = feeds.requestCount
        let crawl = ["fetch", "--worker", "--format", "json"] + FleetingFeeds.moment(2)
        let ended = try Program.start(crawl, in: folder.url, environment: store)
        while ended.isRunning, feeds.requestCount == asked { usleep(500) }
        let other = try Program.start(crawl, in: there.url, environment: store)
        ended.terminate()
        ended.waitUntilExit()
        gate.open()
        other.waitUntilExit()
        func updated(_ process: Process, in place: SampleFolder) throws -> Int {
            let outcome = try Program.Outcome(of: process, in: place.url)
            let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
            return report.feeds.count { $0.outcome == "updated" }
        }
        #expect(try updated(ended, in: folder) == 0)
        #expect(try updated(other, in: there) == 6)
    }

    @Test func `a slow host holds up no other`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 90, hosts: 90, of: "/1.xml") { gate.wait() }
        defer { feeds.stop() }
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let folder = try feeds.folder()
        // Makes the archive, and the key of its authors.
        let first = ["fetch", "--quiet", "--source", "feed-5"] + FleetingFeeds.moment(1)
        #expect(try Program.run(first, in: folder.url, environment: store).exitCode == 0)
        gate.close()
        let worker = try Program.start(
            ["fetch", "--worker", "--format", "json"] + FleetingFeeds.moment(2), in: folder.url,
            environment: store)
        while worker.isRunning, feeds.askedCount < 90 { usleep(2_000) }
        #expect(worker.isRunning)
        gate.open()
        worker.waitUntilExit()
        let outcome = try Program.Outcome(of: worker, in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
        #expect(report.feeds.count { $0.outcome == "updated" } == 90)
    }

    @Test func `workers that begin in the same second keep a report each`() throws {
        let feeds = try FleetingFeeds(count: 3)
        defer { feeds.stop() }
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let folder = try feeds.folder()
        let first = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(first, in: folder.url, environment: store).exitCode == 0)
        let processes = try (0..<2).map { _ in
            try Program.start(
                ["fetch", "--worker", "--quiet"] + FleetingFeeds.moment(2), in: folder.url,
                environment: store)
        }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus) == [0, 0])
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.url.appending(path: "out/runs").path)
        // And that of the run.
        #expect(names.count == 3)
        let polled = try names.map { name in
            let data = try Data(contentsOf: folder.url.appending(path: "out/runs/\(name)"))
            return try JSONDecoder().decode(Report.self, from: data)
                .feeds.count { $0.outcome == "updated" }
        }
        #expect(polled.reduce(0, +) == 6)
    }

    @Test func `a run on a server tells of each feed, as one on a file does`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 3, hosts: 1) { gate.wait() }
        defer { feeds.stop() }
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let folder = try feeds.folder()
        func report(_ arguments: [String]) throws -> Report {
            let run = ["run", "--format", "json"] + arguments
            let outcome = try Program.run(run, in: folder.url, environment: store)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
        }
        #expect(try report(FleetingFeeds.moment(1)).feeds.count { $0.outcome == "updated" } == 3)
        let again = try report(FleetingFeeds.moment(1))
        #expect(again.feeds.map(\.outcome) == ["not_due", "not_due", "not_due"])
        #expect(!again.isPartial)
        gate.close()
        defer { gate.open() }
        let short = try report(FleetingFeeds.moment(2) + ["--deadline", "1s"])
        #expect(short.feeds.map(\.outcome) == ["postponed", "postponed", "postponed"])
        #expect(short.isPartial)
    }

    @Test func `a crawler with other rules keeps nobody from the digest`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 2, of: "/1.xml") { gate.wait() }
        defer { feeds.stop() }
        let schema = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try cluster.run("CREATE SCHEMA \(schema)")
        let store = ["EARSHOT_STORE": cluster.address(schema: schema)]
        let folder = try feeds.folder()
        let first = ["fetch", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(first, in: folder.url, environment: store).exitCode == 0)
        gate.close()
        let asked = feeds.requestCount
        let run = try Program.start(
            ["run", "--quiet"] + FleetingFeeds.moment(2), in: folder.url, environment: store)
        // It has brought all entries up to its rules before it asks.
        while run.isRunning, feeds.requestCount == asked { usleep(500) }
        try cluster.run("UPDATE \(schema).entry SET rules_hash = 'of other rules'")
        gate.open()
        run.waitUntilExit()
        let outcome = try Program.Outcome(of: run, in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try folder.outputs().keys.contains { $0.hasPrefix("digests/") })
    }

    @Test func `a worker leaves alone what a run is writing`() throws {
        let feeds = try FleetingFeeds(count: 1)
        defer { feeds.stop() }
        let store = ["EARSHOT_STORE": try cluster.emptySchema()]
        let folder = try feeds.folder()
        let run = ["run", "--quiet"] + FleetingFeeds.moment(1)
        #expect(try Program.run(run, in: folder.url, environment: store).exitCode == 0)
        let name = "out/digests/2026-11-27.json.999999.tmp"
        try folder.write("{", to: name)
        let worker = ["fetch", "--worker", "--quiet"] + FleetingFeeds.moment(2)
        #expect(try Program.run(worker, in: folder.url, environment: store).exitCode == 0)
        #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: name).path()))
    }

    @Test func `a worker says what it lacks`() throws {
        let feeds = try FleetingFeeds(count: 1)
        defer { feeds.stop() }
        let folder = try feeds.folder()
        let alone = try Program.run(["fetch", "--worker"], in: folder.url)
        #expect(alone.exitCode == 65)
        #expect(alone.errors.contains("name it with --store"))
        let keyless = try Program.run(
            ["fetch", "--worker"], in: folder.url,
            environment: ["EARSHOT_STORE": try cluster.emptySchema()])
        #expect(keyless.exitCode != 0)
        #expect(keyless.errors.contains(".earshot-key"))
    }

    // MARK: - Private

    private struct Report: Decodable {
        struct Line: Decodable {
            let outcome: String
        }

        let feeds: [Line]
        let isPartial: Bool

        private enum CodingKeys: String, CodingKey {
            case feeds
            case isPartial = "is_partial"
        }
    }
}
