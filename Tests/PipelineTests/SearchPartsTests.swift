import Foundation
import Model
import Pipeline
import Testing

/// Parts of the archive that a search is narrowed to by what feeds/ and rules/ say.
struct SearchPartsTests {
    private let folder: TestWorkspace

    init() async throws {
        folder = try TestWorkspace([
            "feeds/all.yaml": """
            sources:
              - {id: north, name: North, path: north.xml, region: Pomorze}
              - {id: south, name: South, path: south.xml, region: Śląsk}
              - {id: far, name: Far, path: far.xml}
            """,
            "north.xml": rss([("n", "Zefirnet nie działa", "Sat, 21 Nov 2026 12:00:00 +0100")]),
            "south.xml": rss([("s", "Baltfon nie działa", "Sat, 21 Nov 2026 13:00:00 +0100")]),
            "far.xml": rss([("f", "Zefirnet i Baltfon", "Sat, 21 Nov 2026 14:00:00 +0100")]),
            "rules/brands.yaml": """
            brands:
              - {id: zefirnet, name: Zefirnet, kind: own}
              - {id: baltfon, name: Baltfon, kind: competitor}
            """,
        ])
        _ = try await Run(
            workspace: folder.workspace, options: Run.Options(now: TestWorkspace.sampleEnd)
        ).execute()
    }

    private func found(kind: Brand.Kind? = nil, region: String? = nil) throws -> [String] {
        var search = EntrySearch()
        try folder.workspace.narrow(&search, to: kind, region: region)
        return try Archive(workspace: folder.workspace).search(search).map(\.feed.value)
    }

    @Test func `brands of a kind, and sources of a region, are told from the others`() throws {
        #expect(try found() == ["far", "south", "north"])
        #expect(try found(kind: .own) == ["far", "north"])
        #expect(try found(kind: .competitor) == ["far", "south"])
        #expect(try found(kind: .topic) == [])
        #expect(try found(region: "Śląsk") == ["south"])
        #expect(try found(kind: .own, region: "Śląsk") == [])
    }

    @Test func `a region or a team that there is none of is told with those there are`() throws {
        let region = #expect(throws: RunError.self) { try found(region: "Slask") }
        #expect(region?.description == "there is no region 'Slask'; there are Pomorze, Śląsk")
        #expect(region?.exitCode == 65)
        let team = #expect(throws: RunError.self) {
            try folder.workspace.checkNames(in: EntrySearch(team: "nobody"), heard: [])
        }
        #expect(team?.description == "there is no team 'nobody'; there are support, marketing")
        #expect(throws: Never.self) {
            try folder.workspace.checkNames(in: EntrySearch(team: "support"), heard: [])
        }
    }
}
