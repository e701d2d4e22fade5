import ArgumentParser
import Foundation
import Model
import Pipeline

struct RetagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retag",
        abstract: "Tags the whole archive by the present rules, and fetches nothing.",
        discussion: """
            A run does the same before it fetches. It may be ended at any instant, with exit \
            code 75; begun again, it goes on where it was.

            Examples:
              earshot retag
              earshot rules backtest --against new/ && cp -r new/rules . && earshot retag
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Writes nothing but errors to standard error.")
    var quiet = false

    func run() async throws {
        try await reportingErrors {
            let display = ProgressLine(isQuiet: quiet)
            defer { display.finish() }
            let retag = Retag(workspace: workspace.folder)
            let report = try await StopSignals.cancelling {
                () async throws(RunError) -> Retag.Report in
                try await retag.execute { display.show("tagging again", $0, of: $1) }
            }
            display.finish()
            switch format {
            case .json: try report.printAsJSON()
            case .text:
                StandardStream.output.write(
                    "\(report.retaggedEntries) of \(report.entries.counted("entry", "entries")) tagged again by "
                        + "\(report.rulesHash)\(report.isPartial ? ", the others are to come" : "")\n"
                )
            }
            if let failure = report.failure { throw failure }
        }
    }
}
