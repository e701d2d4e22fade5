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

    @Test func `an archive that came without its receipts is told of`() async throws {
        let site = try CrawlSite()
        site.at("/feed", document: postRSS([Post(id: "1", author: "Ola", text: "Zefirnet")]))
        let folder = try TestWorkspace()
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'"])
        _ = try await folder.crawl()
        _ = try Forgetting(.text("Zefirnet"), in: folder.workspace, now: .crawlDay(0.1)).execute()
        func notes() throws -> [String] {
            try Doctor(workspace: folder.workspace).examine(isFull: false, now: .crawlDay(0))
                .notes.filter { $0.contains("the archive has been through 1 erasure:") }
        }
        #expect(try notes() == [])
        let erasures = folder.workspace.path + "/erasures"
        try FileManager.default.removeItem(atPath: erasures)
        #expect(try notes().map { $0.hasPrefix("\(erasures): is not there") } == [true])
        // Of receipts that somebody has removed there is nothing to tell.
        try FileManager.default.createDirectory(
            atPath: erasures, withIntermediateDirectories: false)
        #expect(try notes() == [])
    }
}
