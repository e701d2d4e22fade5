import Classifying
import Model
import Testing
import Tokenizing

struct ToneWeightTests {
    @Test(
        arguments: [
            ("not good", .english, true), ("not a very good place", .english, true),
            ("not, good", .english, false), ("not today but good", .english, false),
            ("I do not know because it is good", .english, false),
            ("not one two three four five good", .english, false),
            ("nie jest to zbyt dobra kawa", .polish, true), ("nie, dobra kawa", .polish, false),
            ("nie wiem, ale dobra kawa", .polish, false),
            ("nie wiem czy jest i dobra", .polish, false),
            ("nav laba kafija", .latvian, true), ("nav, laba kafija", .latvian, false),
            ("nav laika, bet laba kafija", .latvian, false),
        ] as [(String, LanguageCode, Bool)])
    func `a negation reaches four words and not beyond its clause`(
        text: String, language: LanguageCode, isNegated: Bool
    ) {
        let sentiment = Classifier.sample.sentiment(text, language)
        #expect(sentiment.evidence.contains(where: \.isNegated) == isNegated)
    }

    @Test(
        arguments: [
            ("yet not good", .english, ["yet not -1.5", "good! -1.4"]),
            ("yet not a good day", .english, ["yet not -1.5", "good! -1.4"]),
            ("yet not, good", .english, ["yet not -1.5", "good 2.0"]),
            ("why not good", .english, ["why not 0.8", "good 2.0"]),
            ("znów nie dobra", .polish, ["znów nie -1.5", "dobra! -1.4"]),
        ] as [(String, LanguageCode, [String])])
    func `blame that ends in a negator turns round what follows`(
        text: String, language: LanguageCode, weights expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(
        arguments: [
            ("it is not “good”", .english), ("it is not a €5 good deal", .english),
            ("it is not \"good\"", .english), ("nie jest „dobry”", .polish),
            ("to nie jest za 5 € dobre", .polish), ("nav “labs”", .latvian),
            ("nav «labs»", .latvian),
        ] as [(String, LanguageCode)])
    func `quotation marks and signs of money end no clause`(text: String, language: LanguageCode) {
        #expect(Classifier.sample.weights(text, language).first?.contains("!") == true)
    }

    @Test(
        arguments: [
            ("nothing is better than this", .english, ["better 1.6"]),
            ("nothing is better", .english, ["better! -1.12"]),
            ("nothing is better to me", .english, ["better! -1.12"]),
            ("nothing is better here for me than this", .english, ["better 1.6"]),
            ("nic lepszego niż to", .polish, ["lepsz* 1.6"]),
            ("nikt nie jest lepszy od nas", .polish, ["lepsz* 1.6"]),
            ("nie jest lepszy niż to", .polish, ["lepsz*! -1.12"]),
            ("nekas nav labāks par to", .latvian, ["labāk* 1.6"]),
            ("nekas labāks par to", .latvian, ["labāk* 1.6"]),
        ] as [(String, LanguageCode, [String])])
    func `what nothing is better than is the best`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test(arguments: [
        "not today – good", "not today… good", "not today • good", "not today; good",
        "not today - good",
    ])
    func `dashes and bullets end a clause`(text: String) {
        #expect(Classifier.sample.weights(text) == ["good 2.0"])
    }

    @Test(
        arguments: [
            ("I would not, under any circumstances, recommend it", .english, true),
            ("I did not, and will not, recommend it", .english, true),
            ("Nie mogę, niestety, pochwalić: polecam", .polish, false),
            ("Nie mogę, niestety, polecam", .polish, true),
            ("es nav, diemžēl, iesaku", .latvian, true),
            ("No, really, good coffee", .english, false),
            ("I would not, they say it is so, go there and they are good", .english, false),
            ("I would not, today, but it is good", .english, false),
            ("I was not sure, to be honest, but loved it", .english, false),
            ("Nie wiedziałam, czego się spodziewać, ale polecam", .polish, false),
            ("es nav, godīgi sakot, bet iesaku", .latvian, false),
            ("It is not today, it is good", .english, false),
            ("It is not; today, good", .english, false),
            ("I did not go home, sadly, good coffee", .english, false),
            ("I would not, under any circumstances now, recommend it", .english, true),
            ("I would not, under any circumstances at all, recommend it", .english, false),
        ] as [(String, LanguageCode, Bool)])
    func `a negation reaches over what is put in between commas`(
        text: String, language: LanguageCode, isNegated: Bool
    ) {
        let sentiment = Classifier.sample.sentiment(text, language)
        #expect(sentiment.evidence.contains(where: \.isNegated) == isNegated)
    }

    @Test(arguments: [
        ("It is suuuper www.zefir.example", ["super 2.64"]),
        ("It is suuuper WWW.zefir.example", ["super 2.64"]), ("III", []),
        ("not in III good", ["good! -1.4"]),
    ])
    func `only words are drawn out, and no numbers`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(
        arguments: [
            ("nie w III kwartale dobre", .polish), ("nie w II kwartale dobre", .polish),
            ("not this aaaand good", .english),
        ] as [(String, LanguageCode)])
    func `nothing drawn out ends a negation`(text: String, language: LanguageCode) {
        #expect(Classifier.sample.weights(text, language).first?.contains("!") == true)
    }

    @Test(
        arguments: [
            ("nic nie działa", .polish, ["nie działa* -2.2"]),
            ("nikt nigdy nie był miły", .polish, ["miły! -1.4"]),
            ("nekas nestrādā", .latvian, ["nestrādā -2.2"]),
            ("nekas nav labi", .latvian, ["labi! -1.26"]),
        ] as [(String, LanguageCode, [String])])
    func `negative words agree and do not turn round twice`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test func `a negation is spent on the first keyword it meets`() {
        #expect(
            Classifier.sample.weights("don't recommend this awful app") == [
                "recommend*! -1.54", "awful -3.0",
            ])
    }

