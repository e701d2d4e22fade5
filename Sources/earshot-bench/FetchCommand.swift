import ArgumentParser
import Foundation

struct FetchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Times fetching against a bare libcurl loop, on a server of this machine.",
        discussion: """
            The server answers on addresses of this machine alone, each feed after a latency of \
            its own. Both clients fetch all feeds, then ask what has changed, each time in a \
            process of its own; rounds follow each other, so that both see the same machine. \
            The figures are medians, the ratios medians of each round's.

            Examples:
              earshot-bench fetch
              earshot-bench fetch --feeds 1000 --hosts 50 --rounds 1
              earshot-bench fetch --latency 0
            """)

    @OptionGroup var load: FetchLoad

    @Option(
        help: ArgumentHelp(
            "Milliseconds before an answer, for each feed another.", valueName: "min-max"))
    var latency = Latency.standard

    @Option(help: "How often each is measured.")
    var rounds = 3

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Flag(help: "Ends with exit code 1 when the goal is missed.")
    var check = false

    func validate() throws {
        guard rounds >= 1 else { throw ValidationError("--rounds must be 1 or more.") }
    }

    func run() throws {
        let server = try ChildProgram(
            ["serve-feeds", "--latency", latency.argument] + load.arguments)
        guard let port = Int(server.firstLine()) else { throw BenchError.noServer }
        var measurements: [FetchMeasurement] = []
        for round in 0..<rounds {
            for isConditional in [false, true] {
                // Who goes first changes, in case that is worth something.
                for client in round.isMultiple(of: 2) ? [.ours, .bare] : [FetchClient.bare, .ours] {
                    measurements.append(
                        try measureInChild(client, port: port, isConditional: isConditional))
                }
            }
        }
        try server.end()
        switch format {
        case .text: for line in FetchTable(measurements).lines { try Output.line(line) }
        case .json: try Output.json(measurements)
        }
        if check, !FetchTable(measurements).meetsGoal { throw ExitCode(1) }
    }

    // MARK: - Private

    private func measureInChild(_ client: FetchClient, port: Int, isConditional: Bool) throws
        -> FetchMeasurement
    {
        let output = try ChildProgram.output(
            of: ["measure-fetch", "--client", client.rawValue, "--port", String(port)]
                + (isConditional ? ["--conditional"] : []) + load.arguments)
        return try JSONDecoder().decode(FetchMeasurement.self, from: output)
    }
}
