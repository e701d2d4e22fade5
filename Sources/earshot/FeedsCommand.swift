import ArgumentParser
import Foundation
import Model
import Pipeline

struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds", abstract: "Looks after the list of feeds.",
        subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract:
                "Shows how well each feed can be heard, and what to do about those that cannot."
        )

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var clock: ClockOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() throws {
            try reportingErrors {
                let now = clock.moment
                let checks = try Archive.check(workspace.folder, now: now)
                switch format {
                case .json: try checks.printAsJSON()
                case .text:
                    StandardStream.output.write(
                        HealthTable(checks, now: now, style: .standardOutput).text)
                }
            }
        }
    }
}
