import Foundation

/// How much each example counts, so that no set drowns another, and no side of a set the other sides.
///
/// All weights add up to the number of examples, so that one more small set does not draw what the
/// large ones teach towards the rules. An example's own weight counts only beside those of its set and
/// side, in whatever unit: shares of 1 teach as much as counts do.
struct ExampleWeights {
    /// The power of its size that a set weighs by: 0.5 for the root, 1 for as many as its texts.
    let sizePower: Double
    /// The power of its size that a side weighs by within its set: 0 for all sides the same, 1 for as
    /// much as its examples.
    var sidePower = 0.0

    /// By example.
    func weights(of examples: [Example]) -> [Double] {
        var sizes: [Int: Double] = [:]
        // By set and side: what its examples weigh together.
        var sides: [Int: [Int: Double]] = [:]
        for example in examples {
            sizes[example.set, default: 0] += 1
            sides[example.set, default: [:]][example.side, default: 0] += example.weight
        }
        let counts = sizes.values.sorted()
        let unit = counts.reduce(0, +) / max(counts.reduce(0) { $0 + pow($1, sizePower) }, 1)
        let shares = sides.mapValues { ofSet in
            let powers = ofSet.mapValues { pow($0, sidePower) }
            let all = powers.values.sorted().reduce(0, +)
            return powers.mapValues { $0 / all }
        }
        return examples.map { example in
            let size = pow(sizes[example.set] ?? 1, sizePower)
            let share = shares[example.set]?[example.side] ?? 0
            return example.weight * unit * size * share / (sides[example.set]?[example.side] ?? 1)
        }
    }
}
