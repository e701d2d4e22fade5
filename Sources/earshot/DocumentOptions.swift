import ArgumentParser
import Model
import Pipeline

/// In which language a document made of the rules is written, and where to.
struct DocumentOptions: ParsableArguments {
    @Option(help: "en, pl or lv. Default: language in rules/routing.yaml.")
    var language: ReportLanguage?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Where to write it. Default: standard output.", valueName: "file"))
    var output: String?

    func write(_ document: String, of folder: Workspace) throws(RunError) {
        if let output {
            try folder.write(document, to: output)
        } else {
            StandardStream.output.write(document)
        }
    }
}
