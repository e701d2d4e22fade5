import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing

@Suite struct NoticeSendingTests {
    /// 07:00 in Warsaw.
    static let now = Date(timeIntervalSince1970: 1_795_327_200)
    let feeds = "sources:\n  - {id: news, name: News, path: news.xml}\n"
    let outage = rss([
        (
            "1", "Zefirnet nie działa od rana, <b>fatalny</b> dzień",
            "Sat, 21 Nov 2026 18:00:00 +0100"
        ),
        ("2", "Zefirnet świętuje jubileusz", "Sat, 21 Nov 2026 19:00:00 +0100"),
    ])

    func rules(_ channels: [String], atLeast: Int = 0, audience: String = "") -> String {
        """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support, answer_within: {high: 2h}}, {id: marketing, name: Marketing}]
        default_team: marketing
        routes: [{when: {category: technical_issue}, team: support}]
        severity: [{when: {category: technical_issue}, severity: high}]
        sending:
          channels:
        \(channels.map { "    - \($0)" }.joined(separator: "\n"))
          notices:
            - {id: morning, send: digest, to: [one], at: "07:00", at_least: \(atLeast)\(audience)}
            - {id: urgent, send: alerts, to: [one], severity_at_least: high}
        """
    }

    func folder(_ channels: [String], news: String? = nil, atLeast: Int = 0)
        throws -> TestWorkspace
    {
        try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": news ?? outage,
            "rules/routing.yaml": rules(channels, atLeast: atLeast), "hook": "signing-secret",
        ])
    }

    func hook(_ server: LoopbackServer) -> String {
        "{id: one, type: webhook, url: \"\(server.url("/in"))\", token: \"secret:file:hook\", "
            + "language: pl}"
    }

    func mail(_ server: LoopbackMailServer) -> String {
        "{id: one, type: email, url: \"\(server.url)\", from: \"Earshot <us@our.example>\", "
            + "to: [a@our.example, b@our.example], language: pl}"
    }

    /// Messages to a server, and tickets to it as well.
    func folderWithTickets(_ server: LoopbackServer) throws -> TestWorkspace {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage, "hook": "signing-secret",
            "rules/routing.yaml": rules([hook(server)]) + """

                tickets:
                  installation: test
                  destinations:
                    - {id: desk, system: webhook, url: "\(server.url("/t"))", token: "secret:file:hook"}
                  routes: [{when: {severity_at_least: high}, to: desk}]
                """,
        ])
        try folder.protect("hook")
        return folder
    }

    func run(_ folder: TestWorkspace, at now: Date = now) async throws -> RunReport {
        try await Run(workspace: folder.workspace, options: Run.Options(now: now)).execute()
    }

    @Test func `a run mails what is due to all of a channel, once`() async throws {
        let server = try LoopbackMailServer()
        let folder = try folder([mail(server)])
        #expect(try await run(folder).notices?.planned == 2)
        let letters = server.letters
        #expect(
            letters.map(\.to) == Array(repeating: ["a@our.example", "b@our.example"], count: 2))
        let digest = try #require(letters.first)
        #expect(digest.text.contains("multipart/alternative"))
        #expect(digest.text.contains("Content-Type: text/html; charset=utf-8"))
        // What a post says is text, never mark-up.
        #expect(!digest.text.contains("<b>fatalny"))
        for hour in 1...3 {
            _ = try await run(folder, at: Self.now.addingTimeInterval(Double(hour) * 3_600))
        }
        #expect(server.letters.count == 2)
    }

    @Test func `a webhook gets a signed body, and the same key each time`() async throws {
        let server = try LoopbackServer { _ in .init(200) }
        let folder = try folder([hook(server)])
        try folder.protect("hook")
        _ = try await run(folder)
        let requests = server.requests
        #expect(requests.count == 2)
        let keys = requests.compactMap { $0.header("Idempotency-Key") }
        #expect(Set(keys).count == 2)
        #expect(requests.allSatisfy { $0.header("X-Earshot-Signature")?.count == 71 })
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(requests[0].body)) as? [String: Any])
        #expect(body["language"] as? String == "pl")
        #expect((body["sentences"] as? [String])?.isEmpty == false)
        #expect(body["rule"] as? String == "morning")
        #expect(body["through"] as? String == ContractJSON.timestamp(Self.now))
        #expect((body["table"] as? [String: Any])?["rows"] is [[String]])
        let schema = try JSONSchema(ContractSchema.notice.bytes)
        for request in requests { #expect(try schema.problems(in: request.body) == []) }
    }

    @Test func `nothing is sent where nothing was worth it, and the next goes on from there`()
        async throws
    {
        let server = try LoopbackMailServer()
        let folder = try folder([mail(server)], news: rss([]), atLeast: 1)
        #expect(try await run(folder).notices?.planned == 0)
        try folder.write(outage, to: "news.xml")
        let tomorrow = Self.now.addingTimeInterval(86_400)
        #expect(try await run(folder, at: tomorrow).notices?.planned == 2)
        #expect(server.letters.count == 2)
    }

    @Test func `a message whose answer was lost is held until somebody has it tried again`()
        async throws
    {
        let server = try LoopbackMailServer()
        server.expect(.hangUp, at: ".")
        let folder = try folder([mail(server)])
        let report = try await run(folder)
        #expect(report.notices?.dead.count == 1)
        let sending = NoticeSending(
            workspace: folder.workspace, now: Self.now.addingTimeInterval(60))
        _ = try await sending.execute()
        #expect(server.letters.count == 2)
        let queue = DeliveryQueue.notices(of: folder.workspace)
        let error = #expect(throws: RunError.self) { try queue.retry([99_999]) }
        #expect(error?.description == "there is no notice 99999; `earshot send show` lists them")
        #expect(try queue.retry(nil).count == 1)
        #expect(try await sending.execute().dead.isEmpty)
        #expect(server.letters.count == 3)
        #expect(Set(server.letters.map { $0.field("Message-ID") }).count == 2)
    }

    @Test func `a secret address that is none is told with its file and line`() async throws {
        let folder = try folder(["{id: one, type: slack, url: \"secret:file:hook\"}"])
        try folder.protect("hook")
        let text = try #require(try await run(folder).notices?.failure?.description)
        #expect(text.contains("rules/routing.yaml:8:"))
        #expect(
            text.hasSuffix(
                ": what secret:file:hook holds is no https address; put the one that the chat program "
                    + "gives there"))
    }

    /// What waits for a ticket system waits for its time-out as well.
    @Test func `an alert goes out before tickets do, and a digest after them`() async throws {
        let order = Mutex<[String]>([])
        let server = try LoopbackServer { request in
            let json = try? JSONSerialization.jsonObject(with: Data(request.body))
            // A notice names its rule; a ticket has none.
            let rule = (json as? [String: Any])?["rule"] as? String
            order.withLock { $0.append(rule ?? "ticket") }
            return .init(200, body: Array("{}".utf8))
        }
        let folder = try folderWithTickets(server)
        let report = try await run(folder)
        #expect(order.withLock { $0 } == ["urgent", "ticket", "morning"])
        #expect(report.notices?.planned == 2)
        #expect(report.notices?.destinations.map(\.created) == [2])
        #expect(report.tickets?.destinations.map(\.created) == [1])
    }

    /// Four negative posts a quarter of an hour are few in each, and many in a day.
    @Test func `what comes in steadily is told once it is many in a day, and once`() async throws {
        let server = try LoopbackMailServer()
        let folder = try folder([mail(server)], news: rss([]))
        try folder.write(
            rules([mail(server)]).replacing(
                "    - {id: morning, send: digest, to: [one], at: \"07:00\", at_least: 0}\n",
                with: ""
            )
            .replacing("severity_at_least: high", with: "severity_at_least: critical"),
            to: "rules/routing.yaml")
        // A day in which nothing was heard is a measure; one before anybody listened is none.
        _ = try await run(folder, at: Self.now.addingTimeInterval(-3 * 86_400))
        _ = try await run(folder)
        var posts: [(String, String, String)] = []
        for round in 1...6 {
            let now = Self.now.addingTimeInterval(Double(round) * 900)
            for number in 1...4 {
                posts.append(
                    (
                        "\(round)-\(number)",
                        "Zefirnet: fatalny dzień numer \(round * 7 + number * 131)",
                        "Sun, 22 Nov 2026 07:00:00 +0100"
                    ))
            }
            try folder.write(rss(posts), to: "news.xml")
            _ = try await run(folder, at: now)
        }
        #expect(server.letters.map { $0.field("Subject") } == ["1 alarm: Zefirnet"])
    }

    @Test func `a channel that was shut gets one message of it all when it is opened`() async throws
    {
        let server = try LoopbackMailServer()
        for _ in 0..<3 { server.expect(.answer("550 5.7.1 not from you"), at: "MAIL") }
        let folder = try folder([mail(server)])
        _ = try await run(folder)
        func day(_ number: Int) -> NoticeSending {
            NoticeSending(
                workspace: folder.workspace,
                now: Self.now.addingTimeInterval(Double(number) * 86_400))
        }
        for number in 1...2 { _ = try await day(number).execute() }
        #expect(server.letters.isEmpty)
        let lines = try day(3).preview()
        let digests = lines.filter { $0.rule == "morning" }
        #expect(digests.map(\.after) == [Self.now.addingTimeInterval(-86_400)])
        #expect(digests.map(\.through) == [Self.now.addingTimeInterval(3 * 86_400)])
        _ = try await day(3).execute()
        #expect(
            Set(server.letters.map { $0.field("Message-ID") })
                == Set(lines.map { "<\($0.key)@our.example>" }))
        // The digest, and the alerts of the first day.
        #expect(server.letters.count == 2)
    }

    @Test func `a dry run shows what waits from before, and then sends it`() async throws {
        let server = try LoopbackMailServer()
        for _ in 0..<20 { server.expect(.answer("451 4.7.1 try again later"), at: "MAIL") }
        let folder = try folder([mail(server)])
        _ = try await run(folder)
        let later = NoticeSending(
            workspace: folder.workspace, now: Self.now.addingTimeInterval(3_600))
        let waiting = try DeliveryQueue.notices(of: folder.workspace).list([.pending], limit: 9)
        #expect(waiting.count == 2)
        #expect(try later.preview().map(\.key).starts(with: waiting.map(\.key)))
    }

    @Test func `a dry run prints what the real one then sends, and sends nothing`() async throws {
        let server = try LoopbackMailServer()
        let folder = try folder([mail(server)])
        _ = try await Run(
            workspace: folder.workspace,
            options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
        let sending = NoticeSending(workspace: folder.workspace, now: Self.now)
        let lines = try sending.preview()
        #expect(lines.map(\.rule) == ["morning", "urgent"])
        #expect(server.letters.isEmpty)
        _ = try await sending.execute()
        #expect(
            server.letters.map { $0.field("Message-ID") }
                == lines.map { "<\($0.key)@our.example>" })
    }

    @Test func `a secret that is missing keeps its channel waiting, and no run from listening`()
        async throws
    {
        let folder = try folder([
            "{id: one, type: slack, url: \"secret:env:EARSHOT_NO_SUCH_URL\"}"
        ])
        let report = try await run(folder)
        #expect(report.newEntries == 2)
        let missing =
            "secret:env:EARSHOT_NO_SUCH_URL: the variable is not set; set it in the service's "
            + "environment"
        #expect(report.notices?.destinations.map(\.stopped) == [missing])
        #expect(report.notices?.destinations.map(\.waiting) == [2])
        #expect(report.notices?.failure?.description == "one: " + missing)
    }
}
