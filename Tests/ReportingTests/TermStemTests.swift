import Model
import TestSupport
import Testing

@testable import Reporting

struct TermStemTests {
    @Test(arguments: [
        ["sieć", "sieci", "siecią"], ["awaria", "awarii", "awarię", "awarią", "awariach"],
        ["internet", "internetu", "internetem", "internets", "internetā", "internetam"],
        ["gotówka", "gotówki", "gotówką"], ["działa", "dziala"], ["tīkls", "tīkla", "tīklā"],
        ["rēķins", "rēķinu", "rēķinā", "rēķinam"], ["refund", "refunds"],
        ["queue", "queues", "queued"],
    ])
    func `case forms of a word have one stem`(forms: [String]) {
        #expect(Set(forms.map(TermStem.stem)).count == 1, "\(forms.map(TermStem.stem))")
    }

    @Test(arguments: [
        ("internet", "interes"), ("karta", "kara"), ("rabat", "rabaty dnia"), ("bill", "bili"),
    ])
    func `other words keep their own`(one: String, other: String) {
        #expect(TermStem.stem(of: one) != TermStem.stem(of: other))
    }

    @Test(arguments: [
        "ārā", "vienā", "pec", "joprojam", "kāds", "sie", "ktos", "dwóch", "trzeci", "przydałby",
        "which", "three", "nobody",
    ])
    func `what says nothing of a topic is no term, with its accents and without`(word: String) {
        let entry = HeardEntry.sample(1, "\(word) awaria", saying: [])
        var reader = TermReader()
        let terms = EntryTerms(entry, reader: &reader)
        #expect(terms.words.map(terms.string) == ["awaria"])
        #expect(terms.phrases.isEmpty)
    }

    @Test func `short words are left as they are`() {
        #expect(TermStem.stem(of: "kot") == "kot")
        #expect(TermStem.stem(of: "koty") == "koty")
        #expect(TermStem.stems(of: "nie działa") == "nie dzial")
    }
}
