import ArgumentParser
import Pipeline

@main
struct EarshotBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earshot-bench",
        abstract: "Times the stages of a run, and fetching and parsing against bare C.",
        version: ProgramVersion.current,
        subcommands: [
            StagesCommand.self, FetchCommand.self, MeasureFetchCommand.self,
            ServeFeedsCommand.self, ParseCommand.self, MeasureParseCommand.self,
            WriteFeedsCommand.self, ReadFeedsCommand.self, MeasureMatchCommand.self,
        ],
        defaultSubcommand: StagesCommand.self)
}
