import Matching
import Model
import Testing

/// Names from abroad whose ends are not those of Polish words.
struct ForeignNameTests {
    @Test(arguments: [
        // A y that is heard as a consonant, or that Polish would not write, makes no plural.
        InflectorTests.Paradigm(
            "Maroy Zefirin", "Maroy Zefirina,Maroy Zefirinie,Maroyu Zefirin,Maroyem Zefirin"),
        InflectorTests.Paradigm(
            "Zefily Hanzen", "Zefily Hanzena,Zefily Hanzenem,Zefily Hanzenie,Zefily'ego Hanzen"),
        InflectorTests.Paradigm(
            "Zefimmy Kawker", "Zefimmy Kawkera,Zefimmy Kawkerze", not: "Zefimmego Kawkera"),
        InflectorTests.Paradigm("Zefimmy", "Zefimmy'ego Zefimmym", not: "Zefimmego Zefimmych"),
        InflectorTests.Paradigm(
            "Lucky Kawkar", "Lucky Kawkara,Lucky Kawkarze", not: "Luckiego Kawkara"),
        // Nor is it the end of a genitive.
        InflectorTests.Paradigm(
            "Orbit Zefiday", "Orbit Zefidaya,Orbit Zefidayu,Orbit Zefidayem,Orbita Zefiday"),
        // What may be an adjective may be a name.
        InflectorTests.Paradigm(
            "Zefidy Kawkank", "Zefidy Kawkanka,Zefidy Kawkanku,Zefidego Kawkanka"),
        InflectorTests.Paradigm("Smaki Świata", "Smaków Świata", not: "Smaki Światy"),
        InflectorTests.Paradigm("Senny Kot", "Sennego Kota", not: "Senny Kota"),
    ])
    func `a Polish ending goes to the word that takes one`(paradigm: InflectorTests.Paradigm) {
        let forms = Inflector.forms(of: paradigm.name, .polish).map(\.form)
        #expect(Set(paradigm.forms).subtracting(forms) == [])
        #expect(Set(paradigm.others).intersection(forms) == [])
    }
}
