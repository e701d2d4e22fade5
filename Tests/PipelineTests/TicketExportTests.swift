import Foundation
import Model
import Pipeline
import Testing
import Ticketing

struct TicketExportTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)
    private let feeds = "sources:\n  - {id: news, name: News, path: news.xml}\n"
    private let outage = rss([
        ("1", "Zefirnet nie działa od rana, fatalny dzień", "Sat, 21 Nov 2026 18:00:00 +0100"),
        ("2", "Zefirnet świętuje jubileusz", "Sat, 21 Nov 2026 19:00:00 +0100"),
    ])
    private let tickets = """
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
    private func exportAfterRun(in folder: TestWorkspace) async throws -> TicketExport {
        _ = try await Run(
            workspace: folder.workspace,
            options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
        return TicketExport(
            workspace: folder.workspace, options: TicketExport.Options(now: Self.now))
    }

    private func folder() throws -> TestWorkspace {
        try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage, "rules/routing.yaml": tickets,
        ])
    }

    private func lines(_ folder: TestWorkspace) throws -> [[String: Any]] {
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

    /// Of one text, each at another place.
    private func reprints(_ count: Int, from first: Int = 1) -> String {
        postRSS(
            (first..<first + count).map { number in
                Post(
                    id: "\(number)",
                    title: number == 3 ? "Awaria w całym kraju" : "Zefirnet nie działa",
                    text: """
                        Zefirnet nie działa od rana w całym mieście i nikt z obsługi nie odbiera \
                        telefonu, a klienci czekają już trzecią godzinę na jakąkolwiek informację \
                        o przyczynie awarii i o tym, kiedy ona minie
                        """,
                    link: "https://news.example/\(number)", day: 0.2 + Double(number) / 100)
            })
    }

    @Test func `reprints that come together are one comment, which lists them`() async throws {
        let folder = try folder()
        try folder.write(reprints(5), to: "news.xml")
        let export = try await exportAfterRun(in: folder)
        let preview = try export.preview(isOffline: false)
        #expect(preview.map(\.operation) == [.create, .comment])
        let counts = try await export.execute().destinations
        #expect(counts.map(\.created) == [1])
        #expect(counts.map(\.commented) == [1])
        #expect(counts.map(\.waiting) == [0])
        let bodies = try lines(folder).compactMap { $0["body"] as? String }
        #expect(bodies == preview.map(\.draft.body))
        let comment = try #require(bodies.last)
        #expect(comment.contains("Link: https://news.example/2\n"))
        #expect(
            comment.contains(
                "Tymi samymi słowami: https://news.example/3, https://news.example/4, "
                    + "https://news.example/5\n"))
        // What comes later is told later, and nothing twice.
        try folder.write(reprints(2, from: 5), to: "news.xml")
        _ = try await exportAfterRun(in: folder).execute()
        let all = try lines(folder).compactMap { $0["body"] as? String }
        #expect(all.count == 3)
        #expect(all.last?.contains("Link: https://news.example/6\n") == true)
        #expect(all.last?.contains("Tymi samymi") == false)
    }

    /// Nothing stands below them, and it is their titles that say what each says.
    @Test func `posts of nothing but titles are told one by one`() async throws {
        let titles = [
            "W Gdyni Zefirnet nie działa", "Zefirnet nie działa w Łodzi",
            "Zefirnet nie działa od rana",
        ]
        let sources = titles.indices.map { "  - {id: s\($0), name: S\($0), path: s\($0).xml}\n" }
        var files = [
            "feeds/mine.yaml": "sources:\n\(sources.joined())", "rules/routing.yaml": tickets,
        ]
        for (number, title) in titles.enumerated() {
            files["s\(number).xml"] = postRSS([
                Post(
                    id: "\(number)", author: "A\(number)", title: title, text: "",
                    link: "https://news.example/awaria", day: 0.2 + Double(number) / 100)
            ])
        }
        let folder = try TestWorkspace(files)
        let preview = try await exportAfterRun(in: folder).preview(isOffline: true)
        #expect(preview.dropFirst().allSatisfy { $0.operation == .comment })
        #expect(preview.allSatisfy { !$0.draft.body.contains("Tymi samymi słowami") })
        #expect(
            titles.allSatisfy { title in
                preview.contains { ($0.draft.subject + $0.draft.body).contains(title) }
            })
    }

    @Test(arguments: [true, false])
    func `a webhook that gets fields alone is told of each reprint`(hasFields: Bool) async throws {
        let folder = try folder()
        try folder.write(reprints(4), to: "news.xml")
        try folder.write("signing-secret", to: "hook")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.workspace.path + "/hook")
        let fields = hasFields ? ", fields: {place: \"{{url}}\"}" : ""
        try folder.write(
            tickets.replacing(
                "system: jsonl, path: out/tickets",
                with: "system: webhook, url: \"https://hook.example/t\", "
                    + "token: \"secret:file:hook\"\(fields)"), to: "rules/routing.yaml")
        let preview = try await exportAfterRun(in: folder).preview(isOffline: true)
        #expect(preview.count == (hasFields ? 4 : 2))
        if hasFields { #expect(Set(preview.flatMap(\.draft.fields).map(\.value)).count == 4) }
    }

    @Test func `a reprint that is forgotten before it is told is not told`() async throws {
        let folder = try folder()
        try folder.write(reprints(4), to: "news.xml")
        let export = try await exportAfterRun(in: folder)
        _ = try Forgetting(
            .url("https://news.example/3"), in: folder.workspace, now: Self.now
        ).execute()
        #expect(try await export.execute().destinations.map(\.commented) == [1])
        let comment = try #require(try lines(folder).last?["body"] as? String)
        #expect(comment.contains("Tymi samymi słowami: https://news.example/4\n"))
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

    @Test func `nobody gets a ticket of what the brand says itself, nor of its reprint`()
        async throws
    {
        // Long enough for its copies to be known.
        let release = """
            Zefirnet nie działa od rana w Gdańsku i okolicach. Przepraszamy wszystkich klientów za \
            trudności, przyczyną jest uszkodzony kabel przy budowie tunelu. Nasze ekipy pracują na \
            miejscu, usługi wrócą najpóźniej wieczorem, a rabat doliczymy do najbliższej faktury \
            każdego klienta bez składania wniosku.
            """
        let folder = try TestWorkspace([
            "feeds/mine.yaml": """
            sources:
              - {id: office, name: Press office, path: office.xml, own: true}
              - {id: news, name: News, path: news.xml}
            """,
            "office.xml": rss([("1", release, "Sat, 21 Nov 2026 18:00:00 +0100")]),
            "news.xml": rss([
                ("2", release, "Sat, 21 Nov 2026 19:00:00 +0100"),
                ("3", "Zefirnet nie działa u mnie od godziny", "Sat, 21 Nov 2026 20:00:00 +0100"),
            ]),
            "rules/routing.yaml": tickets,
        ])
        let report = try await Run(
            workspace: folder.workspace, options: Run.Options(now: Self.now)
        ).execute()
        #expect(report.tickets?.planned == 1)
        let bodies = try lines(folder).compactMap { $0["body"] as? String }
        #expect(bodies.count == 1)
        #expect(bodies.first?.contains("u mnie od godziny") == true)
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
