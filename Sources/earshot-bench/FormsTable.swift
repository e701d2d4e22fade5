import Foundation

/// The figures of each language and word class, the folds that were tuned on apart.
struct FormsTable {
    private let measurements: [FormsMeasurement]

    init(_ measurements: [FormsMeasurement]) {
        self.measurements = measurements
    }

    var lines: [String] {
        ["language class  folds     words  recall sg      recall all     in slot  forms"]
            + measurements.map(line)
            + ["goal, on words not tuned on: recall sg lv >= 97 %, pl >= 95 %, fewer than 12 forms"]
    }

    // MARK: - Private

    private func line(_ measurement: FormsMeasurement) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text.padding(toLength: width, withPad: " ", startingAt: 0)
        }
        let singular = share(measurement.foundSingular, of: measurement.attestedSingular)
        let all = share(measurement.found, of: measurement.attested)
        return padded(measurement.language, 9) + padded(measurement.wordClass, 7)
            + padded(measurement.isTuned ? "tuned" : "untuned", 8)
            + String(format: "%7d  ", measurement.lemmas)
            + padded("\(singular) of \(measurement.attestedSingular)", 15)
            + padded("\(all) of \(measurement.attested)", 15)
            + padded(share(measurement.confirmed, of: measurement.generatedInAttestedSlots), 7)
            + String(
                format: "%7.1f",
                measurement.lemmas == 0
                    ? 0 : Double(measurement.generated) / Double(measurement.lemmas))
    }

    private func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : String(format: "%.1f %%", 100 * Double(part) / Double(whole))
    }
}
