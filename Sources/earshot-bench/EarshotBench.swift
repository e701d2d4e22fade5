import ArgumentParser
import Pipeline

@main
struct EarshotBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earshot-bench",
        abstract: "Times the stages of a run, and fetching against a bare libcurl loop.",
        version: ProgramVersion.current,
        subcommands: [
            StagesCommand.self, FetchCommand.self, MeasureFetchCommand.self,
            ServeFeedsCommand.self,
        ],
        defaultSubcommand: StagesCommand.self)
}
