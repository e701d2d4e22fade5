import Model
import Parsing
import TestSupport
import Testing

/// Comments as WordPress, Reddit and PeerTube have them in their feeds, whose titles say who wrote them.
struct CommentTitleTests {
    private func comment(
        titled title: String, by name: String, id: String = "https://blog.example/?p=5#comment-93",
        link: String = "https://blog.example/awaria/"
    ) throws -> Entry {
        let document = """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>B</title>
            <item><title>\(title)</title><guid isPermaLink="false">\(id)</guid>
            <link>\(link)</link><dc:creator>\(name)</dc:creator>
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

    @Test func `a comment on PeerTube goes under the title of its video, without its author`()
        throws
    {
        let entry = try comment(
            titled: "Zefirnet: nowy router - Ola K.", by: "Ola K.",
            id: "https://tube.example/w/abc;threadId=7")
        #expect(entry.title == "Zefirnet: nowy router")
        #expect(entry.inReplyTo == "https://tube.example/w/abc")
    }

    @Test func `a comment on Reddit goes under the title of its post, without its author`() throws {
        let document = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Comments</title><entry>
            <author><name>/u/ola</name><uri>https://www.reddit.com/user/ola</uri></author>
            <content type="html">&lt;p&gt;It hums.&lt;/p&gt;</content><id>t1_m9z</id>
            <link href="https://www.reddit.com/r/kettles/comments/1a2b/kettle_on/m9z/"/>
            <updated>2026-11-21T10:00:00+00:00</updated><title>/u/ola on Kettle on fire</title>
            </entry></feed>
            """
        let entry = try #require(DocumentParser().parse(Array(document.utf8)).entries.first)
        #expect(entry.title == "Kettle on fire")
        #expect(entry.inReplyTo == "t3_1a2b")
    }

    @Test(
        arguments: [
            ("Ola Żak: Awaria w mieście", "#c345", "Awaria w mieście"),
            ("Awaria w mieście - Ola Żak", "#c345", "Awaria w mieście"),
            ("Ola Żak -&gt; Awaria", "#comment-5", "Awaria"),
            ("Comment by Ola Żak on Awaria", "#comment-5", "Awaria"),
            ("Answer by Ola Żak for Why is it down?", "#2", "Why is it down?"),
            ("Ola Żak", "#c345", nil),
            ("Ola Żak &gt; jan, Awaria, dzień 2", "#remark42__comment-6f1", "Awaria, dzień 2"),
            ("Ola Żak, Awaria, dzień 2", "#remark42__comment-6f1", "Awaria, dzień 2"),
            ("Ola Żak &gt; jan", "#remark42__comment-6f1", nil),
        ] as [(String, String, String?)])
    func `so does one that only its link tells from what it comments`(
        title: String, place: String, subject: String?
    ) throws {
        let page = "https://blog.example/awaria"
        let entry = try comment(titled: title, by: "Ola Żak", id: "12", link: page + place)
        #expect(entry.title == subject)
        #expect(entry.inReplyTo == page)
        #expect(entry.authors.map(\.name) == ["Ola Żak"])
    }

    @Test func `a thread goes under its title without who is named behind it as its author`() throws
    {
        let link = "https://forum.example/pomoc/3-awaria#5"
        let entry = try comment(
            titled: "Awaria - przez: Jan Nowak", by: "Jan Nowak", id: link, link: link)
        #expect(entry.title == "Awaria")
        #expect(entry.inReplyTo == nil)
    }

    @Test(
        arguments: [
            ("Awaria - dzień 2 - by: ola", "Awaria - dzień 2", "ola"),
            ("Awaria - Zefirnet: brak prądu", "Awaria - Zefirnet: brak prądu", nil),
            ("Awaria - by:", "Awaria - by:", nil),
        ] as [(String, String, String?)])
    func `who is named behind a title is the author where nobody else is`(
        title: String, subject: String, name: String?
    ) throws {
        let link = "https://forum.example/pomoc/3-awaria#5"
        let entry = try comment(titled: title, by: "", id: link, link: link)
        #expect(entry.title == subject)
        #expect(entry.authors.first?.name == name)
    }

    @Test func `whose work a title tells of is no author of what is said of it`() throws {
        let entry = try comment(titled: "Wiersz tygodnia - autor: Jan", by: "", id: "12")
        #expect(entry.title == "Wiersz tygodnia - autor: Jan")
        #expect(entry.authors.isEmpty)
    }

    @Test(arguments: [
        ("Zefirnet: awaria", "Zefirnet", "https://zefirnet.example/awaria"),
        ("Zefirnet: awaria", "Zefirnet", "https://zefirnet.example/#news"),
        ("Zefirnet: awaria", "Zefirnet", "https://zefirnet.example/#12"),
        ("Zefirnet: router 3.2", "Zefirnet", "https://zefirnet.example/changes#v3.2"),
        ("Zefirnet: awaria", "Zefirnet", "https://zefirnet.example/#!/news/12"),
        ("Awaria - Gazeta Morska", "Gazeta Morska", "https://gazeta.example/5#s=rss1"),
        ("Zefirnet otwiera sklep", "Zefirnet", "https://zefirnet.example/#12"),
        ("Podcast - gość: Jan Nowak", "Jan Nowak", "https://blog.example/podcast"),
        ("Dlaczego Ola milczy", "Ola", "https://blog.example/#c3"),
    ])
    func `who is named in a title that is no comment's stays there`(
        title: String, name: String, link: String
    ) throws {
        let entry = try comment(titled: title, by: name, id: "12", link: link)
        #expect(entry.title == title)
        #expect(entry.inReplyTo == nil)
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

    @Test func `a name is looked for in no more of a title than is kept`() {
        var isWhole = true
        let isEven = ProcessorTime.growsEvenly(from: 10_000) { count in
            let letters = String(repeating: "a", count: count)
            let entry = try? comment(titled: letters + letters, by: "b" + letters)
            isWhole = isWhole && entry?.title?.count == min(2 * count, 1_000)
        }
        #expect(isEven)
        #expect(isWhole)
    }
}
