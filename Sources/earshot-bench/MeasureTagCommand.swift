import ArgumentParser
import Dispatch
import Foundation
import Model
import Pipeline
import Synchronization

struct MeasureTagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure-tag",
        abstract: "Tags the posts of a file in full and prints what it cost.", shouldDisplay: false)

    @Argument(help: "A file with a post on each line.")
    var posts: String

    @Argument(help: "How much of the posts is read, in megabytes.")
    var megabytes: Double

    @Option(help: "How many cores share the work.")
    var cores = 1

    @Option(help: "How often each post is tagged.")
    var passes = 1

    @Option(name: [.short, .long], help: "A folder with rules/.")
    var workspace = "."

    func run() throws {
        let texts = try LineFile(path: posts).posts(megabytes: megabytes)
        let tagger = Tagger(rules: try Workspace(path: workspace).loadRules().rules)
        tagger.prepare()
        let warmUp = texts.prefix(WarmUp.posts).map {
            tagger.tags(for: EntryText(text: $0)).mentions.count
        }
        let found = Mutex(warmUp.reduce(0, +))
        let meter = Meter()
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            var mentions = 0
            for _ in 0..<passes {
                for index in stride(from: core, to: texts.count, by: cores) {
                    mentions += tagger.tags(for: EntryText(text: texts[index])).mentions.count
                }
            }
            found.withLock { $0 += mentions }
        }
        let measurement = meter.measurement(
            of: "tag", entries: texts.count * passes,
            bytes: texts.reduce(0) { $0 + $1.utf8.count } * passes)
        precondition(found.withLock { $0 >= 0 }, "the work's result is used, so that it is done")
        try Output.line(JSONEncoder().encode(measurement))
    }
}
