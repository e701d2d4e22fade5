import Model
import Parsing
import Testing

/// What mail programs and lists put beside the words of a message, in entries that have lines.
struct MailTextTests {
    private func text(of body: String) throws -> String? {
        let document = """
            <rss version="2.0"><channel><title>L</title><item><guid>1</guid>
            <description>&lt;pre&gt;\(body)&lt;/pre&gt;</description></item></channel></rss>
            """
        return try DocumentParser().parse(Array(document.utf8)).entries.first?.text
    }

    @Test(arguments: [
        (
            "Zgoda.\n-----Oryginalna wiadomość-----\nOd: Jan\nTemat: Awaria\nNie działa.",
            "Zgoda.\n> -----Oryginalna wiadomość-----\n> Od: Jan\n> Temat: Awaria\n> Nie działa."
        ),
        (
            "Zgoda.\nFrom: Jan\nSent: Monday\nNie działa.",
            "Zgoda.\n> From: Jan\n> Sent: Monday\n> Nie działa."
        ),
        (
            "----- Original Message -----\nFrom: Jan\n&amp;gt; Nie działa.\nU mnie tak.",
            "> ----- Original Message -----\n> From: Jan\n> Nie działa.\nU mnie tak."
        ),
        (
            "On Sat, Nov 28, 2026 at 9:15 AM Pomoc Zefirnetu\n&amp;lt;z@z.example&amp;gt; wrote:\n&amp;gt; Nie działa.\nNo.",
            "> On Sat, Nov 28, 2026 at 9:15 AM Pomoc Zefirnetu\n> <z@z.example> wrote:\n> Nie działa.\nNo."
        ),
        (
            "sestd., 2026. g. 28. nov., plkst. 09:15 Ola rakstīja:\n&amp;gt; Nestrādā.\nMan arī.",
            "> sestd., 2026. g. 28. nov., plkst. 09:15 Ola rakstīja:\n> Nestrādā.\nMan arī."
        ),
        (
            "Zgoda.\nOd: Jan\nData: sobota\nDo: Ola\nTemat: Awaria\nNie działa.",
            "Zgoda.\n> Od: Jan\n> Data: sobota\n> Do: Ola\n> Temat: Awaria\n> Nie działa."
        ),
        (
            "Labi.\n*No:* Jan\n*Nosūtīts:* sestdien\n*Tēma:* Avārija\nNestrādā.",
            "Labi.\n> *No:* Jan\n> *Nosūtīts:* sestdien\n> *Tēma:* Avārija\n> Nestrādā."
        ),
        (
            "Zgoda.\nOd: Jan\nDo: Ola;\nWysłane: sobota\nTemat: Awaria\n&amp;gt; Nie działa.\nTak.",
            "Zgoda.\n> Od: Jan\n> Do: Ola;\n> Wysłane: sobota\n> Temat: Awaria\n> Nie działa.\nTak."
        ),
        (
            "Zgoda.\n*Od:* Jan\n*Wysłano:* sobota\n*Temat:* Awaria\n&amp;gt; Nie działa.\nTak.",
            "Zgoda.\n> *Od:* Jan\n> *Wysłano:* sobota\n> *Temat:* Awaria\n> Nie działa.\nTak."
        ),
        (
            "Labi.\n-------- Sākotnējā vēstule --------\nNo: Jan\nTēma: Avārija\nNestrādā.",
            "Labi.\n> -------- Sākotnējā vēstule --------\n> No: Jan\n> Tēma: Avārija\n> Nestrādā."
        ),
    ])
    func `what is answered is quoted`(body: String, expected: String) throws {
        #expect(try text(of: body) == expected)
    }

    private func text(ofHTML html: String) throws -> String? {
        let document = """
            <rss version="2.0"><channel><title>L</title><item><guid>1</guid>
            <description><![CDATA[\(html)]]></description></item></channel></rss>
            """
        return try DocumentParser().parse(Array(document.utf8)).entries.first?.text
    }

    @Test(arguments: [
        (
            "---------- Forwarded message ---------\nFrom: Ola\nDate: Monday\nTo: Jan\nNie działa.",
            "> ---------- Forwarded message ---------\n> From: Ola\n> Date: Monday\n> To: Jan\nNie działa."
        ),
        (
            "-------- Treść przekazanej wiadomości --------\nTemat: Awaria\nOd: Ola\nNie działa.",
            "> -------- Treść przekazanej wiadomości --------\n> Temat: Awaria\n> Od: Ola\nNie działa."
        ),
        (
            "-------- Pārsūtīts ziņojums --------\nTēma: Avārija\nNo: Ola\nNestrādā.",
            "> -------- Pārsūtīts ziņojums --------\n> Tēma: Avārija\n> No: Ola\nNestrādā."
        ),
        (
            "Begin forwarded message:\n&amp;gt; From: Ola\n&amp;gt; Subject: Awaria\n&amp;gt; Nie działa.",
            "> Begin forwarded message:\n> From: Ola\n> Subject: Awaria\nNie działa."
        ),
        (
            "From: Ola\nSent: Monday\nSubject: Awaria\nNie działa.",
            "> From: Ola\n> Sent: Monday\n> Subject: Awaria\nNie działa."
        ),
        (
            "---------- Forwarded message ---------\nFrom: Ola\nZgoda.\n-----Original Message-----\nNie.",
            "> ---------- Forwarded message ---------\n> From: Ola\nZgoda.\n> -----Original Message-----\n> Nie."
        ),
        // Below words of one's own it is a quotation.
        (
            "Zobacz.\n---------- Forwarded message ---------\nFrom: Ola\nNie działa.",
            "Zobacz.\n> ---------- Forwarded message ---------\n> From: Ola\n> Nie działa."
        ),
    ])
    func `what is passed on without a word is what the mail says`(body: String, expected: String)
        throws
    {
        #expect(try text(of: body) == expected)
    }

