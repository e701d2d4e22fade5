import Foundation
import Model
import TestSupport
import Testing

/// What is promised of deliveries that are ended at any step: in the end each story has one ticket, and
/// each notice is told once or waits for somebody.
///
/// `EARSHOT_DELIVERY_KILLS` says how often at each step; `Tests/Checks/delivery_kills` asks for 200.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct DeliveryKillTests {
    private static let kills = Repetitions.count("EARSHOT_DELIVERY_KILLS", otherwise: 3)
    private static let moment = ["--now", "2026-11-22T06:00:00Z"]

    @Test(arguments: FaultPoint.ofDelivery)
    func `an export ended again and again makes one ticket a story`(point: FaultPoint) throws {
        let desk = LossyDesk(seed: 2_026)
        let server = try desk.start()
        defer { server.stop() }
        // An export that is ended takes up to three, and more whose answers are lost: on a busy machine
        // those are many.
        let stories = 4 + Self.kills * 6
        let folder = try folder(stories: stories, tickets: server.url(""))
        var generator = SeededGenerator(seed: 7)
        var ended = 0
        for _ in 0..<Self.kills * 3 where ended < Self.kills {
            // Planning is passed once, deliveries often.
            let visit = point == .afterPlanning ? 1 : Int.random(in: 1...3, using: &generator)
            let export = try earshot(["export"], folder, endingAt: "\(point.rawValue):\(visit)")
            if export.exitCode == FaultPoint.exitCode { ended += 1 }
        }
        #expect(ended == Self.kills)
        desk.calmDown()
        try exportToTheEnd(folder)
        let states = try deliveries("tickets", folder).map(\.state)
        #expect(states == Array(repeating: "delivered", count: stories))
        #expect(desk.keys.count == stories)
        #expect(Set(desk.keys).count == stories)
    }

    @Test func `of two exports at once the second ends with 75, and each story has one ticket`()
        throws
    {
        for round in 1...Repetitions.count("EARSHOT_PAIRS", otherwise: 3) {
            let gate = Gate()
            let desk = LossyDesk(seed: UInt64(round)) { gate.wait() }
            desk.calmDown()
            let server = try desk.start()
            defer { server.stop() }
            let folder = try folder(stories: 5, tickets: server.url(""))
            gate.close()
            let first = try Program.start(
                ["export"] + Self.moment, in: folder.url, environment: Self.environment)
            while first.isRunning, server.requests.isEmpty { usleep(500) }
            let second = try earshot(["export"], folder)
            #expect(second.exitCode == 75)
            gate.open()
            first.waitUntilExit()
            #expect(first.terminationStatus == 0)
            #expect(desk.keys.count == 5)
            #expect(Set(desk.keys).count == 5)
        }
    }

    /// Two copies of one archive, which no lock keeps apart: as far as neither asks while the other is
    /// between its question and its ticket, the second finds what the first made.
    @Test func `an export from a copy of the archive finds the tickets that are there`() throws {
        let desk = LossyDesk(seed: 1)
        desk.calmDown()
        let server = try desk.start()
        defer { server.stop() }
        let folders = try (0..<2).map { _ in try folder(stories: 5, tickets: server.url("")) }
        for folder in folders {
            #expect(try earshot(["export"], folder).exitCode == 0)
        }
        #expect(desk.keys.count == 5)
        #expect(Set(desk.keys).count == 5)
    }

    @Test(arguments: FaultPoint.ofDelivery)
    func `a notice whose sending is ended is told once, or waits for somebody`(
        point: FaultPoint
    ) throws {
        for kill in 1...Self.kills {
            let server = try LoopbackServer { _ in .init(200) }
            defer { server.stop() }
            let folder = try folder(stories: 2, notices: server.url("/in"))
            // Two notices: sometimes the first is ended, sometimes the second.
            let visit = point == .afterPlanning ? 1 : 1 + kill % 2
            let ended = try earshot(["send"], folder, endingAt: "\(point.rawValue):\(visit)")
            #expect(ended.exitCode == FaultPoint.exitCode, "\(ended.errors)")
            for _ in 0..<2 {
                let next = try earshot(["send"], folder)
                #expect(next.exitCode == 0, "\(next.errors)")
            }
            // Somebody looks there for what is held, and has tried again what has not arrived.
            for notice in try deliveries("send", folder) where notice.state == "dead" {
                #expect(notice.reason?.hasPrefix("it may have arrived") == true)
                let number = String(notice.id)
                let decision =
                    arrived(server).contains(notice.key)
                    ? ["send", "drop", number, "--reason", "it is there"]
                    : ["send", "retry", number]
                #expect(try Program.run(decision, in: folder.url).exitCode == 0)
            }
            let last = try earshot(["send"], folder)
            #expect(last.exitCode == 0, "\(last.errors)")
            #expect(arrived(server).count == 2)
            #expect(Set(arrived(server)).count == 2)
        }
    }

    // MARK: - Private

    private static let environment = ["DESK_TOKEN": "right"]

    /// - Parameter point: where the process ends, at which visit.
    private func earshot(
        _ arguments: [String], _ folder: SampleFolder, endingAt point: String? = nil
    )
        throws -> Program.Outcome
    {
        var environment = Self.environment
        if let point { environment["EARSHOT_FAULT_POINT"] = point }
        return try Program.run(
            arguments + Self.moment, in: folder.url, environment: environment)
    }

    private struct Line: Decodable {
        let id: Int64
        let key: String
        let state: String
        let reason: String?
    }

    private func arrived(_ server: LoopbackServer) -> [String] {
        server.requests.compactMap { $0.header("Idempotency-Key") }
    }

    private func deliveries(_ command: String, _ folder: SampleFolder) throws -> [Line] {
        let arguments = [command, "show", "--all", "--limit", "1000000", "--format", "json"]
        let shown = try Program.run(arguments, in: folder.url)
        return try JSONDecoder().decode([Line].self, from: Data(shown.output.utf8))
    }

    private func exportToTheEnd(_ folder: SampleFolder) throws {
        for _ in 0..<20 {
            let export = try earshot(["export"], folder)
            #expect(export.exitCode == 0, "\(export.errors)")
            let open = try deliveries("tickets", folder).filter { $0.state != "delivered" }
            if open.isEmpty { return }
            // What may have arrived is looked for a second later.
            Thread.sleep(forTimeInterval: 1)
        }
    }

    /// A folder that has heard so many stories and told nobody.
    private func folder(stories: Int, tickets: String? = nil, notices: String? = nil) throws
        -> SampleFolder
    {
        let folder = try SampleFolder(copying: [])
        for (path, text) in FleetingFeeds.rules { try folder.write(text, to: path) }
        var routing = """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support, answer_within: {high: 2h}}]
            default_team: support
            severity: [{when: {category: technical_issue}, severity: high}]

            """
        if let tickets {
            routing += """
                tickets:
                  installation: kill
                  destinations:
                    - {id: desk, system: redmine, url: "\(tickets)", token: "secret:env:DESK_TOKEN",
                       queue: mentions, type: 3, key_field: 7, settle_time: 1s, timeout: 250ms,
                       max_creates_per_run: 100000, requests_per_minute: 100000}
                  routes: [{to: desk}]

                """
        }
        if let notices {
            routing += """
                sending:
                  channels: [{id: room, type: webhook, url: "\(notices)", token: "secret:env:DESK_TOKEN",
                       when_unsure: hold}]
                  notices:
                    - {id: morning, send: digest, to: [room], at: "06:30"}
                    - {id: urgent, send: alerts, to: [room], severity_at_least: low}

                """
        }
        try folder.write(routing, to: "rules/routing.yaml")
        try folder.write(
            "sources:\n  - {id: news, name: News, path: news.xml}\n", to: "feeds/news.yaml")
        try folder.write(Self.feed(stories), to: "news.xml")
        let run = try earshot(["run", "--quiet", "--no-export"], folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        return folder
    }

    /// Posts of which no two are of one story.
    private static func feed(_ count: Int) -> String {
        var generator = SeededGenerator(seed: 11)
        let items = (1...count).map { number in
            let words = (0..<12).map { _ in
                String(
                    (0..<7).map { _ in
                        "abcdeghiklmnoprstuwz".randomElement(using: &generator) ?? "a"
                    })
            }
            return """
                <item><guid>\(number)</guid><link>https://forum.example/\(number)</link>
                <description>Zefirnet nie działa, \(words.joined(separator: " "))</description>
                <pubDate>Sat, 21 Nov 2026 18:00:00 +0100</pubDate></item>
                """
        }
        return "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())</channel></rss>"
    }
}
