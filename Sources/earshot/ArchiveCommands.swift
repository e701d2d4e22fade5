import ArgumentParser
import Foundation
import Model
import Pipeline

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds entries of the archive, newest first.",
        discussion: """
            Words are found whatever their case and accents; zefirnet* finds every ending. An \
            argument of several words is a phrase, unless it uses more of the query language of the \
            rules: AND, OR, NOT, ( ), "a phrase", NEAR/5 and title:.

            Examples:
              earshot search "nie działa" --brand zefirnet
              earshot search 'awari* NOT (prąd OR gaz)'
              earshot search 'awari*' --tone negative --from 2026-11-20
              earshot search --category sales_lead --format json
              earshot search --category praise --facet touchpoint:staff --brand-kind own
              earshot search --team support --severity high --region Rīga
              earshot search --author "Jan Nowak" --source forum
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var look: LookOptions

    @Option(help: "text, or json for an object a line.")
    var format = OutputFormat.text

    @Option(help: ArgumentHelp("Only mentions of this brand.", valueName: "id"))
    var brand: String?

    @Option(
        help: ArgumentHelp(
            "Only mentions of brands of this kind: own, competitor or topic.", valueName: "kind"))
    var brandKind: Brand.Kind?

    @Option(help: ArgumentHelp("Only entries of this category.", valueName: "id"))
    var category: String?

    @Option(
        help: ArgumentHelp(
            "Only entries with this value of a facet, such as touchpoint:app.",
            valueName: "facet:id"),
        transform: facetValue)
    var facet: FacetValue?

    @Option(
        help: ArgumentHelp(
            "Only this tone: positive, neutral, negative, mixed or undecided.", valueName: "label"))
    var tone: Sentiment.Label?

    @Option(help: ArgumentHelp("Only entries that this team answers.", valueName: "id"))
    var team: String?

    @Option(
        help: ArgumentHelp(
            "Only entries at least this severe: low, normal, high or critical.",
            valueName: "severity"))
    var severity: Severity?

    @Option(
        help: ArgumentHelp("Only entries in this language, such as pl.", valueName: "code"),
        transform: languageCode)
    var language: LanguageCode?

    @Option(help: ArgumentHelp("Only entries of the sources of this region.", valueName: "name"))
    var region: String?

    @Option(help: ArgumentHelp("Only entries of this source.", valueName: "id"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "Only entries of this author: a name as the source shows it, looked for at --source or "
                + "else at every source; or a pseudonym.", valueName: "name"))
    var author: String?

    @Option(
        name: [.long, .customLong("since")],
        help: ArgumentHelp(
            "Only what was said at this time or later; a day begins at midnight on the clocks of "
                + "rules/routing.yaml.", valueName: "time"),
        transform: timeOrDay)
    var from: AskedMoment?

    @Option(
        help: ArgumentHelp(
            "Only what was said before this time, or on this day or before.", valueName: "time"),
        transform: timeOrDay)
    var to: AskedMoment?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many entries to print at most.", valueName: "n"))
    var limit = 20

    @Flag(help: "Also prints what edited entries said before.")
    var versions = false

    @Argument(help: "Words that must all be there.")
    var words: [String] = []

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
        if let author, !author.contains(where: { $0.isLetter || $0.isNumber }) {
            throw ValidationError("'\(author)' has no letter or digit in it.")
        }
    }

    func run() throws {
        try reportingErrors {
            let (start, end) = try workspace.folder.moments(from: from, to: to)
            if let start, let end, start >= end {
                throw ValidationError("--from must be before --to.")
            }
            var search = search(from: start, to: end)
            search.text = try SearchWords(words).query
            search.heardBy = look.now
            try workspace.folder.narrow(&search, to: brandKind, region: region)
            search.authors = try author.map { author throws(RunError) in
                try workspace.folder.pseudonyms(of: author, at: source)
            }
            let archive = try Archive(workspace: workspace.folder)
            let results = try archive.search(search, withWordings: versions)
            if results.isEmpty {
                try workspace.folder.checkNames(in: search, heard: try archive.sources())
            }
            for result in results {
                switch format {
                case .json: try result.printAsJSONLine()
                case .text:
                    StandardStream.output.write(result.text(style: .standardOutput) + "\n")
                }
            }
            if results.isEmpty, format == .text {
                StandardStream.error.write("nothing found\n")
            }
        }
    }

    private func search(from: Date?, to: Date?) -> EntrySearch {
        EntrySearch(
            brand: brand.map { Brand.ID($0) }, category: category.map { Category.ID($0) },
            facet: facet, label: tone, team: team.map { Team.ID($0) },
            severityAtLeast: severity, language: language, feed: source.map { Feed.ID($0) },
            from: from, to: to, limit: limit)
    }
}

extension Brand.Kind: ExpressibleByArgument {}
extension Sentiment.Label: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of what a command prints with --format json, or writes.",
        discussion: """
            Shapes, and what has them:
            \(ContractSchema.allCases.map(\.line).joined(separator: "\n"))

            Example:
              earshot schema search > search.schema.json
            """)

    @Argument(help: ArgumentHelp("One of those above.", valueName: "shape"))
    var shape: ContractSchema

    func run() {
        StandardStream.output.write(Data(shape.bytes))
    }
}

extension ContractSchema {
    /// Its name and what has this shape, for the help.
    fileprivate var line: String {
        let name = rawValue.padding(toLength: Self.longest + 2, withPad: " ", startingAt: 0)
        return "  \(name)\((commands + others).joined(separator: "; "))"
    }

    private static let longest = allCases.map(\.rawValue.count).max() ?? 0
}

extension ContractSchema: ExpressibleByArgument {}
