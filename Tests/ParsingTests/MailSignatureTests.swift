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
        "Gesendet von meinem Smartphone\n-- \nOla",
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
        "Nadal stoi.\n\nWysłane z opóźnieniem", "Nadal stoi.\n\nWysłano z telefonu, który stoi",
        "Nadal\nSent from my iPhone", "Nadal stoi.\n\nSent from my iPhone\n\nPaczka stoi.",
        "-- \nOla", "Nadal stoi.\n--\nOla", "a\n-- \n" + String(repeating: "b\n", count: 20) + "c",
    ])
    func `words stay`(body: String) {
        #expect(words(body) == body)
    }
}
