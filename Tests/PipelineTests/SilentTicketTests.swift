import Foundation
import Model
import Pipeline
import TestSupport
import Testing
import Ticketing

/// Tickets that people close, move and delete between two exports.
@Suite(.timeLimit(.minutes(5)))
struct SilentTicketTests {
    private static let now = Date.crawlDay(0)
    // Long enough for its copies to be known.
    private static let outage = """
        Zefirnet nie działa od rana w Gdańsku i okolicach, dzwonię od godziny i nikt nie odbiera. \
        W sklepie stoi kolejka, terminal płatniczy nie łączy się z bankiem, a na stronie firmy nie ma \
        ani słowa o awarii, chociaż cała ulica nie ma internetu od szóstej.
        """

    /// A workspace that sends tickets to a desk, and hour after hour of it.
    private struct Bench {
        private(set) var desk = GitHubDesk()
        let folder: TestWorkspace
        private var server: LoopbackServer

        init() throws {
            server = try desk.start()
            folder = try TestWorkspace([
                "feeds/mine.yaml": "sources:\n  - {id: news, name: News, path: news.xml}\n",
                "key": "secret",
                "rules/routing.yaml": Self.routing(server, "our/mentions"),
            ])
            try folder.protect("key")
        }

        private static func routing(_ server: LoopbackServer, _ repository: String) -> String {
            """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            tickets:
              installation: test
              max_age: 7d
              destinations:
                - {id: desk, system: github, url: "\(server.url(""))", queue: \(repository),
                   token: "secret:file:key"}
              routes: [{to: desk}]
            """
        }

        /// Has the same destination name another desk from now on.
        mutating func move(to desk: GitHubDesk, _ repository: String) throws {
            self.desk = desk
            server = try desk.start()
            try folder.write(Self.routing(server, repository), to: "rules/routing.yaml")
        }

        /// Reads what the feed has, and hands nothing over.
        func hear(_ entries: [(id: String, text: String, date: String)], at moment: Date)
            async throws
        {
            try folder.write(rss(entries), to: "news.xml")
            _ = try await Run(
                workspace: folder.workspace,
                options: Run.Options(now: moment, isWithoutExport: true)
            ).execute()
        }

        func export(at moment: Date) async throws -> DeliveryCounts {
            desk.set(now: moment)
            let clock = DeliveryClock(now: { moment }, sleep: { _ in }, jitter: { 0 })
            let report = try await TicketExport(
                workspace: folder.workspace,
                options: TicketExport.Options(now: moment, clock: clock)
            ).execute()
            return try #require(report.destinations.first)
        }

        func openTickets(at moment: Date) throws -> Int {
            try Archive(workspace: folder.workspace).ticketStanding(days: 28, now: moment).open
        }
    }

    private let first = (id: "1", text: outage, date: "Sat, 21 Nov 2026 18:00:00 +0100")
    /// Of the same story.
    private let second = (
        id: "2", text: outage + " Potwierdzam, u nas na Przymorzu to samo od rana.",
        date: "Sat, 21 Nov 2026 20:00:00 +0100"
    )

    @Test func `a ticket that was closed since the last run is opened again by what comes after`()
        async throws
    {
        let bench = try Bench()
        try await bench.hear([first], at: Self.now)
        #expect(try await bench.export(at: Self.now).created == 1)
        let later = Self.now + 3_600
        bench.desk.change(1, at: later - 600) { $0?.isClosed = true }
        try await bench.hear([first, second], at: later)
        let counts = try await bench.export(at: later)
        #expect((counts.commented, counts.reopened) == (1, 1))
        // Read before and after, it has changed once.
        #expect(counts.read == 1)
        #expect(bench.desk.issue(1)?.isClosed == false)
    }