    @Test func `negated praise weighs less than blame`() {
        let negated = Classifier.sample.sentiment("not good", .english)
        let blamed = Classifier.sample.sentiment("bad", .english)
        #expect(blamed.score < negated.score)
        #expect(negated.score < 0)
    }

    @Test(arguments: [
        ("very good", ["good 2.8"]), ("slightly late", ["late -0.7"]),
        ("really very good", ["good 3.64"]), ("really not good", ["good! -1.82"]),
        ("not very good", ["good! -1.4"]), ("love it so", ["love 3.12"]),
        ("love it all so", ["love 3.12"]), ("love it all day so", ["love 2.6"]),
        ("very one two good", ["good 2.8"]), ("very one two three good", ["good 2.0"]),
        ("good. Very", ["good 2.0"]),
    ])
    func `a modifier multiplies the keyword beside it`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(arguments: [
        ("good but slow", ["good 1.2", "slow -2.7"]), ("but good", ["good 2.0"]),
        ("good. But slow", ["good 2.0", "slow -1.8"]),
    ])
    func `what stands after a contrast counts more`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(
        arguments: [
            ("It would be great if it was fast", .english, .neutral),
            ("I wish it was reliable", .english, .neutral), ("It is great", .english, .positive),
            ("Byłoby super, gdyby działało szybko", .polish, .neutral),
            ("gdyby tak było dobrze", .polish, .neutral),
            ("Būtu lieliski, ja strādātu ātrāk", .latvian, .neutral),
            ("kaut būtu labāk", .latvian, .neutral),
            ("would be great but it is awful", .english, .negative),
        ] as [(String, LanguageCode, Sentiment.Label)])
    func `what is wished for is no praise`(
        text: String, language: LanguageCode, label: Sentiment.Label
    ) {
        #expect(Classifier.sample.sentiment(text, language).label == label)
    }

