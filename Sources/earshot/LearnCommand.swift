import ArgumentParser
import Learning
import Model
import Pipeline

extension RulesCommand {
    struct Learn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "learn",
            abstract: "Learns weights from judged texts, beside those that people wrote.",
            discussion: """
                It learns from what was reviewed in the archive, or from files: JSON Lines of {"text", \
                "label"} (positive, neutral, negative) with optional "language" and "weight"; or, in a \
                file.tsv, lines with the label first and the text last. Each file is a set of its own. It \
                prints how good the rules are without and with what was learnt, on texts that it was not \
                learnt from. The same files give the same weights.

                What was learnt from other people's texts, rules/sentiment/learnt/LANGUAGE.tsv, stays, and \
                your texts adapt it: their changes go into rules/sentiment/adapted/LANGUAGE.tsv. If nothing \
                was learnt before, or with --anew, the file in learnt/ itself is written, from these texts \
                alone. Nothing is written if examples of the rules would fail, or if an adaptation judges \
                texts that it was not learnt from no better.

                With --category it learns keywords of a category instead, from texts that people judged to \
                belong to it or not: "label" is the category's id, or one that --label names, or "labels" \
                lists several; a text with other labels does not belong to it. It writes \
                rules/learnt/CATEGORY.LANGUAGE.tsv.

                Examples:
                  earshot rules learn --language pl --dry-run
                  earshot rules learn --language pl --from reviewed.jsonl --format json
                  earshot rules learn --category complaint --language pl --dry-run
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Option(
            help: ArgumentHelp(
                "Judged texts; may be given several times. Default: what was reviewed in the archive.",
                valueName: "file"))
        var from: [String] = []

        @Option(
            help: ArgumentHelp(
                "Judged texts that were written or chosen to show tone: they teach words, and only half of how "
                    + "much it takes for praise or blame; may be given several times.",
                valueName: "file"))
        var wordsFrom: [String] = []

        @Option(
            help: ArgumentHelp(
                "The language to learn; texts that state another one are left out.",
                valueName: "code")
        )
        var language: String

        @Option(
            help: ArgumentHelp(
                "Learn keywords of this category instead of weights of tone.", valueName: "id"))
        var category: String?

        @Option(
            help: ArgumentHelp(
                "A label in the files that means the category; may be given several times. Default: its id.",
                valueName: "name"))
        var label: [String] = []

        @Option(
            parsing: .unconditional,
            help: ArgumentHelp(
                "Pulls weights toward 0; raise it for few or narrow texts. Default: 0.8 in Polish, 1 in Latvian, "
                    + "else 1.5; 0.1 for a category.", valueName: "number"))
        var penalty: Double?

        @Option(
            parsing: .unconditional,
            help: ArgumentHelp(
                "How many terms to keep for each text, unless an adaptation is learnt. "
                    + "Default: 1 where words inflect, else 0.15; 0.3 for a category.",
                valueName: "number"))
        var termsPerText: Double?

        @Option(
            help: ArgumentHelp(
                "A line for the head of the file, such as whose texts they are; may be given several "
                    + "times.", valueName: "line"))
        var credit: [String] = []

        @Option(help: "text or json.")
        var format = OutputFormat.text

        @Flag(
            help: "Learn from these texts alone, and replace what was learnt from others before.")
        var anew = false

        @Flag(
            help: "Write an adaptation even if it judges other texts no better.")
        var evenIfNoBetter = false

        @Flag(help: "Print only; write nothing.")
        var dryRun = false

        func validate() throws {
            for number in [penalty, termsPerText].compactMap(\.self) {
                guard number > 0, number <= 1_000 else {
                    throw ValidationError(
                        "--penalty and --terms-per-text must be above 0, and at most 1000.")
                }
            }
            guard category != nil || label.isEmpty else {
                throw ValidationError("--label goes with --category.")
            }
            guard category == nil || !anew && wordsFrom.isEmpty else {
                throw ValidationError("--anew and --words-from do not go with --category.")
            }
            guard category == nil && !anew || !evenIfNoBetter else {
                throw ValidationError(
                    "--even-if-no-better goes with neither --anew nor --category.")
            }
            guard wordsFrom.isEmpty || !from.isEmpty else {
                throw ValidationError("--words-from goes with --from.")
            }
            guard LanguageCode(tag: language) != nil else {
                throw ValidationError("'\(language)' is no language code; write one such as pl.")
            }
        }

        func run() throws {
            try reportingErrors {
                let code = LanguageCode(tag: language) ?? .undetermined
                if let category { return try learn(Category.ID(category), code) }
                try learnTone(code)
            }
        }

        /// Tells of what was done, beside figures for programs.
        func tell(_ message: String) {
            switch format {
            case .json: StandardStream.error.writeIfPossible(message)
            case .text: StandardStream.output.write(message)
            }
        }

        /// Ends the command where a run would refuse to work with what was learnt.
        func refuse(_ failures: [ExampleFailure], advice: String) throws(RunError) {
            guard !failures.isEmpty else { return }
            for failure in failures {
                StandardStream.error.writeIfPossible("\(failure)".safeForTerminal + "\n")
            }
            throw .badInput(
                "nothing is written: with what was learnt examples of the rules would fail; "
                    + advice)
        }

        private func learnTone(_ code: LanguageCode) throws {
            let rules = try workspace.folder.loadRules().rules
            guard rules.lexicons.contains(where: { $0.language == code }) else {
                throw RunError.badInput(
                    "there is no rules/sentiment/\(code).tsv to start from; write one first")
            }
            let training = try toneTraining(code, rules)
            let learnt = ProgressLine.during("learning") { training.learnt() }
            // What `--anew` writes takes the place of one file, and the other goes on to adapt it.
            let earlier = (anew ? rules.unadapted : rules.learnt).first { $0.language == code }
            let adaptation = anew ? rules.adaptations.first { $0.language == code } : nil
            let report = ProgressLine.during("measuring") {
                LearningReport(training, learnt: learnt, earlier: earlier)
            }
            try report.print(as: format, report.text)
            try check(learnt, of: training, adaptedBy: adaptation)
            if training.base != nil, !evenIfNoBetter, let figures = report.lackOfGain {
                try refuse(worthBy: figures)
            }
            guard !dryRun else { return }
            try write(learnt, of: training)
            if let adaptation {
                StandardStream.error.writeIfPossible(
                    "earshot: rules/\(adaptation.path) goes on to change what is learnt; learn it "
                        + "again, or remove it\n")
            }
        }

        private func toneTraining(_ code: LanguageCode, _ rules: Rules) throws -> ToneTraining {
            let files =
                try from.map { path in try LabelledFile(path: path) }
                + wordsFrom.map { path in try LabelledFile(path: path, isGathered: false) }
            for (path, file) in zip(from + wordsFrom, files) { tellOfPassedOver(file, path) }
            let base = anew ? nil : rules.unadapted.first { $0.language == code }
            guard base == nil || termsPerText == nil else {
                throw ValidationError(
                    "--terms-per-text goes with --anew or --category: what adapts what was learnt "
                        + "keeps every term that it changes.")
            }
            var settings = ToneLearner.Settings(language: code)
            if let penalty { settings.penalty = penalty }
            if let termsPerText { settings.termsPerText = termsPerText }
            let training = ToneTraining(
                language: code, sets: try sets(files), rules: rules, base: base, settings: settings)
            try training.requireAllLabels()
            return training
        }

        private func tellOfPassedOver(_ file: LabelledFile, _ path: String) {
            for (label, count) in file.passedOver.sorted(by: { $0.key < $1.key }) {
                StandardStream.error.writeIfPossible(
                    "earshot: \(path): \(count.counted("text")) '\(label.safeForTerminal)' "
                        + "\(count == 1 ? "is" : "are") passed over\n")
            }
        }

        /// Ends the command where examples of the rules would fail.
        private func check(
            _ learnt: LearntTone, of training: ToneTraining, adaptedBy adaptation: ToneAdaptation?
        ) throws(RunError) {
            try refuse(
                training.exampleFailures(with: learnt),
                advice: "mend the examples, or the texts that were judged otherwise; a term whose "
                    + "note in rules/sentiment/\(learnt.language).tsv begins with `fixed` is not learnt"
            )
            guard let adaptation else { return }
            try refuse(
                training.exampleFailures(with: learnt.adapted(by: adaptation)),
                advice: "rules/\(adaptation.path) would go on to change it; remove that file")
        }

        private func write(_ learnt: LearntTone, of training: ToneTraining) throws {
            let texts = training.sets.map { (set: $0.name, count: $0.texts.count) }
            let origin = LearntFile.Origin(credits: credit, texts: texts)
            let file =
                training.adaptation().map { LearntFile($0, from: origin) }
                ?? LearntFile(learnt, from: origin)
            tell("wrote \(try file.write(to: workspace.folder))\n")
        }

        /// Ends the command where what was learnt is of no use, or says so where nothing is written anyway.
        private func refuse(worthBy figures: String) throws(RunError) {
            let reason =
                "texts that it was not learnt from are judged no better with what was learnt "
                + "(\(figures)); judge more texts, or raise --penalty; --even-if-no-better writes it all the same"
            guard dryRun else { throw .badInput("nothing is written: \(reason)") }
            StandardStream.error.writeIfPossible("earshot: it would not be written: \(reason)\n")
        }

        private func sets(_ files: [LabelledFile]) throws -> [LabelledSet] {
            guard from.isEmpty else { return files.map(\.set) }
            let reviewed = try LabelledFile.reviewed(in: workspace.folder)
            guard !reviewed.texts.isEmpty else {
                throw RunError.badInput(
                    "nobody has judged a tone in this archive yet; name judged texts with --from, or "
                        + "correct mentions in a digest's page and `earshot review apply` them")
            }
            return [reviewed]
        }
    }
}
