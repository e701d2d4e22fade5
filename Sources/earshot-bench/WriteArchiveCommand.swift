import ArgumentParser
import Foundation
import Grouping
import Model
import Pipeline
import Storing
import Tokenizing

struct WriteArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-archive",
        abstract: "Writes a workspace whose archive holds so many entries, made from a fixed seed.",
        discussion: """
            The rules are copied from --workspace and the entries are tagged by them, so that what \
            depends on the size of an archive can be measured: backtests, tagging again, reports.

            Example:
              earshot-bench write-archive /tmp/million --entries 1000000
              time earshot rules backtest --workspace /tmp/million --against new-rules
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Option(help: "How many entries.")
    var entries = 1_000_000

    @Argument(help: "The folder to make.")
    var folder: String

    func validate() throws {
        if entries < 1 { throw ValidationError("--entries must be 1 or more.") }
    }

    func run() async throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try Workspace(path: workspace).copyRules(to: folder)
        let target = Workspace(path: folder)
        let rules = try target.loadRules()
        let archive = SyntheticArchive(
            tagger: Tagger(rules: rules.rules), rulesHash: rules.hash, entries: entries)
        try archive.writeFeeds(in: target)
        try await archive.fill(try Store(path: target.archivePath))
    }
}
