import Matching
import Model
import Testing

/// Names of two nouns: families, who are several, and what both nouns name.
struct TwoNounNameTests {
    @Test(arguments: [
        InflectorTests.Paradigm(
            "Bracia Kowalscy", "Braci Kowalskich,Braciom Kowalskim,Braćmi Kowalskimi",
            not: "Bracię Kowalscy,Braci Kowalsców"),
        InflectorTests.Paradigm("Państwo Nowakowie", "Państwa Nowaków", not: "Państwa Nowakowie"),
        InflectorTests.Paradigm("Bracia Nowak", "Braci Nowaków,Braci Nowak,Braciom Nowakom"),
        InflectorTests.Paradigm(
            "Państwo Malinowscy", "Państwa Malinowskich,Państwu Malinowskim",
            not: "Państwem Malinowscy"),
        InflectorTests.Paradigm(
            "Nowiccy", "Nowickich Nowickim Nowickimi", not: "Nowicców Nowiccom"),
        // Each noun may be the one that declines, and both may.
        InflectorTests.Paradigm(
            "Mamba Luna", "Mamby Luny,Mambie Lunie,Mambę Lunę,Mamba Luny,Mamby Luna",
            not: "Mambo Luno,Mambo Luna"),
        InflectorTests.Paradigm("Wendy's", "Wendy'ego Wendym", not: "Wendya Wendyiem"),
        // A foreign word stays, and the adjective behind it declines.
        InflectorTests.Paradigm(
            "Zefi Handlowy", "Zefi Handlowego,Zefi Handlowemu,Zefi Handlowym",
            not: "Zefi Handlowych,Zefi Handlowi"),
        InflectorTests.Paradigm("Kawo Śląski", "Kawo Śląskiego,Kawo Śląskim"),
        InflectorTests.Paradigm("Meri Zachodni", "Meri Zachodniego,Meri Zachodnim"),
        InflectorTests.Paradigm("Kawka Śląska", "Kawki Śląskiej", not: "Kawka Śląskiej"),
    ])
    func `a Polish name of several declines in both, of two words in those that do`(
        paradigm: InflectorTests.Paradigm
    ) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }

    @Test(arguments: [
        InflectorTests.Paradigm(
            "Brāļi Ozoli", "Brāļu Ozolu,Brāļiem Ozoliem", not: "Brāļi Ozolu,Brālis Ozoli"),
        InflectorTests.Paradigm(
            "Māsas Kalniņas", "Māsu Kalniņu,Māsām Kalniņām", not: "Māsas Kalniņasa"),
        InflectorTests.Paradigm(
            "Zelta Zeme", "Zelta Zemes,Zelta Zemei,Zelta Zemi,Zelta Zemē",
            not: "Zeltas Zemes,Zelta Zemem,Zelta Zem"),
        InflectorTests.Paradigm(
            "Sapņa Upe", "Sapņa Upes,Sapņa Upē", not: "Sapņas Upes,Sapņa Upem"),
        InflectorTests.Paradigm("Māsas Kafija", "Māsas Kafijas,Māsas Kafijai", not: "Māsu Kafiju"),
        InflectorTests.Paradigm("Kalniņa Anna", "Kalniņas Annas,Kalniņai Annai"),
        InflectorTests.Paradigm("Selva Liepa", "Selvas Liepas,Selvai Liepai,Selva Liepas"),
    ])
    func `a Latvian genitive before a noun stays, a family declines in both`(
        paradigm: InflectorTests.Paradigm
    ) {
        let forms = Inflector.forms(of: paradigm.name, .latvian).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }

    @Test func `a thing that belongs to another has no forms of persons`() {
        #expect(Inflector.forms(of: "Zelta Zeme", .latvian).count < 12)
    }
}
