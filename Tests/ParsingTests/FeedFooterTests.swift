import Parsing
import Testing

struct FeedFooterTests {
    @Test(arguments: [
        ("Nie działa.\nStatystyki: autor: wściekły_pelikan — 21.11.2026, 19:11", "Nie działa."),
        ("Down again.\nStatistics: Posted by anna — Sat Nov 21, 2026 7:11 pm", "Down again."),
        ("Dym.\nStatystyki:  autor: ola — 29 lis 2026, 9:04 — Odpowiedzi 12 — Odsłony 340", "Dym."),
        ("Dym.\nStatystyki:  autor: Gość — dzisiaj, 9:04", "Dym."),
        ("A.\nStatistics: Posted by anna — less than a minute ago — Replies 0 — Views 3", "A."),
        (
            "Foto.\nrouter.jpg (Rozmiar: 120.5 KB / Pobrań: 14)\na b.pdf (Size: 1 MB / Downloads: 0)",
            "Foto."
        ),
        ("Back.\n[contains quote post or other embedded content]", "Back."),
        ("Nestrādā.\n11. ieraksts no 11\nLasīt visu tematu", "Nestrādā."),
        ("Hello.\n\n3 posts - 2 participants\n\nRead full topic\n", "Hello."),
        ("Trzy.\n3 wpisy - 2 uczestników", "Trzy."),
        ("Test.\nArtykuł O poczcie pochodzi z serwisu Wtyczka i reszta.", "Test."),
        ("It hums.\nsubmitted by /u/ola\n[link] [comments]", "It hums."),
        ("It hums.\nsubmitted by /u/ola to r/kettles\n[link] [comments]", "It hums."),
        (
            """
            It hums.
            O poczcie was originally published in Kettles on Medium, where people are continuing the \
            conversation by highlighting and responding to this story.
            """, "It hums."
        ),
        ("Text.\nThe post O poczcie appeared first on My Blog.", "Text."),
        ("Text.\nThe post O poczcie first appeared on My Blog.", "Text."),
        ("Zbiórka w sobotę.\nCzytaj więcej...", "Zbiórka w sobotę."), ("A.\nRead more »", "A."),
        ("A.\nLasīt vairāk →", "A."),
        ("A.\nRead more… (1 min remaining to read)", "A."),
        ("A.\nCzytaj dalej… (zostało 3 minut czytania)", "A."),
        ("A.\nContinue reading \"O poczcie\"", "A."), ("A.\nRead more about O poczcie", "A."),
        ("A.\nCzytaj dalej „O poczcie” →", "A."), ("A.\nLasīt tālāk: O poczcie", "A."),
        ("A.\nPosted by Ola Żak - Nov. 28, 2026, 9:15 a.m.", "A."),
        ("A.\nDodane przez Ola Żak - 28 listopada 2026 10:00", "A."),
        ("A.\nComments URL: https://n.example/item?id=1\nPoints: 12\n# Comments: 3", "A."),
    ])
    func `what software writes under an entry is not its text`(text: String, expected: String) {
        #expect(Self.footer.removed(from: text) == expected)
    }

