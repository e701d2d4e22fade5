import ArgumentParser
import Foundation

struct EntityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entity",
        abstract: "Measures how well names that are words too are told apart from the words.",
        discussion: """
            Reads entity/ambiguous_names.dev.jsonl and entity/ner_social.dev.jsonl in a folder of \
            labelled data. Each name is a brand of its own, in the modes that rules offer and \
            without anything learnt from the texts: as it is; case-sensitive, written as the \
            organisation is most often; strict on case; standalone as well. A mention counts as \
            right where the annotators saw an organisation.

            Example:
              earshot-bench entity --data ~/data
            """)

    @Option(help: ArgumentHelp("The folder that has entity/.", valueName: "dir"))
    var data: String

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        let folder = URL(filePath: data, directoryHint: .isDirectory).appending(path: "entity")
        let sets: [(name: String, read: (URL) throws -> [EntityText])] = [
            ("ambiguous_names", EntityText.ofAmbiguousNames), ("ner_social", EntityText.ofEntities),
        ]
        var measurements: [EntityMeasurement] = []
        for (name, read) in sets {
            let file = folder.appending(path: "\(name).dev.jsonl")
            guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
                try Output.note("\(name) is passed over: no \(file.relativePath)")
                continue
            }
            let texts = try read(file)
            measurements += EntityMode.allCases.map { EntityMeasurement(texts, of: name, mode: $0) }
        }
        guard !measurements.isEmpty else { throw BenchError.noSets(data) }
        switch format {
        case .json: try Output.json(measurements)
        case .text:
            try Output.line(EntityMeasurement.heading)
            for measurement in measurements { try Output.line(measurement.line) }
        }
    }
}
