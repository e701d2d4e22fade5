import Matching
import Model
import Testing

/// Two nouns with a word or a sign between them.
struct JoinedNameTests {
    @Test(arguments: [
        InflectorTests.Paradigm("Chleb i Masło", "Chleba i Masła", not: "Chleb i Masła"),
        // One of them is a plural.
        InflectorTests.Paradigm(
            "Chleb i Bułki", "Chleba i Bułek,Chlebem i Bułkami,Chlebie i Bułkach",
            not: "Chleba i Bułkiego"),
        InflectorTests.Paradigm("Bułki i Chleb", "Bułek i Chleba,Bułkami i Chlebem"),
        InflectorTests.Paradigm("Bułki oraz Drożdżówki", "Bułek oraz Drożdżówek"),
        InflectorTests.Paradigm("Jerzy i Anna", "Jerzego i Anny", not: "Jerzów i Anny"),
        InflectorTests.Paradigm("Kawka & Ciastko", "Kawki & Ciastka,Kawce & Ciastku"),
        // Partners: both may decline, or one of them.
        InflectorTests.Paradigm(
            "Zefirs & Kawker",
            "Zefirsa & Kawkera,Zefirsie & Kawkerze,Zefirs & Kawkera,Zefirsa & Kawker"),
    ])
    func `a Polish name of two that are joined`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }

    @Test(arguments: [
        InflectorTests.Paradigm(
            "Maize & Medus", "Maizes & Medus,Maizei & Medum,Maizē & Medū,Maize & Medum"),
        InflectorTests.Paradigm(
            "Maize un Pupas", "Maizes un Pupu,Maizei un Pupām,Maizē un Pupās",
            not: "Maizes un Pupasa"),
    ])
    func `a Latvian name of two that are joined`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .latvian).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
