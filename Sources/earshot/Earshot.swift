import ArgumentParser
import Foundation
import Pipeline

@main
struct Earshot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "earshot",
        abstract:
            "Listens for brands in feeds, blogs and forums, and reports what is said of them.",
        discussion: """
            A workspace is a folder with feeds/ (what to listen to) and rules/ (whom to listen for, \
            and what it means). A run fetches the feeds, finds every mention in every case form, \
            tags it, stores it in earshot.sqlite and writes a digest and a trend report to out/.

            Examples:
              earshot run                          the daily run; what the scheduler calls
              earshot rules check                  are feeds/ and rules/ as they should be?
              earshot explain "Zefirnet padł"      why does this text get the tags it gets?
              earshot search awaria --brand zefirnet
              earshot digest --format json > today.json
              earshot forget --author "Jan Nowak"  erase what he wrote, because he asked

            Exit codes: 0 done; 1 the answer is no: rules backtest found more changes than \
            --fail-over allows, doctor found something wrong, forget was declined, digest --verify \
            made a different digest, or store copy found a difference; 64 the command line is wrong; \
            65 a file in feeds/ or rules/, or the input, is wrong, also if review apply refused a \
            line, or the secret of a ticket system or channel is missing; 69 nothing could be \
            fetched, feeds discover found no feed, export --check found a system that does not answer \
            as it should, or something failed with --strict; 70 a bug of ours; 73, 74 a file cannot \
            be written; 75 another run is at work, or store copy, import or retag was ended \
            early.
            """,
        version: ProgramVersion.withCommit,
        subcommands: [
            RunCommand.self, FetchCommand.self, DigestCommand.self, TrendsCommand.self,
            ExportCommand.self, TicketsCommand.self, SendCommand.self, ParseCommand.self,
            TagCommand.self, ExplainCommand.self, SearchCommand.self, RulesCommand.self,
            ReviewCommand.self, RetagCommand.self,
            ForgetCommand.self, FeedsCommand.self, DoctorCommand.self, ScheduleCommand.self,
            BackupCommand.self, RestoreCommand.self, ImportCommand.self,
            ExportArchiveCommand.self, StoreCommand.self, SparkCommand.self, SchemaCommand.self,
        ])

    /// What a workspace holds is its owner's and their group's: nobody else may read new files.
    static func main() async {
        StandardStream.occupyClosed()
        HeapSettings.keepSmall()
        umask(0o027)
        HelpColumns.ignoreTooFew()
        if let warning = AddressSpaceLimit.warning {
            StandardStream.error.writeIfPossible("earshot: \(warning)\n")
        }
        let arguments = CommandLine.arguments.dropFirst()
        if let mistake = CommandNames(of: Earshot.self).mistake(in: arguments) {
            exit(withError: ValidationError(mistake))
        }
        await main(nil)
    }
}

extension CommandNames {
    fileprivate init(of command: any ParsableCommand.Type) {
        let configuration = command.configuration
        self.init(
            command._commandName, configuration.subcommands.map(CommandNames.init(of:)),
            isCommandToo: configuration.defaultSubcommand != nil)
    }
}
