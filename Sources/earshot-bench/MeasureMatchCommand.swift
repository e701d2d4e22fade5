import ArgumentParser
import Foundation
import Model

struct MeasureMatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure-match",
        abstract: "Looks for the names of one file in the posts of another and prints the cost.",
        discussion: """
            Arguments and output are those of the other matchers that `match` can measure, so that \
            other scripts can drive this one too.
            """)

    @Argument(help: "A file with a name on each line.")
    var names: String

    @Argument(help: "A file with a post on each line.")
    var posts: String

    @Argument(help: "How much of the posts is read, in megabytes.")
    var megabytes: Double

    func run() throws {
        let names = try LineFile(path: names).lines()
        let posts = try LineFile(path: posts).posts(megabytes: megabytes)
        let measurement = MatchMeasurement.ours(names, in: posts.map { EntryText(text: $0) })
        try Output.line(JSONEncoder().encode(measurement))
    }
}
