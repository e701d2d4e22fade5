import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Feeds that show one entry at a time, each under the id of the one before.
@Suite(.timeLimit(.minutes(5)))
struct SharedIDTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace(listeningTo: [
            "id: notices, name: Notices, url: '\(site.url("/feed"))'"
        ])
    }

    private static func post(_ number: Int) -> Post {
        Post(
            id: "g", title: "Awaria \(number)", text: "Zefirnet w dzielnicy \(number)",
            link: "https://forum.example/t/\(number)", day: Double(number))
    }

    /// Has the feed show these posts, and says how many entries are new and how many have changed.
    private func poll(_ day: Double, _ posts: Post...) async throws -> [Int?] {
        site.at("/feed", document: postRSS(posts))
        let line = try #require(try await folder.crawl(at: .crawlDay(day)).feeds.first)
        return [line.newEntries, line.changedEntries]
    }

    @Test func `what comes alone under the id of an earlier entry is no edition of it`()
        async throws
    {
        var posts = (1...3).map(Self.post)
        #expect(try await poll(2, posts[0]) == [1, 0])
        #expect(try await poll(4, posts[1]) == [1, 0])
        // From then on it is known by its link.
        posts[1].text += ", znowu"
        #expect(try await poll(6, posts[1]) == [0, 1])
        #expect(try await poll(8, posts[2]) == [1, 0])
        #expect(try folder.texts() == posts.map(\.text))
    }

    @Test(arguments: [true, false])
    func `what keeps its title, or its page, is an edition`(keepsTitle: Bool) async throws {
        var next = Self.post(2)
        if keepsTitle { next.title = Self.post(1).title } else { next.link = Self.post(1).link }
        #expect(try await poll(2, Self.post(1)) == [1, 0])
        #expect(try await poll(4, next) == [0, 1])
    }

    @Test func `among others that have ids of their own, an entry is known by its id`() async throws
    {
        var other = Self.post(3)
        other.id = "h"
        #expect(try await poll(2, Self.post(1), other) == [2, 0])
        #expect(try await poll(4, Self.post(2), other) == [0, 1])
    }

    @Test func `a reply under the address of its thread is no edition of the post before it`()
        async throws
    {
        let posts = [1, 5].map { number in
            var post = Self.post(number)
            (post.id, post.title) = ("https://forum.example/d/12-awaria", "Awaria")
            post.link = "https://forum.example/d/12-awaria/\(number)"
            return post
        }
        #expect(try await poll(4, posts[0], Self.post(3)) == [2, 0])
        #expect(try await poll(6, posts[1], Self.post(3)) == [1, 0])
        #expect(try folder.texts().contains(posts[0].text))
    }

    /// The fifth post of a thread, whose address its feed gives for an id.
    ///
    /// - Parameter tracking: with some, the link does not end in the post's number, and the post is stored
    ///   as earlier versions stored it.
    private static func reply(in thread: Int, tracking: String = "") -> Post {
        var post = Self.post(thread)
        post.id = "https://forum.example/d/\(thread)-awaria"
        post.link = "\(post.id)/5\(tracking)"
        return post
    }

    private static func formerReply(in thread: Int) -> Post {
        reply(in: thread, tracking: "?utm_source=rss")
    }

    @Test func `a post that an earlier version knew by its thread's address does not come twice`()
        async throws
    {
        #expect(try await poll(4, Self.formerReply(in: 1), Self.formerReply(in: 2)) == [2, 0])
        // Most of the feed is known by its links.
        let later = [7, 8, 9].map { Self.reply(in: $0) }
        #expect(try await poll(10, later[0], later[1], later[2]) == [3, 0])
        #expect(try await poll(11, later[0], later[1], later[2], Self.reply(in: 1)) == [0, 0])
        var edited = Self.reply(in: 1)
        edited.text += ", znowu"
        #expect(try await poll(12, later[0], later[1], later[2], edited) == [0, 1])
    }

    @Test func `a post that was erased under its thread's address does not come again`()
        async throws
    {
        #expect(try await poll(4, Self.formerReply(in: 1), Self.formerReply(in: 2)) == [2, 0])
        _ = try Forgetting(
            .url("https://forum.example/d/1-awaria/5"), in: folder.workspace, now: .crawlDay(5)
        ).execute()
        let later = [7, 8, 9].map { Self.reply(in: $0) }
        #expect(try await poll(10, later[0], later[1], later[2]) == [3, 0])
        #expect(try await poll(11, later[0], later[1], later[2], Self.reply(in: 1)) == [0, 0])
        #expect(try !folder.texts().contains(Self.post(1).text))
    }

    @Test func `paragraphs that were stored as one line are no edit`() async throws {
        var post = Self.post(1)
        post.text = "Zefirnet padł. Zefirnet działa."
        #expect(try await poll(2, post) == [1, 0])
        post.text = "Zefirnet padł.\n\nZefirnet działa."
        #expect(try await poll(4, post) == [0, 0])
        post.text += "\n\nZnowu."
        #expect(try await poll(6, post) == [0, 1])
    }

    @Test func `what comes after an entry that has expired under the same id is heard`()
        async throws
    {
        try folder.write("privacy: {retention: {mentions: 10d}}\n", to: "feeds/privacy.yaml")
        #expect(try await poll(2, Self.post(1)) == [1, 0])
        #expect(try await poll(14, Self.post(13)) == [1, 0])
        #expect(try folder.texts() == [Self.post(13).text])
        var next = Self.post(15)
        #expect(try await poll(16, next) == [1, 0])
        next.text += ", znowu"
        #expect(try await poll(18, next) == [0, 1])
        #expect(try folder.texts() == [Self.post(13).text, next.text])
        // The one that has expired does not come again, be it dated anew.
        var again = Self.post(1)
        #expect(try await poll(20, again) == [0, 0])
        again.day = 21
        #expect(try await poll(22, again) == [0, 0])
    }

    @Test func `what was erased under its own id does not come again`() async throws {
        _ = try await poll(2, Self.post(1))
        _ = try await poll(4, Self.post(2))
        _ = try Forgetting(
            .url("https://forum.example/t/2"), in: folder.workspace, now: .crawlDay(5)
        ).execute()
        var again = Self.post(2)
        again.text += ", znowu"
        #expect(try await poll(6, again) == [0, 0])
        #expect(try folder.texts() == [Self.post(1).text])
    }
}
