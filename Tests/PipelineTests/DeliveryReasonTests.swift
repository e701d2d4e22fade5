import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What servers said of deliveries stands in the reports of runs, and may quote what was erased.
struct DeliveryReasonTests {
    private let folder: TestWorkspace
    private let run = "out/runs/2026-11-21T060000Z.json"
    private let report = """
        {"now": "2026-11-21T06:00:00Z", "feeds": [{"feed": "forum", "message": "unchanged"}],
         "tickets": {"planned": 1,
            "dead": [{"id": 1, "destination": "desk", "entry": 1, "key": "earshot-1",
                      "reason": "422: invalid text 'Zefirnet wqzcanary'"}],
            "destinations": [{"destination": "desk", "created": 0, "dead": 1,
                              "stopped": "503: wqzcanary", "unread": "404: wqzcanary",
                              "waiting_for": "500: wqzcanary"}]},
         "notices": {"dead": [{"id": 2, "key": "n", "reason": "400: wqzcanary"}]}}
        """

    init() throws {
        folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]",
            "forum.xml": postRSS([Post(id: "1", author: "Ola", text: "Zefirnet jest świetny")]),
        ])
    }

    private func forget(_ text: String) throws -> Erasure {
        try Forgetting(.text(text), in: folder.workspace, now: .crawlDay(0.1)).execute()
    }

    @Test func `what servers said of deliveries goes with what was erased`() async throws {
        _ = try await folder.crawl()
        try folder.write(report, to: run)
        let erasure = try forget("świetny")
        #expect(erasure.filesRewritten.contains("runs/2026-11-21T060000Z.json"))
        let bytes = try folder.read(run)
        #expect(ByteSearch(for: "wqzcanary").finds(in: bytes) == [])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("why is forgotten, as it may quote what was erased"))
        // What does not come from such a server stays.
        #expect(text.contains("earshot-1") && text.contains("unchanged"))
    }

    @Test func `a late ticket no longer says what it is about, and stays late`() async throws {
        _ = try await folder.crawl()
        let digest = "out/digests/2026-11-20.json"
        try folder.write(
            """
            {"headlines": ["One mention."], "tickets": {"open": 1, "overdue": [
                {"key": "earshot-1", "team": "support", "post": {"feed": "forum", "entry": "1",
                 "date": "2026-11-21T12:00:00Z", "title": "Zefirnet wqzcanary"}},
                {"key": "earshot-2", "team": "support", "post": {"feed": "forum", "entry": "2",
                 "date": "2026-11-21T12:00:00Z", "title": "Zefirnet milczy"}}]}}
            """, to: digest)
        #expect(try forget("świetny").filesRewritten.contains("digests/2026-11-20.json"))
        let text = String(decoding: try folder.read(digest), as: UTF8.self)
        #expect(!text.contains("wqzcanary"))
        #expect(text.contains("earshot-1") && text.contains("Zefirnet milczy"))
        #expect(text.contains("1 mention was erased from this report on request"))
    }

    @Test func `what servers said of deliveries stays where nothing was erased`() async throws {
        _ = try await folder.crawl()
        try folder.write(report, to: run)
        #expect(try forget("nowhere").filesRewritten == [])
        #expect(try folder.read(run) == Data(report.utf8))
    }
}
