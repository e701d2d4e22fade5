import Foundation
import Parsing
import Testing

struct MailDocumentTests {
    private static func mail(_ text: String) -> MailDocument? {
        MailDocument(Array(text.utf8)[...])
    }

    @Test func `a mail says who wrote it, when, under which id and what about`() throws {
        let mail = try #require(
            Self.mail(
                """
                Received: from a.example
                Message-ID: <1@poczta.example>
                From: "Żak, Ola" <ola@poczta.example>, jan@poczta.example
                Subject: Zefirnet
                 nie działa
                Date: Sat, 21 Nov 2026 18:00:00 +0100 (CET)

                Od rana.
                Nikt nie odbiera.
                """))
        #expect(mail.id == "1@poczta.example")
        #expect(mail.author == "Żak, Ola")
        #expect(mail.subject == "Zefirnet nie działa")
        #expect(mail.date == "Sat, 21 Nov 2026 18:00:00 +0100")
        #expect(mail.html == "Od rana.\nNikt nie odbiera.")
    }

    @Test(arguments: [
        ("=?utf-8?Q?Zi=C4=99ba_=C5=9Bpiewa?=", "Zięba śpiewa"),
        ("Re: =?UTF-8?B?WmnEmWJh?= i ja", "Re: Zięba i ja"),
        ("=?iso-8859-2?q?Zi=EAba?= =?iso-8859-2?q?_=B6piewa?=", "Zięba śpiewa"),
        ("=?windows-1257?Q?Kav=E7jums?=", "Kavējums"),
        // A character cut in two.
        ("=?utf-8?Q?Zi=C4?=  =?utf-8?Q?=99ba?=", "Zięba"),
        ("=?utf-8*pl?Q?Kawa?=", "Kawa"), ("=?utf-8?X?Kawa?= =?", "=?utf-8?X?Kawa?= =?"),
        ("a =?= b", "a =?= b"), ("=?x-none?Q?Kawa?=", "Kawa"),
    ])
    func `encoded words of the head are read`(field: String, subject: String) {
        #expect(Self.mail("Subject: \(field)\n\nx")?.subject == subject)
    }

    @Test func `a subject is no mark-up`() {
        #expect(
            Self.mail("Subject: =?utf-8?Q?<Zefirnet>?= &amp; ja\n\nx")?.subject
                == "&lt;Zefirnet> &amp;amp; ja")
    }

    @Test(arguments: [
        ("ola@poczta.example", "ola@poczta.example"),
        ("<ola@poczta.example>", "ola@poczta.example"),
        ("Ola Żak <ola@poczta.example>", "Ola Żak"),
        ("=?utf-8?Q?Ola_=C5=BBak?= <ola@poczta.example>", "Ola Żak"),
        ("Ola Żak <ola@localhost>", "Ola Żak"), ("root@localhost", "root@localhost"),
        ("ola@poczta.example (Ola Żak)", "Ola Żak"), ("ola at poczta.example (Ola Żak)", "Ola Żak"),
        ("ola at poczta.example (=?utf-8?Q?Ola_=C5=BBak?=)", "Ola Żak"),
    ])
    func `an author is called by name, or by address`(field: String, author: String) {
        #expect(Self.mail("From: \(field)\n\nx")?.author == author)
    }

    @Test(arguments: [
        ("List-Id: <kawka.l.example>", "'Ola Żak' via Kawka <kawka@l.example>", "Ola Żak"),
        ("List-Post: <mailto:k@l.example>", "\"Ola via Kawka\" <kawka@l.example>", "Ola"),
        ("X-A: b", "Ola via Zefirnet <ola@poczta.example>", "Ola via Zefirnet"),
    ])
    func `a list that sends a mail did not write it`(field: String, from: String, author: String) {
        #expect(Self.mail("\(field)\nFrom: \(from)\n\nx")?.author == author)
    }

    @Test(arguments: [
        ("quoted-printable", "utf-8", "Zi=C4=99ba =\r\nśpiewa=20\r\n=3D=", "Zięba śpiewa \n="),
        ("base64", "utf-8", "WmnEmWJh\r\nIQ==", "Zięba!"), ("8bit", "utf-8", "Zięba", "Zięba"),
        ("Quoted-Printable", "ISO-8859-2", "Zi=EAba", "Zięba"),
        ("quoted-printable", "us-ascii", "a=C4=99=ZZ", "aę=ZZ"),
        ("base64", "utf-16le", "WgBpABkB", "Zię"),
    ])
    func `bytes are what they were before they were sent`(
        encoding: String, charset: String, body: String, text: String
    ) {
        let head =
            "Content-Type: text/plain; charset=\"\(charset)\"\r\n"
            + "Content-Transfer-Encoding: \(encoding)\r\n\r\n"
        #expect(Self.mail(head + body)?.html == text)
    }

    @Test func `a head without end is read in a moment, as far as a field may go`() throws {
        let marks = String(repeating: "=?", count: 1 << 20)
        let mail = try #require(
            Self.mail("Subject: a\n \(marks)\nFrom: \(marks)\n\(marks)\n\nKawka"))
        #expect(mail.subject?.utf8.count == 10_000)
        #expect(mail.html == "Kawka")
        let folded = try #require(
            Self.mail("Subject: a\n" + String(repeating: " b\n", count: 1 << 20) + "\nKawka"))
        #expect(folded.subject?.utf8.count == 9_999)
        let words = String(repeating: "=?utf-8?Q?a?= ", count: 500)
        #expect(
            Self.mail("Subject: \(words)\n\nx")?.subject == String(repeating: "a", count: 500))
    }

    @Test func `a head of bytes is written as the words below it`() {
        let head = "Content-Type: text/plain; charset=iso-8859-2\nFrom: Ola "
        let bytes =
            Array(head.utf8) + [0xAF] + Array("ak <a@b.example>\nSubject: Zi".utf8)
            + [0xEA] + Array("ba\n\nKawka".utf8)
        let mail = MailDocument(bytes[...])
        #expect(mail?.author == "Ola Żak")
        #expect(mail?.subject == "Zięba")
        #expect(mail?.html == "Kawka")
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
    }

    @Test func `what is answered is a quotation, as whichever program sets it`() {
        let below = """
            Dziękuję, działa.

            From: Zefirnet <pomoc@zefirnet.example>
            Sent: sobota
            To: Ola

            Prosimy o restart.
            """
        #expect(
            Self.mail("Subject: a\n\n" + below)?.html?.hasPrefix(
                "Dziękuję, działa.\n\n> From: Zefirnet &lt;pomoc") == true)
        #expect(
            Self.mail("Subject: a\n\n" + below)?.html?.hasSuffix("\n> Prosimy o restart.") == true)
        let html =
            "<p>Działa &amp; gra</p><p>tak</p><blockquote>Prosimy &lt;o&gt; restart.</blockquote>"
        #expect(
            Self.mail("Content-Type: text/html\n\n" + html)?.html
                == "Działa &amp; gra<br>tak<br>> Prosimy &lt;o> restart.")
    }

    /// As Gmail, Apple's programs, Horde and mail.ru word it.
    @Test(arguments: [
        "pt., 20 lis 2026 o 10:00 Ola <o@a.example> napisał(a):",
        "piektd., 2026. g. 20. nov., plkst. 10:00 — lietotājs Ola (<o@a.example>)\nrakstīja:",
        "Wiadomość napisana przez Ola <o@a.example> w dniu 20 lis 2026, o godz. 10:00:",
        "Citējot Ola <o@a.example>:",
        "Piektdiena, 20. novembris 2026, 10:00 +02:00 no Ola <o@a.example>:",
    ])
    func `who is answered is quoted, also above a blank line`(introduction: String) {
        let quoted = introduction.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")
        #expect(
            Self.mail("Subject: a\n\nTak.\n\n\(introduction)\n\n> Stoi?")?.html
                == "Tak.\n\n\(quoted.replacing("<", with: "&lt;"))\n\n> Stoi?")
    }

    @Test(arguments: [
        (
            "Zefirnet[1] nie działa [2].\n\nLinks:\n------\n[1] https://z.example/\n[2] https://b.example/c\n",
            "Zefirnet nie działa."
        ),
        ("Zefirnet [1], [2]\n[1]: http://z.example\n--\nOla", "Zefirnet, [2]\n--\nOla"),
        (
            "[1] Zefirnet stoi.\n[2] http://z.example i tak",
            "[1] Zefirnet stoi.\n[2] http://z.example i tak"
        ),
        (
            "Sklepy [2]:\n[1] www.z.example\n[2] www.b.example",
            "Sklepy:\n[1] www.z.example"
        ),
        ("Zefirnet [1]", "Zefirnet [1]"), ("a [b [1] c\n[1] www.z.example", "a [b c"),
    ])
    func `addresses that stand below the words are none of them`(body: String, text: String) {
        #expect(Self.mail("Subject: a\n\n" + body)?.html == text)
    }

    @Test func `addresses below the words of a mail in HTML are none of them either`() {
        let html = "<p>Zefirnet [1] leży.</p><p>Links:<br>[1] https://z.example/</p>"
        #expect(Self.mail("Content-Type: text/html\n\n" + html)?.html == "Zefirnet leży.")
    }

    @Test func `a line of brackets is read in a moment`() {
        let brackets = String(repeating: "[", count: 1 << 18)
        #expect(Self.mail("Subject: a\n\n\(brackets)[1]\n[1] www.z.example")?.html == brackets)
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

    @Test(arguments: ["", "\n", "Zefirnet nie działa\n\nx", "a b: c\n"])
    func `what has no head is no mail`(text: String) {
        #expect(Self.mail(text) == nil)
    }

    @Test(arguments: [
        ("X-Mozilla-Status: 0009", true), ("X-Mozilla-Status: 0001", false),
        ("X-Mozilla-Status: 1008", true), ("X-Status: AD", true), ("X-Status: A", false),
        ("X-Status: T", true),
        ("X-Mozilla-Status: none", false),
    ])
    func `what a mail program has as a draft or thrown away is told`(
        field: String, isThrownAway: Bool
    ) {
        #expect(Self.mail(field + "\n\nx")?.isThrownAway == isThrownAway)
    }

    @Test(arguments: [
        ("format=flowed", "Zefirnet nie \ndziała.\nTak.", "Zefirnet nie działa.<br>Tak."),
        ("format=Flowed; DelSp=Yes", "Zefir \nnet  \nstoi", "Zefirnet stoi"),
        (
            "format=flowed", "Stoi \ndziś\n> a \n> b\n>> c \n> d\n-- \nOla",
            "Stoi dziś<br>> a b<br>>> c <br>> d"
        ),
        ("format=flowed", "a \n From b", "a From b"), ("format=flowed", "a\nb", "a\nb"),
        ("format=fixed", "a \nb", "a \nb"),
    ])
    func `lines that were broken to be sent are whole again`(
        format: String, body: String, text: String
    ) {
        #expect(Self.mail("Content-Type: text/plain; \(format)\n\n\(body)")?.html == text)
    }

    @Test(arguments: [
        ("Auto-Submitted: auto-replied (vacation)\nSubject: Urlop", true),
        ("Auto-Submitted: auto-generated\nSubject: Automatyczna odpowiedź: Awaria", true),
        ("Auto-Submitted: auto-generated\nSubject: =?utf-8?Q?Autom=C4=81tiska?= atbilde: a", true),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=x", true),
        ("X-Failed-Recipients: ola@poczta.example", true),
        // Of a form; of a person.
        ("Auto-Submitted: auto-generated\nSubject: Formularz: Awaria", false),
        ("Auto-Submitted: no\nSubject: Automatic reply: why do I get these?", false),
        ("Subject: Automatic reply: why do I get these?", false),
    ])
    func `what no person wrote is told`(fields: String, isAutomatic: Bool) {
        #expect(Self.mail("\(fields)\n\nx")?.isAutomatic == isAutomatic)
    }

    @Test func `a mail of its own is told from rows by its head`() {
        let head = "Date: Sat, 21 Nov 2026 18:00:00 +0100\r\nFrom: a@b.example\r\n"
        #expect(MailDocument.isMail((head + "Message-ID: <1@b.example>\r\n\r\nx").utf8))
        #expect(!MailDocument.isMail((head + "\r\nMessage-ID: <1@b.example>\r\n").utf8))
        #expect(!MailDocument.isMail("date,from,message-id\n1,2,3\n".utf8))
        #expect(!MailDocument.isMail("".utf8))
    }
}