    @Test func `a ticket is known to be closed though its system's clock is an hour behind`()
        async throws
    {
        let bench = try Bench()
        try await bench.hear([first], at: Self.now)
        bench.desk.say(time: "Sun, 22 Nov 2026 05:00:00 GMT")
        #expect(try await bench.export(at: Self.now).created == 1)
        // By our clock, twenty to seven.
        bench.desk.change(1, at: Self.now - 1_200) { $0?.isClosed = true }
        bench.desk.say(time: "Sun, 22 Nov 2026 06:00:00 GMT")
        #expect(try await bench.export(at: Self.now + 3_600).read == 1)
        #expect(try bench.openTickets(at: Self.now + 3_600) == 0)
    }

    @Test func `another desk begins a ticket anew, and its issue of the old number is let be`()
        async throws
    {
        var bench = try Bench()
        try await bench.hear([first], at: Self.now)
        #expect(try await bench.export(at: Self.now).created == 1)
        let other = GitHubDesk()
        let later = Self.now + 3_600
        other.add(GitHubDesk.Issue(body: "A stranger's", isClosed: true, changedAt: later - 60))
        try bench.move(to: other, "our/others")
        // Nothing is taken for the state of our ticket.
        #expect(try await bench.export(at: later).read == 0)
        try await bench.hear([first, second], at: later + 3_600)
        let counts = try await bench.export(at: later + 3_600)
        #expect((counts.created, counts.commented) == (1, 0))
        #expect(other.issue(1)?.comments == [])
        #expect(other.issue(1)?.isClosed == true)
        #expect(try bench.openTickets(at: later + 3_600) == 1)
    }

    @Test func `a ticket taken along to another repository is known there by its new number`()
        async throws
    {
        var bench = try Bench()
        try await bench.hear([first], at: Self.now)
        #expect(try await bench.export(at: Self.now).created == 1)
        let copy = try #require(bench.desk.issue(1)).body
        let other = GitHubDesk()
        let later = Self.now + 3_600
        for body in ["A stranger's", copy] {
            other.add(GitHubDesk.Issue(body: body, changedAt: later - 60))
        }
        other.answer(500, for: 2)
        try bench.move(to: other, "our/others")
        #expect(try await bench.export(at: later).unread == "ticket 2: 500")
        other.answer(nil, for: 2)
        try await bench.hear([first, second], at: later + 3_600)
        let counts = try await bench.export(at: later + 3_600)
        #expect((counts.created, counts.commented) == (0, 1))
        #expect(other.issue(1)?.comments == [])
        #expect(other.issue(2)?.comments.count == 1)
    }

    @Test func `a closed ticket that a comment finds elsewhere and opens counts as open`()
        async throws
    {
        var bench = try Bench()
        try await bench.hear([first], at: Self.now)
        #expect(try await bench.export(at: Self.now).created == 1)
        let later = Self.now + 3_600
        bench.desk.change(1, at: later - 600) { $0?.isClosed = true }
        #expect(try await bench.export(at: later).read == 1)
        #expect(try bench.openTickets(at: later) == 0)
        let copy = try #require(bench.desk.issue(1))
        let other = GitHubDesk()
        other.add(GitHubDesk.Issue(body: "A stranger's", changedAt: later))
        other.add(copy)
        try bench.move(to: other, "our/others")
        try await bench.hear([first, second], at: later + 3_600)
        let counts = try await bench.export(at: later + 3_600)
        #expect((counts.created, counts.commented, counts.reopened) == (0, 1, 1))
        #expect(other.issue(2)?.isClosed == false)
        #expect(try bench.openTickets(at: later + 3_600) == 1)
    }

    /// Three tickets, read back when nothing had become of them for an hour.
    private func settled() async throws -> Bench {
        let bench = try Bench()
        let texts = ["Zefirnet nie działa", "Oferta Zefirnet jest droga", "Zefirnet w Łodzi"]
        try await bench.hear(
            texts.enumerated().map { ("\($0)", $1, "Sat, 21 Nov 2026 18:00:00 +0100") },
            at: Self.now)
        #expect(try await bench.export(at: Self.now).created == 3)
        #expect(try await bench.export(at: Self.now + 3_600).unread == nil)
        return bench
    }

