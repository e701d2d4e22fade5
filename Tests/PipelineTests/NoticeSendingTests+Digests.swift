import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing

/// When digests go out, and what they are of.
extension NoticeSendingTests {
    /// A morning's digest would come at noon.
    @Test func `a digest does not wait for a slow ticket system for ever`() async throws {
        let order = Mutex<[String]>([])
        let mayAnswer = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { request in
            let json = try? JSONSerialization.jsonObject(with: Data(request.body))
            // A notice names its rule; a ticket has none, and is answered behind the digest.
            let rule = (json as? [String: Any])?["rule"] as? String
            if rule == nil { _ = mayAnswer.wait(timeout: .now() + 20) }
            order.withLock { $0.append(rule ?? "ticket") }
            if rule == "morning" { mayAnswer.signal() }
            return .init(200, body: Array("{}".utf8))
        }
        let folder = try folderWithTickets(server)
        var options = Run.Options(now: Self.now)
        options.longestWaitForTickets = .zero
        let report = try await Run(workspace: folder.workspace, options: options).execute()
        #expect(order.withLock { $0 } == ["urgent", "morning", "ticket"])
        #expect(report.notices?.destinations.map(\.created) == [2])
        #expect(report.tickets?.destinations.map(\.created) == [1])
    }

    /// Of the very second, or of one before: it began earlier and was kept waiting.
    @Test(arguments: [-1.0, 0])
    func `what a run hears that began before a sending is told by the next one`(
        seconds: TimeInterval
    ) async throws {
        let server = try LoopbackMailServer()
        let folder = try folder([mail(server)], news: rss([]))
        _ = try await run(folder, at: Self.now.addingTimeInterval(-2 * 86_400))
        _ = try await NoticeSending(workspace: folder.workspace, now: Self.now).execute()
        let before = server.letters.count
        try folder.write(outage, to: "news.xml")
        _ = try await run(folder, at: Self.now.addingTimeInterval(seconds))
        let later = NoticeSending(
            workspace: folder.workspace, now: Self.now.addingTimeInterval(60))
        #expect(try await later.execute().planned == 1)
        #expect(server.letters.count == before + 1)
        #expect(server.letters.last?.text.contains("fatalny") == true)
    }

    @Test func `a digest whose time falls between two runs goes out with the second`() async throws
    {
        let server = try LoopbackMailServer()
        let folder = try folder([mail(server)], news: rss([]))
        let hour = 3_600.0
        // Runs at 06:00, the digest at 07:00.
        _ = try await run(folder, at: Self.now.addingTimeInterval(-hour))
        #expect(server.letters.isEmpty)
        _ = try await run(folder, at: Self.now.addingTimeInterval(23 * hour))
        #expect(server.letters.count == 1)
        _ = try await run(folder, at: Self.now.addingTimeInterval(47 * hour))
        #expect(server.letters.count == 2)
    }

    @Test func `a department's digest tells of its own mentions, and says whose it is`()
        async throws
    {
        let server = try LoopbackServer { _ in .init(200) }
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage, "hook": "signing-secret",
            "rules/routing.yaml": rules([hook(server)], audience: ", teams: [support]"),
        ])
        try folder.protect("hook")
        _ = try await run(folder)
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(server.requests[0].body)) as? [String: Any])
        #expect((body["subject"] as? String)?.hasPrefix("Wzmianki (Support): ") == true)
        let rows = (body["table"] as? [String: Any])?["rows"] as? [[String]]
        // Of two mentions the one that the team answers.
        #expect(rows?.first?[1] == "1")
    }

    @Test(arguments: [
        (", categories: [technical_issue]", "Wzmianki (Technical issue): ", "1"),
        (", categories: [technical_issue, praise]", "Wzmianki (Technical issue · Praise): ", "1"),
        (", locations: [gdansk]", "Wzmianki (Gdańsk): ", "1"),
        (", locations: [gdansk], categories: [praise]", "Wzmianki (Praise · Gdańsk): ", "0"),
    ])
    func `a digest may be of some categories and places, and says so`(
        audience: String, subject: String, mentions: String
    ) async throws {
        let server = try LoopbackServer { _ in .init(200) }
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "hook": "signing-secret",
            "news.xml": outage.replacing("nie działa", with: "w Gdańsku nie działa"),
            "rules/categories.yaml": """
            categories:
              - {id: technical_issue, name: Technical issue, keywords: {pl: [nie działa]}}
              - {id: praise, name: Praise, keywords: {pl: [wspaniały]}}
            """,
            "rules/locations.yaml": "locations: [{id: gdansk, name: Gdańsk, inflect: pl}]",
            "rules/routing.yaml": rules([hook(server)], audience: audience),
        ])
        try folder.protect("hook")
        _ = try await run(folder)
        let bodies = try server.requests.compactMap { request in
            try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
        }
        let digest = try #require(bodies.first { $0["kind"] as? String == "digest" })
        #expect((digest["subject"] as? String)?.hasPrefix(subject) == true)
        let rows = (digest["table"] as? [String: Any])?["rows"] as? [[String]]
        #expect(rows?.first?[1] == mentions)
    }

    @Test func `a region that no source has is a mistake of the rules`() async throws {
        let server = try LoopbackMailServer()
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage,
            "rules/routing.yaml": rules([mail(server)], audience: ", regions: [mazowsze]"),
        ])
        let error = await #expect(throws: RunError.self) { try await run(folder) }
        #expect(error?.description.contains("unknown region 'mazowsze'") == true)
    }
}
