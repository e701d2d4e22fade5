import Parsing
import Testing

/// What mail programs put below the words of each mail.
struct MailSignatureTests {
    private func words(_ body: String) -> String? {
        MailDocument(Array("Subject: a\n\n\(body)".utf8)[...])?.html
    }

    @Test(arguments: [
        "-- \nOla Żak\nSpecjalistka, Zefirnet", "Wysłane z iPhone'a", "Sent from my Galaxy",
        "Wysłano z telefonu Zefir Mobile", "Nosūtīts no mana iPhone", "Get Outlook for Android",
        "Gesendet von meinem Smartphone\n-- \nOla", "Wysłane z mojego telefonu",
        "Wysłane z aplikacji Poczta dla systemu Windows", "Von meinem iPhone gesendet",
        "Sūtīts no manas mobilās ierīces", "Sent from Yahoo Mail on Android",
    ])
    func `the writer's card and what a mail was sent from are none of its words`(signature: String)
    {
        #expect(words("Nadal stoi.\n\n\(signature)\n") == "Nadal stoi.")
        #expect(
            words("Nadal stoi.\n\n\(signature)\n\nJan wrote:\n> Stoi?")?.hasPrefix("Nadal stoi.\n")
                == true)
    }

    @Test func `what is answered stays below a signature`() {
        #expect(words("Nadal stoi.\n\n-- \nOla\n\n> Stoi?") == "Nadal stoi.\n\n> Stoi?")
        #expect(
            words("Nadal stoi.\n\nWysłane z iPhone'a\n\n> Stoi?") == "Nadal stoi.\n\n\n> Stoi?")
    }

    @Test(arguments: [
        "Dzień dobry,\nnadal stoi.", "PS. Kiedy ruszy?", "P.S. Nadal stoi.", "Sveiki!\nVēl stāv.",
        "Kiedy to wreszcie ruszy?", "Hi Ola,\n\nit is stuck.",
    ])
    func `what its writer types below the card is words all the same`(words: String) {
        let body = "Paczka stoi.\n\n-- \nOla Żak\nZefirnet\n\n\(words)"
        #expect(self.words(body) == "Paczka stoi.\n\n\(words)")
        #expect(self.words("\(body)\n\n-- \nOla Żak") == "Paczka stoi.\n\n\(words)")
    }

    @Test(arguments: [
        "Otwarte codziennie od 8 do 22.", "Czy musisz drukować tę wiadomość?", "Hi-Fi Studio Ola",
        "Psy i koty, Opole", "Masz pytania? Zadzwoń.", "Wiadomość jest poufna.",
        "Do you really need to print this?", "ul. Polna 1\nDzień dobry",
    ])
    func `what else stands in a card is none of its words`(line: String) {
        #expect(words("Paczka stoi.\n\n-- \nOla Żak\n\n\(line)") == "Paczka stoi.")
    }

    @Test func `what a mail was sent from is nobody's words where nothing else is there`() {
        #expect(words("\n\nSent from my Galaxy\n") == nil)
        #expect(words("Sent from my Galaxy\n\n> Stoi?") == "> Stoi?")
    }

    @Test func `what a mail in HTML was sent from is none of its words either`() {
        let html = "<p>Nadal stoi.</p><p>Wysłane z iPhone’a</p>"
        #expect(
            MailDocument(Array("Content-Type: text/html\n\n\(html)".utf8)[...])?.html
                == "Nadal stoi.")
    }

    /// As iPhones send a picture.
    @Test(arguments: ["Sent from my iPhone", "-- \nOla Żak, Zefirnet"])
    func `a signature behind a picture is none of the words either`(signature: String) {
        let mail = """
            Content-Type: multipart/mixed; boundary=x

            --x

            Nadal stoi.
            --x
            Content-Type: image/jpeg
            Content-Disposition: inline

            AAAA
            --x


            \(signature)
            --x--
            """
        #expect(MailDocument(Array(mail.utf8)[...])?.html == "Nadal stoi.")
    }

    @Test(arguments: [
        "Paczki nie ma.\n\nWysłano z poczty w Opolu 3 dni temu",
        "Nadal stoi.\n\nWysłane z serwisu Samsung bez naprawy",
        "Nadal stoi.\n\nSent from the Samsung service unrepaired",
        "Nadal stoi.\n\nPobierz Outlook i sami zobaczcie",
        "Nadal stoi.\n\nWysłane z opóźnieniem", "Nadal stoi.\n\nWysłano z telefonu, który stoi",
        "Nadal\nSent from my iPhone", "Nadal stoi.\n\nSent from my iPhone\n\nPaczka stoi.",
        "-- \nOla", "Nadal stoi.\n--\nOla", "a\n-- \n" + String(repeating: "b\n", count: 20) + "c",
    ])
    func `words stay`(body: String) {
        #expect(words(body) == body)
    }
}
