import Parsing
import Testing

/// In which charset a mail is, whatever it says.
struct MailCharsetTests {
    private static func mail(_ text: String) -> MailDocument? {
        MailDocument(Array(text.utf8)[...])
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

    private static let polish = "Zażółć gęślą jaźń: łącze nie działa."
    private static let latvian =
        "Nestrādā internets, jau trešo dienu ļoti slikti, lūdzu palīdziet."

    /// As programs state it that send what somebody wrote in another.
    @Test(arguments: ["", "us-ascii", "iso-8859-1", "utf-8", "x-unknown"])
    func `what is in another charset than is said is read by its letters`(charset: String) {
        let head =
            (charset.isEmpty ? "" : "Content-Type: text/plain; charset=\(charset)\n")
            + "Content-Transfer-Encoding: quoted-printable\n\n"
        for (body, text) in [
            ("Za=BF=F3=B3=E6 g=EA=9Cl=B9 ja=9F=F1: =B3=B9cze nie dzia=B3a.", Self.polish),
            ("Za=BF=F3=B3=E6 g=EA=B6l=B1 ja=BC=F1: =B3=B1cze nie dzia=B3a.", Self.polish),
            (
                "Nestr=E2d=E2 internets, jau tre=F0o dienu =EFoti slikti, l=FBdzu pal=EEdziet.",
                Self.latvian
            ),
        ] {
            #expect(Self.mail(head + body)?.html == text)
        }
    }

    @Test(arguments: ["US-ASCII", "ascii", "ANSI_X3.4-1968"])
    func `what is not the ASCII that it says is read by few letters, too`(charset: String) {
        let head =
            "Content-Type: text/plain; charset=\(charset)\n"
            + "Content-Transfer-Encoding: quoted-printable\n\n"
        #expect(Self.mail(head + "Dzi=EAkuj=EA, dzia=B3a.")?.html == "Dziękuję, działa.")
        #expect(Self.mail(head + "Nestr=E2d=E2.")?.html == "Nestrādā.")
    }

    @Test func `a page in a mail says itself which charset it is in`() {
        let mail =
            "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
            + "<html><head><meta charset=3D\"iso-8859-2\"></head><body>Zi=EAba</body></html>"
        #expect(Self.mail(mail)?.html == "Zięba")
    }

    @Test func `a subject in bytes is read by its letters`() {
        let bytes = Array("Subject: ".utf8) + [0xA3, 0xB9] + Array("cze pad".utf8) + [0xB3]
        #expect(MailDocument((bytes + Array("o\n\nx".utf8))[...])?.subject == "Łącze padło")
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
}
