import Parsing
import Testing

/// Which parts of a mail are its words.
struct MailPartsTests {
    private static func mail(_ text: String) -> MailDocument? {
        MailDocument(Array(text.utf8)[...])
    }

    @Test(arguments: [
        "nonsense", "", "multipart/mixed", "multipart/mixed; boundary=zzz", "text; charset=utf-8",
    ])
    func `what is of no kind that can be is plain text`(kind: String) {
        #expect(Self.mail("Content-Type: \(kind)\n\nKawka & ja")?.html == "Kawka &amp; ja")
    }

    private static func parts(_ kind: String, _ parts: String..., closing: String = "--x--\n")
        -> String
    {
        "Content-Type: multipart/\(kind);\n boundary=\"x\"\n\nFor old programs.\n"
            + parts.map { "--x\n\($0)\n" }.joined() + closing
    }

    private static let plain = "Content-Type: text/plain\n\nKawa & <herbata>"
    private static let html = "Content-Type: text/html\n\n<p>Kawa</p>"
    private static let file =
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nCennik"

    private static let digest =
        "Content-Type: multipart/digest; boundary=y\n\n--y\n\nSubject: a\n\nb\n--y--"

    @Test func `of what is said in two ways the plain one is read, and nothing attached`() {
        let said = "Kawa &amp; &lt;herbata>"
        #expect(Self.mail(Self.parts("alternative", Self.plain, Self.html))?.html == said)
        #expect(Self.mail(Self.parts("alternative", Self.html, Self.plain))?.html == said)
        #expect(
            Self.mail(Self.parts("alternative", Self.html, "\n "))?.html == "Kawa")
        #expect(Self.mail(Self.parts("mixed", Self.file, Self.html))?.html == "Kawa")
        #expect(Self.mail(Self.parts("mixed", Self.file))?.html == nil)
        #expect(
            Self.mail(Self.parts("mixed", "Content-Type: message/rfc822\n\nSubject: a\n\nb"))?.html
                == nil)
        #expect(Self.mail(Self.parts("mixed", Self.plain, Self.digest))?.html == said)
    }

    @Test func `parts within parts are read, and what was cut up to there`() {
        let inner = Self.parts("alternative", Self.plain).replacing("x\"", with: "xy\"")
            .replacing("--x", with: "--xy")
        #expect(Self.mail(Self.parts("mixed", inner))?.html == "Kawa &amp; &lt;herbata>")
        #expect(
            Self.mail(Self.parts("mixed", Self.plain, closing: ""))?.html
                == "Kawa &amp; &lt;herbata>")
    }

    @Test func `words behind a picture are read too, and nothing that has a name`() {
        let picture = "Content-Type: image/png\nContent-Disposition: inline\n\nAAAA"
        let more = "Content-Type: text/plain\n\nDruga część."
        let log = "Content-Type: text/plain; name=log.txt\n\nBłąd 7"
        #expect(
            Self.mail(Self.parts("mixed", Self.plain, picture, more, log))?.html
                == "Kawa &amp; &lt;herbata>\n\nDruga część.")
        // What a server adds is of another kind.
        #expect(Self.mail(Self.parts("mixed", Self.html, more))?.html == "Kawa")
        #expect(
            Self.mail(Self.parts("mixed", Self.html, picture, Self.html))?.html
                == "Kawa<br><br>Kawa")
        #expect(Self.mail(Self.parts("related", Self.html, Self.html))?.html == "Kawa")
        let footer =
            "Content-Type: text/plain\n\n_______________\nTo unsubscribe send an email to a"
        #expect(Self.mail(Self.parts("mixed", more, footer))?.html == "Druga część.")
    }

    @Test func `parts without end are given up`() {
        let deep = (0..<500).map { number in
            "Content-Type: multipart/mixed; boundary=b\(number)e\n\n--b\(number)e\n"
        }
        .joined()
        #expect(Self.mail(deep + Self.plain)?.html == nil)
        let many = Self.parts(
            "mixed", String(repeating: Self.file + "\n--x\n", count: 500), Self.plain)
        #expect(Self.mail(many)?.html == nil)
    }
}
