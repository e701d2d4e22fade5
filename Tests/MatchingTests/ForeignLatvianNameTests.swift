import Matching
import Model
import Testing

/// Names from abroad, and in capitals, as Latvian declines them.
struct ForeignLatvianNameTests {
    @Test(arguments: [
        InflectorTests.Paradigm("Zefia", "Zefija Zefijas Zefijai Zefiju Zefijā Zefias Zefiā"),
        InflectorTests.Paradigm("Kavea", "Kavejas Kavejā Kaveju Kaveas"),
        InflectorTests.Paradigm("Zefiks", "Zefiksa Zefiksam Zefiksā Zefika Zefikā"),
        InflectorTests.Paradigm("Maks un Zefia", "Maksa un Zefijas,Maksam un Zefijai"),
        InflectorTests.Paradigm("zefiks", "zefika", not: "zefiksa"),
        InflectorTests.Paradigm("Marcia", "Marcias", not: "Marcijas"),
        // What everybody has, and where everybody goes: ideja, lejā.
        InflectorTests.Paradigm("Idea", "Ideas Ideā", not: "Ideja Idejas Ideju"),
        InflectorTests.Paradigm("Garantia", "Garantias", not: "Garantija Garantijas"),
        InflectorTests.Paradigm("Lea", "Leas Leu", not: "Leja Lejā"),
        // Four capitals with a vowel at the end and another one are no abbreviation.
        InflectorTests.Paradigm("NOVA", "NOVAS NOVAI NOVU NOVĀ"),
        InflectorTests.Paradigm("BULE", "BULES BULEI BULI BULĒ"),
        InflectorTests.Paradigm("ORIA", "ORIAS ORIJĀ"),
        InflectorTests.Paradigm("BETA", "BETAS BETAI", not: "BET"),
        InflectorTests.Paradigm("CSPA", "", not: "CSPAS"),
        InflectorTests.Paradigm("TEC", "", not: "TECS"),
    ])
    func `a Latvian ending is put on by what is heard`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .latvian).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
