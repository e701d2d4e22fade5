import Foundation
import Model
import Parsing
import Testing

struct LeadTests {
    private static func text(summary: String, content: String, title: String = "Nowy numer") throws
        -> String?
    {
        let feed = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>T</title><item><guid>1</guid><title>\(title)</title>
            <description><![CDATA[\(summary)]]></description>
            <content:encoded><![CDATA[\(content)]]></content:encoded></item></channel></rss>
            """
        return try DocumentParser().parse(Array(feed.utf8)).entries.first?.text
    }

    @Test(arguments: [
        ("Dlaczego Zefirka podnosi ceny", "<p>W tym tygodniu o handlu.</p>"),
        (
            "<p>Zefirka wycofuje jogurt ze sklepów</p>",
            "<figure><figcaption>fot. A</figcaption></figure>"
        ),
    ])
    func `a lead that the content does not say stands before it`(summary: String, content: String)
        throws
    {
        let lead = PlainText.text(ofHTML: summary)
        let rest = PlainText.text(ofHTML: content)
        #expect(try Self.text(summary: summary, content: content) == "\(lead)\n\(rest)")
    }

    @Test(arguments: [
        // Its beginning, as WordPress cuts it.
        "W tym tygodniu piszemy o handlu, o cenach […]",
        "<p>W tym tygodniu piszemy o handlu, o cenach i o tym, co nas czeka […]</p>\n<p>The post <a href='a'>Nowy numer</a> appeared first on <a href='b'>Blog</a>.</p>",
        // Without what a picture says before it.
        "Piszemy o handlu, o cenach i o tym, co nas czeka.",
        // The title, or less than a sentence.
        "Nowy numer", "<a href='a'>Czytaj dalej</a>", "<img src='a'>",
    ])
    func `a summary that says nothing new is no part of the text`(summary: String) throws {
        let content = "<p>W tym tygodniu piszemy o handlu, o cenach i o tym, co nas czeka.</p>"
        let text = "W tym tygodniu piszemy o handlu, o cenach i o tym, co nas czeka."
        #expect(try Self.text(summary: summary, content: content) == text)
    }
}
