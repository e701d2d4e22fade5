import ArgumentParser
import Foundation
import Pipeline

struct SparkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spark",
        abstract: "Prints the PySpark job that tags an archive on a cluster.",
        discussion: """
            One machine and SQLite suffice for most archives; to tag a billion posts again takes a \
            cluster. The job runs `earshot tag`, and `earshot parse` for the WARC \
            files of a web crawl, in every partition, so that a post gets the same tags as here, to \
            the byte. It writes Parquet by day and brand, and the tables of the trend report.

            Examples:
              earshot spark --print --output earshot_spark.py
              spark-submit earshot_spark.py --input posts/ --output tagged/ --rules rules/
              earshot spark --describe --rules rules     what the job asks of the rules
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Flag var action: Action

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Where to write the job. Default: standard output.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The folder of the rules to describe; default: rules/ of the workspace.",
            valueName: "dir"))
    var rules: String?

    enum Action: EnumerableFlag {
        case print, describe

        static func help(for action: Self) -> ArgumentHelp? {
            switch action {
            case .print: "Prints the job."
            case .describe:
                "Prints brands, time zone and hash of the rules as JSON, as the job needs them."
            }
        }
    }

    func validate() throws {
        if output != nil, action != .print {
            throw ValidationError("--output goes with --print.")
        }
        if rules != nil, action != .describe {
            throw ValidationError("--rules goes with --describe.")
        }
    }

    func run() throws {
        try reportingErrors {
            switch action {
            case .print:
                guard let output else { return StandardStream.output.write(Data(SparkJob.bytes)) }
                try SparkJob.write(to: output)
            case .describe:
                let rules = try workspace.folder.loadRules(
                    folder: rules.map(Workspace.rulesFolder) ?? "rules")
                try SparkRules(rules).printAsJSON()
            }
        }
    }
}
