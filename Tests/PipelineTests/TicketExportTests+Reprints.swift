import Model
import Pipeline
import Testing
import Ticketing

/// Entries that say what one with a ticket says already.
extension TicketExportTests {
    /// Of one text, each at another place.
    func reprints(_ count: Int, from first: Int = 1) -> String {
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
                "Tymi samymi lub prawie tymi samymi słowami: https://news.example/3, "
                    + "https://news.example/4, https://news.example/5\n"))
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
        #expect(preview.allSatisfy { !$0.draft.body.contains("Tymi samymi") })
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
        try folder.protect("hook")
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
        #expect(comment.contains("prawie tymi samymi słowami: https://news.example/4\n"))
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
}
