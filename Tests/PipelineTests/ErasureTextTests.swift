import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct ErasureTextTests {
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace([
            "feeds/forum.yaml":
                "sources: [{id: forum, name: Forum, path: forum.xml, authors: name}]",
            "forum.xml": postRSS([Post(id: "1", author: "Ola", text: "Zefirnet nie działa")]),
        ])
    }

    private func plan(_ request: Forgetting.Request) throws -> String {
        let plan = try Forgetting(
            request, in: folder.workspace, now: .crawlDay(0.1), isDryRun: true
        ).plan
        return ErasureText(plan, isPlan: true).text
    }

    @Test(
        arguments: [
            (.author("Olla", sources: []), "nobody was heard by this name; it has to be the one"),
            (.url("https://forum.example/t/7"), "nothing that was heard points to this page"),
            (.before(.crawlDay(-100)), "nothing that is kept was said before then"),
        ] as [(Forgetting.Request, String)])
    func `where nothing is found it says what was looked for, and what is kept away`(
        request: Forgetting.Request, words: String
    ) async throws {
        _ = try await folder.crawl()
        let text = try plan(request)
        #expect(text.hasPrefix("0 entries to erase"))
        #expect(text.contains(words))
        #expect(text.contains("what is heard of it from now on would be kept away all the same"))
    }

    @Test func `of words that nobody said nothing is kept away`() async throws {
        _ = try await folder.crawl()
        let text = try plan(.text("nowhere"))
        #expect(text.contains("nothing that was heard says these words"))
        #expect(!text.contains("kept away"))
    }

    @Test func `where something is found it says how much`() async throws {
        _ = try await folder.crawl()
        let text = try plan(.author("Ola", sources: []))
        #expect(
            text == """
                1 entry to erase, with 1 place naming a brand
                  forum  1

                """)
    }
}
