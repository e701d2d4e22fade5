import Foundation
import Model
import Parsing
import Testing

struct LeadTests {
    private static let content =
        "<p>W tym tygodniu piszemy o handlu, o cenach i o tym, co nas czeka.</p>"
    private static let text = "W tym tygodniu piszemy o handlu, o cenach i o tym, co nas czeka."

    private static func entry(summary: String, content: String = content, guid: String = "1") throws
        -> Entry
    {
        let feed = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>T</title><item>\(guid.isEmpty ? "" : "<guid>\(guid)</guid>")<title>Nowy numer</title>
            <description><![CDATA[\(summary)]]></description>
            <content:encoded><![CDATA[\(content)]]></content:encoded></item></channel></rss>
            """
        return try #require(try DocumentParser().parse(Array(feed.utf8)).entries.first)
    }

    @Test(arguments: [
        ("Dlaczego Zefirka podnosi ceny", content, "Dlaczego Zefirka podnosi ceny"),
        (
            "Зефирка с понедельника поднимает цены […]", content,
            "Зефирка с понедельника поднимает цены […]"
        ),
        (
            "<p>Zefirka wycofuje jogurt ze sklepów.</p><p>Wszystkich &ndash; od dziś</p>",
            "<figure><figcaption>fot. A</figcaption></figure>",
            "Zefirka wycofuje jogurt ze sklepów.\nWszystkich – od dziś"
        ),
        (
            """
            Zefirka wycofuje jogurt ze sklepów. <p>The post <a href='a'>Nowy numer</a> appeared first on \
            <a href='b'>Blog</a>.</p>
            """, content, "Zefirka wycofuje jogurt ze sklepów."
        ),
        // It ends as the content does.
        (
            "Zefirka podnosi ceny jogurtów i twarogów, więc piszemy o tym, co nas czeka.", content,
            "Zefirka podnosi ceny jogurtów i twarogów, więc piszemy o tym, co nas czeka."
        ),
    ])
    func `a lead that the content does not say stands before it`(
        summary: String, content: String, lead: String
    ) throws {
        let entry = try Self.entry(summary: summary, content: content)
        let rest = PlainText.text(ofHTML: content)
        #expect(entry.text == "\(lead)\n\(rest)")
        #expect(entry.textOfContent.map(String.init) == rest)
    }

    @Test(arguments: [
        // Its beginning, as WordPress cuts it, in other references, or with a picture before it.
        "W tym tygodniu piszemy o handlu, o cenach […]", "W tym tygodniu piszemy [&hellip;]",
        """
        <p>W tym tygodniu piszemy o handlu, o cenach i o tym, co nas czeka […]</p>
        <p>The post <a href='a'>Nowy numer</a> appeared first on <a href='b'>Blog</a>.</p>
        """,
        "<img src='a'><b>W&nbsp;tym</b> tygodniu piszemy &#111; handlu…", "W tym tygodniu",
        // Other parts of it.
        "Piszemy o handlu, o cenach i o tym, co nas czeka.", "o handlu, o cenach i o tym",
        // The title, or less than a sentence.
        "Nowy numer", "Nowy &ldquo;numer&rdquo;!", "<a href='a'>Czytaj dalej to</a>",
        "<img src='a.example/1'>",
    ])
    func `a summary that says nothing new is no part of the text`(summary: String) throws {
        let entry = try Self.entry(summary: summary)
        #expect(entry.text == Self.text)
        #expect(entry.leadLines == 0)
    }

    @Test func `an entry has the id that it has without its lead`() throws {
        let plain = try Self.entry(summary: "Nowy numer", guid: "")
        let led = try Self.entry(summary: "Dlaczego Zefirka podnosi ceny", guid: "")
        #expect(plain.id == led.id)
    }

    @Test(arguments: [true, false])
    func `of two descriptions the brief one stands before the other`(isFirst: Bool) throws {
        let brief = "Zefirnet podnosi ceny, ostrzega urząd."
        let texts =
            isFirst ? [brief, Self.text + " " + Self.text] : [Self.text + " " + Self.text, brief]
        let feed = """
            <rss version="2.0"><channel><title>T</title><item><title>Nowy numer</title>
            \(texts.map { "<description>\($0)</description>" }.joined())</item></channel></rss>
            """
        let entry = try #require(try DocumentParser().parse(Array(feed.utf8)).entries.first)
        #expect(entry.text == brief + "\n" + Self.text + " " + Self.text)
        #expect(entry.leadLines == 1)
    }

    @Test(arguments: [true, false])
    func `of two summaries of Atom the brief one stands before the other`(
        isFirst: Bool
    ) throws {
        let brief = "Zefirnet podnosi ceny, ostrzega urząd."
        let long = Self.text + " " + Self.text
        let texts = (isFirst ? [brief, long] : [long, brief]).map { "<summary>\($0)</summary>" }
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
            <entry><id>1</id><title>Nowy numer</title>\(texts.joined())</entry></feed>
            """
        let entry = try #require(try DocumentParser().parse(Array(feed.utf8)).entries.first)
        #expect(entry.text == brief + "\n" + long)
        #expect(entry.leadLines == 1)
        #expect(entry.summary == brief)
        #expect(entry.content == long)
    }
}
