import Classifying
import Model
import Testing

/// Thanks and praise that blame, and questions that do not.
struct IronyTests {
    @Test(
        arguments: [
            ("thanks for the broken router", .english, ["thanks -0.8", "broken -2.2"]),
            ("thanks @kawka for another late van", .english, ["thanks -0.8", "late -1.4"]),
            ("thx for the broken router", .english, ["thx for the -0.8", "broken -2.2"]),
            ("thanks for not working", .english, ["thanks -0.8", "not working -2.2"]),
            (
                "thanks for the broken router 👍 great", .english,
                ["thanks -0.8", "broken -2.2", "👍 -1.0", "great -1.4"]
            ),
            ("thanks for fixing the broken router", .english, ["thanks 1.6", "broken -2.2"]),
            ("thanks for help with a broken router", .english, ["thanks 1.6", "broken -2.2"]),
            (
                "thanks for the fast van, I was late", .english,
                ["thanks 1.6", "fast 1.6", "late -1.4"]
            ),
            (
                "thanks for the broken router, but the van is fast", .english,
                ["thanks 0.96", "broken -1.32", "fast 2.4"]
            ),
            ("dziękuję za zepsuty router", .polish, ["dziękuję -0.8", "zepsut* -2.2"]),
            ("dziękuję, że znowu nie działa", .polish, ["dziękuję -0.8", "nie działa* -2.2"]),
            ("dziękuję za naprawę zepsutego routera", .polish, ["dziękuję 1.6", "zepsut* -2.2"]),
            ("paldies, ka atkal nestrādā", .latvian, ["paldies -0.8", "nestrādā -2.2"]),
            ("paldies par sabojātu rūteri", .latvian, ["paldies -0.8", "sabojā* -2.2"]),
            ("paldies par kļūdas labojumu", .latvian, ["paldies 1.6", "kļūd* -1.6"]),
        ] as [(String, LanguageCode, [String])])
    func `thanks for what is blamed are irony, and so is praise beside them`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(arguments: [
        ("So they have great vans, Zefirnet 🙄", ["great -1.96", "🙄 -1.6"]),
        ("So Zefirnet has great vans. 🙄", ["great -1.96", "🙄 -1.6"]),
        ("So they have great vans 🙄", ["great 2.8", "🙄 -1.6"]),
        ("So they have great vans, Zefirnet 🙄 😍", ["great 2.8", "🙄 -1.6", "😍 2.4"]),
        ("Zefirnet has great vans.\nIt rains 🙄", ["great 2.8", "🙄 -1.6"]),
        ("Zefirnet has great vans, but it rains 🙄", ["great 1.68", "🙄 -1.6"]),
        ("So they have great vans 🙄 Zefirnet", ["great -1.96", "🙄 -1.6"]),
        ("The 🙄 of Zefirnet has great vans", ["🙄 -1.6", "great 2.8"]),
    ])
    func `praise of a brand beside a sign that mocks is irony`(text: String, expected: [String]) {
        let classifier = Classifier(
            rules: Rules(.english, "great=2.8, 🙄=-1.6, 😍=2.4, but=contrast"))
        #expect(classifier.weights(text) == expected)
    }

