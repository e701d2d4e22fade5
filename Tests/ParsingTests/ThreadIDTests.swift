import Model
import Parsing
import Testing

/// Posts whose feed gives them the address of their thread for an id.
struct ThreadIDTests {
    private func entry(id: String, link: String) throws -> Entry {
        let document = """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title>
            <item><title>Awaria</title><guid isPermaLink="false">\(id)</guid><link>\(link)</link>
            <description>Nie działa.</description></item></channel></rss>
            """
        return try #require(DocumentParser().parse(Array(document.utf8)).entries.first)
    }

    @Test(arguments: [
        ("https://f.example/d/12-awaria", "https://f.example/d/12-awaria/5", true),
        ("https://f.example/d/12-12-awaria", "https://f.example/d/12-awaria/5", true),
        ("https://f.example/d/12-awaria", "https://f.example/d/12-awaria/1", false),
    ])
    func `a post whose feed has its thread's address for an id is known by its own`(
        id: String, link: String, isReply: Bool
    ) throws {
        let entry = try entry(id: id, link: link)
        #expect(entry.id.value == link)
        #expect(entry.inReplyTo == (isReply ? id : nil))
    }

    @Test(arguments: [
        ("https://f.example/news", "https://f.example/news/5"),
        ("https://f.example/d/12-awaria", "https://other.example/d/12-awaria/5"),
        ("https://f.example/d/12-awaria", "https://f.example/d/12-awaria/latest"),
        ("https://f.example/d/13-ceny", "https://f.example/d/12-awaria/5"),
        ("https://f.example/2026-11-29", "https://f.example/2026-11-29/2"),
        ("https://f.example/porady/12-rad", "https://f.example/porady/12-rad/2"),
    ])
    func `another id stays`(id: String, link: String) throws {
        #expect(try entry(id: id, link: link).id.value == id)
    }
}
