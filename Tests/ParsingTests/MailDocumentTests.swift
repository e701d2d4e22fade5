import Parsing
import Testing

/// What the head of a mail says.
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
