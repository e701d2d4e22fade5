import Classifying
import Model
import Testing

/// What a negation, a concession or a question reaches, and what it leaves alone.
struct ToneReachTests {
    @Test(
        arguments: [
            (
                "no error, crash or problem", .english,
                ["error*! 0.64", "crash*! 0.88", "problem*! 0.64"]
            ),
            ("no stairs, errors or problems", .english, ["error*! 0.64", "problem*! 0.64"]),
            (
                "it is not fast, helpful or friendly", .english,
                ["fast! -1.12", "helpful! -1.4", "friendly! -1.4"]
            ),
            ("I do not know, slow and late", .english, ["slow -1.8", "late -1.4"]),
            ("no hot or fresh food", .english, ["fresh! -1.05"]),
            ("it is not fast, terrible", .english, ["fast! -1.12", "terrible -3.2"]),
            ("it is not fast, cheap", .english, ["fast! -1.12", "cheap 1.4"]),
            ("no error, great", .english, ["error*! 0.64", "great 2.8"]),
            ("here no queues, no error, great", .english, ["error*! 0.64", "great 2.8"]),
            (
                "no error, great staff and friendly people", .english,
                ["error*! 0.64", "great 2.8", "friendly 2.0"]
            ),
            ("bez awarii i problemów", .polish, ["awari*! 0.72", "problem*! 0.6"]),
            (
                "bez avārijām, kļūdām un problēmām", .latvian,
                ["avārij*! 0.72", "kļūd*! 0.64", "problēm*! 0.6"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `one negator denies a whole list`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("I don't think that this place is good", .english, ["good! -1.4"]),
            ("I don't know why but this place is good", .english, ["good 3.0"]),
            ("nie sądzę, żeby to było dobre", .polish, ["dobre! -1.4"]),
            ("nie wydaje mi się, że jest dobra", .polish, ["dobra! -1.4"]),
            ("nie wiem, że jest dobra", .polish, ["dobra 2.0"]),
            ("nie sądzę, dobra kawa", .polish, ["dobra 2.0"]),
            ("nedomāju, ka tas ir labi", .latvian, ["labi! -1.26"]),
            ("nedomāju, labi tā", .latvian, ["labi 1.8"]),
        ] as [(String, LanguageCode, [String])])
    func `denied thinking denies what is thought`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("I never had such good coffee", .english, ["good 2.0"]),
            ("it was never good", .english, ["good! -1.4"]),
            ("I never had such bad coffee", .english, ["bad -2.0"]),
            ("nothing better after work", .english, ["better 1.6"]),
            ("no better place", .english, ["better 1.6"]),
            ("it is no better", .english, ["better! -1.12"]),
            ("dawno nie była tak dobra", .polish, ["dobra 2.0"]),
            ("w życiu nie jadłem lepszego sernika", .polish, ["lepsz* 1.6"]),
            ("nie była tak dobra", .polish, ["dobra! -1.4"]),
            ("nie ma lepszego miejsca", .polish, ["lepsz* 1.6"]),
            ("sen nebija tik labi", .latvian, ["labi 1.8"]),
            ("nebija tik labi", .latvian, ["labi! -1.26"]),
            ("nav labākas kafijas", .latvian, ["labāk* 1.6"]),
        ] as [(String, LanguageCode, [String])])
    func `what never was so good before is the best`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(arguments: [
        ("it is far from cold, slow or good", ["cold! 0.4", "slow! 0.72", "good 2.0"]),
        ("it is far\nfrom cold, slow or good", ["cold -1.0", "slow -1.8", "good 2.0"]),
        ("we are far,\nfrom here, slow", ["slow -1.8"]), ("far\nfrom", []),
        ("far\nfrom, they say, slow", ["slow -1.8"]),
    ])
    func `a line may end between the words of a negator`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(arguments: [
        ("not today 😡", ["😡 -2.8"]), ("not 👍 good", ["👍 2.0", "good! -1.4"]),
        ("👍👍👍", ["👍 2.0", "👍 0.8", "👍 0.32"]), ("👍 ❤", ["👍 2.0", "❤ 2.8"]),
        ("is it 👍?", ["👍 0.7"]), ("is it 😡?", ["😡 -2.24"]),
    ])
    func `an emoji is never turned round, and repeated or in a question it says less`(
        text: String, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(
        arguments: [
            ("slow train today :)", .english, ["slow -0.9", ":) 2.0"]),
            (
                "❤ the desk is cold, and the train was late", .english,
                ["❤ 2.8", "desk -0.15", "cold -0.5", "late -0.7"]
            ),
            ("lēns vilciens šodien :)", .latvian, ["lēn* -0.8", ":) 2.0"]),
            ("slow train today", .english, ["slow -1.8"]),
            ("slow train today :( 😡", .english, ["slow -1.8", ":( -2.0", "😡 -2.8"]),
            ("thanks for the broken router 👍", .english, ["thanks -0.8", "broken -2.2", "👍 -1.0"]),
            // What was done is no smile.
            ("slow train today 👍", .english, ["slow -1.8", "👍 2.0"]),
        ] as [(String, LanguageCode, [String])])
    func `what is blamed with a smile is meant half as badly`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Zefirnet is slow today :)", .english, ["slow -1.8", ":) 0.5"]),
            ("😂 Kawka is late", .english, ["😂 0.25", "late -1.4"]),
            ("Zefirnet nie działa dziś :)", .polish, ["nie działa* -2.2", ":) 0.5"]),
            // Of the sentence before, where the smile's own says nothing.
            ("Zefirnet is slow today. Oh well :)", .english, ["slow -1.8", ":) 0.5"]),
            ("Zefirnet is slow today 👍", .english, ["slow -1.8", "👍 2.0"]),
            // Meant, beside as much praise or where nothing is blamed.
            (
                "Zefirnet is slow but friendly :)", .english,
                ["slow -1.08", "friendly 3.0", ":) 2.0"]
            ),
            (
                "Zefirnet was slow. The van is fast :)", .english,
                ["slow -1.8", "fast 1.6", ":) 2.0"]
            ),
            ("Zefirnet came today :)", .english, [":) 2.0"]),
            ("Zefirnet 😡 ❤", .english, ["😡 -2.8", "❤ 2.8"]),
        ] as [(String, LanguageCode, [String])])
    func `beside blame of a brand, which counts in full, a smile counts a quarter`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("Zefirnet is slow", "Oh well :)", [-1.8, 0.5]),
            // The text's own words come first.
            ("Zefirnet is slow", "The van is fast :)", [-1.8, 1.6, 2]),
            ("Zefirnet is fast", "Oh well :)", [1.6, 2]),
        ] as [(String, String, [Double])])
    func `a smile whose text tells no tone belongs to the title`(
        title: String, text: String, expected: [Double]
    ) {
        let tags = Classifier.sample.tags(text, title: title, language: .english)
        #expect(tags.sentiment.evidence.map(\.weight) == expected)
    }

    @Test(
        arguments: [
            ("@anna esmu mājās :)", .latvian, [":) 1.0"]),
            ("@anna paldies 👍", .latvian, ["paldies 1.6", "👍 1.0"]),
            ("@anna esmu mājās :(", .latvian, [":( -2.0"]),
            ("Esmu mājās, @anna :)", .latvian, [":) 2.0"]),
            ("@anna at home :)", .english, [":) 2.0"]),
        ] as [(String, LanguageCode, [String])])
    func `who speaks to somebody in Latvian smiles half as much`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test func `a light word does not spend a negator`() {
        #expect(Classifier.sample.weights("no desk is good") == ["desk! 0.12", "good! -1.4"])
        #expect(
            Classifier.sample.weights("not a decent desk, good") == [
                "decent! -0.49", "desk -0.3", "good 2.0",
            ])
    }

    @Test(arguments: [
        ("nekļūdās", ["kļūd*! 0.64"]), ("nekas nekļūdās", ["kļūd*! 0.64"]),
        ("nelabs", ["nelab* -2.0"]), ("nekludas", ["kļūd*! 0.64"]),
    ])
    func `a Latvian prefix denies blame`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text, .latvian) == expected)
    }

    @Test func `a phrase that begins with a negative word agrees with a negator`() {
        #expect(
            Classifier.sample.weights("nie było żadnych problemów", .polish) == [
                "żadnych problem* 1.2"
            ])
    }

    @Test(
        arguments: [
            ("sklep przy ulicy Miła", .polish, []), ("to jest Dobra", .polish, []),
            ("moja miła pani", .polish, ["miła 2.0"]), ("Dobra kawa", .polish, ["dobra 2.0"]),
            ("DOBRA kawa", .polish, ["dobra 2.5"]), ("Laba iela 5", .latvian, []),
            ("the shop on Good Street", .english, []), ("it is Good", .english, ["good 2.0"]),
            ("we saw \"The Awful Truth\" today", .english, []),
            ("it is an \"awful\" day", .english, ["awful -3.0"]),
            ("\"Awful\"", .english, ["awful -3.0"]),
        ] as [(String, LanguageCode, [String])])
    func `names of streets and titles have no tone`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("although it is slow, the food is good", .english, ["slow -1.08", "good 2.4"]),
            ("the food is good, although it is slow", .english, ["good 2.4", "slow -1.08"]),
            ("despite the slow start it is good", .english, ["slow -1.08", "good 2.4"]),
            ("mimo że drogo, bardzo dobra", .polish, ["drog* -0.96", "dobra 3.36"]),
            ("lai gan dārgi, labi", .latvian, ["dārg* -0.96", "labi 2.16"]),
        ] as [(String, LanguageCode, [String])])
    func `what is granted counts less than the rest of its sentence`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(arguments: [
        ("When do you open? Thanks", ["thanks 0.16"]),
        ("It is good. Thanks", ["good 2.0", "thanks 1.6"]),
        (
            "When do you open? You were so kind last time, thanks for all of it",
            ["thanks 1.6"]
        ),
    ])
    func `thanks for an answer to come is no praise`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(arguments: [
        ("What happens if the parcel is late?", ["late -0.42"]),
        ("Why is the parcel late?", ["late -1.12"]),
        ("Why do I pay if it is late?", ["late -1.12"]),
        ("If it is late I am angry", ["late -1.4", "angry -2.2"]),
    ])
    func `what may come to pass is not blamed by who asks about it`(
        text: String, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(
        arguments: [
            ("Moja Pierwsza I Dobra Kawa", .polish, ["dobra 2.0"]),
            ("Mana Pirmā Un Laba Kafija", .latvian, ["laba 2.0"]),
            ("Pani Anna Dobra pije kawę", .polish, []),
        ] as [(String, LanguageCode, [String])])
    func `a sentence in title case names nobody`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(arguments: [
        ("The router is broken again. Great Kawka", ["broken -2.2", "great -1.4"]),
        ("The router is broken again. Great @somebody", ["broken -2.2", "great -1.4"]),
        ("The router is broken again. Great", ["broken -2.2", "great 2.8"]),
        ("The router is broken again. Great coffee Kawka", ["broken -2.2", "great 2.8"]),
        ("Is the router broken again? Great Kawka", ["broken -1.76", "great 2.8"]),
        ("The router is broken. Recommended Kawka", ["broken -2.2", "recommend* -1.1"]),
        ("The broken router is fast. Great Kawka", ["broken -2.2", "fast 1.6", "great 2.8"]),
    ])
    func `praise of a name alone after nothing but blame is irony`(
        text: String, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(arguments: [
        ("great Kawka, the router is broken", ["great -1.4", "broken -2.2"]),
        ("thanks Kawka, the router is broken", ["thanks -0.8", "broken -2.2"]),
        ("thanks, the router is broken", ["thanks 1.6", "broken -2.2"]),
        ("great coffee, the router is broken", ["great 2.8", "broken -2.2"]),
    ])
    func `the name of a brand is no word of a clause of irony`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text) == expected)
    }
}