    @Test func `tickets that fell out of the list are asked for by their ids`() async throws {
        let bench = try await settled()
        // One loses its label and is closed, and one is deleted.
        let later = Self.now + 2 * 86_400
        bench.desk.change(1, at: later - 60) {
            $0?.hasLabel = false
            $0?.isClosed = true
        }
        bench.desk.change(2, at: later - 60) { $0 = nil }
        let counts = try await bench.export(at: later)
        #expect(counts.unread == nil)
        #expect(counts.read == 2)
        #expect(try await bench.export(at: later + 60).read == 0)
    }

    @Test func `if changes may not be listed, tickets are asked for one by one`() async throws {
        let bench = try Bench()
        bench.desk.barList()
        let texts = ["Zefirnet nie działa", "Oferta Zefirnet jest droga", "Zefirnet w Łodzi"]
        try await bench.hear(
            texts.enumerated().map { ("\($0)", $1, "Sat, 21 Nov 2026 18:00:00 +0100") },
            at: Self.now)
        let counts = try await bench.export(at: Self.now)
        #expect(counts.created == 3)
        #expect(counts.unread?.hasPrefix("changes may not be listed") == true)
        #expect(counts.unread?.hasSuffix("Not for you") == true)
        #expect(try bench.openTickets(at: Self.now) == 3)
        let later = Self.now + 2 * 3_600
        bench.desk.change(1, at: later - 60) { $0?.isClosed = true }
        #expect(try await bench.export(at: later).read == 1)
        #expect(try bench.openTickets(at: later) == 2)
    }

    @Test func `a ticket whose changes may not be listed is opened again, and counts as open then`()
        async throws
    {
        let bench = try Bench()
        bench.desk.barList()
        try await bench.hear([first], at: Self.now)
        #expect(try await bench.export(at: Self.now).created == 1)
        let later = Self.now + 2 * 3_600
        bench.desk.change(1, at: later - 60) { $0?.isClosed = true }
        try await bench.hear([first, second], at: later)
        let counts = try await bench.export(at: later)
        #expect((counts.commented, counts.reopened) == (1, 1))
        #expect(bench.desk.issue(1)?.isClosed == false)
        // Once in each of the two runs, also where it is asked for before comments.
        #expect(bench.desk.barredLists == 2)
        // It was asked for before it was opened, and is once an hour, until it is answered.
        let last = later + 2 * 3_600
        for (status, moment) in [(500, last), (nil, last + 60)] as [(Int?, Date)] {
            bench.desk.answer(status, for: 1)
            _ = try await bench.export(at: moment)
        }
        #expect(try bench.openTickets(at: last) == 1)
    }

    @Test func `what is known of the others stays, where the question for one fails`() async throws
    {
        let bench = try await settled()
        let later = Self.now + 2 * 86_400
        bench.desk.change(1, at: Self.now) {
            $0?.hasLabel = false
            $0?.isClosed = true
        }
        bench.desk.answer(500, for: 2)
        #expect(try await bench.export(at: later).unread?.contains("500") == true)
        // The first is known to be closed, and the third to be open.
        bench.desk.answer(403, for: 2)
        let counts = try await bench.export(at: later + 60)
        #expect(counts.unread?.hasPrefix("ticket 2 may not be looked at: ") == true)
        #expect(counts.read == 0)
        // Asked for once a day at most.
        #expect(try await bench.export(at: later + 120).unread == nil)
    }

    @Test func `two tickets that fail each time keep no other from being asked for`() async throws {
        let bench = try await settled()
        let later = Self.now + 2 * 86_400
        for number in [1, 2] { bench.desk.answer(500, for: number) }
        bench.desk.change(3, at: later) { $0 = nil }
        #expect(try await bench.export(at: later).unread == "ticket 1: 500")
        #expect(try await bench.export(at: later + 60).read == 1)
    }
}
