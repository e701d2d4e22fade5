import ArgumentParser
import Foundation

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Times looking for names and tagging in full, beside other matchers.",
        discussion: """
            All matchers look for the same names in the same posts, each time in a process of its \
            own; rounds follow each other, so that all see the same machine. The figures are \
            medians of processor time, those of tagging of time by the clock, the ratios medians of \
            each round's. Peers are programs in --peers that take a file of names, a file of posts \
            and megabytes, and print JSON: tokhash, hs_bench, ac_bench; one that is not there is \
            named and left out. A handle or a web address is one word to us, so that ours may find \
            a little less in texts with such.

            More names are found more often, and each that is found takes time: what the names \
            themselves cost is told by as many of which most stand in no post.

            Examples:
              earshot-bench match
              earshot-bench match --peers ~/peers --rounds 5
              earshot-bench match --peers ~/peers --corpus ~/corpus
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Option(help: ArgumentHelp("A folder with the peers' programs.", valueName: "dir"))
    var peers: String?

    @Option(
        help: ArgumentHelp(
            "A folder with text.txt and a kw_<names>.txt for each count. Default: generated ones.",
            valueName: "dir"))
    var corpus: String?

    @Option(help: "How many names; may be given several times.")
    var names: [Int] = [100, 1_000, 10_000]

    @Option(help: "How much of the posts is read.")
    var megabytes = 50.0

    @Option(help: "How often each matcher is measured.")
    var rounds = 3

    private static let seed: UInt64 = 20_261_122
    private static let cores = [1, 2]

    func validate() throws {
        guard rounds >= 1, megabytes >= 1, names.allSatisfy({ $0 >= 1 }) else {
            throw ValidationError("--rounds, --megabytes and --names must be 1 or more.")
        }
    }

    func run() throws {
        if let peers {
            for peer in MatchPeer.allCases where !peer.isThere(in: peers) {
                try Output.note("\(peer.rawValue) is left out: no \(peer.program(in: peers))")
            }
        }
        if let corpus {
            try measure(MatchCorpus(path: corpus))
            return
        }
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let generated = MatchCorpus(path: folder.path(percentEncoded: false))
        try generated.write(megabytes: megabytes, counts: names, seed: Self.seed)
        try measure(generated)
    }

    // MARK: - Private

    private func measure(_ corpus: MatchCorpus) throws {
        var taken: [(names: Int, measurements: [MatchPeer: MatchMeasurement])] = []
        for round in 0..<rounds {
            for count in names {
                // Who goes first changes, in case that is worth something.
                let order =
                    round.isMultiple(of: 2) ? MatchPeer.allCases : MatchPeer.allCases.reversed()
                var measurements: [MatchPeer: MatchMeasurement] = [:]
                for peer in order {
                    measurements[peer] = try peer.measure(
                        names: corpus.names(count), posts: corpus.posts, megabytes: megabytes,
                        peers: peers)
                }
                taken.append((count, measurements))
            }
        }
        for line in MatchTable(rounds: taken).lines { try Output.line(line) }
        try measureAbsentNames(corpus)
        try measureTagging(corpus)
    }

    /// What names cost that are not found, to the cost of the least count.
    private func measureAbsentNames(_ corpus: MatchCorpus) throws {
        guard let least = names.min(), let most = names.max(), least < most else { return }
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let mixed = LineFile(path: folder.appending(path: "names.txt").path)
        let present = try corpus.names(least).lines()
        let absent = try corpus.absentNames(least: least, most: most)
        try mixed.write(present + absent)
        let ratios = try (0..<rounds).compactMap { _ in
            let few = try ours(corpus.names(least), in: corpus)
            let many = try ours(mixed, in: corpus)
            return few.flatMap { few in many.map { $0.cpuSeconds / few.cpuSeconds } }
        }
        try Output.line(
            String(
                format: "cost at %d names, %d of them in no post, to that at %d: %.2f",
                present.count + absent.count, absent.count, least, median(ratios)))
    }

    private func ours(_ names: LineFile, in corpus: MatchCorpus) throws -> MatchMeasurement? {
        try MatchPeer.ours.measure(
            names: names, posts: corpus.posts, megabytes: megabytes, peers: nil)
    }

    /// On one core, then on two at once.
    private func measureTagging(_ corpus: MatchCorpus) throws {
        var taken: [Int: [Measurement]] = [:]
        for _ in 0..<rounds {
            for cores in Self.cores {
                let output = try ChildProgram.output(of: [
                    "measure-tag", corpus.posts.path, String(min(megabytes, 20)), "--cores",
                    String(cores), "--workspace", workspace,
                ])
                taken[cores, default: []].append(
                    try JSONDecoder().decode(Measurement.self, from: output))
            }
        }
        for cores in Self.cores {
            func middle(_ figure: (Measurement) -> Double) -> Double {
                median((taken[cores] ?? []).map(figure))
            }
            try Output.line(
                String(
                    format: "tag in full, %d %@: %.0f posts/s, %.1f MB/s, peak %.0f MiB", cores,
                    cores == 1 ? "core" : "cores", middle(\.entriesPerSecond),
                    middle(\.megabytesPerSecond), middle(\.peakMebibytes)))
        }
    }
}
