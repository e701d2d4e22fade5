import Foundation

/// The figures of all rounds side by side, and what ours are to each peer's.
struct MatchTable {
    /// By round, then by count of names.
    let rounds: [(names: Int, measurements: [MatchPeer: MatchMeasurement])]

    var lines: [String] {
        ["names  matcher          MB/CPU s  ours/it  index ms      hits"]
            + counts.flatMap { count in
                MatchPeer.allCases.compactMap { line(of: $0, names: count) }
            }
            + ratioOfSizes
    }

    // MARK: - Private

    private var counts: [Int] { Set(rounds.map(\.names)).sorted() }

    private func line(of peer: MatchPeer, names: Int) -> String? {
        let taken = rounds.filter { $0.names == names }
            .compactMap { round in round.measurements[peer].map { (round.measurements, $0) } }
        guard let first = taken.first?.1 else { return nil }
        let ratio = median(
            taken.compactMap { round, theirs in
                round[.ours].map { $0.megabytesPerSecond / theirs.megabytesPerSecond }
            })
        return String(format: "%5d  ", names)
            + peer.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0)
            + String(
                format: "%11.1f %8.2f %9.1f %9d", median(taken.map(\.1.megabytesPerSecond)), ratio,
                median(taken.map { $0.1.buildSeconds * 1_000 }), first.hits)
    }

    /// What the largest count of names costs in a round, to the smallest.
    private var ratioOfSizes: [String] {
        guard let least = counts.first, let most = counts.last, least < most else { return [] }
        let rates = [least, most].map { count in
            rounds.filter { $0.names == count }
                .compactMap { $0.measurements[.ours]?.megabytesPerSecond }
        }
        let ratio = median(zip(rates[0], rates[1]).map { few, many in few / many })
        return [
            String(format: "cost at %d names to that at %d: %.2f", most, least, ratio)
        ]
    }
}
