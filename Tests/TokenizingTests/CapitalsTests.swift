import Testing
import Tokenizing

struct CapitalsTests {
    @Test(
        arguments: [
            ("he met Anna in Riga on Monday", 3 / 6), ("Stocks Fall As Banks Report Losses", 5 / 6),
            ("He sat there with his cat all day", 0), ("BROKEN AGAIN AND NOBODY HELPS ME HERE", 0),
            ("Coffee today. Milk tomorrow. Bread later.", 0), ("@kawka Thanks again", 0), ("", 0),
        ] as [(String, Double)])
    func `capitals inside a sentence count, and not those that begin one or shout`(
        text: String, share: Double
    ) {
        var capitals = Capitals()
        capitals.add(Words(of: text))
        #expect(capitals.share == share)
    }

    @Test(arguments: ["off to Riga", "on 3 May 2026 at 5"])
    func `a short text counts as of six words, and numbers are none`(text: String) {
        var capitals = Capitals()
        capitals.add(Words(of: text))
        #expect(capitals.share == 1.0 / 6)
    }

    @Test func `what is left out counts neither way, and several fields count as one`() {
        var capitals = Capitals()
        capitals.add(Words(of: "with Kawka at the gate in Riga")) { $0 == 1 }
        capitals.add(Words(of: "with Anna"))
        #expect(capitals.share == 2.0 / 6)
    }
}
