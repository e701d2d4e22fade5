import Foundation
import Model
import Pipeline
import Storing
import TestSupport
import Testing

/// That a host wants to be left alone outlives the process that was told so.
@Suite(.timeLimit(.minutes(2)))
struct HostRestKillTests {
    /// How a host can ask for rest.
    enum Plea: CaseIterable, Sendable {
        case feed, robots, robotsUntil, robotsFault, entryPage

        func answer(to request: LoopbackServer.Request) -> LoopbackServer.Response {
            let isRobots = request.path == "/robots.txt"
            return switch self {
            case .feed: isRobots ? .init(404) : .init(429)
            case .robots: .init(429)
            case .robotsUntil: .init(503, headers: [("Retry-After", "1200")])
            case .robotsFault: .init(500)
            case .entryPage: isRobots ? .init(404) : .init(429, headers: [("Retry-After", "900")])
            }
        }
    }

    @Test(arguments: Plea.allCases)
    func `a run that is killed after it leaves the next one in the know`(plea: Plea) throws {
        let resting = try LoopbackServer(addresses: ["127.0.0.7"]) { plea.answer(to: $0) }
        let silent = try LoopbackServer(addresses: ["127.0.0.8"]) { request in
            request.path == "/robots.txt" ? .init(404) : .init(delivery: .silence)
        }
        let fine = try LoopbackServer(addresses: ["127.0.0.9"]) { request in
            guard request.path == "/feed" else { return .init(404) }
            return .init(
                body: """
                    <rss version="2.0"><channel><title>News</title>
                    <item><guid>1</guid><link>\(resting.url("/page"))</link></item>
                    <item><guid>2</guid><link>\(silent.url("/page"))</link></item>
                    </channel></rss>
                    """.utf8)
        }
        let servers = [resting, silent, fine]
        defer { servers.forEach { $0.stop() } }
        let folder = try SampleFolder()
        let source =
            plea == .entryPage
            ? "{id: fine, name: Fine, url: '\(fine.url("/feed"))', full_text: true}"
            : "{id: rests, name: Rests, url: '\(resting.url("/feed"))'}"
        try Data(
            """
            fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s, pause_per_page: 0s}
            sources:
              - {id: silent, name: Silent, url: '\(silent.url("/feed"))'}
              - \(source)
            """.utf8
        ).write(to: folder.url.appending(path: "feeds/list.yaml"))

        let process = try Program.start(
            ["fetch", "--now", "2026-11-22T06:00:00Z"], in: folder.url)
        while process.isRunning, try !isRestStored(in: folder, origin: resting.url("")) {
            usleep(1_000)
        }
        // Not at its end, which the silent feed keeps it from.
        #expect(process.isRunning)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let before = resting.requests.map(\.path)
        #expect(!before.isEmpty)

        let next = try Program.start(
            ["fetch", "--now", "2026-11-22T06:02:00Z"], in: folder.url)
        let asked = silent.requests.count
        while next.isRunning, silent.requests.count < asked + 1 { usleep(1_000) }
        kill(next.processIdentifier, SIGTERM)
        next.waitUntilExit()
        #expect(resting.requests.map(\.path) == before)
    }

    // MARK: - Private

    private func isRestStored(in folder: SampleFolder, origin: String) throws -> Bool {
        let path = folder.url.appending(path: "earshot.sqlite").path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { return false }
        do {
            let memory = try Store(path: path, isReadOnly: true).hostMemory()
            return !memory.rests.isEmpty || memory.robots[origin]?.isUnavailable ?? false
        } catch {
            // The run may only be making it.
            return false
        }
    }
}
