import Model
import Parsing
import Testing

/// Links at the end of an entry that lead to itself.
struct SelfLinkTests {
    private func entry(saying html: String) throws -> Entry {
        let document = """
            <rss version="2.0"><channel><title>F</title><item><title>T</title>
            <link>https://forum.example/t/1</link><description><![CDATA[\(html)]]></description>
            </item></channel></rss>
            """
        return try #require(DocumentParser().parse(Array(document.utf8)).entries.first)
    }

    @Test(arguments: [
        ("<p>Dym.</p><p><a href='https://forum.example/t/1'>Weiterlesen</a></p>", "Dym."),
        (
            "<p>Dym.</p><p><a href='https://forum.example/t/1?utm_source=rss'><b>Lasīt tēmu</b></a></p>\n",
            "Dym."
        ),
        (
            "<p>Dym.</p><p><a href='https://forum.example/t/2'>Weiterlesen</a></p>",
            "Dym.\nWeiterlesen"
        ),
        ("<p>Zob. <a href='https://forum.example/t/1'>temat</a></p>", "Zob. temat"),
        ("<p>Dym.</p><p><a href='https://forum.example/t/1#more-7'>Weiterlesen</a></p>", "Dym."),
        (
            "<p>Dym u</p><p><a href='https://forum.example/t/1#ceny'>Zefirnet</a></p>",
            "Dym u\nZefirnet"
        ),
        ("<p><a href='https://forum.example/t/1'>Temat</a></p>", "Temat"),
        (
            "<p>A</p><p><a href='https://forum.example/t/1'>u nas jest dym i nie tylko</a></p>",
            "A\nu nas jest dym i nie tylko"
        ),
    ])
    func `a last line that only links to the entry is not its text`(html: String, text: String)
        throws
    {
        #expect(try entry(saying: html).text == text)
    }
}
