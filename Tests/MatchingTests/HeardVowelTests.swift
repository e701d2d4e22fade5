import Matching
import Model
import Testing

/// Names in a vowel that is heard apart.
struct HeardVowelTests {
    @Test(arguments: [
        InflectorTests.Paradigm("Orbencia", "Orbencii Orbenci Orbencię Orbencią"),
        InflectorTests.Paradigm("Zefirazia", "Zefirazii Zefirazi Zefirazią"),
        InflectorTests.Paradigm("Malasia", "Malasii"),
        InflectorTests.Paradigm("Babcia", "Babci", not: "Babcii"),
        InflectorTests.Paradigm("Zosia", "Zosi", not: "Zosii"),
    ])
    func `the i of a foreign name in -ia is written twice`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
