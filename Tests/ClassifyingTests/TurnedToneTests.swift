import Classifying
import Model
import Testing

/// What is denied, or praised the more, in another order of words.
struct TurnedToneTests {
    @Test(
        arguments: [
            ("Tanio w Kawce nie jest, ale miło", .polish, ["tani*! -0.588"]),
            ("Dobre to nie było.", .polish, ["dobre! -1.4"]),
            ("Źle nie jest", .polish, ["źle! 0.8"]),
            ("Dobre na pewno nie jest", .polish, ["dobre! -1.4"]),
            ("Drogo raczej nie jest", .polish, ["drog*! 0.64"]),
            ("Lēti Kawkā nav", .latvian, ["lēt*! -0.98"]),
            ("Labi tas nebija.", .latvian, ["labi! -1.26"]),
            ("Awarii nie ma", .polish, ["awari*! 0.72"]),
            ("Problēmu nav bijis", .latvian, ["problēm*! 0.6"]),
            ("Dobre to jest", .polish, ["dobre 2.0"]),
            ("Dobre, nie jest źle", .polish, ["dobre 2.0", "źle! 0.8"]),
            ("Dobre ciasta nie są tam drogie", .polish, ["dobre 2.0", "drog*! 0.64"]),
        ] as [(String, LanguageCode, [String])])
    func `a clause that ends with not being so denies what it begins with`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            (
                "Żadnych problemów z Zefirnetem nie rozwiązali", .polish,
                ["żadnych problem*! -0.84", "nie rozwiąz* -1.2"]
            ),
            (
                "Żadnej awarii nie rozwiązali", .polish, ["awari* -1.8", "nie rozwiąz* -1.2"]
            ),
            ("Żadnych problemów nie było", .polish, ["żadnych problem* 1.2"]),
            ("Żadnej awarii nie było", .polish, ["awari*! 0.72"]),
            (
                "Nekādu problēmu Zefirnets neatrisina", .latvian,
                ["problēm* -1.5", "neatrisin* -2.2"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `a negative word agrees with the negator of a verb that is blamed`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        let lines =
            language == .polish
            ? "żadnych problem*=1.2, żadnej=negator, awari*=-1.8, nie=negator, nie rozwiąz*=-1.2"
            : "problēm*=-1.5, nekādu=negator, neatrisin*=-2.2"
        #expect(Classifier(rules: Rules(language, lines)).weights(text, language) == expected)
    }

    @Test func `in English a negative word denies alone`() {
        let classifier = Classifier(
            rules: Rules(.english, "problem=-1.6, never=negator, no reply=-1.2"))
        #expect(
            classifier.weights("I never had a problem with no reply")
                == ["problem! 0.64", "no reply -1.2"])
    }

    @Test(
        arguments: [
            ("The staff couldn't have been kinder", .english, ["kinder 2.0"]),
            ("The staff could not have been kinder", .english, ["kinder 2.0"]),
            ("It couldn't be slower", .english, ["slower -2.0"]),
            ("The staff couldn't be kinder than ours", .english, ["kinder! -1.4"]),
            ("I do not find them kinder", .english, ["kinder! -1.4"]),
            ("Why couldn't they be kinder", .english, ["kinder! -1.4"]),
            ("We couldn't have super vans", .english, ["super! -1.4"]),
            ("Obsługa nie mogła być milsza", .polish, ["milsz* 2.0"]),
            ("Obsługa nie jest milsza", .polish, ["milsz*! -1.4"]),
        ] as [(String, LanguageCode, [String])])
    func `what could not be more so is so in the highest degree`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        let lines =
            language == .english
            ? "kinder=2, super=2, slower=-2, couldn't=negator, not=negator"
            : "milsz*=2, nie=negator"
        #expect(Classifier(rules: Rules(language, lines)).weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("it isn't just good", ["good 2.0"]), ("not only is it cheap", ["cheap 1.4"]),
            ("it was not merely slow", ["slow -1.8"]), ("I don't just like it", ["like! -0.84"]),
            ("it isn't good", ["good! -1.4"]),
        ])
    func `not only denies nothing`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text, .english) == expected)
    }

    @Test(
        arguments: [
            ("nothing in town like Kawka", ["like 2.4"]),
            ("nothing here tastes like it", ["like 2.4"]),
            ("nothing here looks like it", ["like! -0.84"]),
            ("nothing at Kawka I like", ["like! -0.84"]),
            ("nothing here to like", ["like! -0.84"]),
            ("nothing we would like", ["like! -0.84"]),
            ("nothing like it", ["like! -0.84"]),
        ])
    func `what nothing is like is praised`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text, .english) == expected)
    }

    @Test(
        arguments: [
            ("none here taste like it", ["like 2.4"]), ("none of us like it", ["like! -0.84"]),
        ])
    func `some of whom none likes a thing blame it`(text: String, expected: [String]) {
        let classifier = Classifier(rules: Rules(.english, "none=negator, like=1.2"))
        #expect(classifier.weights(text) == expected)
    }

    @Test(
        arguments: [
            ("can't recommend it enough", ["recommend* 2.2"]),
            ("can't recommend it", ["recommend*! -1.54"]),
            ("can't be good enough", ["good! -1.4"]),
            ("can't quite\nright enough", ["quite right! -1.4"]),
        ])
    func `what cannot be praised enough is praised`(text: String, expected: [String]) {
        let rules = Rules(.english, "can't=negator, recommend*=2.2, good=2, quite right=2")
        #expect(Classifier(rules: rules).weights(text) == expected)
    }

    @Test(
        arguments: [
            ("szkoda, że tu nie ma lepszej kawy", .polish, ["lepsz*! -1.12"]),
            ("nie ma lepszej kawy", .polish, ["lepsz* 1.6"]),
            ("žēl, ka nav labākas kafijas", .latvian, ["labāk*! -1.12"]),
            ("nav labākas kafijas", .latvian, ["labāk* 1.6"]),
        ] as [(String, LanguageCode, [String])])
    func `of what one is sorry for, that there is none better is no praise`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test func `a phrase of praise behind a word of regret is no praise`() {
        let classifier = Classifier(rules: Rules(.polish, "nie ma lepsz*=1.6, szkoda=-1.1"))
        let found = ["Szkoda, że Kawka nie ma lepszych ciast", "Nie ma lepszych ciast"].map {
            classifier.sentiment($0, .polish).evidence.last
        }
        #expect(found.map(\.?.isNegated) == [true, false])
    }

    @Test(
        arguments: [
            ("Zefirnet never repaired the broken router", .english, ["broken -2.2"]),
            ("Zefirnet never sent a broken router", .english, ["broken! 0.88"]),
            ("Zefirnet has still not fixed my problem", .english, ["problem* -1.6"]),
            ("Zefirnet nie usunął awarii", .polish, ["awari* -1.8"]),
            ("Zefirnet nie zgłosił awarii", .polish, ["awari*! 0.72"]),
            ("Zefirnet nav novērsis avāriju", .latvian, ["avārij* -1.8"]),
            ("Zefirnet nav redzējis avāriju", .latvian, ["avārij*! 0.72"]),
        ] as [(String, LanguageCode, [String])])
    func `trouble that nobody puts right stays`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }
}
