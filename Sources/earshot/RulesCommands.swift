import ArgumentParser
import Foundation
import Model
import Pipeline

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Checks, tries out, learns and explains rules.",
        subcommands: [
            Check.self, Forms.self, BacktestCommand.self, UsageCommand.self, Learn.self,
            Handbook.self,
        ])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Checks everything in feeds/ and rules/ and runs the rules' own examples.",
            discussion: """
                Finds files that cannot be read or are not there, examples that do not hold, and \
                rules that can never match, contradict each other, say the same twice or catch nearly everything. \
                Exit code 65 when there is an error, as a run would refuse to start; warnings let \
                it pass.

                Examples:
                  earshot rules check
                  earshot rules check --format sarif > rules.sarif    for code hosts and editors
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Option(help: "text, json or sarif.")
        var format = CheckFormat.text

        func run() throws {
            try reportingErrors {
                let verdict = try RulesVerdict(workspace: workspace.folder)
                switch format {
                case .json: try verdict.printAsJSON()
                case .sarif:
                    StandardStream.output.write(try SARIFLog(verdict).encoded())
                    StandardStream.output.write("\n")
                case .text: StandardStream.output.write(verdict.text(style: .standardOutput))
                }
                if !verdict.isGood { throw ExitCode.badInput }
            }
        }
    }

    enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    struct Forms: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "forms",
            abstract: "Lists the case forms of a name that match, and what else they may mean.",
            discussion: """
                For each form it shows number and case, how many entries of the archive have it and how \
                many of them in small letters, as an ordinary word would be written, and what it \
                collides with: other brands, terms of tone, keywords. To strike a form, write \
                'strike: [form]' at its brand in rules/brands.yaml; to add one that is missing, \
                'forms: [form]'.

                Examples:
                  earshot rules forms Kawka
                  earshot rules forms zefirnet              every name of the brand
                  earshot rules forms "Zielony Listek" --language pl   before it is in the rules
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Option(
            help: ArgumentHelp(
                "pl, lv or none. Default: what the rules say, or else both.", valueName: "language")
        )
        var language: Brand.Inflection?

        @Option(help: "text or json.")
        var format = OutputFormat.text

        @Argument(help: "A name, or the id of a brand for all its names.")
        var name: String

        func validate() throws {
            guard name.contains(where: { $0.isLetter || $0.isNumber }) else {
                throw ValidationError("'\(name)' has no letter or digit in it.")
            }
        }

        func run() throws {
            try reportingErrors {
                let forms = try workspace.folder.forms(of: name, language: language)
                try forms.print(as: format, FormsText(forms, style: .standardOutput).text)
            }
        }
    }
}

extension RulesCommand {
    struct Handbook: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "handbook",
            abstract: "Makes a page of the rules for the people who work by them.",
            discussion: """
                The page has brands with their names, forms and exceptions; categories with what they \
                mean, the next step, severity, team, answer times and examples; and teams with their \
                hours. Texts that the rules have in several languages, such as 'name: {en: Question, pl: \
                Pytanie}', are shown in that of the page; others are marked.

                With --usage each name, keyword and topic says in how many posts of the last 90 days it \
                was at work, which takes as long as `earshot rules usage`.

                Examples:
                  earshot rules handbook > handbook.html
                  earshot rules handbook --usage --output out/handbook.html
                  earshot rules handbook --language pl --output out/handbook.pl.html
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @OptionGroup var document: DocumentOptions

        @Option(
            help: ArgumentHelp(
                "What stands before the paths of rule files in links, such as the address of the "
                    + "repository.", valueName: "prefix"))
        var linkBase = ""

        @OptionGroup var clock: ClockOptions

        @Flag(help: "Says beside each rule in how many posts it has fired.")
        var usage = false

        func run() throws {
            try reportingErrors {
                let folder = workspace.folder
                let page = try folder.handbook(
                    in: document.language, linkBase: linkBase,
                    usage: usage ? try counted(in: folder) : nil)
                try document.write(page, of: folder)
            }
        }

        /// How often each rule has fired.
        private func counted(in folder: Workspace) throws(RunError) -> RuleUsageReport {
            let display = ProgressLine()
            defer { display.finish() }
            let options = RuleUsage.Options(now: clock.moment, includesAll: true)
            return try RuleUsage(workspace: folder, options: options)
                .report { display.show("counting", $0, of: $1) }
        }
    }
}

extension Brand.Inflection: ExpressibleByArgument {}
