/// Finds the least value of a smooth, strongly convex function: limited-memory BFGS (Nocedal and Wright,
/// Numerical Optimization, 2nd edition, algorithm 7.5) with a backtracking line search, which begins from
/// a diagonal guess of the curvature, as terms that stand in ten texts and in ten thousand need steps of
/// other lengths.
///
/// Sums are taken in the same order each time, so that the same function gives the same bits.
package struct Minimizer {
    /// How far from the minimum the place may be: a fifth of the hundredths that weights are kept in.
    private static let accuracy = 0.002
    /// Changes of place and of gradient that the curvature is guessed from.
    private static let memory = 8
    /// What is learnt takes some 30 to 150; more are the sign of a penalty near 0.
    private static let mostSteps = 1_000
    private static let mostHalvings = 20
    /// Share of the gain that the slope promises (the Armijo condition).
    private static let leastGain = 1e-4

    /// By number.
    private let curvatures: [Double]
    private var changes: [(place: [Double], gradient: [Double], scale: Double)] = []

    /// - Parameters:
    ///   - curvatures: By number: about how fast the gradient grows along it, above 0.
    ///   - leastCurvature: What the curvature is nowhere below in any direction, above 0: the least of the
    ///     penalties. The gradient's length over it bounds the distance to the minimum.
    ///   - evaluate: writes the gradient at a place and returns the value.
    package static func minimum(
        from start: [Double], curvatures: [Double], leastCurvature: Double,
        evaluate: ([Double], inout [Double]) -> Double
    ) -> [Double] {
        var minimizer = Minimizer(curvatures: curvatures)
        var place = start
        var gradient = [Double](repeating: 0, count: start.count)
        var value = evaluate(place, &gradient)
        for _ in 0..<mostSteps {
            guard norm(gradient) > accuracy * leastCurvature else { break }
            let direction = minimizer.direction(gradient)
            let slope = dot(direction, gradient)
            guard slope < 0 else { break }
            var step = 1.0
            var next = place
            var nextGradient = gradient
            var nextValue = value
            for _ in 0..<mostHalvings {
                for index in place.indices { next[index] = place[index] + step * direction[index] }
                nextValue = evaluate(next, &nextGradient)
                if nextValue <= value + leastGain * step * slope { break }
                step /= 2
            }
            // Else the value is as exact as its sum of thousands can be.
            guard nextValue < value else { break }
            minimizer.remember(
                zip(next, place).map { $0 - $1 }, zip(nextGradient, gradient).map { $0 - $1 })
            (place, gradient, value) = (next, nextGradient, nextValue)
        }
        return place
    }

    // MARK: - Private

    private init(curvatures: [Double]) { self.curvatures = curvatures }

    private mutating func remember(_ place: [Double], _ gradient: [Double]) {
        let product = Self.dot(place, gradient)
        guard product > 1e-12 else { return }
        changes.append((place, gradient, 1 / product))
        if changes.count > Self.memory { changes.removeFirst() }
    }

    /// The gradient turned by the curvature seen last (the two-loop recursion).
    private func direction(_ gradient: [Double]) -> [Double] {
        var direction = gradient.map { -$0 }
        var factors: [Double] = []
        for change in changes.reversed() {
            let factor = change.scale * Self.dot(change.place, direction)
            factors.append(factor)
            Self.add(change.gradient, times: -factor, to: &direction)
        }
        let scale = changes.last.map { 1 / ($0.scale * squareOverCurvature($0.gradient)) } ?? 1
        for index in direction.indices { direction[index] *= scale / curvatures[index] }
        for (change, factor) in zip(changes, factors.reversed()) {
            let correction = factor - change.scale * Self.dot(change.gradient, direction)
            Self.add(change.place, times: correction, to: &direction)
        }
        return direction
    }

    private func squareOverCurvature(_ vector: [Double]) -> Double {
        var sum = 0.0
        for index in vector.indices { sum += vector[index] * vector[index] / curvatures[index] }
        return sum
    }

    private static func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for index in one.indices { sum += one[index] * other[index] }
        return sum
    }

    private static func norm(_ vector: [Double]) -> Double {
        dot(vector, vector).squareRoot()
    }

    private static func add(_ vector: [Double], times factor: Double, to sum: inout [Double]) {
        for index in sum.indices { sum[index] += factor * vector[index] }
    }
}
