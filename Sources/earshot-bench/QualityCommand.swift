import ArgumentParser
import Foundation
import Pipeline

struct QualityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract: "Measures tags against what people judged.",
        discussion: """
            Reads the sets that it knows from DIR/sentiment, DIR/target, DIR/intent and DIR/langid \
            (NAME.dev.jsonl); those that are missing are named and passed over. Tone is measured \
            four ways: by the rules without what is learnt ('lexicon'), by the rules as they are \
            ('shipped', which may have learnt from these very texts), by five-fold cross-validation of \
            what these sets teach ('learnt'), and by what the other sets of the language teach ('left \
            out'). The last two learn from the sets alone, by the default settings, and not from the \
            posts beside which the shipped files were learnt: for what such files do with texts from \
            elsewhere, learn from all of their sources with 'earshot rules learn --dry-run'. \
            Categories are measured by the rules as they are and, where there are texts of them and \
            others, 'learnt'.

            Examples:
              earshot-bench quality --data ~/data
              earshot-bench quality --data ~/data --part tone --format json > before.json
            """)

    @Option(help: ArgumentHelp("A folder of judged texts.", valueName: "dir"))
    var data: String

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Option(help: "What to measure; may be given several times. Default: all.")
    var part: [QualityPart] = QualityPart.allCases

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        var isFolder: ObjCBool = false
        let isThere = unsafe FileManager.default.fileExists(atPath: data, isDirectory: &isFolder)
        guard isThere, isFolder.boolValue else {
            throw ValidationError("there is no folder \(data); give --data one of judged texts.")
        }
        let rules = try Workspace(path: workspace).loadRules().rules
        var figures: [QualityFigure] = []
        for part in part {
            for figure in try part.figures(QualityData(folder: data), rules) {
                if format == .text {
                    if figures.isEmpty { try Output.line(QualityFigure.heading) }
                    for line in figure.lines { try Output.line(line) }
                }
                figures.append(figure)
            }
        }
        guard !figures.isEmpty else { throw BenchError.noSets(data) }
        if format == .json { try Output.json(figures) }
    }
}
