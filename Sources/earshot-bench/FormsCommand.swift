import ArgumentParser
import Foundation
import Model

struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Measures the case forms generated for names against tables of attested forms.",
        discussion: """
            Reads the tables of morph/ in a folder of labelled data: form, lemma, word class, \
            features and count, parted by tabs. Words are dealt into five folds by a hash of the \
            lemma; the rules of inflection are written with the misses of the first three in view, \
            so that the last two tell what other words will meet with.

            recall: attested forms that are generated. in slot: of the forms generated for a case \
            and number that the table attests for the word, those attested there; the others may \
            be right as well. forms: generated for a word, the base form included.

            Examples:
              earshot-bench forms --data ~/data
              earshot-bench forms --data ~/data --misses | less
            """)

    @Option(help: ArgumentHelp("The folder that has morph/.", valueName: "dir"))
    var data: String

    @Flag(
        help: """
            List what is not generated, of the folds that may be tuned on; JSON holds it anyway.
            """)
    var misses = false

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        let folder = URL(filePath: data, directoryHint: .isDirectory).appending(path: "morph")
        var measurements: [FormsMeasurement] = []
        for (name, language) in Self.tables {
            let file = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
                try Output.note("\(language.rawValue) is passed over: no \(file.relativePath)")
                continue
            }
            measurements += Self.measure(try MorphologyRow.read(file), language)
        }
        guard !measurements.isEmpty else { throw BenchError.noSets(data) }
        switch format {
        case .json: try Output.json(measurements)
        case .text: for line in FormsTable(measurements).lines { try Output.line(line) }
        }
        guard misses, format == .text else { return }
        for measurement in measurements where measurement.isTuned {
            for miss in measurement.misses {
                try Output.line(
                    "\(measurement.language) \(measurement.wordClass)  \(miss.lemma) → "
                        + "\(miss.form)  \(miss.slot)")
            }
        }
    }

    // MARK: - Private

    private static let tables: KeyValuePairs<String, Brand.Inflection> = [
        "ud_lvtb_forms.dev.tsv": .latvian, "ud_pud_pl_forms.dev.tsv": .polish,
    ]

    private static func measure(
        _ rows: [MorphologyRow], _ language: Brand.Inflection
    ) -> [FormsMeasurement] {
        ["PROPN", "NOUN"].flatMap { wordClass in
            [true, false].map { isTuned in
                FormsMeasurement(
                    rows.filter {
                        $0.wordClass == wordClass && Fold(of: $0.lemma).isTuned == isTuned
                    }, language: language, wordClass: wordClass, isTuned: isTuned)
            }
        }
    }
}
