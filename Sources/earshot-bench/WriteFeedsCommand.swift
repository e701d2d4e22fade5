import ArgumentParser

struct WriteFeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-feeds",
        abstract: "Writes the documents that `parse` is measured on into a folder.")

    @Argument(help: "The folder; files in it that have the same names are replaced.")
    var folder: String

    @Option(help: "How many documents.")
    var documents = ParseCommand.documents

    func validate() throws {
        if documents < 1 { throw ValidationError("--documents must be 1 or more.") }
    }

    func run() throws {
        try FeedFolder(path: folder).write(FeedDocuments.make(documents))
    }
}
