import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct ShippedSampleTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)

    @Test func `the shipped rules are right and keep their own examples`() throws {
        let verdict = try RulesVerdict(workspace: TestWorkspace.shipped)
        #expect(verdict.mistakes == [])
        #expect(verdict.warnings == [])
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

    /// The blocks of the README, indented by a list, in their order.
    private func readmeBlocks() throws -> [String] {
        let readme = try String(
            contentsOfFile: TestWorkspace.shipped.path + "/README.md", encoding: .utf8)
        return readme.components(separatedBy: "   ```yaml\n").dropFirst().map { block in
            block.components(separatedBy: "\n   ```")[0].split(separator: "\n")
                .map { $0.hasPrefix("   ") ? $0.dropFirst(3) : $0 }.joined(separator: "\n")
        }
    }

    @Test func `the README's five minutes work as they are written`() throws {
        let blocks = try readmeBlocks()
        try #require(blocks.count == 2)
        let folder = try TestWorkspace.copyOfShipped()
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/feeds")
        try folder.write(blocks[0], to: "feeds/mine.yaml")
        try folder.write(blocks[1], to: "rules/brands.yaml")
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(verdict.mistakes == [])
        #expect(verdict.feeds == 1)

        let tagger = Tagger(rules: try folder.workspace.loadRules().rules)
        let tags = tagger.tags(
            for: EntryText(text: "Kolejka do kasy w Pszczółce po horyzont"))
        #expect(tags.mentions.map(\.mention.form) == ["Pszczółce"])
    }

    /// The blocks of a guide that are indented by four, without that, in their order.
    private func guideBlocks(_ name: String) throws -> [String] {
        let guide = try String(
            contentsOfFile: TestWorkspace.shipped.path
                + "/Sources/Pipeline/Pipeline.docc/\(name).md", encoding: .utf8)
        return guide.components(separatedBy: "\n")
            .split { !$0.isEmpty && !$0.hasPrefix("    ") }
            .map { block in
                block.map { String($0.dropFirst(4)) }.joined(separator: "\n")
                    .trimmingCharacters(in: .newlines)
            }
    }

    @Test func `the guides' notices and tickets work in the sample as they are written`() throws {
        let sending = try guideBlocks("SendingDigests")
        let notices = sending.filter { $0.hasPrefix("    - {id: ") }
        let tickets = try guideBlocks("HandingOverTickets").filter { $0.hasPrefix("tickets:\n") }
        try #require(notices.count == 2 && tickets.count == 2)
        let folder = try TestWorkspace.copyOfShipped()
        let routing = try String(decoding: folder.read("rules/routing.yaml"), as: UTF8.self)
        let added = [
            try #require(sending.first { $0.hasPrefix("sending:") }),
            notices.joined(separator: "\n"),
            tickets[0],
            // The templates stand in the same 'tickets:'.
            String(tickets[1].dropFirst("tickets:\n".count)),
        ]
        try folder.write(
            ([routing] + added).joined(separator: "\n"), to: "rules/routing.yaml")
        let verdict = try RulesVerdict(workspace: folder.workspace)
        #expect(verdict.mistakes == [])
        #expect(verdict.warnings == [])
    }
}
