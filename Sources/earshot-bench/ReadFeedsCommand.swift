import ArgumentParser
import Foundation
import Model
import Parsing

struct ReadFeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-feeds",
        abstract: "Prints what is read from each document of a folder, or why nothing is.",
        discussion: """
            One line a document, its name and JSON. A change that should change nothing is right \
            when the lines of both programs are the same:
              old/earshot-bench read-feeds feeds > old.txt
              new/earshot-bench read-feeds feeds | cmp - old.txt
            """)

    @Argument(help: "A folder of documents, such as `write-feeds` makes.")
    var folder: String

    func run() throws {
        for document in try FeedFolder(path: folder).documents() {
            let kind: Source.Kind = document.name.hasSuffix(".html") ? .page : .feed
            do {
                let parsed = try DocumentParser().parse(
                    document.bytes, url: "https://reader.example/\(document.name)", kind: kind)
                try Output.line(Data("\(document.name) ".utf8) + ContractJSON.encode(parsed))
            } catch let error as ParseError {
                try Output.line("\(document.name) \(error)")
            }
        }
    }
}
