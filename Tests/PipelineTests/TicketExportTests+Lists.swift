import Foundation
import Pipeline
import Testing

extension TicketExportTests {
    /// In a file, the key alone says which ticket a line is of.
    @Test func `a further mention of a listed story has the key of the list`() async throws {
        let folder = try folder()
        try folder.write(
            tickets.replacing("severity_at_least: high", with: "severity_at_least: low")
                .replacing(
                    "path: out/tickets,", with: "path: out/tickets, max_creates_per_run: 1,"),
            to: "rules/routing.yaml")
        let outage = (
            id: "1", text: "Zefirnet nie działa od rana, fatalny dzień",
            date: "Sat, 21 Nov 2026 18:00:00 +0100"
        )
        let opening = (
            id: "2",
            text: """
            Zefirnet otwiera w Gdańsku nowe biuro przy ulicy Długiej, w którym od poniedziałku do \
            piątku można zawrzeć umowę, odebrać router i zapytać o ofertę dla firm, a w sobotę o \
            dziesiątej zaprasza sąsiadów na kawę, ciasto i zwiedzanie całego piętra.
            """, date: "Sat, 21 Nov 2026 17:00:00 +0100"
        )
        let reprint = (
            id: "3", text: opening.text + " Byłam tam wczoraj z sąsiadką i to prawda.",
            date: "Sat, 21 Nov 2026 20:00:00 +0100"
        )
        for (entries, hours) in [([outage, opening], 0), ([outage, opening, reprint], 1)] {
            try folder.write(rss(entries), to: "news.xml")
            let moment = Self.now.addingTimeInterval(Double(hours) * 3_600)
            _ = try await Run(workspace: folder.workspace, options: Run.Options(now: moment))
                .execute()
        }
        let told = try lines(folder)
        #expect(told.map { $0["operation"] as? String } == ["create", "create", "comment"])
        let keys = told.compactMap { $0["key"] as? String }
        #expect(Set(keys).count == 2)
        #expect(keys.last == keys.dropLast().last)
    }
}
