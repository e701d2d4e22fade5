import Foundation
import Model

/// A run's figures in the text format of Prometheus, for a node exporter's textfile collector.
///
/// [The format](https://prometheus.io/docs/instrumenting/exposition_formats/): one `HELP` and `TYPE`
/// line a metric, then a line for each set of labels.
struct RunMetrics {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    var text: String {
        let outcomes = Dictionary(grouping: report.feeds, by: \.outcome).mapValues(\.count)
        let asked = report.feeds.filter(\.wasAsked)
        return [
            metric(
                "run_timestamp_seconds", "The moment the last run was made for.",
                [("", report.now.timeIntervalSince1970)]),
            metric(
                "run_partial", "1 when the last run was ended before every feed had its turn.",
                [("", report.isPartial ? 1 : 0)]),
            metric(
                "clock_doubtful",
                "1 when the servers asked in the last run say that this machine's clock is wrong.",
                [("", report.clock == nil ? 0 : 1)]),
            metric(
                "feeds", "Feeds by what became of them in the last run.",
                outcomes.sorted { $0.key < $1.key }.map { ("outcome=\"\($0.key)\"", $0.value) }),
            metric(
                "feeds_failed", "Feeds that could not be heard in the last run.",
                [("", report.feeds.count(where: \.isFailure))]),
            metric(
                "entries_new", "Entries that were new in the last run.", [("", report.newEntries)]),
            metric(
                "received_bytes", "Bytes received in the last run.",
                [("", asked.reduce(0) { $0 + $1.wireBytes })]),
            metric(
                "stage_seconds", "Wall time of each stage of the last run.",
                report.millisecondsByStage.sorted { $0.key < $1.key }
                    .map { ("stage=\"\($0.key)\"", Double($0.value) / 1_000) }),
            metric(
                "brand_mentions", "Mentions in the last digest, by brand.",
                report.brands.map { ("brand=\"\($0.brand.value)\"", $0.mentions) }),
        ].joined()
    }

    // MARK: - Private

    /// Ids and outcomes need no escaping: they have neither quotes nor line breaks.
    private func metric(
        _ name: String, _ help: String,
        _ values: [(labels: String, value: any CustomStringConvertible)]
    ) -> String {
        let lines = values.map { labels, value in
            "earshot_\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)\n"
        }
        return "# HELP earshot_\(name) \(help)\n# TYPE earshot_\(name) gauge\n" + lines.joined()
    }
}