    @Test(
        arguments: [
            ("great Kawka another broken router", .english, ["great -1.4", "broken -2.2"]),
            ("@kawka great another broken router", .english, ["great -1.4", "broken -2.2"]),
            ("brawo Zefirnet trzeci raz spóźnione", .polish, ["brawo -1.2", "spóźnion* -1.6"]),
            ("lieliski Kawka atkal lēni", .latvian, ["lielisk* -1.4", "lēn* -1.6"]),
            ("great Kawka the router is broken", .english, ["great 2.8", "broken -2.2"]),
            ("great coffee another broken router", .english, ["great 2.8", "broken -2.2"]),
            (
                "great Kawka another broken router works", .english,
                ["great 2.8", "broken -2.2", "works 1.4"]
            ),
            ("great Kawka another cup", .english, ["great 2.8"]),
            // Two sentences, as the line ends between the words.
            (
                "@kawka can't\nwait another broken router", .english,
                ["can't wait 2.2", "broken -2.2"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `praise of a name before blame of what came again is irony`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Great Kawka. Another broken router", .english, ["great -1.4", "broken -2.2"]),
            ("Great. Another broken router", .english, ["great -1.4", "broken -2.2"]),
            (
                "Great, just great. Another broken router", .english,
                ["great -1.4", "great -1.4", "broken -2.2"]
            ),
            (
                "Super, po prostu super. Znowu awaria", .polish,
                ["super -1.2", "super -1.2", "awari* -1.8"]
            ),
            (
                "Super, vienkārši super. Atkal avārija", .latvian,
                ["super -1.2", "super -1.2", "avārij* -1.8"]
            ),
            (
                "Great, fast Kawka. Another broken router", .english,
                ["great -1.4", "fast -0.8", "broken -2.2"]
            ),
            (
                "great, fast Kawka another broken router", .english,
                ["great -1.4", "fast -0.8", "broken -2.2"]
            ),
            ("Brawo Zefirnet. Trzeci raz spóźnione", .polish, ["brawo -1.2", "spóźnion* -1.6"]),
            ("Lieliski. Vēl viena lēna diena", .latvian, ["lielisk* -1.4", "lēn* -1.6"]),
            ("Great Kawka. The router is broken", .english, ["great 2.8", "broken -2.2"]),
            ("Great coffee. Another broken router", .english, ["great 2.8", "broken -2.2"]),
            ("great, another broken router again", .english, ["great -1.4", "broken -2.2"]),
            (
                "great, another broken router works", .english,
                ["great 2.8", "broken -2.2", "works 1.4"]
            ),
            ("Great Kawka. Another broken router?", .english, ["great 2.8", "broken -1.76"]),
            (
                "Great Kawka. Another broken router works", .english,
                ["great 2.8", "broken -2.2", "works 1.4"]
            ),
            ("Great Kawka. Another cup", .english, ["great 2.8"]),
        ] as [(String, LanguageCode, [String])])
    func `a sentence of praise before one that blames what came again is irony`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("way to go @kawka, the van is late", ["way to go -1.2", "late -1.4"]),
            ("way to go, the van is late", ["way to go 2.4", "late -1.4"]),
            ("way to go @kawka, the van is here", ["way to go 2.4"]),
        ])
    func `beside a name, praise of three words may be irony`(text: String, expected: [String]) {
        let classifier = Classifier(rules: Rules(.english, "way to go=2.4, late=-1.4"))
        let found = classifier.sentiment(text, .english).evidence.map { "\($0.term) \($0.weight)" }
        #expect(found == expected)
    }

