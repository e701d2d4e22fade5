import ArgumentParser
import Foundation
import Model
import Pipeline

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Reads one feed document and prints its entries as JSON.",
        discussion: """
            Examples:
              earshot parse feed.xml
              curl -s https://example.org/feed | earshot parse --url https://example.org/feed -
              earshot parse --kind forum --item div.post --text .content thread.html
            """)

    @OptionGroup var clock: ClockOptions

    @Option(help: ArgumentHelp("Where the document came from; relative links start there."))
    var url: String?

    @Option(help: ArgumentHelp("The Content-Type it was served with.", valueName: "type"))
    var contentType: String?

    @Option(help: "feed, or page or forum for HTML.")
    var kind = Source.Kind.feed

    @Option(help: "CSS selector of each entry of a page.")
    var item: String?

    @Option(help: "CSS selector of the text inside an entry of a page.")
    var text: String?

    @Argument(help: ArgumentHelp("The document; - for standard input.", valueName: "file"))
    var file: String

    func validate() throws {
        if text != nil, item == nil { throw ValidationError("--text goes with --item.") }
    }

    func run() throws {
        try reportingErrors {
            let document = try StandaloneParsing.parse(
                try InputFile(file).contents(), url: url, contentType: contentType, kind: kind,
                selectors: item.map { PageSelectors(item: $0, text: text) }, now: clock.moment)
            try document.printAsJSON()
        }
    }
}

extension Source.Kind: ExpressibleByArgument {}

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Tags texts: JSON Lines in, the same lines tagged out, in the same order.",
        discussion: """
            A line in has "id" and "text", and may have "title", "url", "language", "author" and \
            "published". A line without a mention gives only its id, unless --all is given; a line \
            that cannot be read gives an "error" with its number, and the rest go on. Blank lines are \
            passed over.

            Example:
              echo '{"id":1,"text":"Zefirnet znowu nie działa!"}' | earshot tag
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(
        help: ArgumentHelp(
            "The folder of the rules to tag by; default: rules/ of the workspace.",
            valueName: "dir"))
    var rules: String?

    @Flag(help: "Tag every line in full, mention or not.")
    var all = false

    /// On the main thread, which has nothing else to do: reading blocks.
    func run() throws {
        try reportingErrors {
            let rules = try workspace.folder.loadRules(
                folder: rules.map(Workspace.rulesFolder) ?? "rules")
            let line = TagLine(
                tagger: workspace.folder.tagger(for: rules), includesAll: all)
            try LineMapper { line.output(for: $0) }.run(
                from: STDIN_FILENO, to: StandardStream.output.write)
        }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says why each tag was given, and why the near ones were not.",
        discussion: """
            Examples:
              earshot explain "Kawka na Długiej ma najlepsze flat white w mieście"
              earshot explain '#17'          an entry of the archive, by its number
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Argument(help: ArgumentHelp("A text, or # and the number of a stored entry."))
    var text: String

    func validate() throws {
        if text.allSatisfy(\.isWhitespace) { throw ValidationError("The text is empty.") }
    }

    func run() throws {
        try reportingErrors {
            let rules = try workspace.folder.loadRules()
            let entry = try entry()
            let explanation = Explanation(
                entry, rules: rules.rules, tagger: workspace.folder.tagger(for: rules))
            switch format {
            case .json: try explanation.printAsJSON()
            case .text:
                StandardStream.output.write(
                    ExplanationText(explanation, style: .standardOutput).text)
            }
        }
    }

    private func entry() throws -> EntryText {
        guard text.hasPrefix("#"), let number = Int64(text.dropFirst()) else {
            if Int64(text) != nil {
                StandardStream.error.writeIfPossible("to see entry \(text), write '#\(text)'\n")
            }
            return EntryText(text: text)
        }
        return try Archive(workspace: workspace.folder).entryText(number: number)
    }
}
