import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct LoopbackCrawlTests {
    @Test func `20 feeds are crawled over HTTP, and the second time not sent again`() async throws {
        let server = try LoopbackServer(hosts: 10) { request in
            if request.path == "/robots.txt" { return .init(404) }
            let number = request.path.filter(\.isNumber)
            let etag = "\"v1-\(number)\""
            if request.header("If-None-Match") == etag { return .init(304) }
            return .init(
                headers: [
                    ("ETag", etag), ("Content-Type", "application/rss+xml; charset=utf-8"),
                ],
                body: rss([
                    (
                        "entry-\(number)", "Zefirnet nie działa w dzielnicy \(number)",
                        "Sat, 21 Nov 2026 18:00:00 +0100"
                    )
                ]).utf8)
        }
        let sources = (0..<20).map { number in
            "  - {id: feed-\(number), name: Feed, url: '\(server.url("/\(number).xml", host: number % 10 + 1))'}"
        }
        let folder = try TestWorkspace([
            "feeds/loopback.yaml": """
            fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s}
            sources:
            \(sources.joined(separator: "\n"))
            """
        ])
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        let run = Run(workspace: folder.workspace, options: Run.Options(now: now))

        let first = try await run.execute()
        #expect(first.feeds.map(\.outcome) == Array(repeating: "updated", count: 20))
        #expect(first.brands.map(\.mentions) == [20])
        let outputs = try folder.outputs()

        // Each host's robots.txt goes before its feeds.
        #expect(server.requests.count == 30)
        #expect(server.requests.count { $0.path == "/robots.txt" } == 10)

        let again = try await run.execute()
        #expect(again.feeds.map(\.outcome) == Array(repeating: "not_due", count: 20))
        #expect(server.requests.count == 30)
        #expect(try folder.outputs() == outputs)

        let nextDay = Run(
            workspace: folder.workspace, options: Run.Options(now: now + 23 * 3_600))
        let second = try await nextDay.execute()
        #expect(second.feeds.map(\.outcome) == Array(repeating: "not_modified", count: 20))
        #expect(second.newEntries == 0)
        #expect(server.requests.count == 50)
        #expect(server.requests.suffix(20).allSatisfy { $0.header("If-None-Match") != nil })
        server.stop()
    }

    @Test func `a run that is ended stores what it has fetched and says so`() async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt": .init(404)
            case "/never.xml":
                .init(
                    body: Array(repeating: 32, count: 5_000_000),
                    delivery: .drip(bytes: 64, every: .milliseconds(100)))
            default:
                .init(body: rss([("1", "Zefirnet", "Sat, 21 Nov 2026 18:00:00 +0100")]).utf8)
            }
        }
        let folder = try TestWorkspace([
            "feeds/loopback.yaml": """
            fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s}
            sources:
              - {id: answers, name: Answers, url: '\(server.url("/feed.xml"))'}
              - {id: never, name: Never, url: '\(server.url("/never.xml"))', limits: {timeout: 10m}}
            """
        ])
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        let (done, hasAnswered) = AsyncStream<Void>.makeStream()
        let run = Task {
            try await Run(workspace: folder.workspace, options: Run.Options(now: now)) {
                if case .feed = $0 { hasAnswered.yield() }
            }.execute()
        }
        for await _ in done { break }
        run.cancel()
        let report = try await run.value
        #expect(report.isPartial)
        #expect(report.feeds.map(\.outcome) == ["updated", "cancelled"])
        #expect(report.newEntries == 1)
        #expect(report.brands.map(\.mentions) == [1])
        let digest = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-22.json"))
        #expect(digest.health.troubled.map(\.feed) == ["never"])
        let checks = try Archive.check(folder.workspace, now: now)
        #expect(checks.map(\.health.status) == [.ok, .unheard])
        server.stop()
    }

    @Test func `an ended run with much to group leaves that to the next one`() async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt": .init(404)
            case "/never.xml": .init(delivery: .silence)
            default:
                .init(
                    body: rss(
                        (1...1_001).map {
                            (
                                "\(request.path)-\($0)", "Post \($0)",
                                "Sat, 21 Nov 2026 18:00:00 +0100"
                            )
                        }
                    ).utf8)
            }
        }
        defer { server.stop() }
        let folder = try TestWorkspace([
            "feeds/loopback.yaml": """
            fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s}
            sources:
              - {id: a, name: First, url: '\(server.url("/1.xml"))'}
              - {id: b, name: Second, url: '\(server.url("/2.xml"))'}
              - {id: c, name: Never, url: '\(server.url("/never.xml"))', limits: {timeout: 10m}}
            """
        ])
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        let (done, hasAnswered) = AsyncStream<Void>.makeStream()
        let run = Task {
            try await Run(workspace: folder.workspace, options: Run.Options(now: now)) {
                if case .feed = $0 { hasAnswered.yield() }
            }.execute()
        }
        var answers = 0
        for await _ in done {
            answers += 1
            if answers == 2 { break }
        }
        run.cancel()
        let ended = try await run.value
        #expect(ended.isPartial)
        #expect(ended.newEntries == 2_002)
        #expect(ended.settledEntries == 0)
        #expect(ended.files.isEmpty)

        server.stop()
        let next = try await Run(
            workspace: folder.workspace, options: Run.Options(now: now + 600)
        ).execute()
        #expect(next.settledEntries == 2_002)
        #expect(!next.files.isEmpty)
    }
}
