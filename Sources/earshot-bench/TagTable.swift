import Foundation

/// What reading all posts of a kind cost one tagger, once.
struct TagRun: Encodable {
    let posts: String
    let tagger: String
    let cost: Measurement
}

/// The figures of all rounds side by side, and what ours on one core are to each.
struct TagTable {
    private let runs: [TagRun]

    /// - Parameter runs: as many rounds of each tagger, in the order they were taken.
    init(_ runs: [TagRun]) {
        self.runs = runs
    }

    var lines: [String] {
        [
            "posts       tagger            posts/s  posts/CPU s    MB/s  MB/CPU s  peak MiB  ours/it"
        ]
            + kinds.flatMap { kind in taggers.map { line(kind, $0) } }
            + ["ours/it: posts per CPU second of ours on one core; goal: VADER >= 20"]
    }

    // MARK: - Private

    private var kinds: [String] { runs.map(\.posts).uniqued }
    /// Ours on one core first.
    private var taggers: [String] { runs.map(\.tagger).uniqued }

    private func line(_ kind: String, _ tagger: String) -> String {
        let costs = costs(kind, tagger)
        func middle(_ figure: (Measurement) -> Double) -> Double { median(costs.map(figure)) }
        return kind.padding(toLength: 12, withPad: " ", startingAt: 0)
            + tagger.padding(toLength: 16, withPad: " ", startingAt: 0)
            + String(
                format: "%9.0f %12.0f %7.1f %9.1f %9.1f %8.2f", middle(\.entriesPerSecond),
                middle(\.entriesPerCPUSecond), middle(\.megabytesPerSecond),
                middle { $0.megabytes / max($0.cpuSeconds, 1e-6) }, middle(\.peakMebibytes),
                ratio(to: tagger, kind))
    }

    private func ratio(to tagger: String, _ kind: String) -> Double {
        median(
            zip(costs(kind, taggers[0]), costs(kind, tagger)).map {
                $0.entriesPerCPUSecond / $1.entriesPerCPUSecond
            })
    }

    private func costs(_ kind: String, _ tagger: String) -> [Measurement] {
        runs.filter { $0.posts == kind && $0.tagger == tagger }.map(\.cost)
    }
}

extension [String] {
    /// Each once, in the order of their first places.
    fileprivate var uniqued: [String] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
