import ArgumentParser
import Model
import Pipeline

struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Moves an archive to another place.",
        subcommands: [Copy.self])

    struct Copy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copies an archive, from a file to a PostgreSQL server or the other way.",
            discussion: """
                Either is a file, a workspace, or the address of a PostgreSQL database. The target \
                is empty, or not there yet. Rows keep their numbers, and at the end both are \
                compared, row by row. No run may be at work on either.

                Ended at any instant, it goes on where it was when the command is given again; \
                until it has been to its end, the target is refused to everything else. Ends with \
                0 when all is there and the same, 1 when the two differ, and 75 when it was ended \
                early.

                feeds/, rules/, out/, the key of the authors' pseudonyms, .earshot-key, and erasures/, \
                which keeps away what was erased, stay where they are.

                Examples:
                  earshot store copy --from . --to postgres://earshot@db.example.org/earshot
                  earshot store copy --from postgres://db.example.org/earshot --to /srv/ws
                  earshot store copy --from . --to copy.sqlite --verify-only --format json
                """)

        @Option(help: ArgumentHelp("The archive to copy.", valueName: "archive"))
        var from: String

        @Option(help: ArgumentHelp("What becomes the copy.", valueName: "archive"))
        var to: String

        @Flag(help: "Compares the two, and copies nothing.")
        var verifyOnly = false

        @Flag(help: "Begins anew where an earlier copy has not come to its end.")
        var anew = false

        @Option(help: "text or json.")
        var format = OutputFormat.text

        @Flag(name: .shortAndLong, help: "Nothing on standard error but errors.")
        var quiet = false

        func validate() throws {
            if verifyOnly, anew { throw ValidationError("Choose one of --verify-only and --anew.") }
        }

        func run() async throws {
            try await reportingErrors {
                let copy = try StoreCopy(from: from, to: to)
                let display = CopyDisplay(isQuiet: quiet)
                defer { display.finish() }
                let report = try await StopSignals.cancelling {
                    () async throws(RunError) -> StoreCopyReport in
                    verifyOnly
                        ? try await copy.verify { display.show($0) }
                        : try await copy.execute(startsAnew: anew) { display.show($0) }
                }
                display.finish()
                switch format {
                case .json: try report.printAsJSON()
                case .text: StandardStream.output.write(report.text)
                }
                for difference in report.differences {
                    StandardStream.error.writeIfPossible(
                        "earshot: \(difference.safeForTerminal)\n")
                }
                guard report.isComplete else {
                    if !verifyOnly {
                        StandardStream.error.writeIfPossible(
                            "earshot: the source was written to since the copy was begun, or a "
                                + "disk has failed; --anew begins again\n")
                    }
                    throw ExitCode.no
                }
            }
        }
    }
}
