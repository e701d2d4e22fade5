import Testing
import Tokenizing

struct LatvianDigraphsTests {
    @Test(arguments: [
        ("Smakolā", "Smakolaa"), ("Ķekaviņa", "Kjekavinja"), ("ČETRŪŽI", "ChETRUuZhI"),
        ("šļģēī", "shljgjeeii"),
    ])
    func `two letters are typed for one that is lacking`(text: String, typed: String) {
        #expect(LatvianDigraphs.typed(text) == typed)
        #expect(LatvianDigraphs.read(typed.lowercased()) == text.lowercased())
        #expect(LatvianDigraphs.mayStand(in: Array(typed.lowercased().utf8)))
    }

    @Test(arguments: ["Smakola", "Kawką", "Citroën", ""])
    func `what has none of the letters is typed in no other way`(text: String) {
        #expect(LatvianDigraphs.typed(text) == nil)
    }

    @Test(arguments: ["čau, nestraadaa", "nestraadaa kopš šodienas", "neesmu mājās"])
    func `who has the letters types them`(text: String) {
        #expect(!LatvianDigraphs.mayStand(in: Array(text.utf8)))
    }

    @Test(arguments: ["labi, tas der", "good", "labs", "hallo jums", "maja", "the hotel", ""])
    func `most texts are passed over`(text: String) {
        #expect(!LatvianDigraphs.mayStand(in: Array(text.utf8)))
        #expect(LatvianDigraphs.read(text) == nil)
    }
}
