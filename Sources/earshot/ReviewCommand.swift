import ArgumentParser
import Foundation
import Model
import Pipeline

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Takes in people's corrections, and prints them for learning.",
        subcommands: [Apply.self, Export.self])

    struct Apply: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apply",
            abstract: "Takes a file of corrections into the archive.",
            discussion: """
                The file is saved by a digest's page, or written by hand: JSON Lines of {"entry": \
                4711, "brand": "acme", "field": "tone", "was": "negative", "is": "positive"}; field is \
                brand, tone or category. Reports count by the corrections from then on, also after \
                `earshot retag`, and the next digest says what they changed. `earshot rules check` \
                warns of each one that the rules still contradict. Applying a file twice changes nothing \
                more. The exit code is 65 if a line was refused; the others are applied.

                Example:
                  earshot review apply corrections.jsonl
                """)

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var clock: ClockOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        @Argument(help: "A file of corrections, or '-' for standard input.")
        var file: String

        func run() throws {
            try reportingErrors {
                let report = try Review(workspace: workspace.folder).apply(file, now: clock.moment)
                switch format {
                case .json: try report.printAsJSON()
                case .text:
                    for mistake in report.mistakes {
                        StandardStream.error.writeIfPossible("\(mistake)\n")
                    }
                    StandardStream.output.write(
                        "\(report.applied) applied, \(report.known) known before, "
                            + "\(report.refused.count) refused\n")
                }
                if !report.refused.isEmpty { throw ExitCode.badInput }
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Prints the texts that people judged, for `earshot rules learn`.",
            discussion: """
                It prints JSON Lines of {"label", "language", "text"}, where the label is a tone, for texts \
                that name a single brand. With --categories it prints {"labels", "language", "text"} for \
                texts whose categories people judged, with all categories that they have.

                Example:
                  earshot review export > judged.jsonl
                  earshot rules learn --language pl --from judged.jsonl --dry-run
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Flag(help: "Prints texts whose categories were judged, instead of those whose tone was.")
        var categories = false

        func run() throws {
            try reportingErrors {
                let review = Review(workspace: workspace.folder)
                if categories {
                    for text in try review.categorizedTexts() { try text.printAsJSONLine() }
                } else {
                    for text in try review.judgedTexts() { try text.printAsJSONLine() }
                }
            }
        }
    }
}
