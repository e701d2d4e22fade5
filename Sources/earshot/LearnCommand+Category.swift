import ArgumentParser
import Learning
import Model
import Pipeline

extension RulesCommand.Learn {
    /// Learns keywords of a category beside those that were written.
    func learn(_ category: Category.ID, _ language: LanguageCode) throws {
        let rules = try workspace.folder.loadRules().rules
        var settings = KeywordLearner.Settings()
        if let penalty { settings.penalty = penalty }
        if let termsPerText { settings.termsPerText = termsPerText }
        let training = try CategoryTraining(
            category: category, language: language, sets: try sets(of: category), rules: rules,
            settings: settings)
        let learnt = ProgressLine.during("learning") { training.learnt() }
        let earlier = rules.learntKeywords.first {
            $0.category == category && $0.language == language
        }
        let report = ProgressLine.during("measuring") {
            KeywordReport(training, learnt: learnt, earlier: earlier)
        }
        try report.print(as: format, report.text)
        try refuse(
            training.exampleFailures(with: learnt),
            advice: "a higher --penalty keeps more of the keywords, and a term that is made a "
                + "keyword is not learnt")
        guard !dryRun else { return }
        guard !learnt.keywords.isEmpty else {
            throw RunError.badInput(
                "nothing is written: no term stands in enough of the texts, and few enough, to be learnt; "
                    + "judge more texts, or lower --penalty")
        }
        let texts = training.sets.map { (set: $0.name, count: $0.texts.count) }
        let file = LearntFile(learnt, from: .init(credits: credit, texts: texts))
        tell("wrote \(try file.write(to: workspace.folder))\n")
    }

    // MARK: - Private

    private func sets(of category: Category.ID) throws -> [CategoryTexts] {
        guard from.isEmpty else {
            let labels = Set(label.isEmpty ? [category.value] : label)
            return try from.map { path in try CategoryTexts(path: path, labels: labels) }
        }
        let reviewed = try CategoryTexts.reviewed(in: workspace.folder, of: category)
        guard !reviewed.texts.isEmpty else {
            throw RunError.badInput(
                "nobody has judged a category in this archive yet; name judged texts with --from, or "
                    + "correct mentions in a digest's page and `earshot review apply` them")
        }
        return [reviewed]
    }
}
