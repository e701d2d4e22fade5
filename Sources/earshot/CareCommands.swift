import ArgumentParser
import Foundation
import Model
import Pipeline

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Checks the archive, says what is wrong, and mends what can be mended.",
        discussion: """
            Ends with 1 when something is wrong. Without --fix nothing is changed, and a run may be \
            at work meanwhile. With --fix nothing that was heard is removed: indexes are made anew, \
            and an archive with damaged pages is copied, as far as it can be read, into a new one; \
            the damaged one is kept beside it.

            Examples:
              earshot doctor
              earshot doctor --full --format json
              earshot doctor --fix
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Flag(help: "Reads the whole file and compares every index; takes longer.")
    var full = false

    @Flag(help: "Mends what can be mended; implies --full.")
    var fix = false

    @Flag(
        help: """
            Begins new pseudonyms if the key is lost for good: with the .earshot-key that is there, \
            or with one that it makes. Authors who were erased before are no longer kept out.
            """)
    var newKey = false

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        try reportingErrors {
            let doctor = Doctor(workspace: workspace.folder)
            let key = newKey ? try doctor.beginNewPseudonyms() : nil
            let look = { () throws(RunError) in
                fix
                    ? try doctor.mend(now: clock.moment)
                    : try doctor.examine(isFull: full, now: clock.moment)
            }
            var report =
                full || fix
                ? try ProgressLine.during("reading the whole archive", look) : try look()
            report.newKey = key
            try report.print(as: format, DoctorText(report, style: .standardOutput).text)
            if !report.isHealthy { throw ExitCode.no }
        }
    }
}

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the archive to one file, and checks the copy.",
        discussion: """
            While a run is at work it ends with exit code 75. The key of the authors' pseudonyms, \
            .earshot-key, is not in the file; keep it somewhere else. Keep a copy of erasures/ beside \
            the file: without it, what was erased is taken in again.

            Example:
              earshot backup /var/backups/earshot-$(date +%F).sqlite
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Flag(help: "Replaces a file that is there already.")
    var force = false

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
    var file: String

    func run() throws {
        try reportingErrors {
            let report = try ProgressLine.during("copying the archive") { () throws(RunError) in
                try Backup(workspace: workspace.folder).write(to: file, replacesFile: force)
            }
            try report.print(
                as: format,
                "\(report.entries.counted("entry", "entries")) written to \(report.file)\n")
        }
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Replaces the archive by a backup; the replaced one is kept beside it.",
        discussion: """
            The backup is checked first. The key of the authors' pseudonyms must be the one that the \
            backup was made with.

            Example:
              earshot restore /var/backups/earshot-2026-11-22.sqlite
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var file: String

    func run() throws {
        try reportingErrors {
            let report = try ProgressLine.during("checking the backup and copying it") {
                () throws(RunError) in
                try Backup(workspace: workspace.folder).restore(from: file, now: clock.moment)
            }
            switch format {
            case .json: try report.printAsJSON()
            case .text:
                let replaced = report.replaced.map { "; the one before is \($0)" } ?? ""
                var text =
                    "\(report.entries.counted("entry", "entries")) restored from \(report.file)\(replaced)\n"
                if let count = report.erasuresRepeated, count > 0 {
                    text +=
                        count == 1
                        ? "one erasure that it had missed was repeated\n"
                        : "\(count) erasures that it had missed were repeated\n"
                }
                if let count = report.erasuresLeft, count > 0 {
                    text +=
                        (count == 1
                            ? "one erasure that it has missed is"
                            : "\(count) erasures that it has missed are")
                        + " repeated by the next run, once .earshot-key is back in its place\n"
                }
                if report.keyIsMissing == true {
                    text +=
                        "the key of the authors' pseudonyms is not here; put .earshot-key back before the "
                        + "next run\n"
                }
                StandardStream.output.write(text)
            }
        }
    }
}
