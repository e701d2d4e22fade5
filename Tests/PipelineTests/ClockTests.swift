import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What becomes of runs when the clocks do not simply go on.
struct ClockTests {
    /// A night in which the clocks change, from the midnight before.
    struct Night: Sendable, CustomTestStringConvertible {
        let zone: String
        let midnight: String
        /// Hours of the day that begins then.
        let hours: Int
        var testDescription: String { "\(zone), \(midnight), \(hours) h" }

        static let all = [
            Night(zone: "Europe/Warsaw", midnight: "2026-10-24T22:00:00Z", hours: 25),
            Night(zone: "Europe/Warsaw", midnight: "2027-03-27T23:00:00Z", hours: 23),
            Night(zone: "Europe/Riga", midnight: "2026-10-24T21:00:00Z", hours: 25),
            Night(zone: "Europe/Riga", midnight: "2027-03-27T22:00:00Z", hours: 23),
        ]
    }

    private func workspace(zone: String) throws -> TestWorkspace {
        try TestWorkspace([
            "feeds/mine.yaml": "sources: [{id: news, name: News, path: news.xml}]\n",
            "rules/routing.yaml": """
            time_zone: \(zone)
            teams: [{id: support, name: Support}]
            default_team: support
            """,
        ])
    }

    /// Has a post said at each of these hours after the start.
    private func publish(_ hours: Range<Int>, from start: Date, in folder: TestWorkspace) throws {
        let posts = hours.map { hour in
            (
                id: "\(hour)", text: "Zefirnet, godzina \(hour)",
                date: (start + Double(hour) * 3_600).formatted(.iso8601)
            )
        }
        try folder.write(rss(posts), to: "news.xml")
    }

    private func digests(in folder: TestWorkspace) throws -> [Digest] {
        try folder.outputs().filter { $0.key.hasPrefix("digests") && $0.key.hasSuffix("json") }
            .sorted { $0.key < $1.key }
            .map { try ContractJSON.decode(Digest.self, from: $0.value) }
    }

    @Test(arguments: Night.all)
    func `hourly runs over a night in which the clocks change count every post once`(night: Night)
        async throws
    {
        let folder = try workspace(zone: night.zone)
        let start = try #require(ContractJSON.date(night.midnight))
        let end = night.hours + 24
        // Of the days beside it a few runs say as much, with the last of each.
        let hours = [-24, -16, -8, -1] + (0..<night.hours) + [8, 16].map { night.hours + $0 }
        for hour in hours + [end - 1] {
            try publish(-24..<hour + 1, from: start, in: folder)
            let now = start + Double(hour) * 3_600 + 300
            _ = try await Run(workspace: folder.workspace, options: Run.Options(now: now)).execute()
        }
        let digests = try digests(in: folder)
        // A file a day of the reader's calendar, the long one and the short one too.
        #expect(digests.count == 3)
        for (one, next) in zip(digests, digests.dropFirst()) {
            #expect(one.window.through == next.window.after)
        }
        let counted = digests.flatMap(\.mentions.items).map(\.sequence)
        #expect(counted.sorted() == (1...Int64(24 + end)).map { $0 })
        #expect(digests[1].totals.counts.mentions == night.hours)
    }

    @Test(arguments: [-7_200.0, 86_400])
    func `when the clock jumps and comes back, every post is in one digest`(jump: Double)
        async throws
    {
        let folder = try workspace(zone: "Europe/Riga")
        let start = try #require(ContractJSON.date("2026-11-22T06:00:00Z"))
        // Each run finds one more post: before the jump, during it, after it, and on the next days.
        let moments: [TimeInterval] = [0, 3_600 + jump, 7_200, 86_400, 2 * 86_400, 3 * 86_400]
        for (number, moment) in moments.enumerated() {
            try publish(-10..<number - 9, from: start, in: folder)
            let options = Run.Options(now: start + moment)
            _ = try await Run(workspace: folder.workspace, options: options).execute()
        }
        let counted = try digests(in: folder).flatMap(\.mentions.items).map(\.sequence)
        #expect(counted.sorted() == (1...Int64(moments.count)).map { $0 })
    }

    @Test func `a clock that jumps makes no feed be asked again and again`() async throws {
        let site = try CrawlSite()
        site.at("/feed.xml", document: numberedRSS(1...3), etag: "\"1\"")
        let folder = try TestWorkspace(listeningTo: [
            "id: a, name: A, url: '\(site.url("/feed.xml"))'"
        ])
        func polls(afterHours hours: Double) async throws -> Int {
            _ = try await folder.crawl(at: .crawlDay(hours / 24))
            return site.takeRequests().count
        }
        #expect(try await polls(afterHours: 0) == 1)
        // An hour back, a day forward, right again, and a year forward and back.
        #expect(try await polls(afterHours: -1) == 0)
        #expect(try await polls(afterHours: 26) == 1)
        #expect(try await polls(afterHours: 1) == 0)
        #expect(try await polls(afterHours: 365 * 24) == 1)
        #expect(try await polls(afterHours: 2) == 1)
        #expect(try await polls(afterHours: 2.1) == 0)
    }
}
