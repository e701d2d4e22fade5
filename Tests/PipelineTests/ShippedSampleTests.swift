import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct ShippedSampleTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)

    @Test func `the shipped rules are right and keep their own examples`() {
        let verdict = RulesVerdict(workspace: TestWorkspace.shipped)
        #expect(verdict.mistakes == [])
        #expect(verdict.examples >= 50)
    }

    @Test func `the sample gives a digest worth reading, twice the same`() async throws {
        let folder = try TestWorkspace.copyOfShipped()
        let run = Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
        let report = try await run.execute()
        #expect(report.feeds.filter { $0.message != nil }.map(\.feed) == ["kaszubskie-smaki"])
        #expect(report.newEntries >= 150)

        let digest = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-22.json"))
        let zefirnet = try #require(digest.brands.first { $0.id == "zefirnet" })
        #expect(zefirnet.counts.mentions >= 40)
        #expect(zefirnet.tone.negative.mentions > zefirnet.tone.positive.mentions)
        #expect(digest.alerts.contains { $0.brand == "zefirnet" })
        #expect(!digest.needsAnswer.items.isEmpty)

        let trends = try ContractJSON.decode(
            Trends.self, from: folder.read("out/trends/2026-11-22.json"))
        #expect(trends.events.contains { $0.brand == "zefirnet" && $0.day == "2026-11-21" })
        let release = try #require(trends.brands.first { $0.id == "zefirnet" })
        #expect(release.counts.stories < release.counts.mentions)

        let first = try folder.outputs()
        let again = try await run.execute()
        #expect(again.newEntries == 0)
        #expect(try folder.outputs() == first)
    }
}
