import Matching
import Model
import Testing

/// Adjectives of animals, whose stem is soft.
struct SoftAdjectiveTests {
    @Test(arguments: [
        InflectorTests.Paradigm(
            "Psi Zefir", "Psiego Zefira,Psiemu Zefirowi,Psim Zefirem", not: "Psiego Zefir"),
        InflectorTests.Paradigm("Koci Raj", "Kociego Raju,Kocim Raju"),
        InflectorTests.Paradigm("Rybi Targ", "Rybiego Targu,Rybim Targiem"),
        InflectorTests.Paradigm("Psia Chata", "Psiej Chaty,Psią Chatę"),
    ])
    func `an adjective in -i declines with its noun`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