    @Test(
        arguments: [
            ("great service as always, 2 vans late", ["great -1.4", "late -1.4"]),
            ("great service as always, van late", ["great -1.4", "late -1.4"]),
            ("great job @kawka, third van late", ["great -1.4", "late -1.4"]),
            ("a great start to the day, 2 vans late", ["great -1.4", "late -1.4"]),
            ("great service, late van", ["great 2.8", "late -1.4"]),
            ("great coffee as always, 2 vans late", ["great 2.8", "late -1.4"]),
            ("great service as always, 2 fast vans", ["great 2.8", "fast 1.6"]),
            ("we had great service, 2 vans late", ["great 2.8", "late -1.4"]),
            ("great service but 2 vans late", ["great 1.68", "late -2.1"]),
        ])
    func `a verdict without a verb before blame of how long or how often is irony`(
        text: String, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, .english) == expected)
    }

    @Test(
        arguments: [
            ("great Kawka: broken at nine, fixed by ten", .english, ["great 2.8", "broken -2.2"]),
            ("great Kawka: broken at nine, no answer", .english, ["great -1.4", "broken -2.2"]),
            (
                "great Kawka: broken at nine, not fixed by ten", .english,
                ["great -1.4", "broken -2.2"]
            ),
            (
                "great Kawka: broken at nine, fixed, broken again", .english,
                ["great -1.4", "broken -2.2", "broken -2.2"]
            ),
            (
                "brawo Zefirnet: awaria była o 9, o 10 naprawione", .polish,
                ["brawo 2.4", "awari* -1.8"]
            ),
            ("brawo Zefirnet: awaria od samej 9", .polish, ["brawo -1.2", "awari* -1.8"]),
            (
                "brawo Zefirnet: awaria była o 9, o 10 cisza", .polish,
                ["brawo -1.2", "awari* -1.8"]
            ),
            (
                "lieliski Zefirnet: avārija deviņos no rīta, desmitos salabota", .latvian,
                ["lielisk* 2.8", "avārij* -1.8"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `praise of what was put right is no irony`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("what time does Kawka have fresh bread", .english, ["fresh 0.525"]),
            ("o której Kawka ma dobre ciasto", .polish, ["dobre 0.7"]),
            ("cikos Kawka būs svaiga maize", .latvian, ["svaig* 0.525"]),
            ("Kawka, what time is the good bread out", .english, ["good 0.7"]),
            ("what time does Kawka have fresh bread!", .english, ["fresh 1.65"]),
            ("good bread, so what time does Kawka open", .english, ["good 2.0"]),
            ("can I just say the bread at Kawka is good", .english, ["good 2.0"]),
            ("how many slow vans", .english, ["slow -1.8"]),
        ] as [(String, LanguageCode, [String])])
    func `who asks for a fact without a question mark hardly praises`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("to „miła” obsługa", .polish, ["miła -1.0"]),
            ("\"pyszna\" kawa", .polish, ["pyszn* -1.3"]),
            ("kawa jest „pyszna”", .polish, ["pyszn* 2.6"]),
            ("po łotewsku „dobre” to labs", .polish, ["dobre 2.0"]),
            ("zaznaczyłam „polecam” w ankiecie", .polish, ["polecam 2.4"]),
            ("to „miła i fajna” obsługa", .polish, ["miła 2.0", "fajn* 1.8"]),
            ("te „złe” słowa", .polish, ["złe -2.0"]),
            ("tā „laipnā” apkalpošana", .latvian, ["laipn* -1.0"]),
            ("\"garšīga\" zupa", .latvian, ["garšīg* -1.2"]),
            ("zupa ir „garšīga”", .latvian, ["garšīg* 2.4"]),
            ("„labs” ir dobry", .latvian, ["labs 2.0"]),
            ("the \"friendly\" staff", .english, ["friendly 2.0"]),
        ] as [(String, LanguageCode, [String])])
    func `in Polish and Latvian, one word of praise in quotation marks before its noun blames`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test func `a denied hint is no praise beside the blame`() {
        let text = "great Kawka, the broken router is not cold"
        #expect(
            Classifier.sample.weights(text, .english) == ["great -1.4", "broken -2.2", "cold! 0.4"])
    }

    @Test(
        arguments: [
            ("Can I return a broken router?", .english, ["broken -0.88"]),
            ("czy można zwrócić zepsuty router?", .polish, ["zepsut* -0.88"]),
            ("vai var atgriezt sliktu preci?", .latvian, ["slikt* -0.88"]),
            ("Is the router broken?", .english, ["broken -1.76"]),
            ("Can I have another broken router?", .english, ["broken -1.76"]),
            ("Why can I return a broken router?", .english, ["broken -1.76"]),
            ("Can I return a broken router?!", .english, ["broken -1.936"]),
            ("what happens if the router is broken", .english, ["broken -0.66"]),
            ("that happens if the router is broken", .english, ["broken -2.2"]),
            (
                "what happens if the parcel got lost on its way to us this is the worst", .english,
                ["worst -3.2"]
            ),
            ("what do I do if the router is broken", .english, ["broken -0.66"]),
            ("co zrobić, jeśli router jest zepsuty", .polish, ["zepsut* -0.66"]),
            ("ko darīt, ja maršrutētājs sabojājies", .latvian, ["sabojā* -0.66"]),
        ] as [(String, LanguageCode, [String])])
    func `who asks for a fact or for leave hardly blames`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }
}
