import ArgumentParser

struct WriteFeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-feeds",
        abstract: "Writes the documents that `parse` is measured on into a folder.")

    @Argument(help: "The folder; files in it that have the same names are replaced.")
    var folder: String

    @Option(help: "How many documents.")
    var documents = ParseCommand.documents

    func run() throws {
        try FeedFolder(path: folder).write(FeedDocuments.make(documents))
    }
}