    @Test(arguments: [
        ("good coffee would be", ["good 0.2"]),
        ("good coffee, it would be fast", ["good 2.0", "fast 0.16"]),
        ("I wish it was reliable but it is great", ["reliable 0.12", "great 4.2"]),
    ])
    func `a wish covers its clause and what follows, up to a contrast`(
        text: String, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text) == expected)
    }

    @Test(arguments: [
        ("ja laba kafija", ["laba 1.0"]), ("dzeru, ja laba kafija", ["laba 1.0"]),
        ("ja ātri, laba kafija", ["ātr* 0.8", "laba 2.0"]),
        ("zvanu, lai darbojas", ["darbojas 0.6"]), ("lai jauka diena", ["jauk* 1.8"]),
        ("nāku, lai gan lēna diena", ["lēn* -0.96"]),
        ("kāpēc maksāju, ja nestrādā", ["nestrādā -2.2"]),
    ])
    func `what Latvian supposes or means to be counts half`(text: String, expected: [String]) {
        #expect(Classifier.sample.weights(text, .latvian) == expected)
    }

    @Test func `a question takes back, and exclamation marks, capitals and long letters add`() {
        let plain = Classifier.sample.sentiment("it is good", .english).score
        #expect(Classifier.sample.sentiment("is it good?", .english).score < plain)
        #expect(Classifier.sample.sentiment("it is good!!", .english).score > plain)
        #expect(Classifier.sample.sentiment("it is GOOD", .english).score > plain)
        #expect(Classifier.sample.sentiment("it is goooood", .english).score > plain)
        #expect(Classifier.sample.sentiment("IT IS GOOD", .english).score == plain)
    }

    @Test func `quoted lines are not the writer's own`() {
        #expect(Classifier.sample.weights("> this is awful\nI love it") == ["love 2.6"])
        #expect(
            Classifier.sample.weights("> this is awful. Really awful\n> awful\ngood") == [
                "good 2.0"
            ])
        #expect(Classifier.sample.weights("5 > 4 is good") == ["good 2.0"])
    }

    @Test func `the longest term wins, each word counts once, and weight 0 takes words out`() {
        #expect(Classifier.sample.weights("not working") == ["not working -2.2"])
        #expect(Classifier.sample.weights("no problem, great") == ["great 2.8"])
        #expect(Classifier.sample.weights("not only great") == ["great 2.8"])
    }

    @Test func `weak words that disagree leave a text undecided`() {
        #expect(Classifier.sample.sentiment("slow and fast", .english).label == .undecided)
    }

    @Test func `a light hint beside a weak word leaves a text neutral`() {
        #expect(Classifier.sample.sentiment("a decent desk", .english).label == .neutral)
    }

    @Test(
        arguments: [
            ("great, the router is broken", .english, ["great -1.4", "broken -2.2"]),
            ("the van is two hours late, awesome", .english, ["late -1.4", "awesome -1.5"]),
            ("znowu nic nie działa, super", .polish, ["nie działa* -2.2", "super -1.2"]),
            ("great coffee, the router is broken", .english, ["great 2.8", "broken -2.2"]),
            ("great, but the router is broken", .english, ["great 1.68", "broken -3.3"]),
            ("great, the router is broken but small", .english, ["great 1.68", "broken -1.32"]),
            ("delicious, expensive", .english, ["delicious 2.8", "expensive -1.6"]),
            ("Great. The router is broken", .english, ["great 2.8", "broken -2.2"]),
            (
                "great, the old router is broken and this is fast", .english,
                ["great 2.8", "broken -2.2", "fast 1.6"]
            ),
        ] as [(String, LanguageCode, [String])])
    func `praise of one word beside a clause of nothing but blame is irony`(
        text: String, language: LanguageCode, expected: [String]
    ) {
        #expect(Classifier.sample.weights(text, language) == expected)
    }

    @Test func `the title counts, and evidence says where it stands`() {
        let tags = Classifier.sample.tags("It is slow 😡", title: "Bad", language: .english)
        #expect(
            tags.sentiment.evidence == [
                SentimentEvidence(term: "bad", field: .title, range: 0..<3, weight: -2),
                SentimentEvidence(term: "slow", range: 6..<10, weight: -1.8),
                SentimentEvidence(term: "😡", range: 11..<12, weight: -2.8),
            ])
    }

    @Test func `the words of a name have no tone`() {
        let text = "Super Kawka"
        let entry = EntryText(text: text, language: .english)
        let mention = Mention(brand: "kawka", form: text, range: 0..<11)
        let sentiment = Classifier.sample.sentiment(
            of: entry, title: Words(of: ""), text: Words(of: text), mentions: [mention])
        #expect(sentiment.evidence.isEmpty)
    }

    @Test(arguments: [
        ("Das ist wirklich schlecht und langsam", Sentiment.Label.undecided),
        ("Das ist wirklich schlecht und langsam 😡", .negative), ("12345", .undecided),
        ("Ist das wirklich so schlecht 😂?", .neutral),
    ])
    func `a language without a lexicon speaks through its emoji alone`(
        text: String, label: Sentiment.Label
    ) {
        #expect(Classifier.sample.tags(text).sentiment.label == label)
    }
}
