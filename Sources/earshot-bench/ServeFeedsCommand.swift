import ArgumentParser

struct ServeFeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve-feeds",
        abstract: "Serves generated feeds to `fetch` until standard input closes.",
        discussion: "Prints the port it listens on, at 127.0.1.1 and the addresses that follow.",
        shouldDisplay: false)

    @OptionGroup var load: FetchLoad

    @Option(help: "Milliseconds before an answer.")
    var latency = Latency.standard

    func run() throws {
        let answers = FeedAnswers(documents: min(load.feeds, FetchLoad.documents))
        let server = try FeedServer(hosts: load.hosts, answers: answers, latency: latency)
        try Output.line(String(server.port))
        server.run()
    }
}
