import Foundation
import Model
import Pipeline
import Reporting
import Testing

/// Entries without a date, or with one that is long past or ahead of the clock.
extension RunTests {
    @Test func `an entry dated back is in the next digest`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(folder)
        try folder.write(
            rss([("3", "Zefirnet świetny był w maju", "Fri, 01 May 2026 10:00:00 +0200")]),
            to: "news.xml")
        let report = try await run(folder, now: Self.now.addingTimeInterval(86_400))
        #expect(report.newEntries == 1)
        #expect(report.brands.map(\.mentions) == [1])
        #expect(report.brands.map(\.positive) == [1])
    }

    @Test func `an entry without a date is in the digest and the trends of its run`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": Self.undated(["1"]),
        ])
        _ = try await run(folder, now: Self.now.addingTimeInterval(-3_600))
        try folder.write(Self.undated(["1", "2"]), to: "news.xml")
        #expect(try await run(folder).brands.map(\.mentions) == [1])
        let trends = try ContractJSON.decode(
            Trends.self, from: folder.read("out/trends/2026-11-22.json"))
        #expect(trends.totals.counts.mentions == 1)
    }

    @Test func `what a feed holds without a date when it is added is news of no day`() async throws
    {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": Self.undated(["1", "2", "3"]),
        ])
        let report = try await run(folder)
        #expect(report.newEntries == 3)
        #expect(report.brands.map(\.mentions) == [0])
        let trends = try ContractJSON.decode(
            Trends.self, from: folder.read("out/trends/2026-11-22.json"))
        #expect(trends.totals.counts.mentions == 0)
        let found = try Archive(workspace: folder.workspace).search(EntrySearch())
        #expect(found.map(\.date) == [Self.now, Self.now, Self.now])
    }

    @Test func `when the clock steps back, what comes is in the next digest`() async throws {
        let folder = try TestWorkspace(["feeds/mine.yaml": feeds, "news.xml": outage])
        _ = try await run(folder)
        try folder.write(
            rss([("3", "Zefirnet świetny", "Sat, 21 Nov 2026 20:00:00 +0100")]), to: "news.xml")
        #expect(
            try await run(folder, now: Self.now.addingTimeInterval(-1_800)).brands
                .map(\.positive) == [0])
        let next = try await run(folder, now: Self.now.addingTimeInterval(86_400))
        #expect(next.brands.map(\.positive) == [1])
    }

    // MARK: - Private

    private static func undated(_ ids: [String]) -> String {
        let items = ids.map {
            "<item><guid isPermaLink='false'>\($0)</guid><title>Zefirnet, \($0)</title></item>"
        }
        return "<rss version='2.0'><channel><title>News</title>\(items.joined())</channel></rss>"
    }
}
