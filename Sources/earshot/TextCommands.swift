import ArgumentParser
import Foundation
import Model
import Pipeline

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Reads one feed document and prints its entries as JSON.",
        discussion: """
            With --lines it reads many documents, one a line. An input line has "id" and "body" (the \
            document in base64), and may have "url", "content_type" and "kind". The output line has the \
            same "id" with "feed", "entries" and "problems", or with "error" if the document cannot be \
            read; the other lines are read all the same.

            A document of unreadable/ is read as the run that fetched it has read it.

            Examples:
              earshot parse feed.xml
              earshot parse unreadable/my-blog.document
              curl -s https://a.example/feed | earshot parse --url https://a.example/feed -
              earshot parse --kind forum --item div.post --text .content thread.html
              earshot parse --source my-forum thread.html
              earshot parse --lines < documents.jsonl > entries.jsonl
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(
        help: ArgumentHelp(
            "Reads it as this source of feeds/ is read: its kind, selectors and address.",
            valueName: "id"))
    var source: String?

    @Option(help: ArgumentHelp("Where the document came from; relative links start there."))
    var url: String?

    @Option(help: ArgumentHelp("The Content-Type it was served with.", valueName: "type"))
    var contentType: String?

    @Option(help: "feed, or page or forum for HTML.")
    var kind: Source.Kind?

    @Option(help: "CSS selector of each entry of a page.")
    var item: String?

    @Option(help: "CSS selector of the text inside an entry of a page.")
    var text: String?

    @Flag(help: "Reads JSON Lines, a document a line, and answers each line with one.")
    var lines = false

    @OptionGroup var threads: ThreadOptions

    @Argument(help: ArgumentHelp("The document; - for standard input.", valueName: "file"))
    var file: String?

    func validate() throws {
        if text != nil, item == nil { throw ValidationError("--text goes with --item.") }
        if item != nil, kind ?? .feed == .feed {
            throw ValidationError("--item goes with --kind page or --kind forum.")
        }
        if source != nil, kind != nil {
            throw ValidationError("Choose one of --source and --kind.")
        }
        if lines, url != nil || contentType != nil || source != nil {
            throw ValidationError(
                "With --lines, url and content_type stand in each line, and --source has no meaning."
            )
        }
        if lines, file != nil { throw ValidationError("--lines reads standard input.") }
        if !lines, file == nil {
            throw ValidationError("Name a document, - for standard input, or give --lines.")
        }
        if !lines, threads.threads != nil {
            throw ValidationError("--threads goes with --lines.")
        }
    }

    func run() throws {
        try reportingErrors {
            let selectors = item.map { PageSelectors(item: $0, text: text) }
            guard let file else {
                let line = ParseLine(
                    kind: kind ?? .feed, selectors: selectors, now: clock.moment)
                try threads.mapLines { line.output(for: $0) }
                return
            }
            let bytes = try InputFile(file).contents()
            let kept = source == nil && kind == nil ? StandaloneParsing.kept(file) : nil
            let known = try (source ?? kept?.document.feed.source.value).map {
                try StandaloneParsing.feed($0, in: kept?.workspace ?? workspace.folder)
            }
            let document = try StandaloneParsing.parse(
                bytes, url: url ?? kept?.document.address ?? known?.feed.webAddress,
                contentType: contentType ?? kept?.document.contentType,
                kind: known?.feed.source.kind ?? kind ?? .feed,
                selectors: known.map(\.feed.source.selectors) ?? selectors, now: clock.moment,
                timeZone: known?.timeZone ?? .gmt,
                sourceTimeZone: known?.feed.source.timeZone)
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
            An input line has "id" and "text", and may have "title", "url", "language", "author", \
            "source" and "published". A line without a mention gives only its id, unless --all is given. \
            A line that cannot be read gives an "error" with its number; the other lines are tagged all \
            the same. Blank lines are skipped.

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

    @OptionGroup var threads: ThreadOptions

    /// On the main thread, which has nothing else to do: reading blocks.
    func run() throws {
        try reportingErrors {
            let rules = try workspace.folder.loadRules(
                folder: rules.map(Workspace.rulesFolder) ?? "rules")
            let line = TagLine(
                tagger: workspace.folder.tagger(for: rules), includesAll: all)
            try threads.mapLines { line.output(for: $0) }
        }
    }
}

/// How many lines a command works on at once.
struct ThreadOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many lines to work on at once, at most; default: one for each core.",
            valueName: "count"))
    var threads: Int?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
    }

    /// Answers each line of standard input with one of standard output.
    func mapLines(_ transform: @escaping @Sendable (InputLine) -> Data) throws(RunError) {
        try LineMapper(threads: threads ?? .max, transform: transform).run(
            from: STDIN_FILENO, to: StandardStream.output.write)
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says why each tag was given, and why those that came near were not.",
        discussion: """
            Examples:
              earshot explain "Kawka na Długiej ma najlepsze flat white w mieście"
              earshot explain "Nie działa od rana" --source opinie --title "Logowanie"
              earshot explain '#17'          an entry of the archive, by its number
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "The title above the text.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "The source that the text was heard at, for brands that have 'sources'.",
            valueName: "id"))
    var source: String?

    @Option(
        help: ArgumentHelp("The language that the text is stated to be in.", valueName: "code"),
        transform: languageCode)
    var language: LanguageCode?

    @Option(help: ArgumentHelp("Where the text stands, for queries with 'site:'."))
    var url: String?

    @Option(help: ArgumentHelp("Who wrote it, for queries with 'author:'.", valueName: "name"))
    var author: String?

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Argument(help: ArgumentHelp("A text, or # and the number of a stored entry."))
    var text: String

    func validate() throws {
        if text.allSatisfy(\.isWhitespace) { throw ValidationError("The text is empty.") }
        if storedNumber != nil,
            language != nil || [title, source, url, author].contains(where: { $0 != nil })
        {
            throw ValidationError(
                "A stored entry has a title, source, language, url and author of its own.")
        }
    }

    func run() throws {
        try reportingErrors {
            let rules = try workspace.folder.loadRules()
            if let source, let doubt = try workspace.folder.doubt(ofSource: source, rules.rules) {
                StandardStream.error.writeIfPossible("earshot: \(doubt.safeForTerminal)\n")
            }
            let (entry, corrections) = try entry()
            let explanation = Explanation(
                entry, rules: rules.rules, tagger: workspace.folder.tagger(for: rules),
                corrections: corrections)
            try explanation.print(
                as: format, ExplanationText(explanation, style: .standardOutput).text)
        }
    }

    /// `nil` for a text.
    private var storedNumber: Int64? {
        text.hasPrefix("#") ? Int64(text.dropFirst()) : nil
    }

    private func entry() throws -> (EntryText, [Correction]) {
        guard let number = storedNumber else {
            if Int64(text) != nil {
                StandardStream.error.writeIfPossible("to see entry \(text), write '#\(text)'\n")
            }
            let entry = EntryText(
                title: title, text: text, link: url,
                language: language, author: author,
                source: source.map { Feed.ID($0).source })
            return (entry, [])
        }
        let archive = try Archive(workspace: workspace.folder)
        return (try archive.entryText(number: number), try archive.corrections(ofEntry: number))
    }
}
