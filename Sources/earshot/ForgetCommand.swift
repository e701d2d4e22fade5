import ArgumentParser
import Foundation
import Pipeline

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract:
            "Erases what was heard of an author, on a page, with some words, or before a time.",
        discussion: """
            Entries, their tags and stories, their words in the search index and what the reports in \
            out/ say of them are erased for good, down to the bytes of the archive's file, and are not \
            taken in again. A receipt without anything personal stays in erasures/. An erasure that \
            is interrupted is finished by the next forget or run.

            With --retention goes what has been kept for as long as 'retention' in feeds/ says. Every \
            run sees to that, too.

            Examples:
              earshot forget --author "Jan Nowak" --source forum --dry-run
              earshot forget --url https://forum.example.org/t/7 --yes
              earshot forget --text '"Jan Nowak"'
              earshot forget --before 2025-01-01 --yes --format json > receipt.json
              earshot forget --retention --dry-run
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(
        help: ArgumentHelp(
            "Erases all that this author wrote: a name as the source shows it, or a pseudonym.",
            valueName: "name"))
    var author: String?

    @Option(
        name: .customLong("source"),
        help: ArgumentHelp(
            "Looks for the author only at this source; may be given several times. Default: at every one.",
            valueName: "id"))
    var sources: [String] = []

    @Option(help: ArgumentHelp("Erases all that points to this page.", valueName: "url"))
    var url: String?

    @Option(
        help: ArgumentHelp(
            "Erases all that `earshot search` finds by these words.", valueName: "words"))
    var text: String?

    @Option(
        help: ArgumentHelp(
            "Erases all that was said before this time; a day begins at midnight on the clocks of "
                + "rules/routing.yaml.", valueName: "time"),
        transform: timeOrDay)
    var before: AskedMoment?

    @Flag(
        help: "Deletes what has been kept as long as 'retention' in feeds/ says, without a receipt."
    )
    var retention = false

    @Flag(help: "Says what would be erased, and erases nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Does not ask.")
    var yes = false

    @Option(help: "text, or json for the receipt.")
    var format = OutputFormat.text

    func validate() throws {
        let given = [author != nil, url != nil, text != nil, before != nil, retention]
        guard given.count(where: { $0 }) == 1 else {
            throw ValidationError(
                "Choose one of --author, --url, --text, --before and --retention.")
        }
        if retention, !clock.hasCome {
            throw ValidationError("--retention deletes nothing for a moment that has not come.")
        }
        for case let words? in [author, url, text]
        where !words.contains(where: { $0.isLetter || $0.isNumber }) {
            throw ValidationError("'\(words)' has no letter or digit in it.")
        }
        if author == nil, !sources.isEmpty {
            throw ValidationError("--source goes with --author.")
        }
        if !dryRun, !yes, isatty(STDIN_FILENO) == 0 {
            throw ValidationError("Nobody is there to be asked: give --yes, or --dry-run.")
        }
    }

    func run() throws {
        try reportingErrors {
            guard !retention else { return try letGo() }
            let forgetting = try Forgetting(
                request, in: workspace.folder, now: clock.moment, isDryRun: dryRun)
            if dryRun {
                try show(forgetting.plan, isPlan: true)
                return
            }
            if !yes, !isConfirmed(ErasureText(forgetting.plan, isPlan: true).text) {
                StandardStream.error.write("nothing was erased\n")
                throw ExitCode.no
            }
            let erasure = try ProgressLine.during("erasing") { () throws(RunError) in
                try forgetting.execute()
            }
            try show(erasure, isPlan: false)
        }
    }

    // MARK: - Private

    private var request: Forgetting.Request {
        get throws(RunError) {
            if let author { return .author(author, sources: Set(sources)) }
            if let url { return .url(url) }
            if let text { return .text(text) }
            return .before(try workspace.folder.start(of: before) ?? .distantPast)
        }
    }

    private func show(_ erasure: Erasure, isPlan: Bool) throws {
        try erasure.print(as: format, ErasureText(erasure, isPlan: isPlan).text)
    }

    /// Deletes what has been kept long enough.
    private func letGo() throws {
        let expiring = try Expiring(
            in: workspace.folder, now: clock.moment, isDryRun: dryRun)
        guard !dryRun else { return try show(expiring.plan, isPlan: true) }
        if !yes, expiring.plan != Expired(),
            !isConfirmed(ExpiredText(expiring.plan, isPlan: true).text)
        {
            StandardStream.error.write("nothing was deleted\n")
            throw ExitCode.no
        }
        let expired = try ProgressLine.during("deleting") { () throws(RunError) in
            try expiring.execute()
        }
        try show(expired, isPlan: false)
    }

    private func show(_ expired: Expired, isPlan: Bool) throws {
        try expired.print(as: format, ExpiredText(expired, isPlan: isPlan).text)
    }

    private func isConfirmed(_ plan: String) -> Bool {
        StandardStream.error.write(plan + "Erase this for good? [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }
}
