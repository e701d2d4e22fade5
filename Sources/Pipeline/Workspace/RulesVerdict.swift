import Model
import RuleLoading

/// Everything that is wrong in feeds/ and rules/: `earshot rules check`.
package struct RulesVerdict: Sendable, Encodable {
    /// Whether a run would start.
    package let isGood: Bool
    /// Errors, one line each, with file, line and what to do.
    package let mistakes: [String]
    /// The same of what a run lets pass.
    package let warnings: [String]
    /// Both with their parts.
    package let findings: [Finding]
    package let feeds: Int
    package let brands: Int
    package let categories: Int
    /// Values of facets.
    package let facetValues: Int
    package let locations: Int
    package let lexiconTerms: Int
    package let examples: Int
    package let rulesHash: String?

    package struct Finding: Sendable, Encodable {
        package let check: RuleLintCheck
        package let level: RuleFinding.Level
        package let message: String
        package let file: String
        package let line: Int?
        package let column: Int?

        init(_ finding: RuleFinding) {
            check = finding.check
            level = finding.level
            message = finding.message
            file = finding.place.file
            line = finding.place.line
            column = finding.place.column
        }
    }

    /// - Throws: where the archive, which tells what rules find too much, cannot be read.
    package init(workspace: Workspace) throws(RunError) {
        let configuration: Configuration
        // In a file that cannot be read, they may be why.
        let comments = HashtagComments.found(inWorkspace: workspace.path).map(RuleFinding.init)
        do {
            configuration = try workspace.load()
        } catch .rules(let errors) {
            let mistakes = errors.errors.map {
                RuleFinding(.invalidFile, .error, "\($0.mistake)", at: $0.place)
            }
            let others = comments.filter { comment in
                !mistakes.contains { $0.place == comment.place }
            }
            self.init(
                findings: (mistakes + others).sorted(by: RuleFinding.isBefore), configuration: nil)
            return
        }
        let rules = configuration.rules
        let tagger = Tagger(rules: rules)
        var findings = RulesCheck.findings(in: rules, tagger: tagger)
        var sources = Set(configuration.feeds.listed.map(\.source.id))
        if let archive = try Archive.ifMade(workspace) {
            sources.formUnion(try archive.sources().map(\.source))
            findings += try archive.broadQueries(of: rules)
            findings += try archive.reviewedExamples(of: rules, tagger: tagger)
        }
        findings += SourceLint.findings(in: rules.brands, known: sources) + comments
        findings += SourceLint.missingFiles(of: configuration.feeds, in: workspace)
        self.init(
            findings: findings.sorted(by: RuleFinding.isBefore), configuration: configuration)
    }

    package func text(style: TerminalStyle) -> String {
        let lines =
            mistakes.map { "\($0.safeForTerminal)\n" }
            + warnings.map { style.faint("warning: ") + "\($0.safeForTerminal)\n" }
        let warned = warnings.isEmpty ? "" : ", \(warnings.count.counted("warning"))"
        guard isGood else {
            return lines.joined() + style.bad(mistakes.count.counted("mistake")) + warned + "\n"
        }
        return lines.joined() + style.good("good")
            + ": \(feeds.counted("feed")), \(brands.counted("brand")), "
            + "\(categories.counted("category", "categories")), "
            + (facetValues > 0 ? "\(facetValues.counted("facet value")), " : "")
            + (locations > 0 ? "\(locations.counted("location")), " : "")
            + "\(lexiconTerms.counted("sentiment term")); "
            + "\(examples.counted("example holds", "examples hold"))\(warned)\n"
    }

    // MARK: - Private

    private init(findings: [RuleFinding], configuration: Configuration?) {
        mistakes = findings.filter { $0.level == .error }.map(\.description)
        warnings = findings.filter { $0.level == .warning }.map(\.description)
        self.findings = findings.map(Finding.init)
        isGood = mistakes.isEmpty
        let rules = configuration?.rules
        feeds = configuration?.feeds.feeds.count ?? 0
        brands = rules?.brands.count ?? 0
        categories = rules?.categories.count ?? 0
        facetValues = rules?.facets.reduce(0) { $0 + $1.values.count } ?? 0
        locations = rules?.locations.count ?? 0
        lexiconTerms = rules?.lexicons.reduce(0) { $0 + $1.entries.count } ?? 0
        examples = rules.map(RulesCheck.exampleCount) ?? 0
        rulesHash = configuration?.rulesHash
    }
}

extension RuleFinding {
    fileprivate init(_ comment: HashtagComments.Comment) {
        self.init(
            .hashtagComment, .warning,
            "'\(comment.word)' and all behind it in the line is a comment; put it in quotes, or write a "
                + "space behind the '#' if it is meant as one", at: comment.place)
    }
}
