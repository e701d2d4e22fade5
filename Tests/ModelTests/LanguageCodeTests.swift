import Model
import Testing

struct LanguageCodeTests {
    @Test(arguments: [
        ("pl", "pl"), ("pl-PL", "pl"), ("EN_us", "en"), ("pol", "pl"), ("LAV", "lv"),
        ("eng-GB", "en"), ("ger", "de"), ("deu", "de"), ("und", "und"), ("hsb", "hsb"),
    ])
    func `a tag gives the code of two letters where there is one`(tag: String, code: String) {
        #expect(LanguageCode(tag: tag)?.rawValue == code)
    }

    @Test(arguments: ["", "p", "polski", "12"])
    func `what is no language tag is none`(tag: String) {
        #expect(LanguageCode(tag: tag) == nil)
    }
}
