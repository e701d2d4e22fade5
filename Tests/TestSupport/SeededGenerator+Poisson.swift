import Foundation

extension SeededGenerator {
    /// A Poisson count (Knuth 1969, §3.4.1).
    ///
    /// - Parameter mean: small: it takes as many numbers.
    package mutating func poisson(_ mean: Double) -> Int {
        let limit = exp(-mean)
        var product = Double.random(in: 0...1, using: &self)
        var count = 0
        while product > limit {
            count += 1
            product *= Double.random(in: 0...1, using: &self)
        }
        return count
    }
}
