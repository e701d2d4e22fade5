import Model
import Parsing
import Testing

/// Comments as WordPress has them in its feeds, whose titles say who wrote them.
struct CommentTitleTests {
    private func comment(
        titled title: String, by name: String, id: String = "https://blog.example/?p=5#comment-93"
    ) throws -> Entry {
        let document = """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>B</title>
            <item><title>\(title)</title><guid isPermaLink="false">\(id)</guid>
            <link>https://blog.example/awaria/#comment-93</link><dc:creator>\(name)</dc:creator>
            <description>U mnie działa.</description></item></channel></rss>
            """
        return try #require(DocumentParser().parse(Array(document.utf8)).entries.first)
    }

    @Test(
        arguments: [
            ("Comment on Awaria by Jan Nowak", "Awaria"),
            ("Comment on Stand by me by Jan Nowak", "Stand by me"),
            ("Skomentuj Awaria Zefirnetu, którego autorem jest Jan Nowak", "Awaria Zefirnetu"),
            ("Komentarz do wpisu Awaria, którego autorem jest Jan Nowak", "Awaria"),
            ("Komentarz do Awaria, którego autorem jest Jan Nowak", "Awaria"),
            ("Komentāri iekš Avārija no Jan Nowak", "Avārija"),
            ("Jan Nowak kommentaar  Rike kohta", "Rike"),
            ("Kommentar zu Störung von Jan Nowak", "Störung"),
            ("Комментарий к записи Авария (Jan Nowak)", "Авария"),
            ("Koment bij Storing door Jan Nowak", "Koment bij Storing door …"),
            ("By: Jan Nowak", nil), ("Autor: Jan Nowak", nil), ("No: Jan Nowak", nil),
        ] as [(String, String?)])
    func `a comment goes under the title of what it comments, without its author`(
        title: String, subject: String?
    ) throws {
        let entry = try comment(titled: title, by: "Jan Nowak")
        #expect(entry.title == subject)
        #expect(entry.inReplyTo == "https://blog.example/?p=5")
        #expect(entry.authors.map(\.name) == ["Jan Nowak"])
    }

    @Test(arguments: [
        ("Moje zdanie", "Jan", "https://blog.example/?p=5#comment-93"),
        ("Comment on Awaria by Jan", "Jan", "https://blog.example/?p=5"),
        ("Comment on Awaria by Jan", "Jan", "https://blog.example/?p=5#comment-"),
        ("Comment on Awaria by Jan", "Jan", "https://blog.example/?p=5#comment-form"),
        ("Comment on Awaria by Jan", "Ola", "https://blog.example/?p=5#comment-93"),
    ])
    func `a title of an entry's own stays`(title: String, name: String, id: String) throws {
        let entry = try comment(titled: title, by: name, id: id)
        #expect(entry.title == title)
        #expect(entry.inReplyTo == nil)
    }
}
