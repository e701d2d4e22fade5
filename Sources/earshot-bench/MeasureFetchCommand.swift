import ArgumentParser
import Foundation

struct MeasureFetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure-fetch",
        abstract: "Fetches all feeds of a running `serve-feeds` once and prints what it cost.",
        shouldDisplay: false)

    @OptionGroup var load: FetchLoad

    @Option(help: "Who fetches: ours or bare.")
    var client: FetchClient

    @Option(help: "Where `serve-feeds` listens.")
    var port: Int

    @Flag(help: "Ask only for what has changed, which is nothing.")
    var conditional = false

    func run() async throws {
        let measurement = try await client.measure(load, port: port, isConditional: conditional)
        try Output.line(JSONEncoder().encode(measurement))
    }
}
