/// Finds the least value of a smooth convex function: limited-memory BFGS (Nocedal and Wright,
/// Numerical Optimization, 2nd edition, algorithm 7.5) with a backtracking line search.
///
/// Sums are taken in the same order each time, so that the same function gives the same bits.
struct Minimizer {
    /// Changes of place and of gradient that the curvature is guessed from.
    private static let memory = 8
    private static let mostSteps = 120
    /// Ends once a step gains less than this of the value.
    private static let leastGain = 1e-6

    private var changes: [(place: [Double], gradient: [Double], scale: Double)] = []

    /// - Parameter evaluate: writes the gradient at a place and returns the value.
    static func minimum(
        from start: [Double], evaluate: ([Double], inout [Double]) -> Double
    ) -> [Double] {
        var minimizer = Minimizer()
        var place = start
        var gradient = [Double](repeating: 0, count: start.count)
        var value = evaluate(place, &gradient)
        for _ in 0..<mostSteps {
            let direction = minimizer.direction(gradient)
            let slope = dot(direction, gradient)
            guard slope < 0 else { break }
            var step = minimizer.changes.isEmpty ? 1 / max(1, norm(gradient)) : 1
            var next = place
            var nextGradient = gradient
            var nextValue = value
            for _ in 0..<20 {
                for index in place.indices { next[index] = place[index] + step * direction[index] }
                nextValue = evaluate(next, &nextGradient)
                if nextValue <= value + 1e-4 * step * slope { break }
                step /= 2
            }
            guard nextValue < value else { break }
            minimizer.remember(
                zip(next, place).map { $0 - $1 }, zip(nextGradient, gradient).map { $0 - $1 })
            let gain = value - nextValue
            (place, gradient, value) = (next, nextGradient, nextValue)
            if gain < leastGain * abs(value) { break }
        }
        return place
    }

    // MARK: - Private

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
        if let last = changes.last {
            let scale = 1 / (last.scale * Self.dot(last.gradient, last.gradient))
            for index in direction.indices { direction[index] *= scale }
        }
        for (change, factor) in zip(changes, factors.reversed()) {
            let correction = factor - change.scale * Self.dot(change.gradient, direction)
            Self.add(change.place, times: correction, to: &direction)
        }
        return direction
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
