import Learning
import Model
import Pipeline
import Testing

struct ToneTrainingTests {
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace()
    }

    @Test func `judged texts are read by line, and other labels passed over`() throws {
        let folder = try TestWorkspace([
            "reviews.jsonl": """
            {"text": "dobre", "label": "positive", "language": "pl"}
            {"text": "bad", "label": "negative", "lang": "en-GB", "weight": 0.5}

            {"text": "hm", "label": "ambiguous"}
            {"text": "so", "label": "neutral"}
            """
        ])
        let file = try LabelledFile(path: folder.workspace.path + "/reviews.jsonl")
        #expect(file.set.name == "reviews")
        #expect(
            file.set.texts == [
                LabelledText(text: "dobre", label: .positive, language: .polish),
                LabelledText(text: "bad", label: .negative, language: .english, weight: 0.5),
                LabelledText(text: "so", label: .neutral),
            ])
        #expect(file.passedOver == ["ambiguous": 1])
    }

    @Test(arguments: ["posts.jsonl", "posts.tsv"])
    func `a file may begin and its lines may end as those of Windows do`(name: String) throws {
        let lines =
            name.hasSuffix("tsv")
            ? ["positive\tdobre", "", "neutral\tso"]
            : [
                #"{"text": "dobre", "label": "positive"}"#, "",
                #"{"text": "so", "label": "neutral"}"#,
            ]
        let folder = try TestWorkspace([
            name: "\u{FEFF}" + lines.map { "\($0)\r\n" }.joined()
        ])
        let file = try LabelledFile(path: folder.workspace.path + "/" + name)
        #expect(file.set.texts.map(\.text) == ["dobre", "so"])
    }

    @Test func `labels are known in capitals and with spaces around`() throws {
        let folder = try TestWorkspace([
            "posts.tsv": "Positive\tdobre\nNEUTRAL \tso\n",
            "bugs.jsonl": """
            {"text": "a", "label": "bug report"}
            {"text": "b", "labels": ["Praise", "Bug report"]}
            {"text": "c", "label": "praise"}
            """,
        ])
        let path = folder.workspace.path
        #expect(
            try LabelledFile(path: path + "/posts.tsv").set.texts.map(\.label)
                == [.positive, .neutral])
        #expect(
            try CategoryTexts(path: path + "/bugs.jsonl", labels: ["Bug Report"]).texts
                .map(\.isOfCategory) == [true, true, false])
    }

    @Test func `a language that is no code is told, and an empty one is not stated`() throws {
        let folder = try TestWorkspace([
            "posts.jsonl": """
            {"text": "dobre", "label": "positive", "language": "Polish"}
            {"text": "so", "label": "neutral", "lang": ""}
            """
        ])
        let path = folder.workspace.path + "/posts.jsonl"
        let error = #expect(throws: RunError.self) { try LabelledFile(path: path) }
        #expect(
            error?.description
                == "\(path):1: 'Polish' is no language code; write one such as pl, or none")
    }

    @Test func `every line that is no judged text is named`() throws {
        let folder = try TestWorkspace(["bad.jsonl": "{\"text\": \"a\"}\n\nnonsense\n"])
        let path = folder.workspace.path + "/bad.jsonl"
        let advice =
            #": not a judged text; write {"text": "…", "label": "positive"}, neutral or negative"#
        let error = #expect(throws: RunError.self) { try LabelledFile(path: path) }
        #expect(error?.description == "\(path):1\(advice)\n\(path):3\(advice)")
        #expect(error?.exitCode == 65)
    }

    @Test func `a table has the label first and the text last`() throws {
        let folder = try TestWorkspace([
            "posts.tsv": "positive\tdobre\tale dobre\n\nneutral\tso\nmixed\tso so\n",
            "bad.tsv": "positive\n\tnegative\nneutral\t\n",
        ])
        let file = try LabelledFile(path: folder.workspace.path + "/posts.tsv")
        #expect(
            file.set.texts == [
                LabelledText(text: "ale dobre", label: .positive),
                LabelledText(text: "so", label: .neutral),
            ])
        #expect(file.passedOver == ["mixed": 1])
        let path = folder.workspace.path + "/bad.tsv"
        let error = #expect(throws: RunError.self) { try LabelledFile(path: path) }
        let advice = ": not a judged text; write a label, a tab and the text"
        #expect(error?.description == "\(path):1\(advice)\n\(path):3\(advice)")
    }

    @Test func `what is learnt is judged on texts that it was not learnt from`() throws {
        let training = try training()
        let before = training.results(with: nil).map(\.matrix.accuracy)
        let crossValidated = training.crossValidation().map(\.matrix)
        let leftOut = training.leavingOneSetOut().map(\.matrix)
        #expect(crossValidated.map(\.total) == [60, 60] && leftOut.map(\.total) == [60, 60])
        for number in before.indices {
            #expect(before[number] < 0.5)
            #expect(crossValidated[number].accuracy > 0.9)
            #expect(leftOut[number].accuracy > 0.9)
        }
    }

    @Test func `texts that two sets share are not judged by what was learnt from them`() throws {
        let base = LearntTone(
            language: .english, threshold: .init(praise: 0.3, blame: 0.3),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0.2, blame: 0.2),
            entries: [])
        let training = try training(sets: ["first", "first"], base: base)
        let before = training.results(with: nil).map(\.matrix)
        #expect(training.leavingOneSetOut().map(\.matrix) == before)
        #expect(training.crossValidation().map(\.matrix) != before)
    }

    @Test func `the file written is the weights that a run reads, twice the same`() throws {
        let learnt = try training().learnt()
        #expect(try training().learnt() == learnt)
        let file = LearntFile(
            learnt,
            from: .init(credits: ["Invented texts."], texts: [("first", 60), ("second", 60)]))
        let path = try file.write(to: folder.workspace)
        #expect(path.hasSuffix("/rules/sentiment/learnt/en.tsv"))
        #expect(try folder.workspace.loadRules().rules.learnt == [learnt])
        #expect(
            file.text.hasPrefix("# Learnt by `earshot rules learn` from first (60 texts), second"))
        #expect(file.text.contains("\n# Invented texts.\n"))
        let ofOne = LearntFile(learnt, from: .init(credits: [], texts: [("first", 1)])).text
        #expect(ofOne.hasPrefix("# Learnt by `earshot rules learn` from first (1 text).\n"))
    }

    @Test
    func `the file says what capitals tell and how long a text may be, where that was learnt`()
        throws
    {
        func file(capitals: LearntTone.Sides?, length: LearntTone.Sides?) -> LearntFile {
            LearntFile(
                LearntTone(
                    language: .english, threshold: .init(praise: 1, blame: 1),
                    keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
                    capitals: capitals, length: length, entries: []),
                from: .init(credits: [], texts: [("first", 1)]))
        }
        let told = file(
            capitals: .init(praise: -1.5, blame: -0.4), length: .init(praise: 12, blame: 9))
        #expect(told.text.contains("\n# =capitals is ") && told.text.contains("\n# =length is "))
        #expect(
            told.text.contains("\n=opposition\t0\t0\n=capitals\t-1.5\t-0.4\n=length\t12\t9\n"))
        _ = try told.write(to: folder.workspace)
        let learnt = try folder.workspace.loadRules().rules.learnt
        #expect(learnt.map(\.capitals) == [.init(praise: -1.5, blame: -0.4)])
        #expect(learnt.map(\.length) == [.init(praise: 12, blame: 9)])
        let untold = file(capitals: nil, length: nil).text
        #expect(!untold.contains("=capitals") && !untold.contains("=length"))
    }

    @Test func `what was learnt for another language changes nothing`() throws {
        let english = LearntTone(
            language: .english, threshold: .init(praise: 1, blame: 1),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0, blame: 0),
            entries: [.init(term: "rolls", weights: .init(praise: 9, blame: -9))])
        let alone = try training(in: .latvian)
        let beside = try training(in: .latvian, learnt: [english])
        #expect(beside.learnt() == alone.learnt())
    }

    /// What was learnt before says the opposite of "crunchy", and knows "sturdy", of which no text speaks.
    @Test func `what was learnt before is adapted, and stays where no text speaks against it`()
        throws
    {
        let base = LearntTone(
            language: .english, threshold: .init(praise: 0.3, blame: 0.3),
            keywords: .init(praise: 1, blame: 1), opposition: .init(praise: 0.2, blame: 0.2),
            entries: [
                .init(term: "crunchy", weights: .init(praise: -0.5, blame: 0.5)),
                .init(term: "sturdy", weights: .init(praise: 2, blame: -2)),
            ])
        let training = try training(base: base)
        let adaptation = try #require(training.adaptation())
        let added = Dictionary(
            uniqueKeysWithValues: adaptation.entries.map { ($0.term, $0.weights) })
        #expect(try #require(added["crunchy"]).praise > 0.5)
        #expect(added["sturdy"] == nil)
        let learnt = training.learnt()
        #expect(learnt == base.adapted(by: adaptation))
        #expect(learnt.keywords == base.keywords && learnt.opposition == base.opposition)
        #expect(learnt.entries.first { $0.term == "sturdy" } == base.entries[1])

        for (before, after) in zip(training.results(with: nil), training.crossValidation()) {
            #expect(before.matrix.accuracy < 0.5)
            #expect(after.matrix.accuracy > before.matrix.accuracy + 0.3)
        }
        let lexicon = try self.training().results(with: nil).map(\.matrix.counts)
        #expect(training.lexiconResults().map(\.matrix.counts) == lexicon)
        let report = LearningReport(training, learnt: learnt, earlier: base).text
        #expect(report.contains("\nbefore: by what was learnt from others; learnt: "))

        let file = LearntFile(adaptation, from: .init(credits: [], texts: [("first", 60)]))
        #expect(try file.write(to: folder.workspace).hasSuffix("/rules/sentiment/adapted/en.tsv"))
        _ = try LearntFile(base, from: .init(credits: [], texts: [])).write(to: folder.workspace)
        let read = try folder.workspace.loadRules().rules
        #expect(read.unadapted == [base] && read.adaptations == [adaptation])
        #expect(read.learnt == [learnt])
    }

    @Test func `the report has both figures and the diff`() throws {
        let training = try training()
        let learnt = training.learnt()
        let report = LearningReport(training, learnt: learnt, earlier: nil).text
        #expect(report.contains("first "))
        #expect(report.contains("terms more, 0 fewer, 0 changed; praise and blame:\n+ "))
        #expect(report.contains("\n+ =threshold  "))
        let same = LearningReport(training, learnt: learnt, earlier: learnt).text
        #expect(same.hasSuffix("the file stays as it is\n"))
    }

    @Test(arguments: [
        (0, "no text in 'en' is"), (1, "only 1 text in 'en' is"), (4, "only 4 texts in 'en' are"),
        (5, nil),
    ])
    func `a label that stands nowhere, or at a few texts, is missed`(count: Int, told: String?)
        throws
    {
        let rules = try folder.workspace.loadRules().rules
        let texts = LabelledText.Label.allCases.flatMap { label in
            (0..<(label == .negative ? count : 5)).map {
                LabelledText(text: "rolls \($0)", label: label)
            }
        }
        let training = ToneTraining(
            language: .english, sets: [LabelledSet(name: "one", texts: texts)], rules: rules)
        let advice = "judged 'negative'; learning needs 5 of each of the three labels at least"
        var found: String?
        do { try training.requireAllLabels() } catch { found = error.description }
        #expect(found == told.map { "\($0) \(advice)" })
    }

    // MARK: - Private

    /// Sets that praise what is crunchy, blame what is soggy, and report on meetings.
    private func training(
        in language: LanguageCode = .english, sets names: [String] = ["first", "second"],
        learnt: [LearntTone] = [], base: LearntTone? = nil
    ) throws -> ToneTraining {
        let sets = names.map { name in
            LabelledSet(
                name: name,
                texts: (0..<20).flatMap { number in
                    [
                        LabelledText(
                            text: "crunchy rolls on day \(name) \(number)", label: .positive),
                        LabelledText(
                            text: "soggy rolls on day \(name) \(number)", label: .negative),
                        LabelledText(
                            text: "the meeting of \(name) is number \(number)", label: .neutral),
                    ]
                })
        }
        return ToneTraining(
            language: language, sets: sets,
            rules: try folder.workspace.loadRules().rules.learning(learnt), base: base,
            settings: settings)
    }

    private var settings: ToneLearner.Settings {
        var settings = ToneLearner.Settings(language: .english)
        settings.penalty = 1
        settings.mostShare = 0.5
        return settings
    }
}
