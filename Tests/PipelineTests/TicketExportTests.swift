import Foundation
import Model
import Pipeline
import Testing
import Ticketing

struct TicketExportTests {
    static let now = Date(timeIntervalSince1970: 1_795_327_200)
    let feeds = "sources:\n  - {id: news, name: News, path: news.xml}\n"
    let outage = rss([
        ("1", "Zefirnet nie działa od rana, fatalny dzień", "Sat, 21 Nov 2026 18:00:00 +0100"),
        ("2", "Zefirnet świętuje jubileusz", "Sat, 21 Nov 2026 19:00:00 +0100"),
    ])
    let tickets = """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support, answer_within: {high: 2h}}, {id: marketing, name: Marketing}]
        default_team: marketing
        routes: [{when: {category: technical_issue}, team: support}]
        severity: [{when: {category: technical_issue}, severity: high}]
        tickets:
          installation: test
          destinations: [{id: lines, system: jsonl, path: out/tickets, language: pl}]
          routes: [{when: {severity_at_least: high}, to: lines}]
        """

    /// What is to be handed over of a run that handed nothing over.
    func exportAfterRun(in folder: TestWorkspace) async throws -> TicketExport {
        _ = try await Run(
            workspace: folder.workspace,
            options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
        return TicketExport(
            workspace: folder.workspace, options: TicketExport.Options(now: Self.now))
    }

    func folder() throws -> TestWorkspace {
        try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage, "rules/routing.yaml": tickets,
        ])
    }

    func lines(_ folder: TestWorkspace) throws -> [[String: Any]] {
        let path = folder.workspace.outputPath + "/tickets"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).flatMap { name in
            try folder.read("out/tickets/\(name)").split(separator: UInt8(ascii: "\n")).map {
                try JSONSerialization.jsonObject(with: $0) as? [String: Any] ?? [:]
            }
        }
    }

    @Test func `an empty list of deliveries says what was looked for`() {
        #expect(DeliveryLine.text([], of: "deliveries", in: nil) == "there are no deliveries\n")
        #expect(
            DeliveryLine.text([], of: "messages", in: [.pending, .dead])
                == "there are no messages that are dead, pending; --all shows the others\n")
    }

    @Test func `a run hands over what the rules make tickets of, and says so`() async throws {
        let folder = try folder()
        let report = try await Run(
            workspace: folder.workspace, options: Run.Options(now: Self.now)
        ).execute()
        #expect(report.tickets?.planned == 1)
        #expect(report.tickets?.destinations.map(\.created) == [1])
        let line = try #require(try lines(folder).first)
        #expect(line["operation"] as? String == "create")
        #expect((line["key"] as? String)?.count == 34)
        #expect(line["exported_at"] as? String == ContractJSON.timestamp(Self.now))
        let body = try #require(line["body"] as? String)
        #expect(body.contains("»Zefirnet« nie działa od rana"))
        #expect(body.contains("Źródło: News"))
        #expect(body.contains("Pilność: wysoka (Technical issue)"))
        #expect(body.contains("Odpowiedź do: 2026-11-22 09:00 (Europe/Warsaw)"))
        let facts = try #require(line["facts"] as? [String: String])
        #expect(facts["category"] == "Technical issue")
        #expect(facts["team"] == "Support")
    }

    @Test func `a second run, or a second export, makes no second ticket`() async throws {
        let folder = try folder()
        for hour in 0..<3 {
            _ = try await Run(
                workspace: folder.workspace,
                options: Run.Options(now: Self.now.addingTimeInterval(Double(hour) * 3_600))
            ).execute()
        }
        let report = try await TicketExport(
            workspace: folder.workspace,
            options: TicketExport.Options(now: Self.now, since: .distantPast)
        ).execute()
        #expect(report.planned == 0)
        #expect(try lines(folder).count == 1)
    }

    @Test func `an archive that was lost makes no second ticket either`() async throws {
        let folder = try folder()
        let run = Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
        _ = try await run.execute()
        for ending in ["", "-wal", "-shm"] {
            let path = folder.workspace.archivePath + ending
            if FileManager.default.fileExists(atPath: path) {
                try FileManager.default.removeItem(atPath: path)
            }
        }
        #expect(try await run.execute().tickets?.destinations.map(\.found) == [1])
        #expect(try lines(folder).count == 1)
    }

    @Test func `a dry run prints what the real one then does, and does nothing`() async throws {
        let folder = try folder()
        let export = try await exportAfterRun(in: folder)
        let preview = try export.preview(isOffline: false)
        #expect(preview.map(\.operation) == [.create])
        #expect(try lines(folder).isEmpty)
        #expect(try await export.execute().destinations.map(\.created) == [1])
        #expect(try lines(folder).map { $0["key"] as? String } == preview.map(\.key))
        #expect(try lines(folder).map { $0["body"] as? String } == preview.map(\.draft.body))
    }

    @Test func `a dry run leaves the gravest their own tickets, as the real one does`()
        async throws
    {
        let folder = try folder()
        try folder.write(
            tickets.replacing("severity_at_least: high", with: "severity_at_least: low")
                .replacing(
                    "path: out/tickets,", with: "path: out/tickets, max_creates_per_run: 1,"),
            to: "rules/routing.yaml")
        try folder.write(
            rss([
                ("0", "Zefirnet otwiera biuro", "Sat, 21 Nov 2026 17:00:00 +0100"),
                (
                    "1", "Zefirnet nie działa od rana, fatalny dzień",
                    "Sat, 21 Nov 2026 18:00:00 +0100"
                ),
            ]), to: "news.xml")
        let export = try await exportAfterRun(in: folder)
        let preview = try export.preview(isOffline: true)
        #expect(preview.map(\.operation) == [.create, .list])
        #expect(preview.map(\.draft.severity) == [.high, .normal])
        let counts = try await export.execute().destinations
        #expect(counts.map(\.summarized) == [1])
        #expect(counts.map(\.created) == [2])
        let own = try lines(folder).compactMap { $0["key"] as? String }
        #expect(own.first == preview[0].key)
    }

    @Test func `only what cannot be asked is told by a person that a ticket is there`() async throws
    {
        let folder = try folder()
        _ = try await Run(
            workspace: folder.workspace, options: Run.Options(now: Self.now)
        ).execute()
        let queue = DeliveryQueue.tickets(of: folder.workspace)
        let error = #expect(throws: RunError.self) {
            try queue.drop(1, reason: "it is there", hasArrived: true)
        }
        #expect(
            error?.description
                == "--arrived is for e-mail and webhooks of rules/routing.yaml: 'lines' is asked "
                + "whether a ticket is there; have it tried again with `earshot tickets retry 1`")
    }

    @Test func `what goes to a destination that the rules no longer have needs somebody`()
        async throws
    {
        let folder = try folder()
        try folder.write(
            tickets.replacing("path: out/tickets", with: "path: news.xml/none"),
            to: "rules/routing.yaml")
        let run = Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
        #expect(try await run.execute().tickets?.destinations.map(\.waiting) == [1])
        try folder.write(
            tickets.replacing("id: lines,", with: "id: others,")
                .replacing("to: lines", with: "to: others"), to: "rules/routing.yaml")
        let dead = try await TicketExport(
            workspace: folder.workspace, options: TicketExport.Options(now: Self.now)
        ).execute().dead
        #expect(dead.map(\.destination) == ["lines"])
        #expect(dead.first?.reason.hasPrefix("'lines' is no destination of rules/") == true)
        let error = #expect(throws: RunError.self) {
            try DeliveryQueue.tickets(of: folder.workspace)
                .drop(dead[0].id, reason: "it is there", hasArrived: true)
        }
        #expect(
            error?.description
                == "'lines' is no destination of rules/routing.yaml any more; put it back, or drop "
                + "without --arrived")
        let others = try await TicketExport(
            workspace: folder.workspace,
            options: TicketExport.Options(now: Self.now, destination: "others")
        ).execute().dead
        #expect(others.isEmpty)
    }

    @Test func `an export to one destination needs no secret of the others`() async throws {
        let folder = try folder()
        _ = try await Run(
            workspace: folder.workspace,
            options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
        try folder.write(
            tickets.replacing(
                "destinations: [{id: lines,",
                with: "destinations: [{id: desk, system: redmine, "
                    + "url: \"https://tickets.example\", queue: mentions, type: 3, key_field: 1, "
                    + "token: \"secret:env:EARSHOT_NO_SUCH_TOKEN\"}, {id: lines,"),
            to: "rules/routing.yaml")
        func export(to destination: TicketDestination.ID?) -> TicketExport {
            TicketExport(
                workspace: folder.workspace,
                options: TicketExport.Options(now: Self.now, destination: destination))
        }
        #expect(try export(to: "lines").preview(isOffline: true).map(\.operation) == [.create])
        let report = try await export(to: "lines").execute()
        #expect(report.destinations.map(\.created) == [1])
        for destination in [nil, "desk" as TicketDestination.ID?] {
            let report = try await export(to: destination).execute()
            #expect(
                report.failure?.description.contains("desk: secret:env:EARSHOT_NO_SUCH_TOKEN")
                    == true)
        }
    }

    @Test func `a secret that is missing keeps back what needs it, and nothing else of a run`()
        async throws
    {
        let folder = try folder()
        let desk = """
            {id: desk, system: redmine, url: "https://t.example", queue: a, type: 1, key_field: 1, \
            token: "secret:env:EARSHOT_NO_SUCH_TOKEN"}
            """
        try folder.write(
            tickets.replacing("language: pl}]", with: "language: pl}, \(desk)]")
                .replacing("to: lines}]", with: "to: lines}, {when: {brand_kind: own}, to: desk}]"),
            to: "rules/routing.yaml")
        let missing =
            "secret:env:EARSHOT_NO_SUCH_TOKEN: the variable is not set; set it in the service's "
            + "environment"
        let report = try await Run(
            workspace: folder.workspace, options: Run.Options(now: Self.now)
        ).execute()
        #expect(report.newEntries == 2)
        let counts = try #require(report.tickets?.destinations)
        #expect(counts.map(\.stopped) == [missing, nil])
        #expect(counts.map(\.waiting) == [1, 0])
        #expect(counts.map(\.created) == [0, 1])
        // Whoever watches the exit code learns of it.
        #expect(report.tickets?.failure?.exitCode == 65)
        #expect(report.tickets?.failure?.description == "desk: " + missing)
        let export = TicketExport(
            workspace: folder.workspace, options: TicketExport.Options(now: Self.now))
        let error = #expect(throws: RunError.self) { try export.preview(isOffline: true) }
        #expect(error?.description == "desk: " + missing)
    }

    @Test func `a digest says which ticket each mention has that needs an answer`() async throws {
        let folder = try folder()
        func states() throws -> [Digest.AnswerTicket?] {
            try Archive(workspace: folder.workspace).digest(
                DigestRequest(
                    period: .span,
                    span: Self.now.addingTimeInterval(-86_400)..<Self.now),
                now: Self.now
            ).needsAnswer.items.map(\.ticket)
        }
        _ = try await Run(
            workspace: folder.workspace, options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
        let planned = try #require(try states().first ?? nil)
        #expect(planned.state == .planned)
        #expect(planned.destination == "lines")
        _ = try await TicketExport(
            workspace: folder.workspace, options: TicketExport.Options(now: Self.now)
        ).execute()
        let told = try #require(try states().first ?? nil)
        // A file never says how it stands.
        #expect(told.state == .handedOver)
        #expect(told.key == planned.key)
        #expect(try lines(folder).compactMap { $0["key"] as? String } == [told.key])
    }

    @Test func `a digest can be made again after its tickets have gone on`() async throws {
        let folder = try folder()
        _ = try await Run(
            workspace: folder.workspace, options: Run.Options(now: Self.now)
        ).execute()
        let name = try #require(
            FileManager.default.contentsOfDirectory(
                atPath: folder.workspace.outputPath + "/digests"
            ).first { $0.hasSuffix(".json") })
        let verification = try Archive(workspace: folder.workspace).verify(
            digestAt: folder.workspace.outputPath + "/digests/" + name)
        #expect(verification.isReproduced, "\(verification.text)")
    }
}
