import ArgumentParser
import Fetching
import Foundation
import Model

struct FetchListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch-list",
        abstract: "Fetches listed addresses of this machine and prints what it cost.",
        discussion: """
            Arguments and output are those of the other fetchers that scripts measure. What documents \
            are recognised by is kept in the folder, so that a second time only what has changed is \
            asked for.

            One line of JSON: 'feeds', how many of them came ('ok'), had not changed ('not_modified') \
            or failed ('bad'), 'wall_s', 'cpu_s', and the peak memory in KiB ('peak_kb').

            Example: fetch_peers.py --peer \
            'ours=earshot-bench fetch-list {urls} {state} {total} {perhost}'
            """,
        shouldDisplay: false)

    @Argument(help: "A file with an address on each line.")
    var addresses: String

    @Argument(help: "A folder.")
    var state: String

    @Argument(help: "How many requests are at work at once.")
    var total: Int

    @Argument(help: "How many of them at one host.")
    var perHost: Int

    func run() async throws {
        let addresses = try LineFile(path: addresses).lines()
        let held = try heldValidators()
        let requests = addresses.enumerated().map { number, address in
            FetcherClient.request(number: number, address: address, holding: held[address])
        }
        let run = try await Self.fetch(requests, total: total, perHost: perHost, holding: held)
        try JSONEncoder().encode(run.held).write(to: file)
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try Output.line(encoder.encode(run.line))
    }

    // MARK: - Private

    private typealias Held = [String: Validators]

    private struct Line: Encodable {
        let peer = "earshot"
        let feeds: Int
        var ok = 0
        var notModified = 0
        var bad = 0
        var wallS = 0.0
        var cpuS = 0.0
        var peakKb = 0.0
    }

    private var file: URL { URL(filePath: state).appending(path: "validators.json") }

    private func heldValidators() throws -> Held {
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
            return [:]
        }
        return try JSONDecoder().decode(Held.self, from: Data(contentsOf: file))
    }

    @concurrent
    private static func fetch(
        _ requests: [FetchRequest], total: Int, perHost: Int, holding before: Held
    ) async throws -> (line: Line, held: Held) {
        var (line, held) = (Line(feeds: requests.count), before)
        let meter = Meter()
        let fetcher = try Fetcher(
            settings: FetcherClient.settings(total: total, perHost: perHost), workspace: ".")
        for await (_, result, _) in fetcher.results(of: requests) {
            switch result {
            case .fetched(let document):
                line.ok += 1
                if let validators = document.validators { held[validators.url] = validators }
            case .notModified(let validators, _):
                line.notModified += 1
                if let validators { held[validators.url] = validators }
            case .failed: line.bad += 1
            }
        }
        let cost = meter.reading
        (line.wallS, line.cpuS) = (cost.wallSeconds, cost.cpuSeconds)
        line.peakKb = cost.peakMebibytes * 1_024
        return (line, held)
    }
}