    @Test(arguments: [
        "Read full topic? Nobody does.", "3 posts in a row about one pothole",
        "Statystyki: autor: nikt\nA jednak coś.", "The post box stands where it stood",
        "Artykuł o Zorleksie pochodzi z serwisu Wtyczka i jest bzdurą.",
        "The post office in Riga appeared first on the list of the worst shops",
        "Raksts par veikalu pirmo reizi parādījās 2025. gadā un ir meli",
        "Statystyki: autor nie podał źródła, a sklep kłamie",
        "Statystyki: autor nie wie — my tak, od 14:05", "Kupiłem tam.\n3 postoje, 2 kolejki",
        "submitted by /u/ola and nobody looked at it", "See [link] [comments]",
        "Ż" + String(repeating: "ż", count: 60) + ".",
        "It was first told on Medium, where people are responding to this story.",
        "Czytaj więcej o tym sklepie", "Read more about O poczcie polskiej",
        "Continue reading \"O czajniku\"", "Posted by Ola - and nobody answered",
        "Read more (in the minutes of May)?", "Read more books.",
        "2 postery za 5 zł", "10 posts, 2 days",
        "2 posts - 5 insults", "Service: 3\nPoints: 12", "Points: 12\n# Comments: many",
        "Comments URL: broken since May\n# Comments: 3\nI cannot write any.",
        "Statystyki: autor — nie wiem kto — 12 osób", "Bateria padła (5 GB / 3)",
        "Limit wyczerpany (Rozmiar: 5 GB / Pobrań: 3)", "router.jpg (zdjęcie 5 / 10)",
        "Zefirnet Max 29.99 (50 GB / 12)",
    ])
    func `words of the entry itself stay`(text: String) {
        #expect(Self.footer.removed(from: text) == text)
    }

    @Test(arguments: [
        "Read full topic",
        "Article URL: https://a.example/\nComments URL: https://n.example/item?id=1\nPoints: 1\n# Comments: 0",
    ])
    func `an entry that is only a footer has no text`(text: String) {
        #expect(Self.footer.removed(from: text) == nil)
    }

    @Test(
        arguments: [
            (
                "submitted by ola to kettles\n15 points | 3 comments\nIt hums.\nAgain.",
                "It hums.\nAgain."
            ),
            (
                "submitted by ola to kettles\n-1 points | 0 comments\nhttps://a.example/b\nIt hums.",
                "It hums."
            ),
            ("submitted by ola to kettles\n15 points | 3 comments", nil),
            (
                "submitted by ola to the court\n15 points | 3 comments",
                "submitted by ola to the court\n15 points | 3 comments"
            ),
            ("submitted by ola to kettles\nIt hums.", "submitted by ola to kettles\nIt hums."),
        ] as [(String, String?)])
    func `how a post stands on Lemmy is not its text`(text: String, expected: String?) {
        #expect(FeedHeader.removed(from: text) == expected)
    }

    @Test(
        arguments: [
            ("Replies: 12\nIt hums.\nAgain.", "It hums.\nAgain."),
            ("Odpowiedzi: 0\nBuczy.", "Buczy."), ("Atbildes: 3\nDūc.", "Dūc."),
            ("Odpowiedzi: 12", nil),
            ("Odpowiedzi: brak\nPytam znowu.", "Odpowiedzi: brak\nPytam znowu."),
            ("Buczy.\nOdpowiedzi: 12", "Buczy.\nOdpowiedzi: 12"),
        ] as [(String, String?)])
    func `how often a topic was answered on bbPress is not its text`(
        text: String, expected: String?
    ) {
        #expect(FeedHeader.removed(from: text) == expected)
    }

    @Test(arguments: [
        (
            "> Kawa?\n> Anonymous Poll\n> 30% - Tak\n> 70% - Nie",
            "> Kawa?\n> Anonymous Poll\n> Tak\n> Nie"
        ),
        ("Quiz\n5% - Tak\n\n30% - tyle podrożało", "Quiz\nTak\n\n30% - tyle podrożało"),
        ("Ceny\n30% - tyle podrożało", "Ceny\n30% - tyle podrożało"),
        ("Poll\n5 % głosów\nx% - y", "Poll\n5 % głosów\nx% - y"),
    ])
    func `what share of votes an answer has is not its text`(text: String, expected: String) {
        #expect(PollShares.removed(from: text) == expected)
    }

    @Test func `a line of two links says where a post appeared, whatever its title is by now`() {
        let footer = FeedFooter(
            title: "New",
            html:
                "<p>Text</p><p>The post <a href='x'>Old</a> appeared first on <a href='y'>B</a>.</p>"
        )
        #expect(footer.removed(from: "Text\nThe post Old appeared first on B.") == "Text")
    }

    private static let footer = FeedFooter(title: "O poczcie", html: nil)
}
