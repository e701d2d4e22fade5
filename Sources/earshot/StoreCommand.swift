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
                Either side is a file, a workspace, or the address of a PostgreSQL database. The target \
                must be empty, or not exist yet. Rows keep their numbers, and at the end both sides are \
                compared row by row. No run may be at work on either.

                The copy may be ended at any instant; give the command again, and it goes on where it \
                was. Until it is complete, every other command refuses the target. The exit code is \
                0 if everything is there and the same, 1 if the two differ, and 75 if it was ended \
                early.

                feeds/, rules/, out/, .earshot-key (the key of the authors' pseudonyms) and erasures/ \
                (which keeps out what was erased) stay where they are.

                Examples:
                  earshot store copy --from . --to postgres://earshot@db.example.org/earshot
                  earshot store copy --from postgres://db.example.org/earshot --to /srv/ws
                  earshot store copy --from . --to copy.sqlite --verify-only --format json
                """)

        @Option(help: ArgumentHelp("The archive to copy.", valueName: "archive"))
        var from: String

        @Option(help: ArgumentHelp("Where the copy goes.", valueName: "archive"))
        var to: String

        @Flag(help: "Compares the two, and copies nothing.")
        var verifyOnly = false

        @Flag(help: "Begins again from the start if an earlier copy was not completed.")
        var anew = false

        @Option(help: "text or json.")
        var format = OutputFormat.text

        @Flag(name: .shortAndLong, help: "Writes nothing but errors to standard error.")
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
                try report.print(as: format, report.text)
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
