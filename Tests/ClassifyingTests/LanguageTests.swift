import Classifying
import Model
import Testing
import Tokenizing

struct LanguageTests {
    @Test(arguments: [
        ("en", "The app keeps logging me out since the update"),
        ("en", "not working again"), ("en", "Thanks for the quick help!"),
        ("pl", "Od rana nie mam zasięgu w całym mieście"), ("pl", "nie działa"),
        ("pl", "Byłam wczoraj w Kawce i było przepysznie"), ("pl", "dzięki za szybką pomoc"),
        ("lv", "Kopš rīta nav interneta visā mājā"), ("lv", "nestrādā lietotne"),
        ("lv", "Paldies par ātro palīdzību!"), ("lv", "ļoti garšīga kafija"),
        ("lt", "Nuo ryto neveikia internetas visame mieste"), ("lt", "labai skani kava, ačiū"),
        ("et", "Internet ei tööta juba hommikust saadik"), ("et", "väga hea kohv, aitäh"),
        ("de", "Seit heute Morgen funktioniert das Internet nicht mehr"),
        ("cs", "Od rána mi nefunguje internet, můžete to prověřit?"),
        ("sk", "Od rána mi nefunguje internet, môžete to preveriť?"),
        ("ru", "С утра не работает интернет во всём городе"),
        ("uk", "Зранку не працює інтернет у всьому місті"),
    ])
    func `ten languages are told apart`(code: String, text: String) {
        #expect(Classifier.sample.detectedLanguage(of: text).code.rawValue == code)
    }

    @Test(arguments: [
        "swietna obsluga, bede polecac znajomym", "nie dziala mi aplikacja od wczoraj",
        "czemu tak dlugo czekam na przesylke", "dzieki, juz wszystko gra",
    ])
    func `Polish is known without its accents`(text: String) {
        #expect(Classifier.sample.detectedLanguage(of: text).code == .polish)
    }

    @Test(arguments: [
        ("pl", "super, polecam"), ("pl", "super sery, polecam"),
        ("lv", "viss super"), ("lv", "super, iesaku"), ("en", "super fast delivery"),
        ("en", "super tasty"),
    ])
    func `a word that many languages have makes no text English`(code: String, text: String) {
        #expect(Classifier.sample.detectedLanguage(of: text).code.rawValue == code)
    }

    @Test(arguments: ["", "12 345", "!!! ???", "https://a.example/x @kawka", "👍👍", "東京都庁"])
    func `a text without readable words is undetermined`(text: String) {
        #expect(
            Classifier.sample.detectedLanguage(of: text)
                == DetectedLanguage(code: .undetermined, confidence: 0))
    }

    @Test(arguments: [
        ("pl", "kochaaaam"), ("pl", "cudoooownie"),
        ("pl", "#masakra #nigdywięcej"),
        ("lv", "ārprāāāts"),
        ("en", "sooooo goooood"), ("en", "#neveragain"), ("de", "heute ist es sooo kalt draußen"),
    ])
    func `emphasis and topics alone do not hide the language`(code: String, text: String) {
        #expect(Classifier.sample.detectedLanguage(of: text).code.rawValue == code)
    }

    @Test(arguments: [
        ("hahaha", "pl", "pl"), ("ahahahah", "lv", "lv"), ("hahahha ehhh", "en", "en"),
        ("ale beka hahaha", "pl", "pl"), ("labais hahaha", "lv", "lv"),
        ("podaj na priv", "pl", "pl"),
    ])
    func `laughter and a word for messages are not taken for another language`(
        text: String, stated: String, expected: String
    ) {
        let language = Classifier.sample.detectedLanguage(
            of: text, stated: LanguageCode(rawValue: stated))
        #expect(language.code.rawValue == expected)
    }

    @Test func `laughter alone is in no language`() {
        #expect(Classifier.sample.detectedLanguage(of: "hahaha").code == .undetermined)
        #expect(Classifier.sample.detectedLanguage(of: "ale beka hahaha").code == .polish)
    }

    @Test(arguments: [
        ("de", "heute geschlossen www.sklep-kawka.pl/kontakt/o-nas/dostawa-i-platnosc"),
        ("de", "sooo geschlossen www.sklep-kawka.pl/kontakt/o-nas/dostawa-i-platnosc"),
    ])
    func `the words of an address say nothing of the language`(code: String, text: String) {
        #expect(Classifier.sample.detectedLanguage(of: text).code.rawValue == code)
    }

    @Test(arguments: [
        ("pl", "tvp to dno i metr mułu"), ("pl", "napisałem na priv"),
        ("de", "ein Tag in Łódź im Winter"),
    ])
    func `letters that only one language has decide what is in doubt`(code: String, text: String) {
        #expect(Classifier.sample.detectedLanguage(of: text).code.rawValue == code)
    }

    @Test(arguments: [("en", "rude"), ("pl", "masakra"), ("sk", "super káva")])
    func `a word of a lexicon decides what is in doubt, and not against a clear text`(
        code: String, text: String
    ) {
        #expect(Classifier.sample.detectedLanguage(of: text).code.rawValue == code)
    }

    @Test func `a clear text is surer than a single word, and confidence has two decimals`() {
        let clear = Classifier.sample.detectedLanguage(of: "Nie wiem, dlaczego tak się dzieje")
        let short = Classifier.sample.detectedLanguage(of: "dobre")
        #expect(clear.confidence == 1)
        #expect(short.confidence < clear.confidence)
        #expect((short.confidence * 100).rounded() / 100 == short.confidence)
    }

    @Test(arguments: [
        ("super", "pl", "pl"), ("super", "en", "en"), ("super", "lv", "lv"), ("ok", "pl", "pl"),
        ("super telefon", "pl", "pl"), ("super serviss", "lv", "lv"),
        ("nie działa", "en", "pl"), ("nestrādā", "en", "lv"), ("not working", "pl", "en"),
    ])
    func `of a text of one or two words the language stated is believed where it may be that`(
        text: String, stated: String, expected: String
    ) {
        let language = Classifier.sample.detectedLanguage(
            of: text, stated: LanguageCode(rawValue: stated))
        #expect(language.code.rawValue == expected)
    }

    @Test func `the language stated decides between close ones and yields to a clear text`() {
        let slovak = LanguageCode(rawValue: "sk")
        let czech = LanguageCode(rawValue: "cs")
        #expect(Classifier.sample.detectedLanguage(of: "dobrá káva", stated: slovak).code == slovak)
        #expect(Classifier.sample.detectedLanguage(of: "dobrá káva", stated: czech).code == czech)
        let polish = "Nie wiem, dlaczego tak się dzieje"
        #expect(Classifier.sample.detectedLanguage(of: polish, stated: .english).code == .polish)
    }

    @Test func `title and text are read together`() {
        let language = Classifier.sample.language(
            of: EntryText(title: "Kopš rīta nav interneta", text: "Zefirnet"),
            title: Words(of: "Kopš rīta nav interneta"), text: Words(of: "Zefirnet"))
        #expect(language.code == .latvian)
    }

    @Test func `of a long text all of the first two hundred words count`() {
        let polish = String(repeating: "Nie wiem, dlaczego tak się dzieje. ", count: 5)
        let english = String(repeating: "I do not know why this keeps happening. ", count: 20)
        let language = Classifier.sample.detectedLanguage(of: polish + english)
        #expect(language.code == .english)
    }
}
