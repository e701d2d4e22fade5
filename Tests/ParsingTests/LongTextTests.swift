import Model
import Parsing
import Testing

/// Long texts take another way through the parser than short ones.
struct LongTextTests {
    @Test(arguments: [
        ("Kawa &amp; herbata", "Kawa & herbata"),
        ("&#321;&#xF3;d&#378; &lt;3", "Łódź <3"),
        ("&oacute; i &Lstrok;", "ó i Ł"),
        ("R & D, AT&T &nosuchname;", "R & D, AT&T &nosuchname;"),
        ("a ]]> b", "a ]]> b"),
        ("w dwóch\r\nwierszach", "w dwóch wierszach"),
        ("za&#0;kaz&#11;", "zakaz"),
    ])
    func `a text says the same however long it is`(written: String, read: String) throws {
        for count in [1, 35] {
            let title = Array(repeating: written, count: count).joined(separator: " ")
            let entries = try DocumentParser().parse(
                Array(
                    """
                    <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>\
                    <title>\(title)</title></entry></feed>
                    """.utf8)
            ).entries
            #expect(
                entries.map(\.title) == [
                    Array(repeating: read, count: count).joined(separator: " ")
                ])
        }
    }

    @Test(arguments: [1, 80])
    func `a problem in a text is told of where it stands`(length: Int) throws {
        let start = "<rss><channel><item><title>" + String(repeating: "ż", count: length)
        let document = try DocumentParser().parse(
            Array("\(start)&oacute;</title></item></channel></rss>".utf8))
        #expect(
            document.problems == [
                ParseProblem(
                    line: 1, column: start.count + 1,
                    message: "undeclared entity '&oacute;'; read as 'ó'")
            ])
    }

    @Test(arguments: [
        "Thu, 05 Mar 2026 14:05:09 GMT", "Thu, 05 Mar 2026 14:05:09 +0100",
        "Mon, 31 Dec 1998 23:59:60 -0330", "Sun, 30 Feb 2026 00:00:00 GMT",
        "Sat, 07 Nov 2026 24:00:00 +0000", "Fri, 06 Nov 2026 10:00:00 +9900",
        "Xyz, 06 Nov 2026 10:00:00 +0000",
    ])
    func `a date in its usual form is the one it is with blanks more`(date: String) {
        #expect(FeedDate.date(date) == FeedDate.date(date.replacing(" ", with: "  ")))
    }

    @Test(arguments: [
        "2026-03-05T14:05:09Z", "2026-03-05T14:05:09+01:00", "2026-02-29T00:00:00Z",
        "2026-11-07T24:00:00-14:00", "2026-11-07T10:00:00+15:00", "1969-12-31T23:59:59Z",
    ])
    func `a date in its usual form is the one it is with a fraction`(date: String) {
        let zone = date.dropFirst(19)
        #expect(FeedDate.date(date) == FeedDate.date("\(date.prefix(19)).0\(zone)"))
    }
}
