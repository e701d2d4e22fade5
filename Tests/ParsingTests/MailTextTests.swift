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
            "sestd., 2026. g. 28. nov., plkst. 09:15 Ola rakstīja:\n&amp;gt; Nestrādā.\nMan arī.",
            "> sestd., 2026. g. 28. nov., plkst. 09:15 Ola rakstīja:\n> Nestrādā.\nMan arī."
        ),
    ])
    func `what is answered is quoted`(body: String, expected: String) throws {
        #expect(try text(of: body) == expected)
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
        "No: 5\nNosūtīts vakar", "Nobody likes our mailing list\nTo unsubscribe is hard",
    ])
    func `words that only look like it stay`(body: String) throws {
        #expect(try text(of: body) == body)
    }
}