    @Test(arguments: [
        (
            "<div><div class='gmail_quote'><div class=gmail_attr>---------- Forwarded message ---------<br>"
                + "From: <b>Ola</b><br>Subject: Awaria<br></div><br>Nie działa.</div></div>",
            "> ---------- Forwarded message ---------\n> From: Ola\n> Subject: Awaria\nNie działa."
        ),
        (
            "<div>Zobacz.</div><div class='gmail_quote'>---------- Forwarded message ---------<br>"
                + "From: <b>Ola</b><br><br>Nie działa.<blockquote>a</blockquote>b</div>",
            "Zobacz.\n> ---------- Forwarded message ---------\n> From: Ola\n> Nie działa.\n> a\n> b"
        ),
        (
            "<blockquote type=cite><div>Begin forwarded message:</div><div><b>From: </b>Ola</div>"
                + "<div>Nie działa.</div></blockquote>",
            "> Begin forwarded message:\n> From: Ola\nNie działa."
        ),
    ])
    func `what is passed on in HTML is told by its head`(html: String, expected: String) throws {
        #expect(try text(ofHTML: html) == expected)
    }

    @Test(arguments: [
        (
            "<div class='gmail_quote'><div>On Sat, Nov 28, 2026 at 9:15 AM Ola wrote:<br></div>"
                + "<blockquote class='gmail_quote'>Nie działa.</blockquote><div>U mnie tak.</div></div>",
            "> On Sat, Nov 28, 2026 at 9:15 AM Ola wrote:\n> Nie działa.\nU mnie tak."
        ),
        (
            "<div class='gmail_quote'><div><div>On Sat, Nov 28, 2026 at 9:15 AM Ola wrote:<br></div>"
                + "<blockquote class='gmail_quote'>Nie działa.<blockquote>a</blockquote>b</blockquote>"
                + "<div>U mnie tak.</div></div></div>",
            "> On Sat, Nov 28, 2026 at 9:15 AM Ola wrote:\n> Nie działa.\n> a\n> b\nU mnie tak."
        ),
        (
            "<p>a</p><p>______________________</p><p>K mailing list</p>"
                + "<p>https://l.example/listinfo/k</p><p>b</p>", "a\nb"
        ),
        (
            "<p>a</p><p>_______________</p><p>K mailing list -- k@l.example</p><p>b</p>"
                + "<p>_______________</p><p>K mailing list -- k@l.example</p><p>_______________</p><p>c</p>",
            "a\nb\nc"
        ),
        (
            "<p>Dostałam taki mail:</p><div>-----Oryginalna wiadomość-----<br>Od: Jan<br><br>Płać.</div>"
                + "<p>Co wy na to?</p>",
            "Dostałam taki mail:\n> -----Oryginalna wiadomość-----\n> Od: Jan\n> Płać.\nCo wy na to?"
        ),
        // Outlook's box holds nothing but the head of what is answered.
        (
            "<div><p>Odpisuję:</p><div><p>From: Jan<br>Sent: Monday</p></div><p>Płać.</p></div>",
            "Odpisuję:\n> From: Jan\n> Sent: Monday\n> Płać."
        ),
    ])
    func `what stands below a mail is read on`(html: String, expected: String) throws {
        #expect(try text(ofHTML: html) == expected)
    }

    @Test(arguments: [
        "_______________________________________________\nKawka mailing list\nhttps://l.example/listinfo/k",
        "_______________________________________________\nK mailing list -- k@l.example",
        "--\nTo unsubscribe from this group, send an email to k@l.example",
        "---------------------\nTo unsubscribe, e-mail: k-leave@l.example\nFor more commands, …",
        "-=-=-=-=-=-=-=-=-=-=-=-\nGroups.io Links: You receive all messages",
    ])
    func `what a list adds is not part of the text`(footer: String) throws {
        #expect(try text(of: "Zgoda.\n\(footer)") == "Zgoda.")
    }

    @Test(arguments: [
        "Zgoda.\n_______________________________________________\nOla", "Zgoda.\n--\nOla\nGdynia",
        "From: Gdynia\nTo: Riga", "Zgoda.\n-----\nOriginal message",
        "Zgoda.\n--\nHow to unsubscribe from the mailing list of Zefirnet?",
        "Zgoda.\n-------------------------\nZefirnet has a mailing list that nobody can leave.",
        "Koncert.\nOd: Fundacja\nData: sobota\nMiejsce: Gdynia", "No: 5\nNosūtīts vakar",
        "Nobody likes our mailing list\nTo unsubscribe is hard",
    ])
    func `words that only look like it stay`(body: String) throws {
        #expect(try text(of: body) == body)
    }
}
