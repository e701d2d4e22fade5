import Foundation
import Model
import Synchronization
import TestSupport
import Testing

/// What is promised of a run that is ended at any instant: the next one ends as if it had not been.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct CrashTests {
    /// A run after this one needs what it stored.
    private static let rounds = 2

    @Test(arguments: FaultPoint.allCases.filter { !FaultPoint.ofDelivery.contains($0) })
    func `ended at a point, the next run ends as if nothing had happened`(point: FaultPoint) throws
    {
        let feeds = try FleetingFeeds(count: 4)
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        for round in 1...Self.rounds {
            let run = ["run", "--quiet"] + FleetingFeeds.moment(round)
            #expect(try Program.run(run, in: golden.url).exitCode == 0)
            let ended = try Program.run(
                run, in: folder.url, environment: ["EARSHOT_FAULT_POINT": point.rawValue])
            #expect(ended.exitCode == FaultPoint.exitCode)
            #expect(try Program.run(run, in: folder.url).exitCode == 0)
            #expect(try folder.outputs() == golden.outputs())
        }
        try expectEqual(folder, golden)
    }

    /// `EARSHOT_KILLS` says how many; they end at instants spread by chance over a whole run.
    @Test
    func `killed at any instant, nothing of feeds that show each post once is lost or doubled`()
        throws
    {
        let kills = Repetitions.count("EARSHOT_KILLS", otherwise: 24)
        let killsPerRound = 20
        let feeds = try FleetingFeeds(count: Repetitions.count("EARSHOT_FEEDS", otherwise: 20))
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        var generator = SeededGenerator(seed: 2026)
        let clock = ContinuousClock()
        var killed = 0
        var round = 0
        while killed < kills {
            round += 1
            let run = ["run", "--quiet"] + FleetingFeeds.moment(round)
            var outcome: Program.Outcome?
            let length = try clock.measure { outcome = try Program.run(run, in: golden.url) }
            #expect(outcome?.exitCode == 0)
            for _ in 0..<min(killsPerRound, kills - killed) {
                let process = try Program.start(run, in: folder.url)
                let instant = clock.now + length * Double.random(in: 0..<1.1, using: &generator)
                while process.isRunning, clock.now < instant { usleep(200) }
                // Some have come to their end by then, and found no more to do.
                if process.isRunning { killed += 1 }
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            #expect(try Program.run(run, in: folder.url).exitCode == 0)
            #expect(try folder.outputs() == golden.outputs())
        }
        try expectEqual(folder, golden)
    }

    /// `EARSHOT_PAIRS` says how many.
    @Test func `of two runs at once the second ends with 75, and changes nothing`() throws {
        let gate = Gate()
        let feeds = try FleetingFeeds(count: 2) { gate.wait() }
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        for round in 1...Repetitions.count("EARSHOT_PAIRS", otherwise: 3) {
            let run = ["run", "--quiet"] + FleetingFeeds.moment(round)
            #expect(try Program.run(run, in: golden.url).exitCode == 0)
            gate.close()
            let asked = feeds.requestCount
            let first = try Program.start(run, in: folder.url)
            while first.isRunning, feeds.requestCount == asked { usleep(500) }
            let second = try Program.run(run, in: folder.url)
            #expect(second.exitCode == 75)
            #expect(second.errors.contains("another run is at work"))
            gate.open()
            first.waitUntilExit()
            #expect(first.terminationStatus == 0)
            #expect(try folder.outputs() == golden.outputs())
        }
        try expectEqual(folder, golden)
    }

    // MARK: - Private

    /// Both hold the same, and nothing is wrong with what was disturbed.
    private func expectEqual(_ folder: SampleFolder, _ golden: SampleFolder) throws {
        let export = ["export-archive"]
        let heard = try Program.run(export, in: golden.url).output
        #expect(heard.isEmpty == false)
        #expect(try Program.run(export, in: folder.url).output == heard)
        let doctor = try Program.run(
            ["doctor", "--full"] + FleetingFeeds.moment(9), in: folder.url)
        #expect(doctor.exitCode == 0, "\(doctor.output)\(doctor.errors)")
    }
}

/// Lets threads through, or has them wait.
final class Gate: Sendable {
    private let isOpen = Mutex(true)

    func wait() {
        while !isOpen.withLock({ $0 }) { usleep(500) }
    }

    func close() { isOpen.withLock { $0 = false } }
    func open() { isOpen.withLock { $0 = true } }
}
