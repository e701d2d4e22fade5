import ArgumentParser
import Pipeline

@main
struct EarshotBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earshot-bench",
        abstract: "Times the stages of a run, and fetching, parsing and matching beside others.",
        version: ProgramVersion.current,
        subcommands: [
            StagesCommand.self, MatchCommand.self, MeasureMatchCommand.self,
            MeasureTagCommand.self, FetchCommand.self, MeasureFetchCommand.self,
            ServeFeedsCommand.self, ParseCommand.self, MeasureParseCommand.self,
            ParseListCommand.self,
            WriteFeedsCommand.self, ReadFeedsCommand.self, WriteArchiveCommand.self,
            FormsCommand.self,
            EntityCommand.self,
        ],
        defaultSubcommand: StagesCommand.self)
}
