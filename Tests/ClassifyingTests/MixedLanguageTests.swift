import Classifying
import Model
import Testing

/// Entries whose sentences are not all in one language.
struct MixedLanguageTests {
    @Test(arguments: [
        (
            "pl", ["en"],
            "Od samego rana nie mam internetu i nikt nie odbiera telefonu. Your support never answers my calls."
        ),
        (
            "en", ["pl"],
            "The internet has been down since this morning and nobody answers the phone. Nie polecam nikomu tej firmy."
        ),
        (
            "lv", ["en"],
            "Kopš paša rīta nav interneta visā mājā un neviens neatbild. This is the worst network ever."
        ),
        (
            "lv", ["pl"],
            "Kopš paša rīta nav interneta visā mājā un neviens neatbild.\nNie mam internetu od samego rana"
        ),
        (
            "pl", ["en", "lv"],
            "Od samego rana nie mam internetu i nikt nie odbiera telefonu. Your support never answers my calls. Neviens neatbild jau trešo dienu."
        ),
    ])
    func `sentences in another language of ours are told`(
        main: String, others: [String], text: String
    ) {
        let language = Classifier.sample.detectedLanguage(of: text)
        #expect(language.code.rawValue == main)
        #expect(language.also.map(\.rawValue) == others)
    }

    @Test(arguments: [
        "Obsługa była bardzo miła i szybka, polecam wszystkim znajomym. Thank you!",
        "W kinie grali wczoraj piosenkę „all you need is love” i wszyscy śpiewali. Było super.",
        "Kupiłam dziś kilka rzeczy dla dzieci i dla męża.\nBest Baby Soft Care Cream And Milk",
        "Polecam. Obsluga bardzo mila. Jedzenie pyszne i swieze, na pewno wrocimy tam jeszcze.",
        "Iesaku visiem draugiem. Apkalpošana bija ļoti laba. Sorry, forget it!",
        "The staff was lovely. Great food, too. We will certainly come back. Pozdrawiam!",
        "С утра не работает интернет во всём городе. The support never answers my calls.",
        // French, German, Czech and Lithuanian are in none, though nearer to another of ours than to the main one.
        "Od samego rana nie mam internetu i nikt nie odbiera telefonu. Le repas était très bon.",
        "Od samego rana nie mam internetu i nikt nie odbiera telefonu na infolinii. Das Essen war wirklich sehr gut.",
        "The internet has been down since this morning and nobody answers the phone. Tohle je opravdu skvělé místo a obsluha byla moc milá.",
        "The internet has been down since this morning and nobody answers the phone. Labai skanus maistas ir aptarnavimas.",
        "Kopš paša rīta nav interneta visā mājā un neviens neatbild. Le repas était très bon et le service rapide.",
        "Nie mam internetu",
    ])
    func `names, titles, greetings and what is in no language of ours are no other language`(
        text: String
    ) {
        #expect(Classifier.sample.detectedLanguage(of: text).also == [])
    }

    @Test(arguments: [
        (
            "Zefirnet jest w naszym mieście od wielu lat i ma tutaj biuro. The support was terrible and rude to us.",
            "zefirnet negative"
        ),
        (
            "Our office has been in this town for many years now, next to Kawka. Kawa jest tam pyszna i bardzo polecam.",
            "kawka positive"
        ),
        // What names another brand is not for this one.
        (
            "Zefirnet jest w naszym mieście od wielu lat i ma tutaj biuro. The support of Baltfon was terrible and rude.",
            "zefirnet neutral, baltfon negative"
        ),
        // In two languages the same.
        (
            "Zefirnet nie działa i jest okropny, odradzam wszystkim znajomym. Zefirnet is terrible and useless for all of us.",
            "zefirnet negative"
        ),
    ])
    func `each sentence is read in its own language`(text: String, tones: String) {
        #expect(Classifier.sample.brandTones(text, .polish) == tones)
    }

    @Test func `keywords of all languages give categories, at their places in the text`() throws {
        let text =
            "Awaria Zefirnetu w całym mieście od samego rana. The app is not working for me either."
        let tags = Classifier.sample.tags(text)
        #expect(tags.categories.contains { $0.id == "incident" })
        let issue = try #require(tags.categories.first { $0.id == "technical_issue" })
        let range = try #require(issue.evidence.first { $0.term == "not working" }?.range)
        #expect(String(Array(text.unicodeScalars)[range].map(Character.init)) == "not working")
        #expect(Set(tags.categories.map(\.id)).count == tags.categories.count)
    }

    /// Twice, as an analysis is used again for the next entry.
    @Test func `sentences that name no brand and have learnt words alone are judged, too`() {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.3, blame: 0.3),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0.2, blame: 0.2),
            entries: [.init(term: "tuesday", weights: .init(praise: -1.5, blame: 3))])
        let classifier = Classifier(rules: .sample.learning([learnt]))
        for text in ["nikt nie wie dlaczego", "nikt w całym mieście nie wie, co się tam dzieje"] {
            let tags = classifier.tags(
                "Od samego rana Zefirnet nie odbiera telefonu i \(text). "
                    + "The office is open on Monday and Tuesday.")
            #expect(tags.language.also == [.english])
            let terms = tags.mentions.map { $0.sentiment.evidence.map(\.term) }
            #expect(terms.count == 1 && terms[0].contains("tuesday"))
        }
    }

    @Test func `a title in another language is read in its own`() {
        let tags = Classifier.sample.tags(
            "Zefirnet od samego rana nie odpowiada na telefony, nikt nic nie wie.",
            title: "This is the worst network that we ever had")
        #expect(tags.language.code == .polish)
        #expect(tags.language.also == [.english])
        #expect(tags.sentiment.evidence.contains { $0.term == "worst" && $0.field == .title })
    }
}
