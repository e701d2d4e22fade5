import ArgumentParser
import Foundation

struct MeasureParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure-parse",
        abstract: "Reads the documents of a folder so many times and prints what it cost.",
        shouldDisplay: false)

    @Option(help: "Who reads: ours, bare, bare-swap or bare-fields.")
    var reader: ParseReader

    @Option(help: "A folder of documents.")
    var feeds: String

    @Option(help: "How often each document is read.")
    var passes: Int

    func run() throws {
        let documents = try FeedFolder(path: feeds).documents().map(\.bytes)
        let measurement = try reader.measure(documents, passes: passes)
        try Output.line(JSONEncoder().encode(measurement))
    }
}
