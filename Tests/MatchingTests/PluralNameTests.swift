import Matching
import Model
import Testing

/// Names that are plurals, and one that looks like one.
struct PluralNameTests {
    @Test(arguments: [
        InflectorTests.Paradigm(
            "Zakłady Mięsne", "Zakładów Mięsnych,Zakładami Mięsnymi,Zakładach Mięsnych",
            not: "Zakładów Mięsne"),
        InflectorTests.Paradigm(
            "Zakłady Rybne Kawka", "Zakładów Rybnych Kawka,Zakładom Rybnym Kawka"),
        // The adjective is that of what stands before it.
        InflectorTests.Paradigm(
            "Zakłady Zefirowe Borawy", "Zakładów Zefirowych Borawy", not: "Zakładów Zefirowe Borawy"
        ),
        InflectorTests.Paradigm("Zakłady Morskie Kawka", "Zakładach Morskich Kawka"),
        InflectorTests.Paradigm(
            "Kawiarnia Wesoła Kawka", "Kawiarni Wesoła Kawka", not: "Kawiarni Wesołej Kawka"),
        InflectorTests.Paradigm("Linie Zefirowe", "Linii Zefirowych,Liniach Zefirowych"),
        InflectorTests.Paradigm("Linie", "Linii Liniom Liniami Liniach"),
        InflectorTests.Paradigm("Kuchnie Świata", "Kuchni Świata,Kuchniach Świata"),
        InflectorTests.Paradigm("Bonnie Kawker", "Bonnie Kawkera,Bonnie Kawkerem"),
        InflectorTests.Paradigm("Brownie Kawker", "Brownie Kawkera"),
        InflectorTests.Paradigm("Zdrowie", "Zdrowia Zdrowiu Zdrowiem", not: "Zdrów Zdrami"),
        InflectorTests.Paradigm("Twoje Zdrowie", "Twojego Zdrowia,Twoim Zdrowiem"),
    ])
    func `a Polish plural declines as such`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
