import Classifying
import Model
import Testing
import Tokenizing

struct LearntToneTests {
    /// Thresholds of 0.6; in a text of up to nine words a weight counts a third.
    private let classifier = Classifier(
        rules: Rules.sample.learning([
            LearntTone(
                language: .english, threshold: .init(praise: 0.6, blame: 0.6),
                keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0.2, blame: 0.2),
                entries: [
                    .init(term: "crunchy", weights: .init(praise: 3, blame: -1.5)),
                    .init(term: "soggy", weights: .init(praise: -1.5, blame: 3)),
                    .init(term: "press release", weights: .init(praise: -9, blame: -9)),
                    .init(term: "crunchy as ever", weights: .init(praise: 1.5, blame: 0)),
                ])
        ]))

    @Test(
        arguments: [
            ("so crunchy it is", .positive), ("so soggy it is", .negative),
            ("it is what it is", .neutral), ("crunchy and soggy at once", .neutral),
            ("great as it is", .positive), ("press release: great", .neutral),
            ("press release: awful", .neutral),
        ] as [(String, Sentiment.Label)])
    func `learnt words speak for a side, against it, or against both`(
        text: String, label: Sentiment.Label
    ) {
        #expect(classifier.sentiment(text, .english).label == label)
    }

    @Test(
        arguments: [
            ("great and awful", .mixed), ("great and awful, so crunchy", .positive),
            ("great and awful, so soggy", .negative),
        ] as [(String, Sentiment.Label)])
    func `strong words of both sides are mixed unless learnt words tell which prevails`(
        text: String, label: Sentiment.Label
    ) {
        #expect(classifier.sentiment(text, .english).label == label)
    }

    @Test(
        arguments: [
            ("cheap and late", .negative), ("cheap, cheap and late", .positive),
            ("cheap desk", .positive), ("late desk", .negative),
        ] as [(String, Sentiment.Label)])
    func `beside blame praise counts three quarters, beside a light hint all of it`(
        text: String, label: Sentiment.Label
    ) {
        #expect(classifier.sentiment(text, .english).label == label)
    }

    @Test func `learnt words are evidence, overlapping or not, each once`() {
        let sentiment = classifier.sentiment("crunchy as ever crunchy", .english)
        #expect(
            sentiment.evidence == [
                SentimentEvidence(term: "crunchy", range: 0..<7, weight: 0.75),
                SentimentEvidence(term: "crunchy as ever", range: 0..<15, weight: 0.25),
            ])
    }

    @Test func `toward a brand four fifths count of what was learnt, thresholds too`() {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 3.7, blame: 3.7),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [.init(term: "crunchy", weights: .init(praise: 3, blame: 0))])
        let tags = Classifier(rules: .sample.learning([learnt]))
            .tags("Kawka is great crunchy stuff", language: .english)
        #expect(tags.sentiment.label == .neutral)
        #expect(tags.mentions.map(\.sentiment.label) == [.positive])
        let weights = tags.mentions.flatMap(\.sentiment.evidence).map(\.weight)
        #expect(zip(weights, tags.sentiment.evidence.map(\.weight)).map { $0 / $1 } == [1, 0.8])
    }

    @Test(arguments: [
        ("crunchy", 0.75), ("crunchy it is what it is so they say", 0.75),
        ("crunchy it is what it is so they say and so do they all there now", 0.5625),
    ])
    func `in a text of more than nine words each word says less`(text: String, weight: Double) {
        let sentiment = classifier.sentiment(text, .english)
        #expect(sentiment.evidence.map(\.weight) == [weight])
    }

    /// Its length is 4 words, and the long texts have 16.
    @Test func `in a text longer than the learnt length keywords say less, but not toward a brand`()
    {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 1.5, blame: 1.5),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            length: .init(praise: 4, blame: 4), entries: [])
        let classifier = Classifier(rules: .sample.learning([learnt]))
        let short = classifier.sentiment("great as it is", .english)
        #expect(short.label == .positive && short.evidence.map(\.weight) == [2.8])
        let long = classifier.sentiment(
            "great it is what it is and it is what it is and there it is", .english)
        #expect(long.label == .neutral && long.evidence.map(\.weight) == [1.4])
        let tags = classifier.tags(
            "Kawka is great and it is what it is and it is what it is there", language: .english)
        #expect(tags.sentiment.evidence.map(\.weight) == [1.4])
        #expect(tags.mentions.flatMap(\.sentiment.evidence).map(\.weight) == [2.8])
    }

    @Test(
        arguments: [
            ("no problem!", .neutral), ("no problem, Anna!", .neutral),
            ("@anna no problem!!", .neutral), ("a ship! no problem!", .positive),
            ("no problem! a ship!", .positive), ("no problem, a ship!", .positive),
            ("no problem #ship!", .positive), ("Anna!", .positive),
        ] as [(String, Sentiment.Label)])
    func `a mark behind nothing but a formula and whom it is said to says nothing`(
        text: String, label: Sentiment.Label
    ) {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [.init(term: "!", weights: .init(praise: 3, blame: 0))])
        let classifier = Classifier(rules: Rules.sample.learning([learnt]))
        #expect(classifier.sentiment(text, .english).label == label)
    }

    @Test(arguments: [
        ("it does not crash", ["crash*"]), ("it is not good", ["not", "good"]),
        ("it is not here", ["not"]), ("never had such good bread", ["good"]),
        ("when do you open? thanks", ["thanks"]),
    ])
    func `where blame is denied, nothing that was learnt blames`(
        text: String, expected: [String]
    ) {
        let blame = LearntTone.Sides(praise: -1, blame: 1)
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: ["not", "never", "crash", "thanks"].map { .init(term: $0, weights: blame) })
        let sentiment = Classifier(rules: Rules.sample.learning([learnt]))
            .sentiment(text, .english)
        #expect(sentiment.evidence.map(\.term) == expected)
    }

    @Test(
        arguments: [
            ("we found it cheap for Anna in Riga", .neutral),
            ("we found it cheap for anna in riga", .positive),
            // The name of a brand is no sign of news.
            ("we found it cheap in Kawka", .positive),
            ("we found it cheap in Kawka, Anna and Boris in Riga too", .neutral),
        ] as [(String, Sentiment.Label)])
    func `many capitals say what was learnt of them, of a text and toward the brand in it`(
        text: String, label: Sentiment.Label
    ) {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            capitals: .init(praise: -6, blame: -6), entries: [])
        let tags = Classifier(rules: .sample.learning([learnt])).tags(text, language: .english)
        #expect(tags.sentiment.label == label)
        #expect(tags.mentions.allSatisfy { $0.sentiment.label == label })
    }

    @Test func `a word and its stem each speak`() {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [
                .init(term: "sogg*", weights: .init(praise: -1.5, blame: 1.5)),
                .init(term: "soggy", weights: .init(praise: -0.8, blame: 0.8)),
            ])
        let sentiment = Classifier(rules: Rules.sample.learning([learnt]))
            .sentiment("soggy as it is", .english)
        #expect(Set(sentiment.evidence.map(\.term)) == ["sogg*", "soggy"])
        #expect(sentiment.label == .negative)
    }

    @Test func `learnt words inside a phrase of the lexicon say nothing more`() {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [.init(term: "problem", weights: .init(praise: -2, blame: 2))])
        let classifier = Classifier(rules: Rules.sample.learning([learnt]))
        #expect(classifier.sentiment("no problem", .english).label == .neutral)
        #expect(
            classifier.sentiment("no problem but a problem", .english).evidence.map(\.term)
                == ["problem*", "problem"])
    }

    @Test func `the keywords of each side count as much as was learnt`() {
        func label(_ text: String, keywords: LearntTone.Sides, opposition: LearntTone.Sides)
            -> Sentiment.Label
        {
            let learnt = LearntTone(
                language: .english, threshold: .init(praise: 1, blame: 1), keywords: keywords,
                opposition: opposition, entries: [])
            return Classifier(rules: Rules.sample.learning([learnt])).sentiment(text, .english)
                .label
        }
        let none = LearntTone.Sides(praise: 0, blame: 0)
        let both = LearntTone.Sides(praise: 1, blame: 1)
        #expect(label("great", keywords: both, opposition: none) == .positive)
        #expect(label("awful", keywords: both, opposition: none) == .negative)
        let deaf = LearntTone.Sides(praise: 0.2, blame: 1)
        #expect(label("great", keywords: deaf, opposition: none) == .neutral)
        #expect(label("awful", keywords: deaf, opposition: none) == .negative)
        #expect(label("Great. The menu is slow", keywords: both, opposition: none) == .positive)
        let opposed = LearntTone.Sides(praise: 2, blame: 0)
        #expect(label("Great. The menu is slow", keywords: both, opposition: opposed) != .positive)
    }

    @Test(arguments: [
        "so crunchy it is", "so soggy it is", "press release: great", "press release: awful",
        "it is great", "awful", "what is it", "great but awful press release",
    ])
    func `the score never leaves what the label allows`(text: String) {
        let sentiment = classifier.sentiment(text, .english)
        switch sentiment.label {
        case .positive: #expect(sentiment.score >= 0.15)
        case .negative: #expect(sentiment.score <= -0.15)
        case .neutral, .undecided: #expect(abs(sentiment.score) < 0.15)
        case .mixed: #expect(abs(sentiment.score) <= 1)
        }
    }

    @Test func `a learnt word is for the brand of its clause`() {
        let text = "Kawka is so crunchy, but Ziarenko was soggy"
        let entry = EntryText(text: text, language: .english)
        let tags = classifier.tags(
            for: entry, title: Words(of: ""), text: Words(of: text),
            mentions: Mention.all(in: entry))
        #expect(tags.mentions.map(\.sentiment.label) == [.positive, .negative])
        #expect(tags.mentions[0].sentiment.evidence.map(\.term) == ["crunchy"])
    }

    @Test func `of the words of a comparison nothing was learnt`() {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [
                .init(term: "nothing", weights: .init(praise: -2, blame: 2)),
                .init(term: "today", weights: .init(praise: 0.2, blame: 0)),
            ])
        let tags = Classifier(rules: Rules.sample.learning([learnt]))
            .tags("Nothing is better than Kawka today", language: .english)
        #expect(
            tags.mentions[0].sentiment.evidence.map(\.term)
                == ["Nothing is better than", "today"])
        #expect(tags.mentions[0].sentiment.label == .positive)
    }

    @Test func `what was learnt for one language says nothing in another`() {
        #expect(classifier.sentiment("nie wiem, crunchy to jest", .polish).label == .neutral)
    }

    @Test(
        arguments: [
            ("great and awful, with chewy bread", .mixed),
            ("great and awful it was there on that day with chewy bread and all", .negative),
        ] as [(String, Sentiment.Label)])
    func `in a short text learnt words must tell more to prevail over strong words`(
        text: String, label: Sentiment.Label
    ) {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.6, blame: 0.6),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0.2, blame: 0.2),
            entries: [.init(term: "chewy", weights: .init(praise: 0, blame: 1.2))])
        let classifier = Classifier(rules: .sample.learning([learnt]))
        #expect(classifier.sentiment(text, .english).label == label)
    }

    @Test(
        arguments: [
            ("chewy bread", .positive, 0.15), ("stale bread", .negative, -0.15),
        ] as [(String, Sentiment.Label, Double)])
    func `the score of a label that learnt words barely give is the least of that label`(
        text: String, label: Sentiment.Label, score: Double
    ) {
        let learnt = LearntTone(
            language: .english, threshold: .init(praise: 0.1, blame: 0.1),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [
                .init(term: "chewy", weights: .init(praise: 0.6, blame: 0)),
                .init(term: "stale", weights: .init(praise: 0, blame: 0.6)),
            ])
        let sentiment = Classifier(rules: .sample.learning([learnt])).sentiment(text, .english)
        #expect(sentiment.label == label)
        #expect(sentiment.score == score)
    }
}
