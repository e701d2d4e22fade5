import Foundation

/// The figures of all rounds side by side, and what ours are to each other reader's.
struct ParseTable {
    private let measurements: [ParseMeasurement]

    /// - Parameter measurements: as many rounds of each reader, in the order they were taken.
    init(_ measurements: [ParseMeasurement]) {
        self.measurements = measurements
    }

    var lines: [String] {
        ["reader        documents   read  entries  MB/CPU s  entries/CPU s  peak MiB    ours/it"]
            + ParseReader.allCases.map(line)
            + ["goal: ours/bare >= 1.00, better 1.30; 'bare-swap' is near what libxml2 allows"]
    }

    // MARK: - Private

    private func line(_ reader: ParseReader) -> String {
        let taken = measurements(reader)
        func middle(_ figure: (ParseMeasurement) -> Double) -> Double { median(taken.map(figure)) }
        return reader.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
            + String(
                format: "%11d %6d %8d %9.1f %14.0f %9.1f %10.2f", taken.first?.documents ?? 0,
                taken.first?.read ?? 0, taken.first?.entries ?? 0,
                middle(\.megabytesPerCPUSecond), middle(\.entriesPerCPUSecond),
                middle(\.cost.peakMebibytes), ratio(to: reader))
    }

    private func ratio(to reader: ParseReader) -> Double {
        median(
            zip(measurements(.ours), measurements(reader)).map { ours, other in
                ours.megabytesPerCPUSecond / other.megabytesPerCPUSecond
            })
    }

    private func measurements(_ reader: ParseReader) -> [ParseMeasurement] {
        measurements.filter { $0.reader == reader }
    }
}
