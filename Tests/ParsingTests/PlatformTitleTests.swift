import Model
import Parsing
import Testing

/// Titles of posts as forums and networks write them.
struct PlatformTitleTests {
    private func entry(
        titled title: String, text: String = "Nie działa.", by name: String = "Ola",
        id: String = "1", link: String = "https://forum.example/t/1"
    ) throws -> Entry {
        let document = """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title>
            <item><title>\(title)</title><guid isPermaLink="false">\(id)</guid><link>\(link)</link>
            <dc:creator>\(name)</dc:creator><description>\(text)</description></item></channel></rss>
            """
        return try #require(DocumentParser().parse(Array(document.utf8)).entries.first)
    }

    @Test(arguments: [
        ("Reply to Awaria on Woli on Sun, 29 Nov 2026 08:04:11 GMT", "1", "Re: Awaria on Woli"),
        ("Reply To: Awaria", "https://bb.example/topic/awaria/#post-210", "Re: Awaria"),
        ("Odpowiedź do: Awaria", "https://bb.example/topic/awaria/#post-210", "Re: Awaria"),
        ("Answer by Ola for Awaria for all", "1", "Re: Awaria for all"),
        ("Comment by Ola on Awaria", "1", "Re: Awaria"),
        ("New comment by Ola in &quot;Awaria&quot;", "1", "Re: Awaria"),
    ])
    func `a reply goes under the title of what it answers`(
        title: String, id: String, expected: String
    ) throws {
        #expect(try entry(titled: title, id: id).title == expected)
    }

    @Test func `who posts is no title`() throws {
        #expect(try entry(titled: "New note by Zefirnet", by: "Zefirnet").title == nil)
    }

    @Test(arguments: [
        "RT by @zefirnet: Polecam salon na Woli", "Pinned: Polecam salon na Woli",
    ])
    func `who passed a post on or pinned it is no part of its title`(title: String) throws {
        let entry = try entry(titled: title, text: "Polecam salon&lt;br&gt;na Woli")
        #expect(entry.title == "Polecam salon na Woli")
    }

    @Test(arguments: [
        "Reply to all on Monday", "Reply to Zefirnet on 2026-11-29",
        "Reply To: Zefirnet", "New note by Zefirnet, a review",
        "RT by @zefirnet: coś innego", "Pinned: regulamin", "R to @zefirnet: Nie działa.",
        "Answer by Ola for Awaria",
        "Reply to on Sun, 29 Nov 2026 08:04:11 GMT",
    ])
    func `a title that only looks like these stays`(title: String) throws {
        #expect(try entry(titled: title, by: "Zefirnet").title == title)
    }
}
