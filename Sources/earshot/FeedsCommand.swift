import ArgumentParser
import Foundation
import Model
import Pipeline

struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract:
            "Checks, finds, imports and exports feeds, and tells people what is kept of them.",
        subcommands: [
            Check.self, Discover.self, Import.self, Export.self, PrivacyNotice.self,
        ])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract:
                "Shows how each feed is doing, and what to do about those that fail."
        )

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var clock: ClockOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() throws {
            try reportingErrors {
                let now = clock.moment
                let checks = try Archive.check(workspace.folder, now: now)
                try checks.print(
                    as: format, HealthTable(checks, now: now, style: .standardOutput).text)
            }
        }
    }

    struct Discover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "discover",
            abstract: "Finds the feeds of a site, and shows what to write for them.",
            discussion: """
                It asks as a run would: it obeys the site's robots.txt and the settings of feeds/, \
                makes one request at a time, and asks no host that wants to be left alone.

                Example:
                  earshot feeds discover https://blog.example.org/
                """)

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var clock: ClockOptions

        @Option(help: "text or json.")
        var format = OutputFormat.text

        @Flag(name: .shortAndLong, help: "Writes nothing but errors to standard error.")
        var quiet = false

        @Argument(help: "Address of a page of the site, or of a feed.")
        var address: String

        func run() async throws {
            try await reportingErrors {
                let url = address.contains("://") ? address : "https://" + address
                let display = ProgressLine(isQuiet: quiet)
                defer { display.finish() }
                let discovery = try FeedDiscovery(
                    workspace: workspace.folder, now: clock.moment
                ) { display.show("trying what may be a feed", $0, of: $1) }
                let report = try await discovery.feeds(at: url)
                display.finish()
                if !quiet {
                    StandardStream.error.writeIfPossible("earshot: \(report.summary)\n")
                }
                try report.print(as: format, DiscoveryText(report, style: .standardOutput).text)
                if report.found.isEmpty { throw ExitCode.unavailable }
            }
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Writes the feeds of an OPML list into a new file of feeds/.",
            discussion: """
                Feeds that feeds/ has already are left out. Folders of the list become tags.

                Example:
                  earshot feeds import subscriptions.opml --into taken-over.yaml
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Option(help: ArgumentHelp("The file of feeds/ to write.", valueName: "name"))
        var into = "imported.yaml"

        @Option(help: "text or json.")
        var format = OutputFormat.text

        @Argument(help: ArgumentHelp("The OPML list; - for standard input.", valueName: "file"))
        var file: String

        func run() throws {
            try reportingErrors {
                let report = try FeedImport(workspace: workspace.folder)
                    .run(try InputFile(file).contents(), named: file, into: into)
                try report.print(as: format, ImportText(report, style: .standardOutput).text)
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Prints the list of feeds as OPML, which feed readers take.",
            discussion: """
                Example:
                  earshot feeds export > feeds.opml
                """)

        @OptionGroup var workspace: WorkspaceOptions

        func run() throws {
            try reportingErrors {
                let (document, leftOut) = try FeedExport.opml(of: workspace.folder)
                StandardStream.output.write(Data(document))
                guard !leftOut.isEmpty else { return }
                StandardStream.error.writeIfPossible(
                    "earshot: left out, as pages and files mean nothing elsewhere: "
                        + leftOut.joined(separator: ", ") + "\n")
            }
        }
    }
}
