import Matching
import Model
import Testing

/// Names in an e that is not heard.
struct MutedNameTests {
    @Test(arguments: [
        InflectorTests.Paradigm(
            "Melange", "Melangu Melanga Melangem Melangowi", not: "Melangiem Melangiego"),
        InflectorTests.Paradigm("Melange", "Melange'a Melange'u Melange'em"),
        InflectorTests.Paradigm("Zage", "Zage'a Zage'em", not: "Zaga Zagu"),
        InflectorTests.Paradigm("Zefike", "Zefike'a Zefike'em", not: "Zefiku"),
    ])
    func `an ending is found as it is heard, without the apostrophe`(
        paradigm: InflectorTests.Paradigm
    ) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
