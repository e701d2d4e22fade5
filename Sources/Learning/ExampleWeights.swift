import Foundation

/// How much each example counts, so that no set drowns another and no side another side.
///
/// All weights add up to the number of examples, so that one more small set does not draw what the
/// large ones teach towards the rules. An example's own weight counts only beside those of its set and
/// side, in whatever unit: shares of 1 teach as much as counts do.
struct ExampleWeights {
    /// The power of its size that a set weighs by: 0.5 for the root, 1 for as many as its texts.
    let sizePower: Double
    /// The power that the sides of a set are balanced by: 0 as they are, 1 so that all weigh the same.
    let sidePower: Double

    /// By example.
    func weights(of examples: [Example]) -> [Double] {
        var groups: [Group: (count: Double, weight: Double)] = [:]
        var sets: [Int: Double] = [:]
        for example in examples {
            groups[Group(example), default: (0, 0)].count += 1
            groups[Group(example), default: (0, 0)].weight += example.weight
            sets[example.set, default: 0] += 1
        }
        let sizes = sets.values.sorted()
        let unit = sizes.reduce(0, +) / max(sizes.reduce(0) { $0 + pow($1, sizePower) }, 1)
        // By set: what its groups come to before they are scaled to its size.
        var totals: [Int: Double] = [:]
        for (group, size) in groups.sorted(by: { $0.key < $1.key }) {
            totals[group.set, default: 0] += pow(size.count, 1 - sidePower)
        }
        return examples.map { example in
            let group = groups[Group(example)] ?? (1, 1)
            let share = pow(group.count, 1 - sidePower) / (totals[example.set] ?? 1)
            let size = pow(sets[example.set] ?? 1, sizePower)
            return example.weight * unit * size * share / group.weight
        }
    }

    // MARK: - Private

    private struct Group: Hashable, Comparable {
        let set: Int
        let side: Int

        init(_ example: Example) {
            set = example.set
            side = example.side
        }

        static func < (one: Self, other: Self) -> Bool {
            (one.set, one.side) < (other.set, other.side)
        }
    }
}
