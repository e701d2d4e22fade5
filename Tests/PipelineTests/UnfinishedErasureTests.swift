import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct UnfinishedErasureTests {
    @Test func `an erasure is told of until it is finished`() async throws {
        let site = try CrawlSite()
        site.at(
            "/feed",
            document: postRSS([Post(id: "1", author: "Ola", text: "Zefirnet nie działa")]))
        let folder = try TestWorkspace()
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'"])
        _ = try await folder.crawl()
        do {
            let forgetting = try Forgetting(
                .text("nie działa"), in: folder.workspace, now: .crawlDay(0.1))
            #expect(throws: RunError.self) {
                try forgetting.execute { done throws(RunError) in
                    if done == .erased { throw RunError.badInput("ended") }
                }
            }
        }
        func notes() throws -> [String] {
            try Doctor(workspace: folder.workspace).examine(isFull: false, now: .crawlDay(0))
                .notes.filter { $0.contains("1 erasure is not finished") }
        }
        #expect(try notes().count == 1)
        _ = try await folder.crawl(at: .crawlDay(1))
        #expect(try notes() == [])
    }
}
