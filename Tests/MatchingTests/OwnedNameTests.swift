import Matching
import Model
import Testing

/// Names that say whose something is.
struct OwnedNameTests {
    @Test(arguments: [
        InflectorTests.Paradigm(
            "Fundacja Michała Sowy", "Fundacji Michała Sowy,Fundacją Michała Sowy",
            not: "Fundacji Michałej Sowy"),
        InflectorTests.Paradigm(
            "Akademia Leona Malickiego", "Akademii Leona Malickiego",
            not: "Akademii Leonej Malickiego"),
        InflectorTests.Paradigm(
            "Kuchnia Rafała", "Kuchni Rafała,Kuchnią Rafała", not: "Kuchni Rafałej"),
        InflectorTests.Paradigm("Chata Rafała", "Chaty Rafała,Chatą Rafała"),
        InflectorTests.Paradigm("Gazeta Wierzbowa", "Gazety Wierzbowej"),
    ])
    func `a man's name in the genitive is no adjective`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
