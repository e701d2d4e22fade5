import ArgumentParser
import Pipeline

@main
struct EarshotBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earshot-bench",
        abstract: "Times a run and its stages beside others, and measures how right the tags are.",
        version: ProgramVersion.current,
        subcommands: [
            StagesCommand.self, MatchCommand.self, MeasureMatchCommand.self,
            TagCommand.self, MeasureTagCommand.self, TagListCommand.self, WritePostsCommand.self,
            FetchCommand.self, MeasureFetchCommand.self, FetchListCommand.self,
            ServeFeedsCommand.self, ParseCommand.self, MeasureParseCommand.self,
            ParseListCommand.self, WriteFeedsCommand.self, ReadFeedsCommand.self,
            WriteArchiveCommand.self, StoreCommand.self, ReportCommand.self, FormsCommand.self,
            EntityCommand.self,
            QualityCommand.self, MeasureRunCommand.self, AlarmsCommand.self,
            TicketsCommand.self, MeasureTicketsCommand.self,
        ],
        defaultSubcommand: StagesCommand.self)

    /// As in the program that is measured.
    static func main() async {
        HeapSettings.keepSmall()
        await main(nil)
    }
}
