import Parsing
import Testing

/// Lines of a mail: those that are quoted, that hold addresses, and that were broken to be sent.
struct MailLinesTests {
    private static func mail(_ text: String) -> MailDocument? {
        MailDocument(Array(text.utf8)[...])
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
}
