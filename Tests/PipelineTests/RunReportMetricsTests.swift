import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RunReportMetricsTests {
    private let site: CrawlSite
    private let folder: TestWorkspace

    init() throws {
        site = try CrawlSite(hosts: 2)
        folder = try TestWorkspace(listeningTo: [
            "id: fine, name: Fine, url: '\(site.url("/fine"))'",
            "id: closed, name: Closed, url: '\(site.url("/closed", host: 2))'",
        ])
        site.at("/fine", document: numberedRSS(1...3), etag: "\"1\"")
        site.at("/closed") { _ in .init(403) }
    }

    private func metrics(day: Double = 0, path: String = "metrics/earshot.prom") async throws
        -> (report: RunReport, samples: [String: Double])
    {
        let report = try await folder.crawl(at: .crawlDay(day)) {
            $0.metricsPath = folder.workspace.path + "/" + path
        }
        return (
            report, try PrometheusText(String(decoding: folder.read(path), as: UTF8.self)).samples
        )
    }

    @Test func `the figures are those of the report, as Prometheus reads them`() async throws {
        let (report, samples) = try await metrics()
        #expect(samples["earshot_run_timestamp_seconds"] == 1_795_327_200)
        #expect(samples["earshot_run_partial"] == 0)
        #expect(samples["earshot_feeds{outcome=\"updated\"}"] == 1)
        #expect(samples["earshot_feeds{outcome=\"status\"}"] == 1)
        #expect(samples["earshot_feeds_failed"] == 1)
        #expect(samples["earshot_entries_new"] == 3)
        #expect(
            samples["earshot_received_bytes"]
                == Double(report.feeds.reduce(0) { $0 + $1.wireBytes }))
        #expect(samples["earshot_brand_mentions{brand=\"zefirnet\"}"] == 3)
        for (stage, milliseconds) in report.millisecondsByStage {
            #expect(
                samples["earshot_stage_seconds{stage=\"\(stage)\"}"] == Double(milliseconds) / 1_000
            )
        }
    }

    @Test func `the file is replaced whole, whatever stood there`() async throws {
        try folder.write(String(repeating: "old ", count: 10_000), to: "metrics/earshot.prom")
        let (_, samples) = try await metrics()
        #expect(samples["earshot_entries_new"] == 3)
        let (_, later) = try await metrics(day: 2)
        #expect(later["earshot_entries_new"] == 0)
        #expect(later["earshot_feeds{outcome=\"not_modified\"}"] == 1)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.workspace.path + "/metrics")
        #expect(names == ["earshot.prom"])
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.workspace.path + "/metrics/earshot.prom")
        // The collector is another user.
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o644)
    }

    @Test func `a run that fetched nothing writes them too`() async throws {
        _ = await #expect(throws: RunError.self) {
            try await folder.crawl {
                $0.sources = ["closed"]
                $0.metricsPath = folder.workspace.path + "/earshot.prom"
            }
        }
        let text = String(decoding: try folder.read("earshot.prom"), as: UTF8.self)
        #expect(try PrometheusText(text).samples["earshot_feeds_failed"] == 1)
    }

    @Test func `where they cannot be written is said`() async throws {
        try folder.write("in the way", to: "metrics")
        let error = await #expect(throws: RunError.self) {
            try await folder.crawl {
                $0.metricsPath = folder.workspace.path + "/metrics/earshot.prom"
            }
        }
        #expect(error?.exitCode == 73)
    }

    @Test func `of a file that cannot take its place nothing is left`() async throws {
        try folder.write("a folder", to: "earshot.prom/inside")
        _ = await #expect(throws: RunError.self) {
            try await folder.crawl {
                $0.metricsPath = folder.workspace.path + "/earshot.prom"
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.workspace.path)
        #expect(names.filter { $0.hasPrefix("earshot.prom") } == ["earshot.prom"])
    }
}

/// Reads the text format 0.0.4 as strictly as its description allows, for what we write of it.
private struct PrometheusText {
    /// By name and labels, as written.
    private(set) var samples: [String: Double] = [:]

    struct Mistake: Error {
        let line: Substring
        let reason: String
    }

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Mistake(line: "", reason: "no last line feed") }
        var helped: Set<Substring> = []
        var current: Substring?
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: /# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)/) {
                guard helped.insert(match.1).inserted else {
                    throw Mistake(line: line, reason: "a metric twice")
                }
                current = nil
            } else if let match = line.wholeMatch(
                of: /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|untyped)/)
            {
                guard helped.contains(match.1) else { throw Mistake(line: line, reason: "no help") }
                current = match.1
            } else if let match = line.wholeMatch(
                of: /(([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-zA-Z_][a-zA-Z0-9_]*="[^"\\\n]*"\})?) (\S+)/)
            {
                guard match.2 == current else { throw Mistake(line: line, reason: "out of place") }
                guard let value = Double(match.4) else {
                    throw Mistake(line: line, reason: "no number")
                }
                guard samples.updateValue(value, forKey: String(match.1)) == nil else {
                    throw Mistake(line: line, reason: "a sample twice")
                }
            } else {
                throw Mistake(line: line, reason: "no line of the format")
            }
        }
    }
}
