import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct RepeatContactTests {
    private func contacts(of posts: [Post]) async throws -> [Entry.ID: RepeatContact] {
        let folder = try TestWorkspace([
            "feeds/forum.yaml": "sources: [{id: forum, name: Forum, path: forum.xml}]",
            "forum.xml": postRSS(posts),
        ])
        _ = try await folder.crawl()
        let digest = try ContractJSON.decode(
            Digest.self, from: folder.read("out/digests/2026-11-22.json"))
        let found = digest.mentions.items.compactMap { mention in
            mention.repeatContact.map { (mention.entry, $0) }
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    @Test func `the same author with the same problem again is a repeat contact`() async throws {
        let contacts = try await contacts(of: [
            Post(id: "1", author: "Ola", text: "Zefirnet nie działa", day: -20),
            Post(id: "2", author: "ola", text: "Zefirnet znowu nie działa", day: -3),
            Post(id: "3", author: "Ola", text: "W Zefirnecie nadal nie działa", day: 0.2),
            Post(id: "4", author: "Ktoś", text: "U mnie Zefirnet nie działa", day: 0.1),
            Post(id: "5", author: "Ola", text: "Zefirnet jest świetny", day: 0.3),
        ])
        #expect(
            contacts == [
                "3": RepeatContact(
                    number: 3, previous: 2,
                    since: Date(timeIntervalSince1970: 1_795_262_400 - 20 * 86_400))
            ])
    }

    @Test func `after a month, or about something else, it is a new one`() async throws {
        let contacts = try await contacts(of: [
            Post(id: "1", author: "Ola", text: "Zefirnet nie działa", day: -31),
            Post(id: "2", author: "Ola", text: "Zefirnet jest świetny", day: -2),
            Post(id: "3", author: "Ola", text: "Zefirnet nie działa dziś", day: 0.2),
        ])
        #expect(contacts.isEmpty)
    }
}
