import Foundation

/// The figures of all rounds side by side, and what ours are to the bare loop's.
struct FetchTable {
    private let measurements: [FetchMeasurement]

    /// - Parameter measurements: as many rounds of each client, in the order they were taken.
    init(_ measurements: [FetchMeasurement]) {
        self.measurements = measurements
    }

    var lines: [String] {
        let kinds = [false, true]
        return ["client        feeds      feeds/s    feeds/CPU s      MB/s   peak MiB   peak files"]
            + kinds.flatMap { isConditional in
                FetchClient.allCases.map { line($0, isConditional) }
            }
            + ["", "ours / bare             wall  feeds/CPU s             peak"]
            + kinds.map(ratioLine)
            + ["goal                 >= 0.95      >= 0.70", ""]
            + [
                "ours, ms without a look at a socket           median      p99   longest   peak files"
            ]
            + kinds.map(stallLine)
            + [
                "goal                                                    <= 50                <= 1000"
            ]
    }

    /// Whether we are as fast as we want to be, whole and conditionally.
    var meetsGoal: Bool {
        [false, true].allSatisfy { isConditional in
            ratio(\.feedsPerSecond, isConditional) >= 0.95
                && ratio(\.feedsPerCPUSecond, isConditional) >= 0.70
                && middle(.ours, isConditional) { $0.stalls?.p99Milliseconds ?? 0 } <= 50
                && middle(.ours, isConditional) { Double($0.peakDescriptors) } <= 1_000
        }
    }

    // MARK: - Private

    private func line(_ client: FetchClient, _ isConditional: Bool) -> String {
        func middle(_ figure: (FetchMeasurement) -> Double) -> Double {
            self.middle(client, isConditional, figure)
        }
        return Self.name("\(client.rawValue) \(Self.name(isConditional))", width: 10)
            + String(
                format: "%9.0f %12.0f %14.0f %9.1f %10.1f %12.0f", middle { Double($0.feeds) },
                middle(\.feedsPerSecond), middle(\.feedsPerCPUSecond), middle(\.megabytesPerSecond),
                middle(\.cost.peakMebibytes), middle { Double($0.peakDescriptors) })
    }

    private func stallLine(_ isConditional: Bool) -> String {
        func middle(_ figure: (FetchMeasurement.Stalls) -> Double) -> Double {
            self.middle(.ours, isConditional) { $0.stalls.map(figure) ?? 0 }
        }
        return Self.name(Self.name(isConditional), width: 42)
            + String(
                format: "%10.2f %8.2f %9.1f %12.0f", middle(\.medianMilliseconds),
                middle(\.p99Milliseconds), middle(\.longestMilliseconds),
                self.middle(.ours, isConditional) { Double($0.peakDescriptors) })
    }

    private func middle(
        _ client: FetchClient, _ isConditional: Bool, _ figure: (FetchMeasurement) -> Double
    ) -> Double {
        median(measurements(client, isConditional).map(figure))
    }

    private func ratio(_ figure: (FetchMeasurement) -> Double, _ isConditional: Bool) -> Double {
        let rounds = zip(measurements(.ours, isConditional), measurements(.bare, isConditional))
        return median(rounds.map { ours, bare in figure(ours) / figure(bare) })
    }

    private func ratioLine(_ isConditional: Bool) -> String {
        Self.name(Self.name(isConditional), width: 20)
            + String(
                format: "%8.2f %12.2f %16.2f", ratio(\.feedsPerSecond, isConditional),
                ratio(\.feedsPerCPUSecond, isConditional),
                ratio(\.cost.peakMebibytes, isConditional))
    }

    private func measurements(_ client: FetchClient, _ isConditional: Bool) -> [FetchMeasurement] {
        measurements.filter { $0.client == client && $0.isConditional == isConditional }
    }

    private static func name(_ isConditional: Bool) -> String { isConditional ? "304" : "cold" }

    private static func name(_ text: String, width: Int) -> String {
        text.padding(toLength: width, withPad: " ", startingAt: 0)
    }
}
