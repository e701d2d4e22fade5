import ArgumentParser
import Foundation
import Model
import Pipeline

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes reviews, surveys, mails or another archive into the archive.",
        discussion: """
            Reads CSV, JSON Lines, mailboxes (mbox), folders of mails (Maildir) and single mails. \
            Columns are recognised by their names, and the command says what it took each for; --map \
            corrects it. Entries go through the same stages as what feeds bring. Importing a file twice \
            adds nothing. Rows that cannot be understood are listed with their line, and the others are \
            taken in.

            Fields: id, url, title, text, rating, nps, ces, author, published, language, source. \
            In nested JSON, author.name is the member name of author.

            Examples:
              earshot import reviews.csv --source shop --name "Shop reviews" --dry-run
              earshot import opinie.csv --source opinie --encoding windows-1250
              earshot import mail.csv --source mail --map "text=Opis,published=Dodano"
              earshot import inbox.mbox --source letters --name "Letter box"
              earshot import survey.csv --source survey --map "nps=Recommend us?"
              earshot export-archive -w /srv/old | earshot import -
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(
        help: ArgumentHelp("The source of all rows: an id such as a feed has.", valueName: "id"))
    var source: String?

    @Option(help: ArgumentHelp("What reports call the source.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp("Which column means what: text=Review,published=Date.", valueName: "map")
    )
    var map: String?

    @Option(
        name: .customLong("from"), help: ArgumentHelp("csv or jsonl; default: as the file begins."))
    var from: Import.Format?

    @Option(
        help: ArgumentHelp(
            "The file's charset, such as windows-1250; default: UTF-8.", valueName: "charset"))
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "Between cells: , ; | or tab; default: as in the header.", valueName: "character"),
        transform: delimiterCharacter)
    var delimiter: Character?

    @Option(
        help: ArgumentHelp(
            "Of dates that name none, such as Europe/Riga; default: that of rules/routing.yaml.",
            valueName: "zone"),
        transform: namedZone)
    var timeZone: TimeZone?

    @Flag(help: "Reads 03/04/2026 as the fourth of March.")
    var monthFirst = false

    @Flag(help: "The next digest counts all rows, whatever their dates.")
    var news = false

    @Flag(help: "Says how the file is understood, and stores nothing.")
    var dryRun = false

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Writes nothing but errors to standard error.")
    var quiet = false

    @Argument(
        help: ArgumentHelp("The file or folder; - for standard input.", valueName: "file"))
    var file: String

    func validate() throws {
        if name != nil, source == nil { throw ValidationError("--name goes with --source.") }
    }

    func run() async throws {
        try await reportingErrors {
            let display = ProgressLine(isQuiet: quiet)
            defer { display.finish() }
            let path = file
            let work = Import(workspace: workspace.folder, options: try options())
            let report = try await StopSignals.cancelling {
                () async throws(RunError) -> ImportReport in
                try await work.execute(path) { display.show("importing", $0, of: $1) }
            }
            display.finish()
            try report.print(as: format, EntryImportText(report, style: .standardOutput).text)
            if let failure = report.failure { throw failure }
        }
    }

    private func options() throws -> Import.Options {
        var options = Import.Options(now: clock.moment)
        options.source = source.map { Feed.ID($0) }
        options.name = name
        if let map { options.mapping = try ImportMapping(map) }
        options.format = from
        options.encoding = encoding
        options.delimiter = delimiter
        options.timeZone = timeZone
        options.isMonthFirst = monthFirst
        options.isNews = news
        options.isDryRun = dryRun
        return options
    }
}

extension Import.Format: ExpressibleByArgument {}

struct ExportArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-archive",
        abstract: "Prints all that was heard as JSON Lines, which `earshot import` takes.",
        discussion: """
            Authors are the pseudonyms that the archive has. Tags are left out: they follow from \
            the texts and the rules.

            Example:
              earshot export-archive | gzip > archive.jsonl.gz
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("Only entries of this source.", valueName: "id"))
    var source: String?

    func run() throws {
        try reportingErrors {
            try ArchiveExport(workspace: workspace.folder)
                .lines(of: source.map { Feed.ID($0) }) { StandardStream.output.write($0) }
        }
    }
}

// MARK: - Private

@Sendable private func delimiterCharacter(_ text: String) throws -> Character {
    if text == "tab" || text == "\\t" { return "\t" }
    guard text.count == 1, let character = text.first, character.isASCII else {
        throw ValidationError("--delimiter is one character, or tab.")
    }
    return character
}

@Sendable private func namedZone(_ text: String) throws -> TimeZone {
    guard let zone = TimeZone(identifier: text) else {
        throw ValidationError("'\(text)' is no time zone; write one such as Europe/Warsaw.")
    }
    return zone
}
