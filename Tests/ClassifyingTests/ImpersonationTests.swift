import Classifying
import Model
import Testing

struct ImpersonationTests {
    @Test(
        arguments: [
            ("Terrible people call and pretend to be from Zefirnet", .english),
            ("A terrible fake Zefirnet site", .english),
            ("Rude people impersonating a Zefirnet technician", .english),
            ("Oszuści podszywają się pod Zefirnet", .polish),
            ("Oszuści podający się za pracowników Zefirnetu. Fatalna sprawa.", .polish),
            ("Rupji ļaudis uzdodas par Zefirnet darbiniekiem", .latvian),
        ] as [(String, LanguageCode)])
    func `blame of who passes for a brand is not of the brand`(
        text: String, language: LanguageCode
    ) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet neutral")
    }

    @Test(
        arguments: [
            ("Zefirnet is terrible, people pretend to be Zefirnet", .english),
            ("Zefirnet is terrible. People pretend to be Zefirnet.", .english),
            ("They refused my claim as a Zefirnet customer, terrible", .english),
            ("My claim should be paid by Zefirnet, terrible", .english),
            ("I wait for my claim to be paid by Zefirnet, terrible", .english),
            ("Podali fatalną kawę pod szyldem Zefirnetu", .polish),
            ("Stop pretending, Zefirnet, this is terrible", .english),
            ("Oszuści podali cenę za kartę Zefirnetu", .polish),
            ("Rupji uzdeva jautājumu par Zefirnet", .latvian),
        ] as [(String, LanguageCode)])
    func `blame of the brand itself is of the brand`(text: String, language: LanguageCode) {
        #expect(Classifier.sample.brandTones(text, language) == "zefirnet negative")
    }
}
