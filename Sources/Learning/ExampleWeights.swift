import Foundation

/// How much each example counts, so that no set drowns another, and that the sides of a set weigh the
/// same.
///
/// All weights add up to the number of examples, so that one more small set does not draw what the
/// large ones teach towards the rules. An example's own weight counts only beside those of its set and
/// side, in whatever unit: shares of 1 teach as much as counts do.
struct ExampleWeights {
    /// The power of its size that a set weighs by: 0.5 for the root, 1 for as many as its texts.
    let sizePower: Double

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
        return examples.map { example in
            let ofSet = sides[example.set] ?? [:]
            let share = 1 / Double(ofSet.count)
            let size = pow(sizes[example.set] ?? 1, sizePower)
            return example.weight * unit * size * share / (ofSet[example.side] ?? 1)
        }
    }
}
