import ArgumentParser
import Foundation
import Pipeline

struct StagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages",
        abstract: "Times each stage and the whole run on data made from a fixed seed.",
        discussion: """
            Each stage is measured in a process of its own, so that its peak memory is its own. \
            Figures of one run can be compared with each other, those of two machines cannot.

            Examples:
              earshot-bench
              earshot-bench --entries 10000 --entries 100000 --format json
              earshot-bench --stage parse --stage tag
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Option(help: ArgumentHelp("Entries to work on; may be given several times."))
    var entries: [Int] = [10_000]

    @Option(help: "Stages to measure; may be given several times. Default: all.")
    var stage: [BenchStage] = BenchStage.allCases

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(help: .hidden)
    var inThisProcess = false

    func validate() throws {
        guard entries.allSatisfy({ $0 >= SyntheticFeeds.entriesPerFeed }) else {
            throw ValidationError("--entries must be \(SyntheticFeeds.entriesPerFeed) or more.")
        }
    }

    func run() async throws {
        if inThisProcess {
            let measurement = try await stage[0].measure(
                entries: entries[0], workspace: Workspace(path: workspace))
            try Output.line(JSONEncoder().encode(measurement))
            return
        }
        var measurements: [Measurement] = []
        if format == .text { try Output.line(Self.heading) }
        for count in entries {
            for stage in stage {
                let measurement = try measureInChild(stage, entries: count)
                measurements.append(measurement)
                if format == .text { try Output.line(Self.line(measurement)) }
            }
        }
        if format == .json { try Output.json(measurements) }
    }

    // MARK: - Private

    private func measureInChild(_ stage: BenchStage, entries: Int) throws -> Measurement {
        let output = try ChildProgram.output(of: [
            "stages", "--in-this-process", "--stage", stage.rawValue, "--entries", String(entries),
            "--workspace", workspace,
        ])
        return try JSONDecoder().decode(Measurement.self, from: output)
    }

    private static let heading =
        "stage        entries    entries/s  entries/CPU s      MB/s   peak MiB"

    private static func line(_ measurement: Measurement) -> String {
        let name = measurement.stage.padding(toLength: 10, withPad: " ", startingAt: 0)
        return name
            + String(
                format: "%10d %12.0f %14.0f %9.1f %10.1f", measurement.entries,
                measurement.entriesPerSecond, measurement.entriesPerCPUSecond,
                measurement.megabytesPerSecond, measurement.peakMebibytes)
    }
}
