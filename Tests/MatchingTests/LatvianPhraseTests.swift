import Matching
import Model
import Testing

/// Latvian names of several words, each with its own ending.
struct LatvianPhraseTests {
    @Test(arguments: [
        InflectorTests.Paradigm(
            "Sporta Klubs Alfa", "Sporta Kluba Alfa,Sporta Klubam Alfa,Sporta Klubā Alfa"),
        InflectorTests.Paradigm(
            "Tirdzniecības Centrs Kaija", "Tirdzniecības Centrā Kaija,Tirdzniecības Centra Kaija"),
        InflectorTests.Paradigm("Rīgas Teātris", "Rīgas Teātra,Rīgas Teātrī"),
        InflectorTests.Paradigm("Balti Krekli", "Baltu Kreklu,Baltiem Krekliem,Baltos Kreklos"),
        InflectorTests.Paradigm("Jautri Zefiri", "Jautru Zefiru,Jautriem Zefiriem"),
        InflectorTests.Paradigm(
            "Trīs Alņi", "Trīs Alņu,Triju Alņu,Trim Alņiem,Trijiem Alņiem,Trijos Alņos"),
        InflectorTests.Paradigm(
            "Trīs Kaijas", "Triju Kaiju,Trim Kaijām,Trijās Kaijās", not: "Trīsiju Kaiju"),
    ])
    func `each word takes the ending that it has in its phrase`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .latvian).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
